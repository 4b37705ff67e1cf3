"""Asking for a fact: a value is recorded and nothing is rated."""

from msgspec.structs import replace

from ap_audit.interview.choices import value_choices
from ap_audit.interview.conversation import Conversation
from ap_audit.interview.lines import fitted
from ap_audit.interview.moves import Back, Onward
from ap_audit.interview.notes import keep_note
from ap_audit.interview.prompts import typed_line
from ap_audit.interview.question import question_text
from ap_audit.interview.reasons import reason_for
from ap_audit.interview.replies import AsLastTime, NotNow, Rated, Text
from ap_audit.interview.said import answer_said, saved_said
from ap_audit.interview.settling import settle
from ap_audit.interview.typed_values import Unclear
from ap_audit.interview.values import (
    asked_with_unit,
    fitting_value,
    keep_value,
    value_shown,
)
from ap_audit.model.checklist import Criterion, ValueType
from ap_audit.model.words import Rating
from ap_audit.rules.moderation import unsettled
from ap_audit.rules.together import too_much
from ap_audit.rules.values import typed


def ask_record(talk: Conversation, criterion: Criterion) -> None:
    """Ask for each value in turn, and save it before the next is asked."""
    talk.person.say(question_text(talk.question(criterion), talk.person.width))
    disputed, finish = unsettled(talk.answer(criterion)), settle(talk, criterion)
    if finish is None:
        return
    names = _parts_to_ask(talk, criterion)
    at = 0
    while at < len(names):
        talk.explaining = False
        try:
            _ask_value(talk, criterion, names[at])
            at += 1
        except Onward:
            return
        except Back:
            if at == 0:
                raise
            at -= 1
    if disputed:
        talk.record(criterion, finish(talk.answer(criterion)), "Saved: settled.")


def _parts_to_ask(talk: Conversation, criterion: Criterion) -> list[str]:
    """Every part; of an answer that was left half given, what comes from the first gap on."""
    names, answer = list(criterion.record), talk.answer(criterion)
    missing = [name for name in names if name not in answer.values]
    if talk.chosen or answer.blank or talk.outcome(criterion).recorded is not Rating.NOT_CHECKED:
        return names
    return names[names.index(missing[0]) :] if missing else names


def _ask_value(talk: Conversation, criterion: Criterion, name: str) -> None:
    """Ask for one value; raises Onward where the whole question is answered otherwise, or left."""
    spec = criterion.record[name]

    def choices() -> str:
        there = name in talk.answer(criterion).values
        leave = "s keep it" if there else "s leave it out" if spec.optional else "s not now"
        question, width = talk.question(criterion), talk.person.width
        letters = value_choices(question, spec, width, leave, brief=talk.brief)
        asked = fitted(f"{_place(criterion, name)}{asked_with_unit(spec)}", width)
        return f"{asked}\n{_so_far(talk, criterion, name)}{letters}"

    while True:
        reply, line = typed_line(talk, criterion, choices)
        if spec.type is ValueType.TEXT and not isinstance(reply, Text) and reply.words:
            reply = Text(line)
        match reply:
            case NotNow(words):
                return _leave(talk, criterion, name, words)
            case AsLastTime():
                _repeat_last(talk, criterion)
            case Rated(Rating.CANNOT_TELL | Rating.NOT_APPLICABLE):
                if _saved_without_value(talk, criterion, name, reply):
                    return None
            case Rated() if spec.type is ValueType.TEXT and len(line) == 1:
                talk.not_understood(criterion, f'"{line}" says too little here. Type a few words.')
            case _:
                found = fitting_value(talk, criterion, name, line)
                if not isinstance(found, Unclear):
                    return keep_value(talk, criterion, name, found.text, found.said)
                talk.not_understood(criterion, found.says)


def _leave(talk: Conversation, criterion: Criterion, name: str, words: str) -> None:
    there, optional = name in talk.answer(criterion).values, criterion.record[name].optional
    if words:
        keep_note(talk, criterion, words)
    else:
        talk.tell("Kept as it was." if there else "Left out." if optional else "Left for later.")
    if not there and not optional:
        raise Onward


def _place(criterion: Criterion, name: str) -> str:
    """Which part of a question is asked, where there are several."""
    names = list(criterion.record)
    return f"{names.index(name) + 1} of {len(names)}: " if len(names) > 1 else ""


def _so_far(talk: Conversation, criterion: Criterion, name: str) -> str:
    """What `s` would keep; a question of one part has said it already."""
    shown = value_shown(talk.answer(criterion), name, criterion.record[name])
    if not shown or len(criterion.record) == 1:
        return ""
    return f"{fitted(shown, talk.person.width, '  So far: ')}\n"


def _saved_without_value(talk: Conversation, criterion: Criterion, name: str, reply: Rated) -> bool:
    """Save that it could not be told or does not apply; whether that was an answer here.

    Raises Onward where it goes for the whole question: what does not apply has no other parts.
    """
    reason: str | None = None
    note = reply.words
    if reply.rating is Rating.NOT_APPLICABLE:
        if criterion.not_applicable == "never":
            talk.not_understood(
                criterion, "This question always applies, so x is not an answer here."
            )
            return False
        reason, note = reason_for(talk, criterion, reply.words)
    before = talk.answer(criterion)
    answer = replace(
        before,
        rating=reply.rating,
        reason=reason,
        note=note or before.note,
        values={key: text for key, text in before.values.items() if key != name},
        date=talk.today,
        by=talk.by,
    )
    said = f"{reply.rating.title}: {reason}" if reason else reply.rating.title
    talk.record(criterion, answer, saved_said(said, note))
    if reply.rating is Rating.NOT_APPLICABLE:
        raise Onward
    return True


def _repeat_last(talk: Conversation, criterion: Criterion) -> None:
    """Save last time's values with today's date, and go on."""
    question = talk.question(criterion)
    values = {
        name: question.last.values[name]
        for name, spec in criterion.record.items()
        if name in question.last.values and typed(spec, question.last.values[name]) is not None
    }
    together = not any(too_much(criterion, values))
    if not question.repeatable or not values or not together:
        talk.not_understood(criterion, "There is no answer of last time to repeat here.")
        return
    before = talk.answer(criterion)
    answer = replace(
        before,
        rating=None,
        reason=None,
        values=values,
        note=question.last.note or before.note,
        date=talk.today,
        by=talk.by,
    )
    said = "as last time" if len(values) > 1 else answer_said(criterion, replace(answer, note=None))
    talk.record(criterion, answer, saved_said(said))
    raise Onward
