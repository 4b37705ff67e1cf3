"""What is a part of another number says that it cannot be more."""

import pytest
from msgspec.structs import replace

from ap_audit.model.checklist import Criterion
from ap_audit.rules.lint.parts import parts_without_a_whole
from tests.builders import CHOICE, INTEGER, fact
from tests.rules.lint.builders import found_in

WHOLE = replace(INTEGER, ask="How many were due?")
PART = replace(INTEGER, ask="How many of those came?")
TOLD = ["asks how many of those, and may be recorded as more than there are"]


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (fact("f", due=WHOLE, came=PART), TOLD),
        (fact("f", due=WHOLE, came=replace(PART, at_most="due")), []),
        (fact("f", due=WHOLE, came=replace(PART, ask="How many came?")), []),
        (fact("f", kind=CHOICE, came=PART), []),
        (fact("f", came=PART), []),
    ],
)
def test_parts(one: Criterion, told: list[str]) -> None:
    """Only beside a number that it can be a part of."""
    assert found_in(parts_without_a_whole, one) == told
