"""What holds for every line that anybody can type."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ap_audit.errors import Refused, Unfinished
from ap_audit.interview.replies import NotUnderstood, aside_from, reply_from
from ap_audit.interview.tidy import tidy
from ap_audit.interview.typed_values import value_from
from ap_audit.model.audit import Answer, OtherAnswer
from ap_audit.model.checklist import ValueSpec, ValueType
from ap_audit.model.words import Rating
from ap_audit.model.workspace import Hints
from ap_audit.rules.conformity import conformity
from ap_audit.rules.values import typed
from tests.characters import ANY_CHARACTER
from tests.fakes import Scripted
from tests.interview.builders import (
    CHECKLIST,
    CHECKS,
    LEAD,
    SCALE,
    TODAY,
    Disk,
    audit_of,
    hold,
)
from tests.interview.test_whole_sections import WORDS as JUDGED

ANYTHING = st.text(ANY_CHARACTER, max_size=40)
LETTERS = st.sampled_from("ypnuxs=?bgmevaqtcohr123.")
WORDS = ("12", "123456", "today", "tomorrow", "4/12/2026", "met", "p missing", "x 1", "c letter")
MORE = ("g saf", "g 3", "u no", "s later", "AP lead", "- y", "")
LIKELY = LETTERS | LETTERS | st.sampled_from((*WORDS, *MORE))
LINES = st.lists(LIKELY | LIKELY | ANYTHING, max_size=60)


@given(ANYTHING)
def test_no_line_raises(line: str) -> None:
    """Every line means something or is refused in a sentence."""
    for reply in (reply_from(line), reply_from(line, reversed_=True), aside_from(line)):
        assert not isinstance(reply, NotUnderstood) or reply.says.endswith((".", "note."))


@given(st.sampled_from(ValueType), ANYTHING)
def test_what_is_recorded_can_be_read(kind: ValueType, line: str) -> None:
    """A value that was understood is one that the rules can read."""
    spec = ValueSpec(type=kind, ask="?", choices={"one": "One", "two": "Two"})

    found = value_from(spec, tidy(line), TODAY)

    assert not hasattr(found, "text") or typed(spec, found.text) is not None


@given(ANYTHING)
def test_tidy_twice(line: str) -> None:
    """What is tidy stays as it is."""
    assert tidy(tidy(line)) == tidy(line)


@given(LINES, st.booleans())
def test_saves_equal_the_audit(lines: list[str], present: bool) -> None:  # noqa: FBT001 - given by place
    """Whatever is typed, the last save is the audit as it ends, and it fits its checklist."""
    disk = Disk()

    talk = hold(person=Scripted(lines, present=present), disk=disk)

    last = disk.saved[-1] if disk.saved else audit_of()
    assert talk.error is None or isinstance(talk.error, Unfinished)
    assert talk.ended is None or talk.ended.audit == last
    assert [flaw for flaw in conformity(CHECKLIST, last) if not flaw.warning] == []
    assert all(
        answer.note or answer.rating not in (Rating.PARTLY, Rating.NOT_MET)
        for answer in last.answers.values()
    )


@given(LINES, st.sampled_from(["auto", "full", "short"]), st.sampled_from(Rating))
def test_whatever_stood_before(lines: list[str], hints: Hints, rating: Rating) -> None:
    """Short hints, sections that may be left out and a second auditor's answers end nothing."""
    sections = tuple(
        replace(one, not_applicable="with-reason", judged=JUDGED) for one in CHECKLIST.sections
    )
    checklist = replace(CHECKLIST, sections=sections, scale=SCALE)
    other = OtherAnswer(rating=rating, note="not on Fridays", by="Deputy", date=TODAY)
    before = Answer(rating=Rating.MET, note="always", date=TODAY, by="AP lead", other=other)
    audit = audit_of({CHECKS.id: before, LEAD.id: before}, checklist)

    talk = hold(*lines, checklist=checklist, audit=audit, hints=hints)

    last = talk.disk.saved[-1] if talk.disk.saved else audit
    assert talk.error is None or isinstance(talk.error, Unfinished)
    assert [flaw for flaw in conformity(checklist, last) if not flaw.warning] == []


@given(st.lists(st.sampled_from(["", " ", "\t", "\n", "\x00", "\u200b", "-", "- y"]), max_size=20))
def test_enter_never_answers(lines: list[str]) -> None:
    """Enter alone, spaces and bullets leave the audit as it was."""
    for start in ("", "saf-checks", "saf-site"):
        assert hold(*lines, start=start).disk.saved == []


@given(LINES, st.integers(0, 5))
def test_saved_is_only_said_after_saving(lines: list[str], refusals: int) -> None:
    """There are as many lines that say Saved as there were saves, whatever the disk does."""
    disk = Disk(refusals=refusals)

    talk = hold(*lines, disk=disk)

    assert talk.error is None or isinstance(talk.error, Unfinished | Refused)
    said = [line for line in talk.person.transcript if line.startswith("Saved: ")]
    assert len(said) == len(disk.saved)
