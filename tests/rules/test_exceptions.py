"""Exceptions: from what they can be made, when they end, and that they move nothing."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Answer, SchoolException
from ap_audit.model.checklist import Criterion
from ap_audit.model.words import CriterionClass, Rating
from ap_audit.rules.conformity import answer_flaws
from ap_audit.rules.exceptions import falls_short, has_run_out
from tests.builders import INTEGER, TODAY, answer, criterion, fact, gateway, judged, shown

MADE = SchoolException(role="Head", reason="The insurer answers in March.", until=TODAY)
GATE, PLAIN = gateway("s"), criterion("s", CriterionClass.STANDARD)
NOT_MET = answer(Rating.NOT_MET)


@pytest.mark.parametrize(("days", "over"), [(-1, False), (0, False), (1, True)])
def test_the_last_day_still_counts(days: int, *, over: bool) -> None:
    """It has run out on the day after."""
    assert has_run_out(MADE, TODAY + timedelta(days)) is over


@pytest.mark.parametrize(
    ("asked", "given", "short"),
    [
        (GATE, NOT_MET, True),
        (GATE, answer(Rating.MET), True),
        (GATE, shown(), False),
        (GATE, answer(Rating.NOT_CHECKED), True),
        (PLAIN, NOT_MET, True),
        (PLAIN, answer(Rating.CANNOT_TELL), True),
        (PLAIN, answer(Rating.MET), False),
        (fact("s", number=INTEGER), answer(Rating.NOT_CHECKED), False),
    ],
)
def test_from_what(asked: Criterion, given: Answer, *, short: bool) -> None:
    """From what falls short or is not known; a gateway that was only ticked is not shown."""
    assert falls_short(judged(asked, {"s": given}).outcome(asked.key)) is short


@pytest.mark.parametrize("asked", [GATE, PLAIN])
def test_it_moves_nothing(asked: Criterion) -> None:
    """No gateway, no figure, no advice."""
    without, made = judged(asked, {"s": NOT_MET}), replace(NOT_MET, exception=MADE)
    found = judged(asked, {"s": made})
    assert (found.verdict, found.total) == (without.verdict, without.total)
    assert found.outcome(asked.key).gate is without.outcome(asked.key).gate


def test_never_from_what_law_asks() -> None:
    """One written by hand is told of, and the audit is judged all the same."""
    hard = replace(GATE, hard=True)
    (flaw,) = answer_flaws(hard, replace(shown(), exception=MADE), ("answers", "s"))
    assert (flaw.path, flaw.warning) == (("answers", "s", "exception"), True)
    assert not tuple(answer_flaws(GATE, replace(shown(), exception=MADE), ("answers", "s")))
