"""The rules on a placement that count school days, half-terms or a share, on both sides.

The terms are the usual ones: half-term from 26 to 30 October 2026, the last day on 18 December.
"""

from datetime import date

import pytest

from ap_audit.rules.assessment import Truth
from tests.rules.shipped import TODAY, Values, shipped, truth

HOLDS, FAILS, UNKNOWN, MOOT = Truth.HOLDS, Truth.FAILS, Truth.UNKNOWN, Truth.MOOT


def _direction(notice: str, first_day: str) -> Values:
    return {
        "pl-arrangement": {"basis": "direction", "first-day": first_day},
        "plan-direction-notice": {"notice": notice},
    }


def _suspension(suspended: str, provided: str, care: str = "neither") -> Values:
    return {
        "pl-arrangement": {"basis": "suspension"},
        "pl-pupil": {"care": care},
        "plan-day-six": {"suspended-from": suspended, "provided-from": provided},
    }


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        ("R12", _direction("2026-12-07", "2026-12-10"), FAILS),
        ("R12", _direction("2026-12-08", "2026-12-10"), HOLDS),
        ("R12", _direction("2026-12-09", "2026-12-14"), FAILS),
        ("R12", _direction("2026-12-10", "2026-12-14"), HOLDS),
        ("R12", _direction("2026-10-21", "2026-11-02"), FAILS),
        ("R12", _direction("2026-10-22", "2026-11-02"), HOLDS),
        ("R12", _direction("2026-12-14", "2026-12-10"), HOLDS),
        ("R12", {"pl-arrangement": {"basis": "direction"}}, UNKNOWN),
        ("R12", {"pl-arrangement": {"basis": "ordinary"}}, MOOT),
        ("R15", _suspension("2026-11-30", "2026-12-07"), FAILS),
        ("R15", _suspension("2026-11-30", "2026-12-08"), HOLDS),
        ("R15", _suspension("2026-10-22", "2026-11-05"), FAILS),
        ("R15", _suspension("2026-10-22", "2026-11-06"), HOLDS),
        ("R15", {"pl-arrangement": {"basis": "suspension"}}, UNKNOWN),
        ("R15", {"pl-arrangement": {"basis": "ordinary"}}, MOOT),
        ("R15-first-day", _suspension("2026-11-30", "2026-12-01", "looked-after"), HOLDS),
        ("R15-first-day", _suspension("2026-11-30", "2026-11-30", "looked-after"), FAILS),
        ("R15-first-day", _suspension("2026-11-30", "2026-12-01"), FAILS),
    ],
)
def test_before_the_start(rule: str, values: Values, expected: Truth) -> None:
    """School days are counted: weekends and holidays are none, for the notice and for day six."""
    assert truth(shipped("placement-start@2026.1"), rule, values) is expected


@pytest.mark.parametrize(
    ("held", "following", "today", "expected"),
    [
        ("2026-11-02", "2026-12-25", TODAY, FAILS),
        ("2026-10-23", "2026-12-18", TODAY, FAILS),
        ("2026-10-23", "2026-12-19", TODAY, HOLDS),
        ("2026-10-09", "2026-12-18", TODAY, FAILS),
        ("2026-10-02", "2026-12-18", TODAY, HOLDS),
        ("2026-07-10", "2026-12-18", TODAY, HOLDS),
        ("2026-10-23", "", TODAY, UNKNOWN),
        ("", "2026-12-18", TODAY, UNKNOWN),
        ("2027-02-12", "2027-04-12", date(2027, 4, 12), HOLDS),
    ],
)
def test_review_overdue(held: str, following: str, today: date, expected: Truth) -> None:
    """R09 counts half-terms and school weeks; a holiday of two weeks makes no review late."""
    values = {
        "rev-half-termly": {"held-on": held} if held else {},
        "rev-next-date": {"next-on": following} if following else {},
    }

    assert truth(shipped("placement-review@2026.1"), "R09", values, today=today) is expected


def _missed(missed: str, possible: str) -> Values:
    return {"att-severe": {"missed": missed, "possible": possible}}


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        ("R10", {"rev-next-date": {"next-on": "2027-01-20"}}, FAILS),
        ("R10", {"rev-next-date": {"next-on": "2027-01-21"}}, HOLDS),
        ("R10", {"rev-next-date": {"next-on": "2026-11-25"}}, FAILS),
        ("R10", {"rev-next-date": {"next-on": "2026-11-24"}}, HOLDS),
        ("R10", {}, UNKNOWN),
        ("R28", _missed("10", "100"), HOLDS),
        ("R28", _missed("99", "1000"), FAILS),
        ("R28", {}, UNKNOWN),
        ("R28-severe", _missed("50", "100"), HOLDS),
        ("R28-severe", _missed("499", "1000"), FAILS),
        ("R28", _missed("0", "0"), MOOT),
    ],
)
def test_at_a_review(rule: str, values: Values, expected: Truth) -> None:
    """Shares are compared exactly, and a next review lies neither behind nor too far ahead."""
    assert truth(shipped("placement-review@2026.1"), rule, values) is expected
