"""How values are said to a person: dates, money and numbers in plain British English."""

from datetime import date
from fractions import Fraction

# Not calendar.month_name, which speaks the computer's language.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(value: date) -> str:
    """A date in words.

    >>> day(date(2026, 12, 7))
    '7 December 2026'
    """
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def pounds(value: Fraction) -> str:
    """An amount of money.

    >>> pounds(Fraction(5000000))
    '£5,000,000'
    """
    pence = abs(value.numerator) * 100 // value.denominator
    whole, rest = divmod(pence, 100)
    sign = "-" if value.numerator < 0 and pence else ""
    return f"{sign}£{whole:,}" + (f".{rest:02}" if rest else "")


def number(value: Fraction) -> str:
    """A number, cut (never rounded) after two decimals.

    >>> number(Fraction(37, 2))
    '18.5'
    """
    hundredths = abs(value.numerator) * 100 // value.denominator
    whole, rest = divmod(hundredths, 100)
    decimals = f".{rest:02}".rstrip("0").rstrip(".") if rest else ""
    return ("-" if value.numerator < 0 and hundredths else "") + f"{whole:,}{decimals}"


def percent(value: Fraction, decimals: int = 0) -> str:
    """A share in percent, cut after *decimals*, never rounded up: 89.96 % is never said to be 90 %.

    >>> percent(Fraction(9, 13), 2)
    '69.23 %'
    """
    scaled = value.numerator * 10 ** (2 + decimals) // value.denominator
    whole, rest = divmod(scaled, 10**decimals)
    return f"{whole}.{rest:0{decimals}} %" if decimals else f"{whole} %"


def count(how_many: int, one: str, several: str = "") -> str:
    """A number with its noun.

    >>> count(1, "gateway"), count(3, "gateway"), count(2, "has", "have")
    ('1 gateway', '3 gateways', '2 have')
    """
    return f"{how_many} {one if how_many == 1 else several or one + 's'}"


def capital(text: str) -> str:
    """The text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]
