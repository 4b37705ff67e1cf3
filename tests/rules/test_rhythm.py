from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ap_audit.rules.rhythm import first_due, next_due
from tests.terms import OURS


@pytest.mark.parametrize(
    ("every", "last", "due"),
    [
        ("12 months", date(2026, 11, 23), date(2027, 11, 23)),
        ("30 days", date(2026, 11, 23), date(2026, 12, 23)),
        ("half-term", date(2026, 9, 10), date(2026, 12, 18)),
        ("half-term", date(2026, 11, 2), date(2027, 2, 12)),
        ("half-term", date(2026, 10, 28), date(2026, 12, 18)),
        ("half-term", date(2026, 12, 27), date(2027, 2, 12)),
        ("1 school week", date(2026, 11, 23), date(2026, 12, 1)),
        ("2 school weeks", date(2026, 10, 19), date(2026, 11, 9)),
    ],
    ids=[
        "a year",
        "days",
        "a half-term later",
        "over the holidays",
        "done in a half-term holiday",
        "done at Christmas",
        "a training day is no school day",
        "a holiday is no school week",
    ],
)
def test_the_last_day_that_is_in_time(every: str, last: date, due: date) -> None:
    """A half-term has its own last school day; school weeks count days when school is open."""
    assert next_due(every, last, OURS) == due


@pytest.mark.parametrize(
    ("every", "start", "due"),
    [
        ("half-term", date(2026, 9, 3), date(2026, 10, 23)),
        ("half-term", date(2026, 10, 12), date(2026, 12, 18)),
        ("half-term", date(2026, 12, 7), date(2027, 2, 12)),
        ("6 weeks", date(2026, 9, 3), date(2026, 10, 15)),
    ],
    ids=["this half-term", "late in one", "over Christmas", "in weeks"],
)
def test_the_first_time(every: str, start: date, due: date) -> None:
    """What has gone on for less than three weeks has nothing to review yet."""
    assert first_due(every, start, OURS) == due


def test_never() -> None:
    """What a school does without is never due."""
    assert next_due("never", date(2026, 11, 23), OURS) is None
    assert first_due("never", date(2026, 11, 23), OURS) is None


@pytest.mark.parametrize("year", [1026, 1999, 2089, 9999])
def test_a_slip_of_the_pen_is_never_due(year: int) -> None:
    """No school days are counted in such a year."""
    assert next_due("half-term", date(year, 11, 23), OURS) is None
    assert first_due("half-term", date(year, 11, 23), OURS) is None


def test_a_rhythm_that_is_none_is_never_due() -> None:
    """The settings refuse it, so this is what is left of other words."""
    assert next_due("often", date(2026, 11, 23), OURS) is None


@given(
    st.dates(date(2001, 1, 1), date(2080, 12, 31)),
    st.sampled_from(["half-term", "1 school week", "39 school weeks", "1 day", "12 months"]),
)
def test_it_is_due_after_it_was_done(last: date, every: str) -> None:
    """Always, and for the first time too."""
    due, first = next_due(every, last, OURS), first_due(every, last, OURS)
    assert due is not None
    assert due > last
    assert first is not None
    assert first > last
