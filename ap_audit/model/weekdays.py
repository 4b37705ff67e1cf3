"""The nearest Monday, Friday or weekday to a day; a day that is one already is its own nearest."""

from datetime import date, timedelta

MONDAY, FRIDAY = 0, 4


def on_to(weekday: int, day: date) -> date:
    """This weekday, on the day or after it."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def back_to(weekday: int, day: date) -> date:
    """This weekday, on the day or before it."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def is_weekday(day: date) -> bool:
    """Whether it is a Monday to Friday."""
    return day.weekday() <= FRIDAY


def weekday_from(day: date) -> date:
    """The first weekday, on the day or after it."""
    return day if is_weekday(day) else on_to(MONDAY, day)


def weekday_until(day: date) -> date:
    """The last weekday, on the day or before it."""
    return day if is_weekday(day) else back_to(FRIDAY, day)
