from datetime import date

import pytest

from ap_audit.interview.amounts import integer_from, money_from, number_from
from ap_audit.interview.dates import HOW, Likely, date_from
from ap_audit.interview.typed_values import Recorded, Unclear, how_to_type, value_from
from ap_audit.model.checklist import ValueSpec, ValueType

TODAY = date(2026, 11, 23)
PAST = ValueSpec(type=ValueType.DATE, ask="When was it?", past=True)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4 dec", date(2026, 12, 4)),
        ("4 Dec.", date(2026, 12, 4)),
        ("4th of December", date(2026, 12, 4)),
        ("dec 4", date(2026, 12, 4)),
        ("4/12", date(2026, 12, 4)),
        ("3 sept", date(2026, 9, 3)),
        ("7/12/2026", date(2026, 12, 7)),
        ("7.12.26", date(2026, 12, 7)),
        ("7-12-2026", date(2026, 12, 7)),
        ("2026-12-07", date(2026, 12, 7)),
        ("7 December 2026", date(2026, 12, 7)),
        ("December 7, 2026", date(2026, 12, 7)),
        ("7dec26", date(2026, 12, 7)),
        ("today", TODAY),
        ("Yesterday", date(2026, 11, 22)),
        ("tomorrow", date(2026, 11, 24)),
        ("29/2/2028", date(2028, 2, 29)),
        ("1/1/1900", date(1900, 1, 1)),
        ("31/12/2199", date(2199, 12, 31)),
        ("1/1/76", date(2076, 1, 1)),
        ("1/1/77", date(1977, 1, 1)),
        ("24 may", date(2027, 5, 24)),
        ("25 may", date(2026, 5, 25)),
        ("1 jan", date(2027, 1, 1)),
    ],
)
def test_dates(typed: str, meant: date) -> None:
    """The day comes first; without a year, the nearest such day to today is meant."""
    assert date_from(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "likely", "meant"),
    [
        ("friday", Likely.COMING, date(2026, 11, 27)),
        ("monday", Likely.COMING, date(2026, 11, 30)),
        ("Mon", Likely.PAST, date(2026, 11, 16)),
        ("tues", Likely.PAST, date(2026, 11, 17)),
        ("in two weeks", Likely.COMING, date(2026, 12, 7)),
        ("2 weeks", Likely.COMING, date(2026, 12, 7)),
        ("a fortnight ago", Likely.PAST, date(2026, 11, 9)),
        ("3 days", Likely.PAST, date(2026, 11, 20)),
        ("in 3 days", Likely.NEAREST, date(2026, 11, 26)),
        ("a week ago", Likely.NEAREST, date(2026, 11, 16)),
    ],
)
def test_days_as_they_are_said(typed: str, likely: Likely, meant: date) -> None:
    """A weekday is the next or the last one, never today; from which side, the question tells."""
    assert date_from(typed, TODAY, likely) == meant


@pytest.mark.parametrize("typed", ["t", "s", "in 105 weeks", "in weeks", "two years", "week ago"])
def test_days_that_say_too_little(typed: str) -> None:
    """They are no dates."""
    assert date_from(typed, TODAY, Likely.COMING) == HOW


def test_month_without_a_day() -> None:
    """The day is asked for, beside what was typed."""
    assert date_from("september 2026", TODAY) == (
        "Which day in September? Type it too, such as 1 September 2026."
    )


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("31/2/2026", "There is no 31 February 2026."),
        ("31 feb", "There is no 31 February."),
        ("29/2/2026", "There is no 29 February 2026."),
        ("29 feb", "29 February is not in every year: add the year."),
        ("0/1/2026", "There is no 0 January 2026."),
        ("12/25/2026", "There is no month 25. The day comes first: 7/12/2026 is 7 December 2026."),
        ("1/0/2026", "There is no month 0. The day comes first: 7/12/2026 is 7 December 2026."),
        ("31/12/1899", "The year 1899 does not look right."),
        ("1/1/2200", "The year 2200 does not look right."),
    ],
)
def test_impossible_dates(typed: str, says: str) -> None:
    """A date that cannot be is refused, and the sentence says why."""
    assert date_from(typed, TODAY) == says


@pytest.mark.parametrize(
    "typed", ["", "soon", "1 ju", "1 j", "de 2026", "friday", "2026", "1/2/3/4", "٤/١٢", "7/12/026"]
)
def test_no_dates(typed: str) -> None:
    """What is no date is answered with how to type one."""
    assert str(date_from(typed, TODAY)).startswith("Type a date")


def test_likely_year() -> None:
    """A document's day without a year has been; an action's is still to come; today is both."""
    assert date_from("4 dec", TODAY, Likely.PAST) == date(2025, 12, 4)
    assert date_from("3 nov", TODAY, Likely.COMING) == date(2027, 11, 3)
    assert date_from("23 nov", TODAY, Likely.PAST) == TODAY
    assert date_from("23 nov", TODAY, Likely.COMING) == TODAY


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("£5m", "5000000"),
        ("5 M", "5000000"),
        ("5,000,000", "5000000"),
        ("10 million", "10000000"),
        ("£10 million pounds", "10000000"),
        ("5.5m", "5500000"),
        ("250k", "250000"),
        ("1bn", "1000000000"),
        ("gbp 12", "12"),
        ("12 pounds", "12"),
        ("12 gbp pounds", "12"),
        ("2.5", "2.50"),
        ("2.00", "2"),
        ("0", "0"),
        ("999999999999", "999999999999"),
        ("1000000000000", None),
        ("2.505", None),
        ("5,00", None),
        ("1,0000", None),
        ("5 m m", None),
        ("five million", None),
        ("$5m", None),
        ("£", None),
        ("", None),
        ("-5", None),
        ("9" * 5000, None),
        ("0" * 5000, None),
    ],
)
def test_money(typed: str, text: str | None) -> None:
    """Pounds as people write them become digits, with pence only where there are pence."""
    assert money_from(typed) == text


