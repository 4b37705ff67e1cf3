"""The term dates of a made-up school for 2026 to 2027, and its calendar."""

from datetime import date

from ap_audit.files.bank_holidays import bank_holidays
from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.term import Break, Term

AUTUMN = Term(
    start=date(2026, 9, 2),
    end=date(2026, 12, 18),
    half_term=Break(start=date(2026, 10, 26), end=date(2026, 10, 30)),
    closed={date(2026, 9, 2): "INSET", date(2026, 11, 27): "INSET"},
)
SPRING = Term(
    start=date(2027, 1, 4),
    end=date(2027, 3, 25),
    half_term=Break(start=date(2027, 2, 15), end=date(2027, 2, 19)),
    closed={date(2027, 1, 4): "INSET"},
)
SUMMER = Term(
    start=date(2027, 4, 12),
    end=date(2027, 7, 22),
    half_term=Break(start=date(2027, 5, 31), end=date(2027, 6, 4)),
    closed={date(2027, 5, 28): "INSET"},
)
OURS = SchoolCalendar((AUTUMN, SPRING, SUMMER), bank_holidays)
