from datetime import date
from fractions import Fraction

import pytest

from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.derived import OF_THE_WHOLE, Function
from ap_audit.model.term import Term
from ap_audit.rules.functions import ON_DATES, ON_NUMBERS, SIGNATURES
from tests.builders import CALENDAR
from tests.terms import OURS


def on_dates(function: Function, *days: str, calendar: SchoolCalendar = OURS) -> Fraction | date:
    """What a function gives for these days; the day of judging, where it counts, comes last."""
    return ON_DATES[function]([date.fromisoformat(day) for day in days], calendar).value


def test_every_function_is_there() -> None:
    """Each function of the closed list has a signature, and just one way to be computed."""
    assert set(SIGNATURES) == set(Function)
    assert {*ON_DATES, *ON_NUMBERS, *OF_THE_WHOLE} == set(Function)
    assert len(ON_DATES) + len(ON_NUMBERS) + len(OF_THE_WHOLE) == len(Function)


@pytest.mark.parametrize(
    ("notice", "first_day", "between"),
    [
        pytest.param("2026-11-16", "2026-11-18", 1, id="monday to wednesday"),
        pytest.param("2026-11-16", "2026-11-19", 2, id="monday to thursday"),
        pytest.param("2026-11-19", "2026-11-23", 1, id="thursday to monday, over a weekend"),
        pytest.param("2026-11-19", "2026-11-24", 2, id="thursday to tuesday, over a weekend"),
        pytest.param("2026-11-21", "2026-11-24", 1, id="given on a saturday"),
        pytest.param("2026-11-21", "2026-11-25", 2, id="given on a saturday, a day more"),
        pytest.param("2026-10-22", "2026-11-03", 2, id="over half-term: friday and monday"),
        pytest.param("2026-10-22", "2026-11-02", 1, id="over half-term: friday alone"),
        pytest.param("2026-11-26", "2026-12-01", 1, id="a training day does not count"),
        pytest.param("2026-12-17", "2027-01-06", 2, id="over christmas"),
        pytest.param("2027-04-29", "2027-05-04", 1, id="the early may bank holiday does not count"),
        pytest.param("2027-04-29", "2027-05-05", 2, id="after the early may bank holiday"),
        pytest.param("2026-11-18", "2026-11-18", 0, id="the same day"),
        pytest.param("2026-11-19", "2026-11-16", 0, id="given after the first day"),
    ],
)
def test_school_days_between(notice: str, first_day: str, between: int) -> None:
    """School days between two days; neither of them counts."""
    assert on_dates(Function.SCHOOL_DAYS_BETWEEN, notice, first_day) == between


@pytest.mark.parametrize(
    ("start", "day", "number"),
    [
        pytest.param("2026-11-16", "2026-11-16", 1, id="the first day itself"),
        pytest.param("2026-11-16", "2026-11-23", 6, id="monday to monday: day six"),
        pytest.param("2026-11-16", "2026-11-24", 7, id="monday to tuesday: day seven"),
        pytest.param("2026-11-16", "2026-11-21", 6, id="a saturday counts as the monday after it"),
        pytest.param("2026-11-14", "2026-11-16", 1, id="from a saturday: monday is day one"),
        pytest.param("2026-10-21", "2026-11-04", 6, id="over half-term: day six"),
        pytest.param("2026-10-21", "2026-11-05", 7, id="over half-term: day seven"),
        pytest.param("2026-10-21", "2026-10-28", 4, id="in the holiday: the first day back"),
        pytest.param("2027-04-26", "2027-05-04", 6, id="over a bank holiday: day six"),
        pytest.param("2027-04-26", "2027-05-05", 7, id="over a bank holiday: day seven"),
        pytest.param("2026-11-16", "2026-11-13", 0, id="before the first day"),
    ],
)
def test_school_day_number(start: str, day: str, number: int) -> None:
    """Which school day a day is, counting the first as one."""
    assert on_dates(Function.SCHOOL_DAY_NUMBER, start, day) == number


@pytest.mark.parametrize(
    ("since", "today", "days", "weeks"),
    [
        ("2026-11-16", "2026-11-16", 0, 0),
        ("2026-11-16", "2026-11-22", 6, 0),
        ("2026-11-16", "2026-11-23", 7, 1),
        ("2026-09-01", "2026-11-23", 83, 11),
        ("2026-09-01", "2026-11-24", 84, 12),
        ("2026-11-24", "2026-11-23", 0, 0),
        ("2026-03-25", "2026-04-01", 7, 1),
    ],
)
def test_days_and_weeks_since(since: str, today: str, days: int, weeks: int) -> None:
    """Days and whole weeks to the day of judging; the clocks' change in March shifts nothing."""
    assert on_dates(Function.DAYS_SINCE, since, today) == days
    assert on_dates(Function.WEEKS_SINCE, since, today) == weeks


