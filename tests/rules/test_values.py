"""Recorded values: what a text means for each kind, what is expected, and how it is said."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ap_audit.model.audit import Answer
from ap_audit.model.checklist import ValueSpec, ValueType
from ap_audit.model.words import Rating
from ap_audit.rules.assessment import RecordedValue, TypedValue
from ap_audit.rules.values import expected, lacks_a_value, recorded_values, said, typed
from tests.builders import CHOICE, DATE, INTEGER, MONEY, NUMBER, TEXT, URN, answer, criterion


@pytest.mark.parametrize(
    ("spec", "text", "value", "words"),
    [
        (DATE, "2026-12-07", date(2026, 12, 7), "7 December 2026"),
        (MONEY, "5000000", Fraction(5_000_000), "£5,000,000"),
        (MONEY, "19.99", Fraction(1999, 100), "£19.99"),
        (NUMBER, "17.5", Fraction(35, 2), "17.5 hours"),
        (INTEGER, "4", Fraction(4), "4"),
        (CHOICE, "school", "school", "A school"),
        (URN, "123456", "123456", "123456"),
        (TEXT, "Ofsted", "Ofsted", "Ofsted"),
    ],
)
def test_what_a_text_means(spec: ValueSpec, text: str, value: TypedValue, words: str) -> None:
    """Each kind has one meaning for a text, and one way to say it, with its unit."""
    assert typed(spec, text) == value
    assert said(spec, value) == words


@pytest.mark.parametrize(
    ("spec", "texts"),
    [
        (DATE, ["", "7 December 2026", "2026-02-30", "2026-1-1", "20261207", "0000-01-01"]),
        (MONEY, ["", "£5", "5,000,000", "-1", "1.5", "1.505", "1e9", "\u0665"]),
        (NUMBER, ["", "17,5", "-1", ".5", "1.", "1.23456", "nan", "1/2"]),
        (INTEGER, ["", "4.0", "-4", "four", "1_000", "1234567890"]),
        (CHOICE, ["", "A school", "School"]),
        (URN, ["", "12345", "1234567", "12345a"]),
        (TEXT, [""]),
    ],
    ids=lambda spec: spec.type.value if isinstance(spec, ValueSpec) else "",
)
def test_what_does_not_fit(spec: ValueSpec, texts: list[str]) -> None:
    """A text that does not fit its kind has no meaning: it is not guessed."""
    assert [text for text in texts if typed(spec, text) is not None] == []


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        (DATE, "a date as year-month-day, such as 2026-11-23"),
        (MONEY, "an amount in pounds, digits only, such as 5000000"),
        (NUMBER, "a number, such as 18 or 17.5"),
        (INTEGER, "a whole number, such as 4"),
        (CHOICE, "one of: school, centre"),
        (URN, "six digits"),
        (TEXT, "some text"),
    ],
    ids=lambda spec: spec.type.value if isinstance(spec, ValueSpec) else "",
)
def test_what_is_expected(spec: ValueSpec, words: str) -> None:
    """Each kind says what it wants, with an example."""
    assert expected(spec) == words


@pytest.mark.parametrize("kind", [ValueType.NUMBER, ValueType.INTEGER])
def test_units(kind: ValueType) -> None:
    """A number carries its unit, and stands alone where it has none."""
    spec = replace(NUMBER, type=kind)

    assert said(spec, Fraction(3)) == "3 hours"
    assert said(spec, Fraction(1)) == "1 hour"
    assert said(replace(spec, unit="hours a week"), Fraction(1)) == "1 hour a week"
    assert said(replace(spec, unit=None), Fraction(3)) == "3"


@given(st.dates())
def test_every_date_can_be_recorded(day: date) -> None:
    """A date written as year-month-day means that date."""
    assert typed(DATE, day.isoformat()) == day


RECORDED = {"expires": DATE, "amount": replace(MONEY, optional=True), "number": INTEGER}


@pytest.mark.parametrize(
    ("given", "lacking"),
    [
        (answer(Rating.MET), ["expires", "number"]),
        (answer(Rating.MET, expires="2026-12-07"), ["number"]),
        (answer(Rating.MET, expires="2026-12-07", number="4"), []),
        (answer(Rating.MET, expires="soon", number="4"), ["expires"]),
    ],
    ids=["nothing", "one of two", "all", "one that does not fit"],
)
def test_lacks_a_value(given: Answer, lacking: list[str]) -> None:
    """What is required and missing, or does not fit, is lacking; what is optional never is."""
    found = lacks_a_value(criterion("c", record=RECORDED), given)

    assert found == tuple(RECORDED[name] for name in lacking)


def test_recorded_values() -> None:
    """Every value that a criterion asks for is listed in order, recorded or not."""
    found = recorded_values(
        criterion("c", record=RECORDED), answer(Rating.MET, number="4", expires="soon")
    )

    assert found == (
        RecordedValue(name="expires", ask="On what date?", shown="", required=True),
        RecordedValue(name="amount", ask="For how much?", shown="", required=False),
        RecordedValue(name="number", ask="How many?", shown="4", required=True),
    )
    assert [value.missing for value in found] == [True, False, False]
