"""Words that a reader may not know, and sentences nobody can follow."""

import pytest
from msgspec.structs import replace

from ap_audit.model.glossary import Entry, Glossary
from ap_audit.model.source import Citation
from ap_audit.rules.lint.plain_words import insiders_words, long_sentences, unexplained
from tests.rules.lint.builders import PLAIN, asks, found_in, what

GLOSSARY = Glossary(
    format="ap-audit/glossary@1",
    terms={"DSL": Entry(means="It."), "EHC plan": Entry(means="It.", also=("SENCo",))},
)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        ("Is the DSL there?", []),
        ("Are the DSLs there?", []),
        ("Is there an EHC plan, and a SENCo?", []),
        ("Is it a UK number?", []),
        ("Is the LADO told?", ["LADO"]),
        ("Are the LADO and the MASH told, the LADO first?", ["LADO", "MASH"]),
        ("Is code B agreed?", []),
    ],
)
def test_abbreviations(ask: str, told: list[str]) -> None:
    """Each that the glossary lacks is told once in a text; one letter is none."""
    expected = [f"'{one}' is an abbreviation that the glossary does not explain" for one in told]

    assert what(unexplained(asks(ask), GLOSSARY)) == expected


def test_printed_headings_are_left_alone() -> None:
    """The heading of somebody else's document stands as it is printed."""
    heading = replace(PLAIN, sources=(Citation(source="LAW", heading="The XYZ and robust ABC"),))

    assert found_in(lambda one: unexplained(one, GLOSSARY), heading) == []
    assert found_in(insiders_words, heading) == []


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        ("Is the policy robust?", ["'robust' is a word of the trade"]),
        ("Were Stakeholders asked?", ["'stakeholder' is a word of the trade"]),
        ("Is it in line with the plan?", ["'in line with' is a word of the trade"]),
        ("Is there a plan?", []),
    ],
)
def test_words_of_the_trade(ask: str, told: list[str]) -> None:
    """A word that says little is told, whatever its ending."""
    assert what(insiders_words(asks(ask))) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("word " * 39 + "end.", []),
        ("word " * 40 + "end.", ["has a sentence of 41 words"]),
        ("word " * 30 + "end. " + "word " * 30 + "end.", []),
        ("word " * 30 + "end; " + "word " * 30 + "end.", []),
    ],
)
def test_long_sentences(text: str, told: list[str]) -> None:
    """Forty words are the most; a stop, a colon or a semicolon ends a stretch."""
    assert what(long_sentences(asks(text))) == told
