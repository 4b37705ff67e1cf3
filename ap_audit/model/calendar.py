"""Which days are school days, and which half-term a day belongs to. Dates only: no clock.

A school day is a Monday to Friday within a term that is not in its half-term holiday, not a day on
which the school is closed to pupils, and not a bank holiday of England.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from ap_audit.model.term import Term
from ap_audit.model.usual_terms import BankHolidays, usual_terms
from ap_audit.model.weekdays import is_weekday, weekday_from, weekday_until

FIRST_YEAR, LAST_YEAR = 2000, 2090
"""Days outside these years are not counted: a recorded year 1026 is a slip of the pen."""
_DAY = timedelta(days=1)


class HalfTerm(Struct, frozen=True):
    """The days from one holiday to the next, first and last included."""

    first: date
    """A weekday: the weekend before it is part of the holiday."""
    last: date
    closed: frozenset[date]
    usual: bool
    """Whether these are usual dates, and not this school's own."""


class SchoolCalendar(Struct, frozen=True):
    """A school's own terms, and usual ones wherever it has set none.

    The dates must be in order (`rules.term_dates`). Every date asked about lies in `FIRST_YEAR` to
    `LAST_YEAR`.
    """

    terms: tuple[Term, ...]
    bank_holidays: BankHolidays
    """The bank holidays of England in a year. A function, since few commands need any."""

    def __hash__(self) -> int:
        return len(self.terms)  # which hold what has no hash

    def half_terms(self, first: date, last: date) -> tuple[HalfTerm, ...]:
        """The half-terms from the one before *first* to the one after *last*, in order.

        A usual term stands in where no term of the school's own overlaps it.
        """
        years = range(first.year - 2, last.year + 2)
        usual = [term for year in years for term in usual_terms(year, self.bank_holidays)]
        terms = [(term, False) for term in self.terms]
        terms += [(term, True) for term in usual if not any(_overlap(term, t) for t in self.terms)]
        halves = [
            half
            for term, stands_in in sorted(terms, key=lambda found: found[0].start)
            for half in _halves(term, usual=stands_in)
        ]
        begun = sum(half.first <= first for half in halves)
        ended = sum(half.last < last for half in halves)
        return tuple(halves[begun - 2 : ended + 2])

    def school_days(self, first: date, last: date) -> Iterator[date]:
        """The school days from *first* to *last*, both included, in order."""
        if last < first:
            return
        for half in self.half_terms(first, last):
            day, end = max(half.first, first), min(half.last, last)
            while day <= end:
                if self._open(day, half):
                    yield day
                day += _DAY

    def last_school_day(self, half: HalfTerm) -> date:
        """The last school day of a half-term; its last day where it has none."""
        day = half.last
        while day > half.first and not self._open(day, half):
            day -= _DAY
        return day

    def usual(self, first: date, last: date) -> bool:
        """Whether what lies between two days rests on usual dates, not this school's own."""
        return any(
            half.usual and half.first <= last and half.last >= first
            for half in self.half_terms(first, last)
        )

    def _open(self, day: date, half: HalfTerm) -> bool:
        return (
            is_weekday(day) and day not in half.closed and day not in self.bank_holidays(day.year)
        )


def _overlap(one: Term, other: Term) -> bool:
    return one.start <= other.end and other.start <= one.end


def _halves(term: Term, *, usual: bool) -> Iterator[HalfTerm]:
    closed = frozenset(term.closed)
    if term.half_term is None:
        yield HalfTerm(term.start, term.end, closed, usual)
        return
    yield HalfTerm(term.start, weekday_until(term.half_term.start - _DAY), closed, usual)
    yield HalfTerm(weekday_from(term.half_term.end + _DAY), term.end, closed, usual)
