"""What will be done about an answer, by whom and by when."""

from datetime import date

from msgspec.structs import replace

from ap_audit.interview.conversation import Conversation
from ap_audit.interview.dates import HOW, Likely, date_from
from ap_audit.interview.keys import key_for
from ap_audit.interview.prompts import words_for
from ap_audit.interview.replies import Command
from ap_audit.interview.said import action_said, saved_said
from ap_audit.model.audit import Action
from ap_audit.model.checklist import Criterion
from ap_audit.model.wording import day
from ap_audit.model.words import Severity
from ap_audit.rules.usual_day import usual_day, weight_of

_WHAT = "What will be done about it?\n  s leaves the action for later."
_SOON = {Severity.STOP: ", as this decides", Severity.URGENT: ", as this presses"}
_ME = ("me", "i", "myself")


def ask_for_action(talk: Conversation, criterion: Criterion) -> None:
    """Ask for an action, unless one is open already."""
    if all(action.done is not None for action in talk.answer(criterion).actions.values()):
        add_action(talk, criterion)


def add_action(talk: Conversation, criterion: Criterion) -> None:
    """Ask for one more action."""
    with talk.busy(Command.ACTION):
        what = words_for(talk, criterion, _WHAT)
        owner = _owner(talk, criterion) if what else ""
        if not owner:
            talk.tell(
                f"No action is recorded. It can be added later: g {criterion.id} comes back here."
            )
            return
        action = Action(what=what, owner=owner, due=_due(talk, criterion))
    before = talk.answer(criterion)
    # One that is done stays as it is, even where the words are the same.
    key = key_for(what, dict.fromkeys(before.actions, ""), "action")
    answer = replace(before, actions={**before.actions, key: action})
    talk.record(criterion, answer, saved_said(action_said(action, talk.today)))


def _owner(talk: Conversation, criterion: Criterion) -> str:
    prompt = f"Who will do it? A role, such as AP lead.\n  Enter alone: {talk.by}"
    typed = words_for(talk, criterion, prompt, alone=talk.by)
    # "me" would mean somebody else to whoever reads it next.
    return talk.by if typed.casefold() in _ME else typed


def _due(talk: Conversation, criterion: Criterion) -> date | None:
    weight = weight_of(talk.assessment, criterion.key)
    usual = usual_day(weight, talk.audit.subject, talk.today)
    prompt = (
        "By when? Without a year, the next such day is taken.\n"
        f"  Enter alone: {day(usual)}{_SOON.get(weight, '')}   s sets no date"
    )
    while True:
        typed = words_for(talk, criterion, prompt, short=True, alone=usual.isoformat())
        if not typed:
            return None
        found = date_from(typed, talk.today, Likely.COMING)
        if isinstance(found, date) and found >= talk.today:
            return found
        talk.not_understood(
            criterion, found if isinstance(found, str) else f"That day has passed. {HOW}"
        )
