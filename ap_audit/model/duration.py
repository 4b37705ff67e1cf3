"""Lengths of time as people write them: ``12 months``, ``30 days``."""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

from ap_audit.model.base import Value

_SHORTEST_MONTH = 28
_FORM = re.compile(r"([0-9]{1,4}) (day|week|month|year)s?")


class Duration(Value, frozen=True):
    """A whole number of days or of calendar months."""

    days: int = 0
    months: int = 0
    words: str = ""

    def after(self, start: date) -> date:
        """The date this long after *start*; a day that a month lacks becomes its last day."""
        return self._move(start, 1)

    def before(self, end: date) -> date:
        """The date this long before *end*."""
        return self._move(end, -1)

    def _move(self, start: date, sign: int) -> date:
        year, month = divmod(start.year * 12 + start.month - 1 + sign * self.months, 12)
        try:
            day = start.day
            if day > _SHORTEST_MONTH:
                day = min(day, calendar.monthrange(year, month + 1)[1])
            moved = date(year, month + 1, day)
            return moved + timedelta(days=sign * self.days) if self.days else moved
        except (ValueError, OverflowError):
            # The calendar ends in the year 9999; nobody's insurance does.
            return date.max if sign > 0 else date.min


@lru_cache
def duration_from(text: str) -> Duration | None:
    """The length of time written as ``12 months``, ``2 weeks`` and so on; None for other text."""
    found = _FORM.fullmatch(text.strip())
    if not found:
        return None
    number, unit = int(found[1]), found[2]
    if unit in ("day", "week"):
        return Duration(days=number * (7 if unit == "week" else 1), words=text.strip())
    return Duration(months=number * (12 if unit == "year" else 1), words=text.strip())
