"""Days as people say them: today, friday, in two weeks, 3 days ago."""

from datetime import date, timedelta

_NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = ("a", "two", "three", "four", "five", "six")
_UNITS = {"day": 1, "week": 7, "fortnight": 14}
_MOST = 104
"""Of days or weeks; whoever means more types a date."""
_SHORTEST = 3


def spoken_day(plain: str, today: date, *, ahead: bool | None) -> date | None:
    """The day that lower-case words mean, or None where they are no such words.

    *ahead*: whether it lies before or behind; None where either may be, and then "friday" or
    "two weeks" says too little.

    >>> spoken_day("friday", date(2026, 11, 23), ahead=True)
    datetime.date(2026, 11, 27)
    >>> spoken_day("2 weeks ago", date(2026, 11, 23), ahead=False)
    datetime.date(2026, 11, 9)
    """
    if plain in _NAMED:
        return today + timedelta(days=_NAMED[plain])
    words = plain.split()
    if words[-1:] == ["ago"]:
        return _after(words[:-1], today, -1)
    if words[:1] == ["in"]:
        return _after(words[1:], today, 1)
    if ahead is None:
        return None
    return _weekday(words, today, ahead=ahead) or _after(words, today, 1 if ahead else -1)


def _weekday(words: list[str], today: date, *, ahead: bool) -> date | None:
    """The next or the last such day; never today, which has a word of its own."""
    name = " ".join(words)
    found = [i for i, day in enumerate(_WEEKDAYS) if day.startswith(name)]
    if len(name) < _SHORTEST or len(found) != 1:
        return None
    if ahead:
        return today + timedelta(days=(found[0] - today.weekday() - 1) % 7 + 1)
    return today - timedelta(days=(today.weekday() - found[0] - 1) % 7 + 1)


def _after(words: list[str], today: date, sign: int) -> date | None:
    if len(words) != 2:  # noqa: PLR2004 -- how many, and of what
        return None
    number, unit = words
    days = _UNITS.get(unit.removesuffix("s"))
    if number.isascii() and number.isdigit() and len(number) <= _SHORTEST:
        many = int(number)
    else:
        many = _NUMBERS.index(number) + 1 if number in _NUMBERS else _MOST + 1
    return today + timedelta(days=sign * many * days) if days and many <= _MOST else None
