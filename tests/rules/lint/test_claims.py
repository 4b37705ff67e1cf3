"""What no checklist may claim."""

import pytest
from msgspec.structs import replace

from ap_audit.model.condition import Data
from ap_audit.model.source import Citation, SourceRegister
from ap_audit.model.words import Severity
from ap_audit.rules.lint.claims import claims, hours_without_guidance, proposals
from tests.builders import INTEGER, REGISTER, checklist, fact, rule
from tests.rules.lint.builders import PLAIN, asks, found_in, what

PROPOSAL = SourceRegister(
    format="ap-audit/sources@1",
    sources={
        **REGISTER.sources,
        "WHITE": replace(REGISTER.sources["LAW"], in_force_from="not in force; a proposal"),
    },
)


@pytest.mark.parametrize("word", ["compliant", "illegal", "Outstanding", "non-compliant"])
def test_never(word: str) -> None:
    """Words that only a court or an inspector could use stand nowhere but in printed headings."""
    told = what(claims(asks(f"Is the provider {word}?")))
    printed = replace(PLAIN, sources=(Citation(source="LAW", heading=f"The {word} school"),))

    assert told == [f"'{word}' claims more than answers can show"]
    assert found_in(claims, printed) == []


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("This place is safe.", ["'safe' claims more than answers can show"]),
        ("The provider is approved.", ["'approved' claims more than answers can show"]),
        ("It is unsafe and approved.", ["'unsafe' claims more than answers can show"]),
        ("That is an approved educational activity.", []),
        ("Ask the safeguarding lead.", []),
        ("It is illegal and safe.", ["'illegal' claims more than answers can show"]),
    ],
)
def test_advice(says: str, told: list[str]) -> None:
    """A rule or verdict never says that a place is safe; a pupil may say so of themselves."""
    spoken = replace(rule(Severity.WARN, {"f": {"number": {"more_than": "1"}}}), says=says)
    whole = checklist(fact("f", number=INTEGER), rules={"R": spoken})

    assert what(claims(whole)) == told
    assert what(claims(asks("Does the pupil say that they feel safe?"))) == []


@pytest.mark.parametrize(
    ("ask", "note", "told"),
    [
        ("Over 18 hours a week?", None, 1),
        ("Over eighteen hours a week?", None, 1),
        ("Over 18 hours a week?", "the figure is guidance, not law", 0),
        ("Is the pupil 18 or over?", None, 0),
    ],
)
def test_eighteen_hours(ask: str, note: str | None, told: int) -> None:
    """The figure is called guidance in the same criterion, be it in the note of a citation."""
    one = replace(PLAIN, ask=ask, sources=(Citation(source="LAW", note=note),))

    assert len(found_in(hours_without_guidance, one)) == told


def test_eighteen_hours_elsewhere() -> None:
    """What another rule says of the figure does not help this one."""
    when: Data = {"f": {"number": {"more_than": "18"}}}
    first = replace(rule(Severity.WARN, when), says="More than 18 hours. That is guidance.")
    second = replace(rule(Severity.WARN, when), says="More than 18 hours.")
    whole = checklist(fact("f", number=INTEGER), rules={"R1": first, "R2": second})

    assert [flaw.path for flaw in hours_without_guidance(whole)] == [("rules", "R2", "says")]


@pytest.mark.parametrize(
    ("citation", "told"),
    [
        (Citation(source="WHITE"), 1),
        (Citation(source="WHITE", note="not law yet"), 1),
        (Citation(source="WHITE", note="proposed, not law"), 0),
        (Citation(source="LAW"), 0),
        (Citation(source="NOWHERE"), 0),
    ],
)
def test_proposals(citation: Citation, told: int) -> None:
    """What is not in force is called proposed, not law."""
    one = replace(PLAIN, sources=(citation,))
    ruled = checklist(
        fact("f", number=INTEGER),
        rules={
            "R": replace(
                rule(Severity.WARN, {"f": {"number": {"more_than": "1"}}}), sources=(citation,)
            )
        },
    )

    assert len(found_in(lambda whole: proposals(whole, PROPOSAL), one)) == told
    assert len(what(proposals(ruled, PROPOSAL))) == told
