"""The closed list of what is computed from recorded values: what each takes and gives.

school-days-between A B   school days after A and before B, neither counted; 0 where B is not later
school-day-number A B     which school day B is, the first school day from A on being number 1;
a B that is no school day counts as the next one, for that is when
anything can begin; 0 where B comes before A
days-since A              days from A to the day of judging; 0 where A is still to come
weeks-since A             whole weeks of seven days, likewise
school-weeks-since A      weeks, Monday to Sunday, with a school day in them after A and up to the
day of judging
half-terms-since A        0 where A lies in the half-term of the day of judging or in the holiday
after it, 1 in the one before; a day of holiday belongs to the half-term
before it; 0 where A is still to come
half-term-end A           the last school day of the half-term that A lies in; of the next one
where A is in a holiday
sum A B ...               A + B + ...; a part that does not apply is left out
difference A B            A - B
percent A B               A as a percentage of B; does not apply where B is 0
overdue-actions           how many actions in the audit are not done and past their date
unknown-share             of the questions in scope that apply, the percentage that could not be
told or nobody has checked; facts count as questions
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from fractions import Fraction

from msgspec import Struct

from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.checklist import ValueType
from ap_audit.model.derived import Function

Dates = Callable[[Sequence[date], SchoolCalendar], "Computed"]
Numbers = Callable[[Sequence[Fraction]], Fraction | None]
_DAY = timedelta(days=1)


class Computed(Struct, frozen=True):
    """A result, and the days between which the calendar was looked at."""

    value: Fraction | date
    looked: tuple[date, date] | None = None


class Signature(Struct, frozen=True):
    """What a function takes and gives."""

    takes: int
    """How many values; all are dates or all are numbers. The day of judging comes by itself."""
    of: ValueType
    unit: str = ""
    """One of them: ``school day``."""
    gives: ValueType = ValueType.NUMBER
    more: bool = False
    """Whether it takes that many or more."""
    since: bool = False
    """Whether the day of judging is its last value."""


SIGNATURES = {
    Function.SCHOOL_DAYS_BETWEEN: Signature(2, ValueType.DATE, "school day"),
    Function.SCHOOL_DAY_NUMBER: Signature(2, ValueType.DATE),
    Function.DAYS_SINCE: Signature(1, ValueType.DATE, "day", since=True),
    Function.WEEKS_SINCE: Signature(1, ValueType.DATE, "week", since=True),
    Function.SCHOOL_WEEKS_SINCE: Signature(1, ValueType.DATE, "school week", since=True),
    Function.HALF_TERMS_SINCE: Signature(1, ValueType.DATE, "half-term", since=True),
    Function.HALF_TERM_END: Signature(1, ValueType.DATE, gives=ValueType.DATE),
    Function.SUM: Signature(1, ValueType.NUMBER, more=True),
    Function.DIFFERENCE: Signature(2, ValueType.NUMBER),
    Function.PERCENT: Signature(2, ValueType.NUMBER, "%"),
    Function.OVERDUE_ACTIONS: Signature(0, ValueType.NUMBER, "action"),
    Function.UNKNOWN_SHARE: Signature(0, ValueType.NUMBER, "%"),
}


def _school_days_between(of: Sequence[date], calendar: SchoolCalendar) -> Computed:
    start, end = of
    if end <= start:
        return Computed(Fraction(0))
    found = list(calendar.school_days(start + _DAY, end - _DAY))
    return Computed(Fraction(len(found)), (start, end))


def _school_day_number(of: Sequence[date], calendar: SchoolCalendar) -> Computed:
    start, end = of
    if end < start:
        return Computed(Fraction(0))
    before = list(calendar.school_days(start, end - _DAY))
    return Computed(Fraction(len(before) + 1), (start, end))


def _days_since(of: Sequence[date], _: SchoolCalendar) -> Computed:
    start, today = of
    return Computed(Fraction(max((today - start).days, 0)))


def _weeks_since(of: Sequence[date], _: SchoolCalendar) -> Computed:
    start, today = of
    return Computed(Fraction(max((today - start).days, 0) // 7))


def _school_weeks_since(of: Sequence[date], calendar: SchoolCalendar) -> Computed:
    start, today = of
    if today <= start:
        return Computed(Fraction(0))
    days = calendar.school_days(start + _DAY, today)
    mondays = {day - timedelta(days=day.weekday()) for day in days}
    return Computed(Fraction(len(mondays)), (start, today))


def _half_terms_since(of: Sequence[date], calendar: SchoolCalendar) -> Computed:
    start, today = of
    if today <= start:
        return Computed(Fraction(0))
    begun = [half.first for half in calendar.half_terms(start, today) if half.first <= today]
    return Computed(Fraction(sum(first > start for first in begun)), (start, today))


def _half_term_end(of: Sequence[date], calendar: SchoolCalendar) -> Computed:
    (day,) = of
    half = next(half for half in calendar.half_terms(day, day) if half.last >= day)
    return Computed(calendar.last_school_day(half), (half.first, half.last))


ON_DATES: dict[Function, Dates] = {
    Function.SCHOOL_DAYS_BETWEEN: _school_days_between,
    Function.SCHOOL_DAY_NUMBER: _school_day_number,
    Function.DAYS_SINCE: _days_since,
    Function.WEEKS_SINCE: _weeks_since,
    Function.SCHOOL_WEEKS_SINCE: _school_weeks_since,
    Function.HALF_TERMS_SINCE: _half_terms_since,
    Function.HALF_TERM_END: _half_term_end,
}
"""What is computed from dates; where the day of judging counts it is the last of them."""

ON_NUMBERS: dict[Function, Numbers] = {
    Function.SUM: lambda of: sum(of, Fraction(0)),
    Function.DIFFERENCE: lambda of: of[0] - of[1],
    Function.PERCENT: lambda of: of[0] * 100 / of[1] if of[1] else None,
}
"""What is computed from numbers; None where there is nothing to take a share of."""
