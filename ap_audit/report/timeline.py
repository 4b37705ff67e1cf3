"""The months ahead as a figure: a needle for each day on which something runs out."""

from calendar import monthrange
from collections import Counter
from datetime import date

from ap_audit.model.wording import count, day
from ap_audit.report.dates import BOOKED, Watched
from ap_audit.report.view import Needle, Timeline

_MONTHS = 13
"""The month of judging, and the twelve after it."""
_WHOLE = 1000
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def timeline(days: tuple[Watched, ...], today: date) -> Timeline | None:
    """The days in the next twelve months; None where nothing runs out in them."""
    ending = [item.on for item in days if item.kind != BOOKED]
    ends = Counter(on for on in ending if _month(on, today) < _MONTHS)
    later = len(ending) - ends.total()
    if not ends:
        return None
    most = max(ends.values())
    return Timeline(
        months=tuple(_NAMES[(today.month - 1 + step) % 12] for step in range(_MONTHS)),
        needles=tuple(
            # The shortest needle still has to be seen: a third of the height, the rest by number.
            Needle(at=_at(on, today), top=2 * _WHOLE * (most - number) // (3 * most))
            for on, number in sorted(ends.items())
        ),
        says=_says(ends),
        later=f"{count(later, 'date lies', 'dates lie')} beyond that." if later else "",
    )


def _month(on: date, today: date) -> int:
    return (on.year - today.year) * 12 + on.month - today.month


def _at(on: date, today: date) -> int:
    length = monthrange(on.year, on.month)[1]
    within = (2 * on.day - 1) * _WHOLE // (2 * length)
    return (_month(on, today) * _WHOLE + within) // _MONTHS


def _says(ends: Counter[date]) -> str:
    days = sorted(ends)
    things = count(ends.total(), "thing runs", "things run")
    when = count(len(days), "day")
    first = f"the first on {day(days[0])}" if len(days) > 1 else day(days[0])
    last = f", the last on {day(days[-1])}" if len(days) > 1 else ""
    return f"{things} out on {when} in the next twelve months: {first}{last}."