@pytest.mark.parametrize(
    ("typed", "number", "integer"),
    [
        ("18", "18", "18"),
        ("018", "18", "18"),
        ("18.5", "18.5", None),
        ("18.0", "18", "18"),
        ("18 hours", "18", "18"),
        ("18 hours a week", "18", "18"),
        ("1,200", "1200", "1200"),
        ("999999999", "999999999", "999999999"),
        ("1000000000", None, None),
        ("1.2345", "1.2345", None),
        ("1.23456", None, None),
        ("about 18", None, None),
        ("18 days", None, None),
        ("-1", None, None),
        ("1e3", None, None),
        ("", None, None),
    ],
)
def test_numbers(typed: str, number: str | None, integer: str | None) -> None:
    """Numbers may carry their unit and commas; a whole number is a number without decimals."""
    assert number_from(typed, "hours a week") == number
    assert integer_from(typed, "hours a week") == integer


CHOICE = ValueSpec(
    type=ValueType.CHOICE,
    ask="Does anyone else deliver any of it?",
    choices={
        "none": "No, the provider delivers all of it",
        "some": "Yes, some of it",
        "soon": "It will soon",
    },
)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("1", "none"),
        ("3", "soon"),
        ("some", "some"),
        ("no", "none"),
        ("NO, the", "none"),
        ("yes", "some"),
        ("soo", "soon"),
        ("0", None),
        ("4", None),
        ("so", None),
        ("n", None),
        ("y", None),
        ("i", None),
        ("nobody", None),
        ("9" * 400, None),
        ("²", None),
        ("", None),
    ],
)
def test_choices(typed: str, key: str | None) -> None:
    """A choice is made by its number, its key, or a beginning that no other has."""
    found = value_from(CHOICE, typed, TODAY)

    assert (found.text if isinstance(found, Recorded) else None) == key


def test_whole_words_are_offered() -> None:
    """Where one choice says yes and one says no, what to type names the words that choose them."""
    choices = {"none": "No, all by itself", "some": "Yes, some of it"}
    spec = ValueSpec(type=ValueType.CHOICE, ask="?", choices=choices)

    assert value_from(spec, "y", TODAY) == Unclear("Type 1 or 2, or yes or no.")
    assert value_from(spec, "yes", TODAY) == Recorded("some", "Yes, some of it")


@pytest.mark.parametrize("typed", ["n", "N", "no", "x", "non"])
def test_letters_are_no_choices(typed: str) -> None:
    """A rating's letter, or the beginning of a word it is short for, chooses nothing."""
    spec = ValueSpec(
        type=ValueType.CHOICE, ask="?", choices={"x": "None of these", "all": "All of these"}
    )

    found = value_from(spec, typed, TODAY)

    assert (found.text if isinstance(found, Recorded) else None) == (
        "x" if typed == "non" else None
    )


@pytest.mark.parametrize(
    ("kind", "typed", "text", "said"),
    [
        (ValueType.DATE, "4 dec", "2026-12-04", "4 December 2026"),
        (ValueType.MONEY, "£5m", "5000000", "£5,000,000"),
        (ValueType.NUMBER, "17.50", "17.5", "17.5"),
        (ValueType.INTEGER, "4", "4", "4"),
        (ValueType.URN, "123 456", "123456", "123456"),
        (ValueType.TEXT, "Unit 4", "Unit 4", "Unit 4"),
    ],
)
def test_said_in_full(kind: ValueType, typed: str, text: str, said: str) -> None:
    """What was typed is said back in full, so that a slip shows."""
    assert value_from(ValueSpec(type=kind, ask="?"), typed, TODAY) == Recorded(text, said)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("23 nov", "2026-11-23"),
        ("24 nov", "2025-11-24"),
        ("4 dec", "2025-12-04"),
        ("4 dec 25", "2025-12-04"),
        ("yesterday", "2026-11-22"),
    ],
)
def test_a_date_that_has_been(typed: str, text: str) -> None:
    """Without a year, it is the last such day; today counts."""
    found = value_from(PAST, typed, TODAY)

    assert isinstance(found, Recorded)
    assert found.text == text


@pytest.mark.parametrize("typed", ["4/12/2026", "2026-11-24", "tomorrow"])
def test_a_date_that_has_not_been(typed: str) -> None:
    """What must have been is asked again where it lies ahead, and the year is said."""
    found = value_from(PAST, typed, TODAY)

    assert isinstance(found, Unclear)
    assert "2026" in found.says
    assert "not been yet" in found.says


@pytest.mark.parametrize("kind", ValueType)
def test_every_kind_says_how(kind: ValueType) -> None:
    """What does not fit is answered with what to type."""
    spec = ValueSpec(type=kind, ask="?", choices={"one": "One"})

    found = value_from(spec, "x" * 301, TODAY)

    assert isinstance(found, Unclear)
    assert found.says.startswith("Type")
    assert how_to_type(spec).startswith("Type")


@pytest.mark.parametrize(
    ("typed", "fits"), [("12345", False), ("123456", True), ("1234567", False)]
)
def test_urn(typed: str, *, fits: bool) -> None:
    """A unique reference number has six digits, no fewer and no more."""
    found = value_from(ValueSpec(type=ValueType.URN, ask="?"), typed, TODAY)

    assert isinstance(found, Recorded) is fits
