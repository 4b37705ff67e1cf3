"""The usual terms of schools in England: what stands in where a school has not set its own.

No law sets them; councils and trusts do, within a week or so of these:

    autumn   1 September, or the Monday after it, to the last Friday before 23 December;
             off in the week of the last Monday in October
    spring   the first Monday from 3 January to the Friday nine days before Easter;
             off in the week of the third Monday in February
    summer   the second Monday after Easter to 22 July, or the Friday before it;
             off in the week of the last Monday in May
"""

from collections.abc import Callable
from datetime import date, timedelta

from ap_audit.model.term import Break, Term
from ap_audit.model.weekdays import FRIDAY, MONDAY, back_to, on_to, weekday_from, weekday_until

BankHolidays = Callable[[int], frozenset[date]]


def usual_terms(autumn: int, bank_holidays: BankHolidays) -> tuple[Term, Term, Term]:
    """The terms of the school year that begins in the autumn of this year."""
    spring = autumn + 1
    easter = _good_friday(bank_holidays(spring)) + timedelta(days=2)
    return (
        Term(
            start=weekday_from(date(autumn, 9, 1)),
            end=back_to(FRIDAY, date(autumn, 12, 22)),
            half_term=_week(back_to(MONDAY, date(autumn, 10, 31))),
        ),
        Term(
            start=on_to(MONDAY, date(spring, 1, 3)),
            end=easter - timedelta(days=9),
            half_term=_week(on_to(MONDAY, date(spring, 2, 15))),
        ),
        Term(
            start=easter + timedelta(days=8),
            end=weekday_until(date(spring, 7, 22)),
            half_term=_week(back_to(MONDAY, date(spring, 5, 31))),
        ),
    )


def _good_friday(holidays: frozenset[date]) -> date:
    """The first bank holiday of spring that is a Friday."""
    return min(day for day in holidays if day.month in (3, 4) and day.weekday() == FRIDAY)


def _week(monday: date) -> Break:
    return Break(start=monday, end=monday + timedelta(days=4))
