"""Dates as people in Britain type them. The day always comes before the month.

A date without a year takes the year that the question makes likely: the nearest such day to
today; for a document or a visit, the last such day that is not to come; for something to be done,
the next such day.
"""

import re
from datetime import date
from enum import Enum

from ap_audit.interview.spoken_days import spoken_day
from ap_audit.model.wording import day

EARLIEST, LATEST = 1900, 2199
_AHEAD = 50
"""How many years ahead a year of two digits may lie; beyond that it is a century earlier."""
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_LEAP = 2000
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[ -]*(?:of )?([a-z]{3,9})\.?(?:[ ,-]*(\d{4}|\d{2}))?", re.ASCII
)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? +(\d{4}))?", re.ASCII)
HOW = 'Type a date such as 4 dec, 7/12/2026, 7 December 2026 or "today".'


class Likely(Enum):
    """Which year is meant where none is typed."""

    NEAREST = "the nearest to today"
    PAST = "the last that has been"
    COMING = "the next to come"

    @property
    def ahead(self) -> bool | None:
        """Whether it lies ahead; None where it may lie on either side."""
        return None if self is Likely.NEAREST else self is Likely.COMING


def date_from(text: str, today: date, likely: Likely = Likely.NEAREST) -> date | str:
    """The date that was typed, or a sentence why it is none.

    >>> date_from("4 dec", date(2026, 11, 23))
    datetime.date(2026, 12, 4)
    >>> date_from("31/2/2026", date(2026, 11, 23))
    'There is no 31 February 2026.'
    """
    plain = " ".join(text.casefold().split()).rstrip(".")
    if (spoken := spoken_day(plain, today, ahead=likely.ahead)) is not None:
        return spoken
    parts = _parts(plain)
    if parts is None:
        return _month_alone(plain) or HOW
    number, month, year = parts
    if not 1 <= month <= len(_MONTHS):
        return f"There is no month {month}. The day comes first: 7/12/2026 is 7 December 2026."
    if not year:
        return _without_year(number, month, today, likely)
    full = _full_year(year, today)
    if not EARLIEST <= full <= LATEST:
        return f"The year {full} does not look right."
    return _on(full, month, number) or f"There is no {number} {_title(month)} {full}."


def _parts(plain: str) -> tuple[int, int, str] | None:
    """Day, month, and the year as typed."""
    if found := _ISO.fullmatch(plain):
        return int(found[3]), int(found[2]), found[1]
    if found := _NUMBERS.fullmatch(plain):
        return int(found[1]), int(found[2]), found[3] or ""
    if found := _DAY_FIRST.fullmatch(plain):
        number, name, year = int(found[1]), found[2], found[3]
    elif found := _MONTH_FIRST.fullmatch(plain):
        number, name, year = int(found[2]), found[1], found[3]
    else:
        return None
    month = _month(name)
    return (number, month, year or "") if month else None


def _month_alone(plain: str) -> str:
    """What is said to ``september 2026``, of which the day is missing; else nothing."""
    name, _, year = plain.partition(" ")
    month = _month(name) if len(name) >= 3 else 0  # noqa: PLR2004 -- as in a whole date
    if not month or not (not year or year.isdigit()):
        return ""
    return f"Which day in {_title(month)}? Type it too, such as 1 {plain.title()}."


def _month(name: str) -> int:
    """1 to 12; 0 where it is no month's name or its beginning."""
    found = [i for i, full in enumerate(_MONTHS, 1) if full.startswith(name)]
    return found[0] if found else 0


def _full_year(typed: str, today: date) -> int:
    if len(typed) > 2:  # noqa: PLR2004 - a year of two digits is short for one of four
        return int(typed)
    year = today.year - today.year % 100 + int(typed)
    return year - 100 if year > today.year + _AHEAD else year


def _without_year(number: int, month: int, today: date, likely: Likely) -> date | str:
    if not _on(_LEAP, month, number):
        return f"There is no {number} {_title(month)}."
    days = [found for year in (-1, 0, 1) if (found := _on(today.year + year, month, number))]
    if likely is Likely.PAST:
        days = [found for found in days if found <= today]
    if likely is Likely.COMING:
        days = [found for found in days if found >= today]
    if not days:
        return f"{number} {_title(month)} is not in every year: add the year."
    return min(days, key=lambda found: (abs(found - today), found < today))


def _on(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _title(month: int) -> str:
    return day(date(_LEAP, month, 1)).split()[1]
