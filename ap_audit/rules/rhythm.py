"""When what is done again and again is due next, by a school's rhythm and its calendar."""

from datetime import date, timedelta
from itertools import islice

from ap_audit.model.calendar import FIRST_YEAR, LAST_YEAR, SchoolCalendar
from ap_audit.model.duration import duration_from
from ap_audit.model.rhythm import HALF_TERM

_WEEK = 5
"""School days in a school week."""
_SETTLING = timedelta(weeks=3)
"""A placement younger than this has nothing to review yet."""
_SCHOOL_WEEK = " school week"


def next_due(every: str, last: date, calendar: SchoolCalendar) -> date | None:
    """The last day on which it is in time, having last been done on *last*.

    Half-termly: the last school day of the half-term that begins next. None for a year in which no
    school days are counted: such a date is a slip of the pen.
    """
    if not FIRST_YEAR <= last.year < LAST_YEAR - 1:
        return None
    if every == HALF_TERM:
        halves = calendar.half_terms(last, last)
        return calendar.last_school_day(next(half for half in halves if half.first > last))
    if _SCHOOL_WEEK in every:
        number = int(every.split(maxsplit=1)[0])
        # In a year of 52 weeks a school is open in 38 or 39.
        days = calendar.school_days(
            last + timedelta(days=1), last + timedelta(weeks=2 * number + 16)
        )
        return next(islice(days, _WEEK * number - 1, None), None)
    span = duration_from(every)
    return span.after(last) if span else None


def first_due(every: str, start: date, calendar: SchoolCalendar) -> date | None:
    """The last day for the first time, of something that began on *start*.

    Half-termly: the end of the half-term in which it has gone on for three weeks.
    """
    if every != HALF_TERM or not FIRST_YEAR <= start.year < LAST_YEAR - 1:
        return next_due(every, start, calendar)
    settled = start + _SETTLING
    halves = calendar.half_terms(settled, settled)
    return calendar.last_school_day(next(half for half in halves if half.last >= settled))
