"""One question as it is printed: where it stands, what is asked, and what is known."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ap_audit.interview.lines import excerpt, fitted
from ap_audit.interview.said import (
    action_said,
    answer_lines,
    answer_said,
    evidence_said,
    values_said,
)
from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Criterion
from ap_audit.model.source import Citation, SourceRegister
from ap_audit.model.wording import day
from ap_audit.model.words import Rating, Subject
from ap_audit.rules.moderation import unsettled

_LABEL = 14
_NARROW = 60
_SOURCES = 3
UNSEEN = Answer()
"""No answer to show."""


class Standing(Struct, frozen=True, kw_only=True):
    """Where a question stands among those that are asked now."""

    number: int
    of: int
    section: int
    sections: int
    title: str
    answered: int

    def __str__(self) -> str:
        return (
            f"Question {self.number} of {self.of} · "
            f"Section {self.section} of {self.sections}: {self.title} · {self.answered} answered"
        )


class Question(Struct, frozen=True, kw_only=True):
    """Everything that is printed of one question."""

    criterion: Criterion
    standing: Standing
    register: SourceRegister
    subject: Subject
    today: date
    answer: Answer = UNSEEN
    """As it stands in this audit."""
    last: Answer = UNSEEN
    """As it stood in the audit before."""
    against: tuple[str, ...] = ()
    """Why it does not count as the "met" that it was answered with, and what rules say of it."""

    @property
    def has_last(self) -> bool:
        """Whether there is an answer of last time."""
        return not self.last.blank

    @property
    def repeatable(self) -> bool:
        """Whether last time's answer may be given again."""
        return self.has_last and self.criterion.carry == "allowed"


def question_text(question: Question, width: int) -> str:
    """The question in lines that fit, without what may be typed."""
    criterion = question.criterion
    parts = [fitted(str(question.standing), width)]
    if criterion.is_gateway:
        parts.append(fitted(_gateway(question.subject), width))
    parts += ["", criterion.id, fitted(criterion.ask, width), ""]
    facts = list(_facts(question, width))
    if facts:
        parts += [*facts, ""]
    if criterion.polarity == "reversed":
        parts.append(fitted("Asked the other way round: yes counts as not met.", width, "  "))
    return "\n".join(parts)


def cited(citation: Citation, register: SourceRegister) -> str:
    """A source with its weight, and the note that stands with it.

    A note often says how little is known of a source, so it must not wait for `?`.
    """
    source = register.sources.get(citation.source)
    if source is None:
        return citation.source
    weighed = f"{source.short} ({(citation.weight or source.weight).title})"
    return f"{weighed}: {citation.note}" if citation.note else weighed


def _gateway(subject: Subject) -> str:
    if subject is Subject.PROVIDER:
        return "GATEWAY: until this is met, the advice is not to place."
    return "GATEWAY: this decides. No score makes up for it until it is met."


def _facts(question: Question, width: int) -> Iterator[str]:
    criterion = question.criterion
    if criterion.look_for:
        yield _labelled("Look for:", criterion.look_for, width)
    if criterion.sources:
        shown = [cited(citation, question.register) for citation in criterion.sources]
        more = len(shown) - _SOURCES
        extra = [f"and {more} more; type ? twice to see them"] if more > 0 else []
        yield _labelled("Source:", [*shown[:_SOURCES], *extra], width)
    if question.has_last:
        yield _labelled("Last time:", list(_last_time(criterion, question.last)), width)
        still_open = [
            action_said(action, question.today)
            for action in question.last.actions.values()
            if action.done is None
        ]
        if still_open:
            yield _labelled("Action:", still_open, width)
    yield from _so_far(question, width)


def _last_time(criterion: Criterion, last: Answer) -> Iterator[str]:
    """What was answered, what was recorded with it, and what was seen: ask for its successor."""
    yield from answer_lines(criterion, last)
    if not criterion.is_record:
        yield from values_said(criterion, last)
    yield from (f"Seen: {evidence_said(piece)}" for piece in last.evidence.values())


def _so_far(question: Question, width: int) -> Iterator[str]:
    answer, criterion = question.answer, question.criterion
    if answer.claim is not None:
        claim = f"{answer.claim.rating.title}. {answer.claim.note or ''}"
        yield _labelled("They say:", [claim.strip()], width)
    if unsettled(answer):
        yield from _two_answers(criterion, answer, width)
    elif not answer.blank or answer.note:
        yield _labelled("So far:", answer_lines(criterion, answer), width)
        if answer.moderated is not None:
            made = answer.moderated
            settled = f"{made.by}, {day(made.date)}. {excerpt(made.reason)}"
            yield _labelled("Settled:", [settled], width)
    if question.against:
        yield _labelled("But:", [*question.against, *_how_to_mend(question)], width)
    if not criterion.is_record and (values := values_said(criterion, answer)):
        yield _labelled("Recorded:", values, width)
    if answer.evidence:
        seen = [evidence_said(piece) for piece in answer.evidence.values()]
        yield _labelled("Evidence:", seen, width)
    if answer.actions:
        actions = [action_said(action, question.today) for action in answer.actions.values()]
        yield _labelled("Action:", actions, width)


def _how_to_mend(question: Question) -> Iterator[str]:
    """Nobody guesses that the letter that was typed before asks for what is missing."""
    if question.answer.rating is Rating.MET and question.criterion.polarity != "reversed":
        yield "Type y again to complete or change it."


def _two_answers(criterion: Criterion, answer: Answer, width: int) -> Iterator[str]:
    lines = answer_lines(criterion, answer)
    yield _labelled("First:", [f"{_by(answer.by)}{lines[0]}", *lines[1:]], width)
    if answer.other is not None:
        other = answer.other
        second = Answer(rating=other.rating, note=other.note, date=other.date)
        said = f"{_by(other.by)}{answer_said(criterion, second)}"
        yield _labelled("Second:", [said], width)


def _by(role: str | None) -> str:
    return f"{role}: " if role else ""


def _labelled(label: str, items: list[str] | tuple[str, ...], width: int) -> str:
    """Items below one another; where there are several, second lines are indented.

    In a narrow window the label stands on a line of its own, so that the items have room.
    """
    if width < _NARROW:
        return "\n".join([f"  {label}", *(fitted(item, width, "    ", "      ") for item in items)])
    margin = " " * (_LABEL if len(items) == 1 else _LABEL + 2)
    starts = [f"  {label:{_LABEL - 2}}", *[" " * _LABEL] * (len(items) - 1)]
    return "\n".join(
        fitted(item, width, start, margin) for start, item in zip(starts, items, strict=True)
    )
