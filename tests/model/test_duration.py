"""Lengths of time: what may be written, and where they lead on a calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ap_audit.model.duration import Duration, duration_from

UNITS = ("day", "week", "month", "year")
TEXTS = st.builds("{} {}".format, st.integers(0, 9999), st.sampled_from(UNITS))


@pytest.mark.parametrize(
    ("text", "days", "months"),
    [
        ("30 days", 30, 0),
        ("1 day", 1, 0),
        ("2 weeks", 14, 0),
        ("12 months", 0, 12),
        ("1 year", 0, 12),
        (" 3 years ", 0, 36),
    ],
)
def test_what_may_be_written(text: str, days: int, months: int) -> None:
    """Days and weeks are days; months and years are calendar months. The words are kept."""
    assert duration_from(text) == Duration(days=days, months=months, words=text.strip())


@pytest.mark.parametrize(
    "text",
    ["", "12", "months", "12months", "1.5 years", "-1 day", "12 Months", "99999 days", "١٢ months"],
)
def test_what_may_not(text: str) -> None:
    """Anything else is no length of time."""
    assert duration_from(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("12 months", date(2025, 11, 23), date(2026, 11, 23)),
        ("12 months", date(2024, 2, 29), date(2025, 2, 28)),
        ("1 month", date(2026, 1, 31), date(2026, 2, 28)),
        ("1 month", date(2026, 12, 31), date(2027, 1, 31)),
        ("30 days", date(2026, 12, 7), date(2027, 1, 6)),
        ("2 weeks", date(2026, 2, 20), date(2026, 3, 6)),
        ("9999 years", date(2026, 1, 1), date.max),
        ("9999 days", date(9999, 1, 1), date.max),
    ],
)
def test_after(text: str, start: date, end: date) -> None:
    """A day that a month lacks becomes its last day; past the calendar is its last day."""
    found = duration_from(text)

    assert found is not None
    assert found.after(start) == end


@pytest.mark.parametrize(
    ("text", "end", "start"),
    [
        ("1 month", date(2026, 3, 31), date(2026, 2, 28)),
        ("1 year", date(2024, 2, 29), date(2023, 2, 28)),
        ("1 week", date(2026, 1, 3), date(2025, 12, 27)),
        ("9999 years", date(2026, 1, 1), date.min),
    ],
)
def test_before(text: str, end: date, start: date) -> None:
    """The same backwards."""
    found = duration_from(text)

    assert found is not None
    assert found.before(end) == start


@given(TEXTS, st.dates(), st.dates())
def test_a_later_start_never_ends_earlier(text: str, one: date, other: date) -> None:
    """Time keeps its order, so a newer document never runs out before an older one."""
    found = duration_from(text)
    first, second = sorted((one, other))

    assert found is not None
    assert first <= found.after(first) <= found.after(second)
    assert found.before(first) <= found.before(second) <= second


@given(st.integers(0, 9999), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_days_are_counted_and_come_back(days: int, start: date) -> None:
    """A number of days is that number of days, forwards and back."""
    found = Duration(days=days)

    assert found.after(start) == start + timedelta(days=days)
    assert found.before(found.after(start)) == start
