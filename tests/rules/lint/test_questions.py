"""One question, one idea."""

import pytest
from msgspec.structs import replace

from ap_audit.rules.lint.questions import double_questions
from tests.builders import INTEGER, checklist, fact
from tests.rules.lint.builders import asks, what


@pytest.mark.parametrize(
    ("ask", "joint"),
    [
        ("Is there a lead, and is the lead trained?", "and is the"),
        ("Is there a lead and do they answer the telephone?", "and do they"),
        ("Who leads, and who stands in?", "and who"),
        ("Is there a lead? Are they trained?", "?"),
        ("Is there a lead; or a deputy?", ";"),
        ("Is there a lead and/or a deputy?", "and/or"),
    ],
)
def test_two_ideas(ask: str, joint: str) -> None:
    """What joins the two is quoted."""
    assert what(double_questions(asks(ask))) == [f"may ask two things at once, joined by '{joint}'"]


@pytest.mark.parametrize(
    "ask",
    [
        "Do any of our pupils attend, or are any about to start?",
        "Has it been asked for and received?",
        "Can we say where a pupil is meant to be and is?",
        "Is it settled who is there, and what they may do?",
        "Who else uses the hall, and when?",
        "Do we know who owns and controls the provider?",
    ],
)
def test_one_idea(ask: str) -> None:
    """Or, a pair of verbs, parts of one thing that is settled, and a last word are one idea."""
    assert what(double_questions(asks(ask))) == []


def test_records() -> None:
    """A record's own question stands over those of its values, each of which asks one thing."""
    both = replace(fact("f", number=INTEGER), ask="Which are they, and who leads them?")
    value = fact("f", number=replace(INTEGER, ask="How many are there, and how old are they?"))

    assert what(double_questions(checklist(both))) == []
    assert len(what(double_questions(checklist(value)))) == 1
