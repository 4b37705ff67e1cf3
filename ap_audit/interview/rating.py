"""Asking a question that is rated: the rating and its note first, then what it calls for."""

from msgspec.structs import replace

from ap_audit.interview.choices import rating_choices
from ap_audit.interview.conversation import Conversation
from ap_audit.interview.follow_up import follow_up, gaps, wants_change
from ap_audit.interview.grades import grade_for, graded, scale_line
from ap_audit.interview.moves import Back, GoTo, Onward
from ap_audit.interview.notes import keep_note
from ap_audit.interview.prompts import typed_aside, words_for
from ap_audit.interview.question import question_text
from ap_audit.interview.reasons import reason_for
from ap_audit.interview.replies import AsLastTime, NotNow, Rated, Text, not_an_answer
from ap_audit.interview.said import saved_said
from ap_audit.interview.settling import Finish, settle
from ap_audit.model.checklist import Criterion
from ap_audit.model.words import Backing, Rating

_WHY = {
    Rating.PARTLY: "What is missing?",
    Rating.NOT_MET: "What was found?",
}


def ask_rated(talk: Conversation, criterion: Criterion) -> None:
    """Ask until there is a rating or the person goes on; saved before anything more is asked."""
    note_before = talk.answer(criterion).note
    talk.person.say(question_text(talk.question(criterion), talk.person.width))
    finish = settle(talk, criterion)
    if finish is None:
        follow_up(talk, criterion, again=False)
        return
    reply = _rating_typed(talk, criterion)
    if isinstance(reply, NotNow):
        if reply.words:
            keep_note(talk, criterion, reply.words)
        else:
            talk.tell("Left for later." if talk.answer(criterion).blank else "Kept as it was.")
        return
    before = talk.answer(criterion)
    _save_rating(talk, criterion, reply, finish, fresh=before.note != note_before)
    again = before.rating is not reply.rating
    try:
        if not again and not gaps(talk, criterion):
            again = wants_change(talk, criterion)
        follow_up(talk, criterion, again=again)
    except Back:
        raise GoTo(criterion) from None


def _rating_typed(talk: Conversation, criterion: Criterion) -> Rated | NotNow:
    def choices() -> str:
        question, width = talk.question(criterion), talk.person.width
        choices = rating_choices(question, width, brief=talk.brief)
        scale = talk.checklist.scale
        return f"{scale_line(scale)}\n{choices}" if scale else choices

    while True:
        reply = typed_aside(talk, criterion, choices)
        match reply:
            case Text(words):
                found = graded(talk.checklist.scale, words)
                if found is not None:
                    return found
                talk.not_understood(criterion, not_an_answer(words))
            case AsLastTime(words):
                repeated = _as_last_time(talk, criterion, words)
                if isinstance(repeated, Rated):
                    return repeated
                talk.not_understood(criterion, repeated)
            case Rated(Rating.NOT_APPLICABLE) if criterion.not_applicable == "never":
                talk.not_understood(
                    criterion, "This question always applies, so x is not an answer here."
                )
            case Rated() | NotNow():
                if reply.words:
                    talk.person.discard()
                return reply


def _as_last_time(talk: Conversation, criterion: Criterion, words: str) -> Rated | str:
    """Last time's rating and note; or a sentence why it cannot be repeated."""
    question = talk.question(criterion)
    if not question.has_last or question.last.rating is None:
        return "There is no answer of last time to repeat."
    if not question.repeatable:
        return "This has to be looked at afresh each time, so = is not an answer here."
    if question.last.rating is Rating.NOT_APPLICABLE:
        if criterion.not_applicable == "never":
            return "Last time this did not apply; now it always does."
        return Rated(Rating.NOT_APPLICABLE, question.last.reason or words)
    return Rated(question.last.rating, words or question.last.note or "")


def _save_rating(
    talk: Conversation, criterion: Criterion, reply: Rated, finish: Finish, *, fresh: bool
) -> None:
    reason: str | None = None
    if reply.rating is Rating.NOT_APPLICABLE:
        reason, note = reason_for(talk, criterion, reply.words)
        if not note and _needs_note(criterion, reply.rating):
            note = _note_for(talk, criterion, Rated(reply.rating), fresh=fresh)
    else:
        note = _note_for(talk, criterion, reply, fresh=fresh)
    grade = grade_for(talk, criterion, reply)
    before = talk.answer(criterion)
    answer = replace(
        before,
        rating=reply.rating,
        grade=grade,
        reason=reason,
        note=note or before.note,
        date=talk.today,
        by=talk.by,
    )
    word = talk.checklist.scale[grade].title if grade else reply.rating.title
    said = f"{word}: {reason}" if reason else word
    shown = saved_said(said, note if note != before.note else "")
    talk.record(criterion, finish(answer), shown)


def _note_for(talk: Conversation, criterion: Criterion, reply: Rated, *, fresh: bool) -> str:
    """The note: typed with the rating, kept where it still fits, or asked for."""
    before = talk.answer(criterion)
    if reply.words:
        return reply.words
    if before.note and (fresh or before.rating is reply.rating):
        return before.note
    if before.note:
        prompt = f"The note says: {before.note}\nType a new note, or s to keep this one."
        return words_for(talk, criterion, prompt, several=True) or before.note
    if reply.rating not in _WHY and not _needs_note(criterion, reply.rating):
        return ""
    why = _WHY.get(reply.rating, "How is that known?")
    prompt = f"{why} A few words, or m for a longer note."
    if note := words_for(talk, criterion, prompt, several=True):
        return note
    talk.tell(f"{reply.rating.title.capitalize()} needs a note, so this is left as it was.")
    raise Onward


def _needs_note(criterion: Criterion, rating: Rating) -> bool:
    return Backing.NOTE in criterion.requires.get(rating, ())
