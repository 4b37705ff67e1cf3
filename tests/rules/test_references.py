"""Conditions against a checklist: what they name exists, and what they compare can be compared."""

import pytest

from ap_audit.model.condition import Data
from ap_audit.rules.references import condition_flaws
from tests.builders import (
    CHOICE,
    DATE,
    INTEGER,
    MONEY,
    NUMBER,
    TEXT,
    checklist,
    condition,
    criterion,
    fact,
)

EARLIER = [
    criterion("s"),
    fact("one", number=INTEGER),
    fact("several", n=INTEGER, hours=NUMBER, amount=MONEY, day=DATE, sort=CHOICE, called=TEXT),
]
WHOLE = checklist(
    *EARLIER,
    criterion("later"),
    parameters={"most": "3", "unset": None, "span": "12 months"},
)


def flaws(data: Data) -> list[tuple[str, str]]:
    """What is wrong with a condition that may name only the earlier criteria."""
    found = condition_flaws(condition(data), WHOLE, ("when",), among=EARLIER)
    return [(flaw.what, flaw.hint) for flaw in found]


@pytest.mark.parametrize(
    "data",
    [
        {"s": "met"},
        {"s": ["met", "partly"]},
        {"s": "answered"},
        {"s": {"rating": "not-applicable"}},
        {"one": "3"},
        {"one": ["3", "4"]},
        {"one": {"number": {"at_least": "3"}}},
        {"one": {"number": {"more_than": {"parameter": "most"}}}},
        {"one": {"number": {"more_than": {"parameter": "unset"}}}},
        {"one": {"number": {"more_than": {"answer": ["several", "hours"]}}}},
        {"several": {"amount": {"less_than": "5000000"}}},
        {"several": {"day": {"before": "today"}}},
        {"several": {"day": {"after": "2026-09-01"}}},
        {"several": {"day": {"before": {"answer": ["several", "day"]}}}},
        {"several": {"day": {"older_than": "12 months"}}},
        {"several": {"day": {"within_next": {"parameter": "span"}}}},
        {"several": {"day": "answered"}},
        {"several": {"sort": "school"}},
        {"several": {"called": "Ofsted"}},
    ],
)
def test_what_is_sound(data: Data) -> None:
    """Every comparison that makes sense is accepted."""
    assert flaws(data) == []


@pytest.mark.parametrize(
    ("data", "what", "hint"),
    [
        ({"later": "met"}, "'later' is asked later; a condition looks only back", ""),
        (
            {"onne": "3"},
            "'onne' is not a criterion of this checklist",
            "did you mean 'one'?",
        ),
        ({"zzz": "3"}, "'zzz' is not a criterion of this checklist", ""),
        (
            {"s": "mett"},
            "'mett' is not a rating",
            "use one of: met, partly, not-met, cannot-tell, not-applicable, not-checked",
        ),
        (
            {"s": {"rating": {"at_least": "met"}}},
            "a rating cannot be compared with 'at_least'",
            "",
        ),
        ({"s": {"n": "3"}}, "'s' records no 'n'", "it records: nothing"),
        ({"one": {"n": "3"}}, "'one' records no 'n'", "it records: number"),
        (
            {"one": {"rating": "met"}},
            "'one' is a record and is never rated",
            "test one of its values",
        ),
        (
            {"several": "answered"},
            "'several' is a record and is never rated",
            "test one of its values",
        ),
        (
            {"several": {"sort": {"at_least": "3"}}},
            "'at_least' compares numbers, and 'sort' is of type choice",
            "",
        ),
        (
            {"several": {"n": {"before": "today"}}},
            "'before' compares dates, and 'n' is of type integer",
            "",
        ),
        (
            {"several": {"n": {"older_than": "1 year"}}},
            "'older_than' compares dates, and 'n' is of type integer",
            "",
        ),
        (
            {"several": {"n": {"at_least": "today"}}},
            "'at_least' cannot be compared with today",
            "",
        ),
        (
            {"several": {"day": {"older_than": "today"}}},
            "'older_than' cannot be compared with today",
            "",
        ),
        (
            {"several": {"day": "today"}},
            "'today' cannot be compared with 'day'",
            "expected a date as year-month-day, such as 2026-11-23",
        ),
        (
            {"several": {"n": "three"}},
            "'three' cannot be compared with 'n'",
            "expected a whole number, such as 4",
        ),
        (
            {"one": "three"},
            "'three' cannot be compared with 'one'",
            "expected a whole number, such as 4",
        ),
        (
            {"several": {"sort": ["school", "shop"]}},
            "'shop' cannot be compared with 'sort'",
            "expected one of: school, centre",
        ),
        (
            {"several": {"day": {"older_than": "a year"}}},
            "'a year' cannot be compared with 'day'",
            "expected a length of time, such as 12 months",
        ),
        (
            {"several": {"n": {"at_least": {"parameter": "least"}}}},
            "'least' is not a parameter of this checklist",
            "it has: most, unset, span",
        ),
        (
            {"several": {"n": {"at_least": {"parameter": "span"}}}},
            "'12 months' cannot be compared with 'n'",
            "expected a whole number, such as 4",
        ),
        (
            {"several": {"n": {"at_least": {"answer": ["later", "n"]}}}},
            "there is no value 'n' recorded with 'later'",
            "",
        ),
        (
            {"several": {"n": {"at_least": {"answer": ["one", "n"]}}}},
            "there is no value 'n' recorded with 'one'",
            "",
        ),
        (
            {"several": {"n": {"at_least": {"answer": ["several", "day"]}}}},
            "'n' cannot be compared with 'day' of 'several'",
            "",
        ),
        (
            {"several": {"day": {"older_than": {"answer": ["several", "day"]}}}},
            "'day' cannot be compared with 'day' of 'several'",
            "",
        ),
    ],
)
def test_what_is_not(data: Data, what: str, hint: str) -> None:
    """What does not exist or cannot be compared is refused, so that judging never stumbles."""
    assert flaws(data) == [(what, hint)]


def test_no_parameters() -> None:
    """A checklist without parameters says that it has none."""
    data: Data = {"one": {"number": {"at_least": {"parameter": "least"}}}}
    bare = checklist(*EARLIER)
    (flaw,) = condition_flaws(condition(data), bare, (), among=EARLIER)

    assert flaw.hint == "it has: none"


def test_every_flaw_at_once() -> None:
    """Each test of a condition is looked at."""
    assert len(flaws({"any": [{"zzz": "3"}, {"not": {"s": "mett"}}, {"s": "met"}]})) == 2
