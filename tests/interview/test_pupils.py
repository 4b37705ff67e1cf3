"""What looks like pupil data is queried before anything of it is saved."""

import pytest

from ap_audit.errors import Unfinished
from ap_audit.model.audit import Answer
from ap_audit.model.words import Rating
from tests.fakes import Scripted
from tests.interview.builders import LEAD, LOCKS, PUPILS, Talk, checklist_of, hold, hold_over

NAMED = "u pupil Jordan said so"


def saved_texts(talk: Talk) -> str:
    """Everything that ever reached the disk, as text."""
    return repr(talk.disk.saved)


def test_shown_before_it_is_saved() -> None:
    """The words are shown, with what they look like, and discarding saves nothing."""
    talk = hold(NAMED, "d", "q", checklist=checklist_of(LEAD))

    said = " ".join(talk.after(NAMED))
    assert said.startswith('This looks like a pupil\'s name: "Jordan", in "pupil Jordan said so".')
    assert "Nothing of it has been written yet." in said
    assert "c change the words   k keep them, with a reason   d discard" in said
    assert "Discarded: nothing of it was written." in talk.text
    assert talk.text.count("Is there a safeguarding lead?") == 2
    assert talk.disk.saved == []


def test_other_words() -> None:
    """Changed words are saved in their place; what was typed first never is."""
    talk = hold(
        NAMED, "c", "pupil Sam said so", "c", "P07 said so", "q", checklist=checklist_of(LEAD)
    )

    assert talk.audit.answers[LEAD.id] == Answer(
        rating=Rating.CANNOT_TELL,
        note="P07 said so",
        date=talk.audit.date,
        by="AP lead",
    )
    assert "Saved, in the words as changed." in talk.text
    assert "Jordan" not in saved_texts(talk)
    assert "Sam" not in saved_texts(talk)


def test_kept_with_a_reason() -> None:
    """Words that are kept stand with a mark and the reason, and are not asked about again."""
    talk = hold(
        NAMED,
        "?",
        "k",
        "-",
        "the pupil Jordan",
        "a member of staff",
        "q",
        checklist=checklist_of(LEAD),
    )

    answer = talk.audit.answers[LEAD.id]
    assert answer.note == "pupil Jordan said so"
    assert answer.kept == {"name": "a member of staff"}
    assert "Type c, k or d." in talk.text
    assert "Type one line of at most 300 characters, without a name." in talk.text

    again = hold_over(LEAD, "n none named", "s", "q", answer=answer)
    assert "This looks like" not in again.text


def test_two_kinds_in_one_note() -> None:
    """Each find is asked about; reasons of one kind stand side by side."""
    note = "u pupil Jordan and pupil Sam, DOB 4/5/2011"
    talk = hold(
        note, "k", "made up", "k", "made up too", "k", "made up", "q", checklist=checklist_of(LEAD)
    )

    assert talk.audit.answers[LEAD.id].kept == {
        "name": "made up; made up too",
        "date-of-birth": "made up",
    }


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["v", "c", "letter on pupil Jordan", "c", "letter on P07"], "evidence"),
        (["a", "ring about pupil Jordan", "DSL", "s", "c", "letter on P07"], "actions"),
    ],
)
def test_keys_are_made_anew(lines: list[str], place: str) -> None:
    """A key made of the words does not keep what was changed in them."""
    talk = hold_over(LOCKS, *lines, "q")

    assert list(getattr(talk.audit.answers[LOCKS.id], place)) == ["letter-on-p07"]
    assert "ordan" not in saved_texts(talk)


def test_in_a_value() -> None:
    """A reason that a question does not apply is looked at like a note."""
    talk = hold_over(PUPILS, "x pupil Jordan has left", "c", "none attends", "q")

    assert talk.audit.answers[PUPILS.id].reason == "none attends"


def test_on_a_pipe() -> None:
    """Where nobody is there to ask, it ends with the question's id, and without the words."""
    person = Scripted([NAMED, "y"], present=False)

    talk = hold(checklist=checklist_of(LEAD), person=person)

    assert isinstance(talk.error, Unfinished)
    assert "What was given for saf-lead looks like a pupil's name" in talk.error.message
    assert "Jordan" not in f"{talk.error.message} {talk.error.hint}"
    assert talk.disk.saved == []