@pytest.mark.parametrize(
    ("since", "today", "weeks"),
    [
        pytest.param("2026-11-18", "2026-11-18", 0, id="today"),
        pytest.param("2026-11-18", "2026-11-19", 1, id="the rest of the week"),
        pytest.param("2026-11-20", "2026-11-22", 0, id="friday to sunday"),
        pytest.param("2026-11-20", "2026-11-23", 1, id="friday to monday"),
        pytest.param("2026-10-16", "2026-11-06", 2, id="the half-term week does not count"),
        pytest.param("2026-12-18", "2027-01-04", 0, id="christmas, and a training day after it"),
        pytest.param("2026-12-18", "2027-01-05", 1, id="the first school day after christmas"),
        pytest.param("2026-11-24", "2026-11-23", 0, id="still to come"),
    ],
)
def test_school_weeks_since(since: str, today: str, weeks: int) -> None:
    """Weeks with a school day after the day and up to the day of judging."""
    assert on_dates(Function.SCHOOL_WEEKS_SINCE, since, today) == weeks


@pytest.mark.parametrize(
    ("since", "today", "half_terms"),
    [
        pytest.param("2026-09-03", "2026-10-23", 0, id="the same half-term"),
        pytest.param("2026-09-03", "2026-11-01", 0, id="the holiday after it"),
        pytest.param("2026-10-23", "2026-11-02", 1, id="the first day of the next"),
        pytest.param("2026-10-28", "2026-11-02", 1, id="a holiday belongs to what was before it"),
        pytest.param("2026-10-28", "2026-10-30", 0, id="in one holiday"),
        pytest.param("2026-09-03", "2027-01-04", 2, id="two half-terms on"),
        pytest.param("2026-09-03", "2027-07-01", 5, id="the whole school year"),
        pytest.param("2026-07-10", "2026-09-03", 1, id="over the summer"),
        pytest.param("2026-11-24", "2026-11-23", 0, id="still to come"),
    ],
)
def test_half_terms_since(since: str, today: str, half_terms: int) -> None:
    """How many half-terms ago a day was."""
    assert on_dates(Function.HALF_TERMS_SINCE, since, today) == half_terms


@pytest.mark.parametrize(
    ("day", "end"),
    [
        pytest.param("2026-09-03", "2026-10-23", id="the first day"),
        pytest.param("2026-10-23", "2026-10-23", id="the last day"),
        pytest.param("2026-10-24", "2026-12-18", id="the holiday: the next half-term"),
        pytest.param("2026-11-02", "2026-12-18", id="the next half-term"),
        pytest.param("2027-05-10", "2027-05-27", id="a training day is not the last school day"),
    ],
)
def test_half_term_end(day: str, end: str) -> None:
    """The last school day of the half-term."""
    assert on_dates(Function.HALF_TERM_END, day) == date.fromisoformat(end)


def test_half_term_without_a_school_day() -> None:
    """Where a half-term has no school day at all, its first day stands for its last."""
    closed = {date(2026, 9, day): "Flood" for day in (1, 2, 3, 4)}
    term = Term(start=date(2026, 9, 1), end=date(2026, 9, 4), closed=closed)
    calendar = SchoolCalendar((term,), CALENDAR.bank_holidays)

    found = on_dates(Function.HALF_TERM_END, "2026-09-02", calendar=calendar)

    assert found == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("function", "numbers", "gives"),
    [
        (Function.SUM, [Fraction(2), Fraction(1, 2)], Fraction(5, 2)),
        (Function.DIFFERENCE, [Fraction(2), Fraction(5)], Fraction(-3)),
        (Function.PERCENT, [Fraction(1), Fraction(3)], Fraction(100, 3)),
        (Function.PERCENT, [Fraction(0), Fraction(3)], Fraction(0)),
        (Function.PERCENT, [Fraction(1), Fraction(0)], None),
    ],
)
def test_numbers(function: Function, numbers: list[Fraction], gives: Fraction | None) -> None:
    """Sums are exact; there is no percentage of nothing."""
    assert ON_NUMBERS[function](numbers) == gives


def test_six_terms() -> None:
    """A school of six terms writes six, and each is a half-term."""
    terms = (
        Term(start=date(2026, 9, 3), end=date(2026, 10, 23)),
        Term(start=date(2026, 11, 2), end=date(2026, 12, 18)),
    )
    six = SchoolCalendar(terms, CALENDAR.bank_holidays)

    assert on_dates(Function.HALF_TERMS_SINCE, "2026-09-10", "2026-11-10", calendar=six) == 1
    assert on_dates(Function.HALF_TERM_END, "2026-09-10", calendar=six) == date(2026, 10, 23)
