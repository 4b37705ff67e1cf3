"""What an assessment holds, and what can be asked of it."""

from fractions import Fraction

import pytest

from ap_audit.model.audit import Answer
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating
from ap_audit.rules.assessment import Gate, Scope, Sums
from tests.builders import CHOICE, answer, checklist, criterion, fact, gateway, judged, shown

WHOLE = checklist(
    fact("about", kind=CHOICE),
    gateway("g1"),
    criterion("s1"),
    criterion("s2", when={"about": "school"}),
)


@pytest.mark.parametrize(
    ("scope", "counts"),
    [(Scope.IN, True), (Scope.UNSETTLED, True), (Scope.OUT, False), (Scope.DEEPER, False)],
)
def test_which_scopes_are_judged(scope: Scope, *, counts: bool) -> None:
    """What cannot be told to be out of scope is judged."""
    assert scope.judged is counts


@pytest.mark.parametrize(
    ("gate", "is_open"),
    [(Gate.OPEN, True), (Gate.EXCUSED, True), (Gate.FAILED, False), (Gate.NOT_SHOWN, False)],
)
def test_which_gates_are_open(gate: Gate, *, is_open: bool) -> None:
    """A gateway that does not apply stands in nobody's way; one not shown does."""
    assert gate.is_open is is_open


def test_nothing_rated() -> None:
    """Where nothing is rated there is no score: not 0 % and not 100 %."""
    none = Sums()

    assert none.score is none.coverage is none.worst is none.best is none.verified_share is None


def test_shares() -> None:
    """The score is of what was rated; the range is of what applies."""
    found = Sums(points=Fraction(3), rated=4, applicable=8, verified=1)

    assert found.score == Fraction(3, 4)
    assert found.coverage == Fraction(1, 2)
    assert (found.worst, found.best) == (Fraction(3, 8), Fraction(7, 8))
    assert found.verified_share == Fraction(1, 4)


def test_counts() -> None:
    """How many have a rating; none is 0."""
    found = Sums(counts=((Rating.MET, 2),))

    assert (found.count(Rating.MET), found.count(Rating.PARTLY)) == (2, 0)


def test_asking_an_assessment() -> None:
    """What counts, the gateways, one criterion, and what nobody has looked at."""
    found = judged(WHOLE, {"about": answer(None, kind="centre"), "g1": shown()})

    assert [outcome.id for outcome in found.judged()] == ["about", "g1", "s1"]
    assert [outcome.id for outcome in found.gateways()] == ["g1"]
    assert found.outcome(CriterionId("s2")).scope is Scope.OUT
    assert [outcome.id for outcome in found.unanswered()] == ["s1"]


def test_could_not_tell_is_an_answer() -> None:
    """What somebody looked at and could not tell is not asked again as if nobody had."""
    found = judged(criterion("s"), {"s": Answer(rating=Rating.CANNOT_TELL)})

    assert found.unanswered() == ()
