"""Conditions that no answers, or all answers, meet."""

import pytest

from ap_audit.model.condition import Data
from ap_audit.model.words import Severity
from ap_audit.rules.lint.reach import unreachable
from tests.builders import CHOICE, DATE, INTEGER, checklist, criterion, fact, rule
from tests.rules.lint.builders import what

NEVER = ["can never hold, whatever is answered"]
ALWAYS = ["always holds, whatever is answered"]


def told(when: Data) -> list[str]:
    """What is said of a rule with this condition."""
    return what(
        unreachable(
            checklist(
                fact("f", kind=CHOICE, number=INTEGER, on=DATE),
                criterion("schools", record={"size": INTEGER}, when={"f": {"kind": "school"}}),
                criterion("c"),
                rules={"R": rule(Severity.NOTE, when)},
            )
        )
    )


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"f": {"kind": "school"}}, []),
        ({"all": [{"f": {"kind": "school"}}, {"f": {"kind": "centre"}}]}, NEVER),
        ({"any": [{"f": {"kind": "school"}}, {"f": {"kind": "centre"}}]}, ALWAYS),
        ({"f": {"kind": ["school", "centre"]}}, ALWAYS),
        ({"not": {"f": {"kind": ["school", "centre"]}}}, NEVER),
        ({"all": [{"c": "met"}, {"c": ["partly", "not-met"]}]}, NEVER),
        ({"c": ["partly", "not-met"]}, []),
        ({"f": {"number": {"at_least": "5", "less_than": "5"}}}, NEVER),
        ({"f": {"number": {"at_least": "5", "at_most": "5"}}}, []),
        ({"f": {"number": {"more_than": "5", "at_most": "5"}}}, NEVER),
        (
            {"any": [{"f": {"number": {"at_least": "5"}}}, {"f": {"number": {"less_than": "6"}}}]},
            ALWAYS,
        ),
        ({"f": {"on": {"before": "today"}}}, []),
        ({"all": [{"f": {"kind": "centre"}}, {"schools": {"size": {"more_than": "3"}}}]}, NEVER),
        ({"all": [{"f": {"kind": "centre"}}, {"not": {"schools": "met"}}]}, NEVER),
        ({"any": [{"f": {"kind": "centre"}}, {"schools": "met"}]}, []),
        ({"nowhere": "met"}, []),
        ({"f": {"nothing": "met"}}, []),
    ],
)
def test_reach(when: Data, expected: list[str]) -> None:
    """Every combination of answers is tried; a test of what is out of scope cannot hold."""
    assert told(when) == expected


def test_a_question() -> None:
    """A question that nobody can ever be asked is told of, where its condition stands."""
    whole = checklist(
        fact("f", kind=CHOICE),
        criterion("c", when={"f": {"kind": "school"}}),
        criterion("d", when={"all": [{"f": {"kind": "centre"}}, {"c": "not-applicable"}]}),
    )

    assert [flaw.path for flaw in unreachable(whole)] == [("sections", 0, "criteria", 2, "when")]


def test_too_many_to_try() -> None:
    """A condition over too many values is left alone."""
    many = {f"c{number}": criterion(f"c{number}") for number in range(6)}
    others: list[Data] = [{name: "met"} for name in many]
    never: Data = {"all": [{"c0": "met"}, {"c0": "partly"}, *others]}

    assert (
        what(unreachable(checklist(*many.values(), rules={"R": rule(Severity.NOTE, never)}))) == []
    )
