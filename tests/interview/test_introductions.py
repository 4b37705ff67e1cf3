import pytest

from ap_audit.errors import Unfinished
from ap_audit.interview.introductions import ask_role, ask_school
from tests.fakes import Scripted


def test_role() -> None:
    """A role is chosen by number or typed."""
    assert ask_role(Scripted(["2"])) == "Safeguarding lead"
    assert ask_role(Scripted(["", "9", "?", "q", "Inclusion lead"])) == "Inclusion lead"


def test_school() -> None:
    """Enter alone, a list and more than one line are not a school's name."""
    assert ask_school(Scripted(["", "- a", "a\nb", "x" * 301, " St. Jude’s "])) == "St. Jude’s"


def test_no_answer() -> None:
    """Where no answer comes, nothing is begun."""
    with pytest.raises(Unfinished):
        ask_school(Scripted([]))
