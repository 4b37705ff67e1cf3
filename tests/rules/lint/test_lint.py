"""The whole linter: the shipped checklists are clean, and everything wrong is told at once."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from ap_audit.files.library import Edition, Library
from ap_audit.model.source import Citation, SourceRegister
from ap_audit.model.words import CriterionClass, Rating, Severity
from ap_audit.rules.lint.lint import lint
from ap_audit.rules.soundness import soundness
from tests.builders import CHOICE, REGISTER, checklist, criterion, fact, gateway, rule
from tests.rules.lint.builders import PLAIN, what

LIBRARY = Library(shipped=Path(__file__).parents[3] / "checklists")
TODAY = date(2026, 11, 25)
GLOSSARY = LIBRARY.glossary()


@pytest.fixture(scope="session")
def editions() -> dict[str, Edition]:
    """Every shipped edition."""
    return {reference: LIBRARY.edition(reference) for reference in LIBRARY.references()}


@pytest.mark.parametrize("reference", LIBRARY.references())
def test_the_shipped_ones(editions: dict[str, Edition], reference: str) -> None:
    """A shipped checklist has no flaw and no warning."""
    edition = editions[reference]
    others = [one.checklist for name, one in editions.items() if name != reference]

    assert soundness(edition.checklist, edition.register) == ()
    assert (
        what(lint(edition.checklist, edition.register, GLOSSARY, today=TODAY, others=others)) == []
    )


def test_words_of_the_glossary_have_known_sources() -> None:
    """Each source that the glossary names is in the register."""
    cited = {term.source for term in GLOSSARY.terms.values() if term.source}

    assert cited <= LIBRARY.register().sources.keys()


def test_everything_at_once() -> None:
    """Each check is made, and none hides another."""
    register = SourceRegister(
        format="ap-audit/sources@1",
        sources={
            "OLD": replace(
                REGISTER.sources["LAW"], review_by=date(2026, 1, 1), in_force_from="not in force"
            )
        },
    )
    ratings = dict.fromkeys((Rating.MET, Rating.PARTLY, Rating.NOT_MET), "It is so.")
    worst = replace(
        criterion("worst", CriterionClass.STANDARD, weight=9, when={"f": ["school", "centre"]}),
        ask="Is the XYZ robust; are 18 hours illegal?",
        why="word " * 41,
        ratings=ratings,
        sources=(Citation(source="OLD"),),
    )
    whole = checklist(
        replace(fact("f", kind=CHOICE), why=None),
        gateway("g"),
        worst,
        rules={"R": rule(Severity.WARN, {"worst": "met"})},
    )
    other = replace(checklist(replace(PLAIN, id="g", ask="Something else?")), id="other")

    told = " ".join(what(lint(whole, register, GLOSSARY, today=TODAY, others=(other,))))

    for words in (
        "why it is asked",
        "what to look for",
        "is described as",
        "weighs 9",
        "always holds",
        "names no source",
        "due for review",
        "is a proposal",
        "names 18 hours",
        "'illegal' claims",
        "two things at once",
        "'XYZ' is an abbreviation",
        "'robust' is a word",
        "sentence of 41 words",
        "asks something else",
    ):
        assert words in told
