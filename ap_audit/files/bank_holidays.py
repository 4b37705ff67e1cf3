"""The bank holidays of England, from a library that loads its data from files."""

from datetime import date
from functools import cache


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of England in a year, days given in lieu included."""
    # A third of a second, which only a rule that counts school days is worth.
    from holidays import country_holidays  # noqa: PLC0415

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))
