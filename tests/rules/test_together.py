import pytest
from msgspec.structs import replace

from ap_audit.model.checklist import Criterion
from ap_audit.rules.together import too_much
from tests.builders import DATE, INTEGER, MONEY, NUMBER, fact

SESSIONS = replace(INTEGER, unit="sessions")
RATE = fact("rate", due=SESSIONS, attended=replace(SESSIONS, at_most="due"))
STAY = fact("stay", first=replace(DATE, at_most="last"), last=replace(DATE, ask="When is the end?"))
SHARE = fact("share", percent=replace(NUMBER, unit="percent", at_most="100"))
MIXED = fact("mixed", hours=replace(NUMBER, at_most="most"), most=INTEGER)
COST = fact("cost", part=replace(MONEY, at_most="whole"), whole=MONEY)


@pytest.mark.parametrize(
    ("one", "values", "says"),
    [
        (
            RATE,
            {"due": "2", "attended": "40"},
            "40 sessions is more than 2 sessions, the answer to: How many?",
        ),
        (RATE, {"due": "40", "attended": "40"}, ""),
        # what is missing, or does not fit its kind, limits nothing
        (RATE, {"due": "2"}, ""),
        (RATE, {"attended": "40"}, ""),
        (RATE, {"due": "few", "attended": "40"}, ""),
        (RATE, {"due": "2", "attended": "all"}, ""),
        (
            STAY,
            {"first": "2027-03-02", "last": "2027-03-01"},
            "2 March 2027 is after 1 March 2027, the answer to: When is the end?",
        ),
        (STAY, {"first": "2027-03-01", "last": "2027-03-01"}, ""),
        (
            SHARE,
            {"percent": "100.1"},
            "100.1 percent is more than 100 percent, the most that there can be.",
        ),
        (SHARE, {"percent": "100"}, ""),
        (
            MIXED,
            {"hours": "4.5", "most": "4"},
            "4.5 hours is more than 4, the answer to: How many?",
        ),
        (COST, {"part": "2", "whole": "1"}, "£2 is more than £1, the answer to: For how much?"),
    ],
)
def test_what_cannot_both_be_so(one: Criterion, values: dict[str, str], says: str) -> None:
    """A table: what is recorded, and what is wrong with it."""
    assert [found.says for found in too_much(one, values)] == ([says] if says else [])


def test_which_value_and_its_limit() -> None:
    """A number has no other value that could be mended."""
    (found,) = too_much(RATE, {"due": "2", "attended": "40"})
    assert (found.name, found.limit) == ("attended", "due")
    (found,) = too_much(SHARE, {"percent": "101"})
    assert (found.name, found.limit) == ("percent", "")
