"""A person's own judgement of a section: beside the figures, and no part of them."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Audit, SectionAnswer, SectionJudgement
from ap_audit.model.checklist import Checklist, Section, SectionWord
from ap_audit.model.words import Rating
from ap_audit.rules.assess import assess
from ap_audit.rules.conformity import conformity
from ap_audit.rules.section_words import word_by_figures
from ap_audit.rules.soundness import soundness
from tests.builders import CALENDAR, REGISTER, TODAY, audit, checklist, criterion, section

STRONG = SectionWord(title="Strong", least=80)
FAIR = SectionWord(title="Fair", least=50)
WEAK = SectionWord(title="Weak", least=0)
JUDGED = replace(
    section("care", criterion("one"), criterion("two")),
    judged={"weak": WEAK, "strong": STRONG, "fair": FAIR},
)
WHOLE = checklist(JUDGED)


def judged(word: str, name: str = "care") -> Audit:
    """An audit in which a person judged a section."""
    made = SectionJudgement(word=word, reason="As it seemed.", by="AP lead", date=TODAY)
    return audit({"one": Rating.MET}).with_section(name, SectionAnswer(judgement=made))


@pytest.mark.parametrize(
    ("worst", "word"),
    [
        (None, None),
        (Fraction(1), STRONG),
        (Fraction(4, 5), STRONG),
        (Fraction(7999, 10000), FAIR),
        (Fraction(1, 2), FAIR),
        (Fraction(49, 100), WEAK),
        (Fraction(0), WEAK),
    ],
)
def test_the_word_by_the_figures(worst: Fraction | None, word: SectionWord | None) -> None:
    """The best word that the worst case reaches, exactly; none where nothing applies."""
    assert word_by_figures(JUDGED, worst) == word


def test_a_section_that_nobody_is_to_judge_has_no_word() -> None:
    """Without words there is nothing to compare."""
    assert word_by_figures(section("plain", criterion("one")), Fraction(1)) is None


def test_a_judgement_moves_nothing() -> None:
    """It is carried to the reports, and every figure, finding and advice stays."""
    without = assess(WHOLE, audit({"one": Rating.MET}), TODAY, CALENDAR)
    found = assess(WHOLE, judged("strong"), TODAY, CALENDAR)

    (result,) = found.sections
    assert result.said.judgement is not None
    assert result.by_figures == FAIR
    plain = replace(result, said=SectionAnswer())
    assert replace(found, sections=(plain,)) == without


@pytest.mark.parametrize(
    ("given", "what", "hint"),
    [
        (judged("strong"), None, ""),
        (
            judged("grand"),
            "'grand' is not a word by which this section is judged",
            "there are: weak, strong, fair",
        ),
        (judged("fair", "core"), "'core' is not a section of test@1", "it has: care"),
    ],
)
def test_what_an_audit_may_say(given: Audit, what: str | None, hint: str) -> None:
    """One of the section's own words, and of a section that there is."""
    flaws = conformity(WHOLE, given)

    assert [(one.what, one.hint) for one in flaws] == ([] if what is None else [(what, hint)])


def test_a_section_without_words() -> None:
    """A judgement where none is asked is named, and what could be said instead: nothing."""
    (flaw,) = conformity(checklist(section("care", criterion("one"))), judged("fair"))

    assert flaw.hint == "there are: none"


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        (JUDGED, None),
        (section("one", criterion("one"), criterion("two")), None),
        (
            replace(JUDGED, judged={"weak": WEAK, "poor": WEAK}),
            "two words begin at the same percent, so the figures could not tell them apart",
        ),
        (replace(JUDGED, judged={"strong": STRONG}), "no word is for the worst"),
        (
            replace(JUDGED, id="two"),
            "'two' is the id of a criterion too, and both can be answered",
        ),
        (
            replace(section("one", criterion("one")), not_applicable="with-reason"),
            "'one' is the id of a criterion too, and both can be answered",
        ),
    ],
)
def test_what_a_checklist_may_ask_of_a_section(changed: Section, what: str | None) -> None:
    """Words with their own beginnings, one for the worst, and an id of its own."""
    whole: Checklist = checklist(changed)

    assert [flaw.what for flaw in soundness(whole, REGISTER)] == ([] if what is None else [what])
