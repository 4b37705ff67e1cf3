"""What must be settled before anybody signs, by answer."""

from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Action, Answer
from ap_audit.model.checklist import Criterion
from ap_audit.model.words import Backing, CriterionClass, Rating, Seen, Severity, Subject
from ap_audit.rules.ready import leaves_unused, unowned, unsettled
from tests.builders import (
    answer,
    checklist,
    criterion,
    gateway,
    judged,
    key,
    rule,
    seen,
    shown,
)

MET, PARTLY, NOT_MET = Rating.MET, Rating.PARTLY, Rating.NOT_MET
GATE, KEY, PLAIN = gateway("s"), key("s"), criterion("s", CriterionClass.STANDARD)
NOTED = Answer(rating=MET, note="Seen.")


def owned(rating: Rating, done: date | None = None) -> Answer:
    """An answer that somebody sees to."""
    return Answer(rating=rating, actions={"a": Action(what="Mend it", owner="AP lead", done=done)})


def needing(rating: Rating, *what: Backing) -> Criterion:
    """A criterion whose rating must carry more."""
    return replace(PLAIN, requires={rating: what})


@pytest.mark.parametrize(
    ("asked", "given", "because", "not_used"),
    [
        (GATE, shown(), "", ""),
        (GATE, answer(MET), "Met, but not shown: see it, or answer", "Met, but not shown"),
        (GATE, answer(MET, seen(Seen.TOLD)), "Met, but not shown: see it", "Met, but not shown"),
        (GATE, answer(NOT_MET), "Not met, and nobody has an action", "Not met, and nobody"),
        (GATE, owned(NOT_MET), "", ""),
        (GATE, answer(Rating.CANNOT_TELL), "", ""),
        (GATE, answer(Rating.NOT_CHECKED), "", ""),
        (GATE, answer(PARTLY), "Partly met, and nobody has an action", "Partly met, and nobody"),
        (KEY, answer(NOT_MET), "Not met, and nobody has an action for it.", ""),
        (KEY, owned(NOT_MET), "", ""),
        (KEY, owned(NOT_MET, date(2026, 11, 20)), "", ""),
        (KEY, answer(PARTLY), "", ""),
        (PLAIN, answer(NOT_MET), "", ""),
        (
            needing(PARTLY, Backing.ACTION),
            answer(PARTLY),
            "Partly met, and nobody has an action for it.",
            "Partly met, and nobody",
        ),
        (needing(PARTLY, Backing.ACTION), owned(PARTLY), "", ""),
        (PLAIN, answer(MET), "", ""),
        (needing(MET, Backing.NOTE), answer(MET), "Met, but without a note.", "Met, but without"),
        (needing(MET, Backing.NOTE), NOTED, "", ""),
        (
            needing(MET, Backing.EVIDENCE),
            answer(MET, seen(Seen.TOLD)),
            "Met, but without evidence in date.",
            "Met, but without evidence",
        ),
        (needing(MET, Backing.EVIDENCE), answer(MET, seen()), "", ""),
        (
            needing(Rating.CANNOT_TELL, Backing.ACTION),
            answer(Rating.CANNOT_TELL),
            "Could not tell, and nobody has an action for it.",
            "Could not tell, and nobody",
        ),
    ],
)
def test_what_is_in_the_way(asked: Criterion, given: Answer, because: str, not_used: str) -> None:
    """One answer: what is said where the provider is used, and where it is not."""
    found = judged(asked, {"s": given})
    for says, without in ((because, False), (not_used, True)):
        lines = unsettled(found, not_used=without)
        assert [one.id for one in lines] == ["s"] * bool(says)
        assert all(one.because.startswith(says) for one in lines)


def test_what_nobody_has_an_action_for() -> None:
    """Listed of every class; a standard question may be signed so."""
    asked = checklist(criterion("a"), criterion("b"), key("c"), criterion("d"))
    given: dict[str, Answer | Rating] = {"a": PARTLY, "b": owned(PARTLY), "c": NOT_MET, "d": MET}
    assert unowned(judged(asked, given)) == ("a", "c")


def test_a_gateway_that_a_fact_holds_down_needs_an_action() -> None:
    """It has failed, whatever was ticked."""
    held = rule(Severity.STOP, {"other": "not-met"}, caps={"s": NOT_MET})
    asked = checklist(GATE, criterion("other"), rules={"R1": held})
    found = judged(asked, {"s": shown(), "other": owned(NOT_MET)})
    (one,) = unsettled(found)
    assert (one.id, one.because) == ("s", "Not met, and nobody has an action for it.")


@pytest.mark.parametrize(
    ("given", "subject", "outcome", "unused"),
    [
        (NOT_MET, Subject.PROVIDER, "", True),
        (NOT_MET, Subject.PROVIDER, "stop", True),
        (NOT_MET, Subject.PROVIDER, "Use it all the same", False),
        (NOT_MET, Subject.PLACEMENT, "", False),
        (Rating.NOT_CHECKED, Subject.PROVIDER, "", False),
    ],
)
def test_when_a_provider_is_left_unused(
    given: Rating, subject: Subject, outcome: str, *, unused: bool
) -> None:
    """By the worst advice, unless the decision is another one."""
    assert leaves_unused(judged(GATE, {"s": given}), subject, outcome) is unused
