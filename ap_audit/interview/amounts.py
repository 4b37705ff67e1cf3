"""Money and numbers as people in Britain type them."""

import re
from fractions import Fraction

_DIGITS = r"(?P<whole>\d{1,3}(?:,\d{3}){1,5}|\d{1,18})(?:\.(?P<rest>\d{1,18}))?"
_PLAIN = re.compile(_DIGITS, re.ASCII)
_MONEY = re.compile(rf"(?:£|gbp)?\s*{_DIGITS}\s*(?P<times>[a-z]*)\s*(?:pounds?|gbp)?", re.ASCII)
_TIMES = {
    "": 1,
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mill": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
_NONE = ("none", "nil", "zero")
_MOST_MONEY = 10**12
_MOST = 10**9
_DECIMALS = 4
HOW_MONEY = "Type an amount in pounds, such as 5,000,000, £5m or 10 million."
HOW_NUMBER = "Type a number, such as 18 or 17.5."
HOW_INTEGER = "Type a whole number, such as 4."


def money_from(text: str) -> str | None:
    """The amount as it stands in a file: digits, and two decimals where there are pence; else None.

    >>> money_from("£5m"), money_from("5,000,000"), money_from("2.50")
    ('5000000', '5000000', '2.50')
    """
    found = _MONEY.fullmatch(text.casefold().strip())
    if not found:
        return None
    word = found["times"]
    if word in ("pound", "pounds", "gbp"):
        word = ""
    if word not in _TIMES:
        return None
    pence = _exact(found) * _TIMES[word] * 100
    if pence.denominator != 1 or pence >= _MOST_MONEY * 100:
        return None
    whole, rest = divmod(int(pence), 100)
    return f"{whole}.{rest:02}" if rest else str(whole)


def number_from(text: str, unit: str = "") -> str | None:
    """A number as it stands in a file, at most four decimals; its unit may be typed after it."""
    plain = _without(unit, text)
    if plain in _NONE:
        return "0"
    found = _PLAIN.fullmatch(plain)
    if not found or _exact(found) >= _MOST:
        return None
    rest = (found["rest"] or "").rstrip("0")
    whole = str(int(found["whole"].replace(",", "")))
    if len(rest) > _DECIMALS:
        return None
    return f"{whole}.{rest}" if rest else whole


def integer_from(text: str, unit: str = "") -> str | None:
    """A whole number as it stands in a file; its unit may be typed after it."""
    number = number_from(text, unit)
    return number if number is not None and "." not in number else None


def _exact(found: re.Match[str]) -> Fraction:
    return Fraction(f"{found['whole'].replace(',', '')}.{found['rest'] or '0'}")


def _without(unit: str, text: str) -> str:
    plain = " ".join(text.casefold().split())
    for word in (unit.casefold(), *unit.casefold().split()[:1]):
        if word and plain.endswith(word):
            return plain.removesuffix(word).rstrip()
    return plain
