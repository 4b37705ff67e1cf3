"""The interview: every question in scope, in order, each answer saved before the next is asked."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Literal

from msgspec import Struct

from ap_audit.errors import BadUsage, Unfinished
from ap_audit.interview.actions import add_action
from ap_audit.interview.conversation import Beside, Conversation
from ap_audit.interview.documents import Documents
from ap_audit.interview.evidence import add_evidence
from ap_audit.interview.moves import Again, Back, GoTo, Onward, Stop
from ap_audit.interview.person import NoMoreAnswers, Person
from ap_audit.interview.rating import ask_rated
from ap_audit.interview.records import ask_record
from ap_audit.interview.replies import Command
from ap_audit.interview.saving import Rescue, Save, Saving
from ap_audit.interview.summary import name_of, summarise
from ap_audit.interview.whereabouts import going_on, sought
from ap_audit.interview.whole_sections import ask_if_it_applies, ask_judgement
from ap_audit.model.audit import Audit
from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.checklist import Checklist, Criterion
from ap_audit.model.glossary import NO_WORDS, Glossary
from ap_audit.model.names import CriterionId
from ap_audit.model.source import SourceRegister
from ap_audit.model.words import Stage
from ap_audit.model.workspace import Hints

_LAST = "That was the last question."
_BESIDE: Mapping[Command, Beside] = {
    Command.EVIDENCE: add_evidence,
    Command.ACTION: add_action,
}


class Ended(Struct, frozen=True, kw_only=True):
    """How an interview ended, and the audit as it was last saved."""

    how: Literal["finished", "stopped"]
    audit: Audit
    left: int
    """Questions in scope that nobody has answered, of whatever stage."""


def interview(  # noqa: PLR0913 - what a conversation needs, all by name
    *,
    audit: Audit,
    checklist: Checklist,
    register: SourceRegister,
    person: Person,
    save: Save,
    rescue: Rescue = lambda *_: "",
    today: date,
    calendar: SchoolCalendar,
    by: str,
    previous: Audit | None = None,
    start: str | None = None,
    only: frozenset[CriterionId] | None = None,
    stages: frozenset[Stage] = frozenset(),
    called: str = "",
    hints: Hints = "auto",
    glossary: Glossary = NO_WORDS,
    documents: Documents | None = None,
) -> Ended:
    """Ask what is not yet answered, from *start* (an id or a section) or from the first of it.

    *only* asks these questions instead, answered or not. *stages* leaves those of other stages for
    later; they are judged as not yet checked. *called* is the audit's name on the
    command line. The words of *glossary* are explained where `?` is typed. A path given as
    evidence is looked for in *documents*; without them it stays a text.

    Raises Unfinished where a pipe ran out or held a line that was not understood, and whatever
    *save* raised last where the person left without saving. KeyboardInterrupt passes through.
    """
    talk = Conversation(
        audit=audit,
        checklist=checklist,
        register=register,
        person=person,
        saving=Saving(person, save, rescue),
        today=today,
        calendar=calendar,
        by=by,
        previous=previous,
        stages=stages,
        beside=_BESIDE,
        hints=hints,
        glossary=glossary,
        documents=documents,
    )
    first = _first(talk, start, only)
    if not start and only is None:
        going_on(talk, called)
    try:
        how = _ask_all(talk, first, only, started=bool(start))
    except NoMoreAnswers as end:
        if not end.at_keyboard:
            raise Unfinished("The answers ran out.", hint=talk.still_left()) from None
        person.say()
        how = "stopped"
    person.say()
    talk.tell(_last_words(talk, how, asked=first is not None))
    summarise(talk, called or name_of(talk), whole=how == "finished" and only is None)
    return Ended(how=how, audit=talk.audit, left=len(talk.assessment.unanswered()))


def _last_words(talk: Conversation, how: str, *, asked: bool) -> str:
    if how == "stopped":
        return "Stopped. Every answer is saved."
    if talk.stages and not asked:
        return "Nothing of this stage is left to ask."
    aside = len([outcome for outcome in talk.left() if outcome.id in talk.done])
    return f"{_LAST[:-1]}; {aside} left for later." if aside else _LAST


def _ask_all(
    talk: Conversation,
    first: Criterion | None,
    only: frozenset[CriterionId] | None,
    *,
    started: bool,
) -> Literal["finished", "stopped"]:
    criterion, talk.chosen = first, started
    while criterion is not None:
        try:
            talk.person.say()
            _ask(talk, criterion)
        except Back:
            criterion, talk.chosen = _before(talk, criterion), True
            continue
        except (GoTo, Again) as move:
            criterion, talk.chosen = move.criterion, True
            continue
        except Stop:
            return "stopped"
        talk.chosen = False
        talk.done.add(criterion.key)
        criterion = _next(talk, criterion, only)
    return "finished"


def _ask(talk: Conversation, criterion: Criterion) -> None:
    if ask_if_it_applies(talk, criterion):
        return
    talk.put(criterion)
    with suppress(Onward):
        (ask_record if criterion.is_record else ask_rated)(talk, criterion)
    ask_judgement(talk, criterion)


def _first(
    talk: Conversation, start: str | None, only: frozenset[CriterionId] | None
) -> Criterion | None:
    if not start:
        return _next(talk, None, only)
    found = sought(talk, start)
    if isinstance(found, str):
        raise BadUsage(found, hint="Without --from, it begins at the first question that is left.")
    return found


def _next(
    talk: Conversation, after: Criterion | None, only: frozenset[CriterionId] | None
) -> Criterion | None:
    """The next question to ask: those after this one first, then what was left before it."""
    criteria = list(talk.checklist.criteria())
    at = criteria.index(after) + 1 if after is not None else 0
    wanted = (*talk.left(), *talk.differing()) if only is None else talk.asked()
    due = {outcome.id for outcome in wanted} - talk.done
    if only is not None:
        due &= only
    return next((one for one in criteria[at:] + criteria[:at] if one.key in due), None)


def _before(talk: Conversation, criterion: Criterion) -> Criterion:
    """The question before, answered or not; the first one stays where it is."""
    criteria = [outcome.criterion for outcome in talk.asked()]
    at = criteria.index(criterion) if criterion in criteria else len(criteria)
    if at == 0:
        talk.tell("This is the first question.")
    return criteria[max(at - 1, 0)]
