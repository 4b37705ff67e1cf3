"""A condition in words."""

import pytest
from msgspec.structs import replace

from ap_audit.model.condition import Data
from ap_audit.model.derived import Derived, Function
from ap_audit.report.condition_lines import condition_lines
from tests.builders import CHOICE, DATE, NUMBER, checklist, condition, criterion, fact

WHOLE = replace(
    checklist(
        fact("f", kind=CHOICE, hours=NUMBER, on=DATE, since=replace(DATE, ask="Since when?")),
        criterion("c"),
        parameters={"full": "18", "unset": None},
    ),
    derived={"late": Derived(title="Actions past their date", compute=Function.OVERDUE_ACTIONS)},
)


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        ({"f": {"kind": "school"}}, ["- “Which kind?” is “A school”"]),
        ({"f": {"kind": ["school", "centre"]}}, ["- “Which kind?” is “A school” or “A centre”"]),
        ({"c": ["partly", "not-met"]}, ["- “Is c so?” is partly met or not met"]),
        ({"c": "answered"}, ["- “Is c so?” has been answered"]),
        ({"f": {"hours": {"at_least": "5"}}}, ["- “How many hours?” is at least 5 hours"]),
        (
            {"f": {"hours": {"more_than": {"parameter": "full"}}}},
            ["- “How many hours?” is more than the figure “Our full” (18 units)"],
        ),
        (
            {"f": {"hours": {"less_than": {"parameter": "unset"}}}},
            ["- “How many hours?” is less than the figure “Our unset” (not set)"],
        ),
        ({"f": {"on": {"before": "today"}}}, ["- “On what date?” is before the day of judging"]),
        (
            {"f": {"on": {"after": {"answer": ["f", "since"]}}}},
            ["- “On what date?” is after the answer to “Since when?”"],
        ),
        (
            {"f": {"on": {"older_than": "12 months"}}},
            ["- “On what date?” is longer ago than 12 months"],
        ),
        (
            {"f": {"on": {"within_next": "30 days"}}},
            ["- “On what date?” comes within the next 30 days"],
        ),
        (
            {"derived": {"late": {"at_most": "3"}}},
            ["- “Actions past their date” is at most 3"],
        ),
        (
            {"f": {"hours": {"more_than": {"derived": "late"}}}},
            ["- “How many hours?” is more than “Actions past their date”"],
        ),
        (
            {"any": [{"c": "met"}, {"all": [{"c": "partly"}, {"not": {"f": {"kind": "school"}}}]}]},
            [
                "- any of these:",
                "  - “Is c so?” is met",
                "  - all of these:",
                "    - “Is c so?” is partly met",
                "    - it is not so that:",
                "      - “Which kind?” is “A school”",
            ],
        ),
    ],
)
def test_in_words(data: Data, lines: list[str]) -> None:
    """Questions, choices and units stand as a person reads them; groups become nested lists."""
    assert condition_lines(condition(data), WHOLE) == lines
