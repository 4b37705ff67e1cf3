"""Which words of a glossary occur in a text."""

import pytest
from msgspec.structs import replace

from ap_audit.model.glossary import Entry, Glossary
from ap_audit.rules.terms import criterion_texts, explained, terms_in
from tests.builders import CHOICE, RATINGS, criterion

GLOSSARY = Glossary(
    format="ap-audit/glossary@1",
    terms={
        "URN": Entry(means="A number."),
        "DSL": Entry(
            means="Who leads\non it.", stands_for="designated lead", also=("safeguarding lead",)
        ),
        "barred list": Entry(means="A list."),
    },
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Is there a DSL?", ["DSL"]),
        ("Are there DSLs, each with a URN?", ["DSL", "URN"]),
        ("Is there a Safeguarding\nlead?", ["DSL"]),
        ("Is it on the Barred list, or on barred lists?", ["barred list"]),
        ("Was the urn full?", []),
        ("The DSL-like one, and an XDSL", []),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    """Abbreviations count as written, words in any case, whole ones alone, in order."""
    assert [word for word, _ in terms_in([text], GLOSSARY)] == words


def test_explained() -> None:
    """An abbreviation is spelled out before it is explained."""
    assert explained("DSL", GLOSSARY.terms["DSL"]) == "DSL (designated lead): Who leads on it."
    assert explained("URN", GLOSSARY.terms["URN"]) == "URN: A number."


def test_texts_of_a_criterion() -> None:
    """Everything shown beside a question is looked through."""
    one = replace(criterion("c", record={"kind": CHOICE}), look_for=("a letter",))

    assert list(criterion_texts(one)) == [
        "Is c so?",
        "It matters.",
        "a letter",
        *RATINGS.values(),
        "Which kind?",
        "A school",
        "A centre",
    ]
    assert list(criterion_texts(replace(one, why=None, look_for=(), ratings={}, record={}))) == [
        "Is c so?"
    ]
