"""Values as a person reads them."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ap_audit.model.wording import capital, count, day, number, percent, pounds


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (date(2026, 12, 7), "7 December 2026"),
        (date(2027, 1, 31), "31 January 2027"),
        (date(9999, 12, 31), "31 December 9999"),
    ],
)
def test_day(value: date, said: str) -> None:
    """A date is said with its month in words."""
    assert day(value) == said


@given(st.dates())
def test_no_two_days_are_said_alike(value: date) -> None:
    """The words hold the whole date."""
    number_of_day, month, year = day(value).split()

    assert (int(number_of_day), int(year)) == (value.day, value.year)
    assert day(value.replace(day=1)).split()[1] == month


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(5_000_000), "£5,000,000"),
        (Fraction(1999, 100), "£19.99"),
        (Fraction(5, 100), "£0.05"),
        (Fraction(0), "£0"),
        (Fraction(-3, 2), "-£1.50"),
        (Fraction(19999, 1000), "£19.99"),
    ],
)
def test_pounds(value: Fraction, said: str) -> None:
    """Money has its pence only where there are any, and is cut, not rounded."""
    assert pounds(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(18), "18"),
        (Fraction(37, 2), "18.5"),
        (Fraction(1234567, 100), "12,345.67"),
        (Fraction(17999, 1000), "17.99"),
        (Fraction(1805, 100), "18.05"),
        (Fraction(-1, 2), "-0.5"),
        (Fraction(-1, 1000), "0"),
        (Fraction(0), "0"),
    ],
)
def test_number(value: Fraction, said: str) -> None:
    """A number is cut after two decimals, and shows no more zeros than it needs."""
    assert number(value) == said


@pytest.mark.parametrize(
    ("share", "decimals", "said"),
    [
        (Fraction(8996, 10000), 0, "89 %"),
        (Fraction(8996, 10000), 2, "89.96 %"),
        (Fraction(9, 13), 2, "69.23 %"),
        (Fraction(1, 30), 2, "3.33 %"),
        (Fraction(1, 1000), 2, "0.10 %"),
        (Fraction(1, 100), 1, "1.0 %"),
        (Fraction(1), 0, "100 %"),
        (Fraction(0), 0, "0 %"),
    ],
)
def test_percent(share: Fraction, decimals: int, said: str) -> None:
    """A percentage is cut, never rounded up: 89.96 % is not 90 %."""
    assert percent(share, decimals) == said


@given(st.fractions(0, 1), st.integers(0, 4))
def test_a_percentage_never_says_more_than_there_is(share: Fraction, decimals: int) -> None:
    """What is shown is at most the share, and less than one last digit below it."""
    shown = Fraction(percent(share, decimals).removesuffix(" %"))

    assert 0 <= share * 100 - shown < Fraction(1, 10**decimals)


@pytest.mark.parametrize(
    ("how_many", "one", "several", "said"),
    [
        (1, "gateway", "", "1 gateway"),
        (0, "gateway", "", "0 gateways"),
        (3, "gateway", "", "3 gateways"),
        (1, "criterion", "criteria", "1 criterion"),
        (2, "criterion", "criteria", "2 criteria"),
    ],
)
def test_count(how_many: int, one: str, several: str, said: str) -> None:
    """One is singular; none and several are plural."""
    assert count(how_many, one, several) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("not met", "Not met"), ("DBS checks", "DBS checks"), ("", ""), ("élan", "Élan")],
)
def test_capital(text: str, said: str) -> None:
    """Only the first letter changes."""
    assert capital(text) == said
