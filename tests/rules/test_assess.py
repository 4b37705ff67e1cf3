"""The whole of judging on one date."""

from datetime import date, timedelta

import pytest

from ap_audit.model.audit import Decision
from ap_audit.model.words import Rating, Rung
from ap_audit.rules.assess import assess
from tests.builders import (
    CALENDAR,
    TODAY,
    answer,
    audit,
    checklist,
    criterion,
    fact,
    gateway,
    seen,
    shown,
)

LATER = TODAY + timedelta(days=100)
WHOLE = checklist(gateway("g"))
RUNS_OUT = {"g": answer(Rating.MET, seen(until=TODAY))}


@pytest.mark.parametrize(
    ("decision", "as_at", "rung"),
    [
        (Decision(state="open"), LATER, Rung.NOT_SHOWN),
        (Decision(state="open", as_at=TODAY), LATER, Rung.NOT_SHOWN),
        (Decision(state="signed", as_at=TODAY), TODAY, Rung.CLEAR),
        (Decision(state="signed"), LATER, Rung.NOT_SHOWN),
    ],
    ids=["open", "open, with a date", "signed", "signed without a date"],
)
def test_the_date_of_judging(decision: Decision, as_at: date, rung: Rung) -> None:
    """A signed audit is judged at its own date for ever; an open one on the day it is read."""
    found = assess(WHOLE, audit(RUNS_OUT, decision=decision), LATER, CALENDAR)

    assert found.as_at == as_at
    assert found.verdict.rung is rung


def test_everything_is_there_in_order() -> None:
    """Every criterion has an outcome and every section its sums, in the checklist's order."""
    whole = checklist(fact("f"), gateway("g"), criterion("s"))
    found = assess(whole, audit({"g": shown()}), TODAY, CALENDAR)

    assert [outcome.id for outcome in found.outcomes] == ["f", "g", "s"]
    assert [result.section.id for result in found.sections] == ["main"]
    assert found.total == found.sections[0].sums
