"""The note of an answer: saved on its own, or written at length."""

from msgspec.structs import replace

from ap_audit.interview.conversation import Conversation
from ap_audit.interview.person import NoMoreAnswers, NotEdited
from ap_audit.interview.said import saved_said
from ap_audit.interview.tidy import tidy
from ap_audit.model.audit import UNANSWERED
from ap_audit.model.checklist import Criterion


def longer_note(talk: Conversation, criterion: Criterion, first: str = "") -> None:
    """Take lines until a full stop on its own line, and save them as the note."""
    if note := longer_text(talk, first):
        keep_note(talk, criterion, note)
    else:
        talk.tell("Nothing was typed, so the note is as it was.")


def longer_text(talk: Conversation, first: str = "") -> str:
    """The lines typed until a full stop on its own line; empty where there are none."""
    talk.tell("Type or paste the note. End it with a full stop alone on a line.")
    return tidy("\n".join([first, *_lines(talk)]))


def note_in_editor(talk: Conversation, criterion: Criterion) -> None:
    """Let the person write the note in their editor, and save it where it changed."""
    before = talk.answer(criterion).note or ""
    note = edited_text(talk, before)
    if note and note != tidy(before):
        keep_note(talk, criterion, note)
    elif note:
        talk.tell("The note is as it was.")


def edited_text(talk: Conversation, text: str = "") -> str:
    """What the person's editor gave back; empty where it gave nothing, which is said."""
    try:
        edited = tidy(talk.person.edit(text))
    except NotEdited as error:
        talk.tell(str(error))
        return ""
    if not edited:
        talk.tell("Nothing was written, so nothing is recorded.")
    return edited


def keep_note(talk: Conversation, criterion: Criterion, note: str) -> None:
    """Save a note, and leave the rating as it is."""
    before = talk.answer(criterion)
    answer = replace(before, note=note, date=talk.today, by=talk.by)
    if before.blank:
        answer = replace(answer, rating=before.rating or UNANSWERED.rating)
    said = "note" if not before.blank else "note, not yet checked"
    talk.record(criterion, answer, saved_said(said, note))


def _lines(talk: Conversation) -> list[str]:
    lines: list[str] = []
    while True:
        try:
            typed = talk.person.ask("")
        except NoMoreAnswers as end:
            if end.at_keyboard:
                return lines
            raise
        for line in typed.split("\n"):
            if line.strip() == ".":
                talk.person.discard()
                return lines
            lines.append(line.rstrip())
