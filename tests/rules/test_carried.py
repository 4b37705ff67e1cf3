import pytest

from ap_audit.model.audit import UNANSWERED, Answer
from ap_audit.model.checklist import Criterion
from ap_audit.model.wording import capital
from ap_audit.model.words import Rating, Severity
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import CARRIED, Assessment, Gate
from tests.builders import (
    CALENDAR,
    INTEGER,
    TODAY,
    answer,
    audit,
    checklist,
    criterion,
    fact,
    gateway,
    key,
    rule,
    shown,
)

CHECKLIST = checklist(gateway("gate"), key("key"), criterion("other"), fact("about", many=INTEGER))
LAST = audit(
    {"gate": shown(), "key": Rating.MET, "other": Rating.NOT_MET, "about": answer(None, many="4")}
)


def renewed(**answers: Answer | Rating) -> Assessment:
    """What follows from these answers, in an audit that follows the one before."""
    return assess(CHECKLIST, audit(answers), TODAY, CALENDAR, previous=LAST)


def test_nothing_is_copied() -> None:
    """What was answered only last time changes no figure and no advice."""
    after, alone = (
        renewed(key=Rating.MET),
        assess(CHECKLIST, audit({"key": Rating.MET}), TODAY, CALENDAR),
    )

    assert after.verdict.rung is alone.verdict.rung
    assert (after.total.points, after.total.rated, after.total.applicable, after.total.counts) == (
        alone.total.points,
        alone.total.rated,
        alone.total.applicable,
        alone.total.counts,
    )


def test_carried_gateway_is_not_open() -> None:
    """A gateway that was open last time is not shown until it is checked again."""
    outcome = renewed().outcome(CHECKLIST.sections[0].criteria[0].key)

    assert outcome.gate is Gate.NOT_SHOWN
    assert outcome.gate_because == ("Answered last time, and not checked since.",)
    assert outcome.title == CARRIED


@pytest.mark.parametrize("rating", [Rating.NOT_MET, Rating.PARTLY])
def test_a_gateway_that_failed_last_time(rating: Rating) -> None:
    """It is not shown until it is checked again, and the reason says what was found."""
    last = audit({"gate": rating})
    found = assess(CHECKLIST, audit({}), TODAY, CALENDAR, previous=last)
    outcome = found.outcome(CHECKLIST.sections[0].criteria[0].key)

    assert outcome.gate is Gate.NOT_SHOWN
    assert outcome.gate_because == (f"{capital(rating.title)} last time, and not checked since.",)


def test_what_is_carried() -> None:
    """Carried is what nobody has answered here and somebody answered last time."""
    found = renewed(key=Rating.CANNOT_TELL, other=Rating.NOT_MET)

    assert [outcome.id for outcome in found.outcomes if outcome.carried] == ["gate", "about"]
    assert found.total.carried == 1
    assert "Is key so? Could not tell." in found.verdict.conditions


@pytest.mark.parametrize(
    "last", [UNANSWERED, Answer(note="ask in spring", rating=Rating.NOT_CHECKED)]
)
def test_not_answered_last_time_either(last: Answer) -> None:
    """What was not answered last time is not yet checked, and not carried."""
    found = assess(CHECKLIST, audit(), TODAY, CALENDAR, previous=audit({"gate": last}))

    assert not any(outcome.carried for outcome in found.outcomes)


def test_out_of_scope_is_not_carried() -> None:
    """An answer of last time to a question that does not apply now is not carried."""
    only: Criterion = criterion("only", when={"about": {"many": "1"}})
    whole = checklist(fact("about", many=INTEGER), only)
    last = audit({"only": Rating.MET})

    found = assess(whole, audit({"about": answer(None, many="2")}), TODAY, CALENDAR, previous=last)

    assert found.outcome(only.key).carried is None


def test_capped_is_not_carried() -> None:
    """Where a rule caps it, the fact stands and nothing is said to be carried over."""
    bad = rule(Severity.STOP, {"about": {"many": "9"}}, caps={"gate": Rating.NOT_MET})
    whole = checklist(gateway("gate"), fact("about", many=INTEGER), rules={"R": bad})

    found = assess(whole, audit({"about": answer(None, many="9")}), TODAY, CALENDAR, previous=LAST)

    assert found.outcomes[0].carried is None
    assert found.outcomes[0].title == "not met"
    assert found.total.carried == 0
