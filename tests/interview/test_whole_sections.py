"""A section that does not apply is offered once; one that is judged is asked about at its end."""

from msgspec.structs import replace

from ap_audit.errors import Refused
from ap_audit.model.audit import SectionAnswer
from ap_audit.model.checklist import Checklist, NotApplicable, SectionWord
from ap_audit.model.words import CriterionClass
from tests.interview.builders import CHECKLIST, LEAD, LOCKS, SITE, Disk, Talk, hold

WORDS = {
    "weak": SectionWord(title="Weak", least=0),
    "strong": SectionWord(title="Strong", least=80),
}
FIRST = replace(CHECKLIST.sections[1], id="people", title="People", criteria=(LEAD,))
SECOND = replace(
    CHECKLIST.sections[1],
    id="place",
    title="Place",
    criteria=(
        replace(LOCKS, id="loc", class_=CriterionClass.STANDARD),
        replace(SITE, class_=CriterionClass.STANDARD),
    ),
)
OFFER = "Place: if none of it applies here, this spares 2 questions."


def sections(allowed: NotApplicable = "with-reason", *, judged: bool = False) -> Checklist:
    """Two sections; the second may be left out, and the first is judged or not."""
    first = replace(FIRST, judged=WORDS if judged else {})
    return replace(CHECKLIST, sections=(first, replace(SECOND, not_applicable=allowed)))


def said(talk: Talk, section: str) -> SectionAnswer:
    """What was saved of a section."""
    return talk.audit.said_of(section)


def test_a_section_is_offered_once_at_its_start() -> None:
    """With x and why it falls away, and what brings it back is said."""
    talk = hold("y", "x they meet outdoors", checklist=sections())

    assert talk.text.count(OFFER) == 1
    out = said(talk, "place").not_applicable
    assert out is not None
    assert (out.reason, out.by) == ("they meet outdoors", "AP lead")
    assert "Because of this answer, 2 questions fall away" in talk.text
    assert "ap-audit answer AUDIT place not-checked" in talk.text
    assert talk.ended is not None
    assert talk.ended.left == 0


def test_a_section_that_applies_is_asked() -> None:
    """After s its questions come, and the offer does not come again."""
    talk = hold("y", "s", "n", "b", "n", "s", checklist=sections())

    assert talk.text.count(OFFER) == 1
    assert "loc" in talk.audit.answers


def test_only_x_and_s_are_answers() -> None:
    """What y and n would mean hangs on how it is put, so neither is taken."""
    talk = hold("y", "y", "s", "q", checklist=sections())

    assert talk.audit.answers["loc"].blank
    assert "Type x and why none of it applies, or s." in talk.text


def test_a_line_that_is_not_understood_before_any_question() -> None:
    """The letters grow short only after questions were put; here none was."""
    first = replace(sections(), sections=sections().sections[1:])

    talk = hold("", "s", "q", checklist=first, hints="auto")

    assert talk.text.count(OFFER) == 1
    assert talk.error is None


def test_a_reason_from_the_list() -> None:
    """By its number; without one the questions are asked."""
    listed = hold("y", "x", "1", checklist=sections(("no building", "closed")))
    none = hold("y", "x", "s", "q", checklist=sections(("no building", "closed")))

    out = said(listed, "place").not_applicable
    assert out is not None
    assert out.reason == "no building"
    assert said(none, "place").not_applicable is None
    assert "loc" in none.text


def test_a_section_with_an_answer_in_it_is_not_offered() -> None:
    """It was begun, so it applies."""
    talk = hold("s", "s", "n", "q", checklist=sections())
    again = hold("y", "q", checklist=sections(), audit=talk.audit)

    assert OFFER not in again.text


def test_a_judgement_is_asked_at_the_end_of_its_section() -> None:
    """Once, by number or word, with its reason; it is saved beside the answers."""
    talk = hold("y", "9", "2", "a new lead, and keen", "q", checklist=sections(judged=True))

    made = said(talk, "people").judgement
    assert made is not None
    assert (made.word, made.reason, made.by) == ("strong", "a new lead, and keen", "AP lead")
    assert "People as a whole: how do you judge it? It stands beside the figures." in talk.text
    assert "Type 1 or 2, or s." in talk.text
    assert "Saved: People as a whole, Strong. a new lead, and keen" in talk.text
    again = hold("y", "q", checklist=sections(judged=True), audit=talk.audit, start="saf-lead")
    assert "People as a whole" not in again.text


def test_a_judgement_can_wait() -> None:
    """Neither without a word nor without its reason is anything recorded."""
    later = hold("y", "s", "q", checklist=sections(judged=True))
    bare = hold("y", "weak", "s", "q", checklist=sections(judged=True))

    assert said(later, "people").judgement is None
    assert said(bare, "people").judgement is None
    assert "A judgement needs its reason, so none is recorded." in bare.text


def test_a_section_with_an_open_question_is_not_judged_yet() -> None:
    """It is asked when the last of it has an answer."""
    assert "as a whole" not in hold("s", "q", checklist=sections(judged=True)).text


def test_what_looks_like_pupil_data_is_asked_about_first() -> None:
    """A reason is looked at like a note before it reaches the disk."""
    talk = hold("y", "x born 3 May 2012, alone here", "d", "q", checklist=sections())

    assert "Discarded: nothing of it was written." in talk.text
    assert said(talk, "place").not_applicable is None


def test_words_that_are_kept_say_why_in_the_section() -> None:
    """What looks like pupil data and is none stands with its reason, so that `check` knows."""
    out = hold("y", "x pupil Hillside sent back", "k", "a provider", "q", checklist=sections())
    judged = sections(judged=True)
    made = hold("y", "2", "pupil Hillside liked it", "k", "a provider", "q", checklist=judged)

    assert said(out, "place").kept == {"name": "a provider"}
    assert said(made, "people").kept == {"name": "a provider"}


def test_a_section_that_could_not_be_saved() -> None:
    """It is said not to be, and why."""
    whole = sections()
    first = hold("y", "q", checklist=whole)
    talk = hold(
        "x they meet outdoors", "q", checklist=whole, audit=first.audit, disk=Disk(refusals=1)
    )

    assert "What was said of the section is not saved. Write it down." in talk.text
    assert isinstance(talk.error, Refused)
