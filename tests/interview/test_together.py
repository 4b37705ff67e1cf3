"""Values that cannot both be so are asked again, and never saved."""

from datetime import date

from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Criterion, ValueSpec, ValueType
from ap_audit.model.words import CriterionClass, Rating
from tests.interview.builders import CHECKS, TODAY, hold_over

DUE = ValueSpec(type=ValueType.INTEGER, ask="How many were due?", unit="sessions")
CAME = ValueSpec(
    type=ValueType.INTEGER, ask="How many of those came?", unit="sessions", at_most="due"
)
RATE = Criterion(
    id="rate",
    ask="How often did they come?",
    class_=CriterionClass.RECORD,
    record={"due": DUE, "came": CAME},
)
MORE = "40 sessions is more than 2 sessions, the answer to: How many were due?"


def test_a_fact_is_asked_again() -> None:
    """A plain sentence says what it cannot be more than."""
    talk = hold_over(RATE, "2", "40", "1")
    assert MORE in " ".join(talk.text.split())
    assert talk.audit.answers[RATE.id].values == {"due": "2", "came": "1"}


def test_a_limit_is_changed_after_what_it_limits() -> None:
    """Nothing that was recorded is lost, and nothing wrong is saved."""
    there = Answer(values={"due": "40", "came": "32"}, date=TODAY)
    talk = hold_over(RATE, "20", "s", "18", answer=there)
    said = " ".join(talk.text.split())
    assert "20 sessions is less than 32 sessions, the answer to: How many of those came?" in said
    assert "If that is wrong, keep this one (s) and change that first." in said
    now = talk.audit.answers[RATE.id]
    assert now.values == {"due": "40", "came": "18"}
    again = hold_over(RATE, "20", "s", answer=now)
    assert again.audit.answers[RATE.id].values == {"due": "20", "came": "18"}


def test_a_last_day_before_the_first() -> None:
    """Days are said as days."""
    first = ValueSpec(type=ValueType.DATE, ask="Since when?", at_most="last")
    stay = Criterion(
        id="stay",
        ask="How long do they stay?",
        class_=CriterionClass.RECORD,
        record={"first": first, "last": ValueSpec(type=ValueType.DATE, ask="Until when?")},
    )
    talk = hold_over(stay, "1 oct 2026", "1 sept 2026", "1 nov 2026")
    assert "1 September 2026 is before 1 October 2026, the answer to: Since when?" in talk.text
    assert talk.audit.answers[stay.id].values == {"first": "2026-10-01", "last": "2026-11-01"}


def test_last_times_values_are_looked_at_too() -> None:
    """They may come from a file that was written by hand."""
    last = Answer(values={"due": "2", "came": "40"}, date=date(2026, 6, 12))
    talk = hold_over(RATE, "=", "2", "1", last=last)
    assert talk.audit.answers[RATE.id].values == {"due": "2", "came": "1"}


def test_beside_a_rating() -> None:
    """The values of a rated question are looked at in the same way."""
    rated = Criterion(
        id="rated",
        ask="Did they come?",
        class_=CHECKS.class_,
        ratings={Rating.MET: "They did."},
        record={"due": DUE, "came": CAME},
    )
    talk = hold_over(rated, "y", "2", "40", "1")
    assert MORE in " ".join(talk.text.split())
    assert talk.audit.answers[rated.id].values == {"due": "2", "came": "1"}
