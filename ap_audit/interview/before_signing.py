"""What stands between an audit and its sign-off: the school may sign all the same, knowing it."""

from collections.abc import Iterator

from ap_audit.interview.conversation import Conversation
from ap_audit.interview.said import listed
from ap_audit.model.wording import count
from ap_audit.model.words import CriterionClass, Rating
from ap_audit.rules.assessment import Outcome

_SHOWN = 5
"""Gateways whose reasons are said; of the others, how many."""


def tell_what_is_in_the_way(talk: Conversation) -> None:
    """Say which gateways are not open and why, and what else is missing before a sign-off."""
    lines = list(_gateways(talk))
    judged = list(talk.assessment.judged())
    if nobody := [outcome.id for outcome in judged if _unowned(outcome)]:
        lines.append(f"Partly or not met, and nobody has an action for it: {listed(nobody)}.")
    if unknown := [outcome.id for outcome in judged if _key_unknown(outcome)]:
        number = count(len(unknown), "key question")
        lines.append(f"{number} not established: {listed(unknown)}.")
    if not lines:
        talk.tell("Nothing stands between this audit and its sign-off.")
        return
    talk.tell("Between this audit and its sign-off:")
    for line in lines:
        talk.tell(line, "  ")


def _gateways(talk: Conversation) -> Iterator[str]:
    shut = [o for o in talk.assessment.gateways() if o.gate is not None and not o.gate.is_open]
    if not shut:
        return
    yield f"{count(len(shut), 'gateway')} not open:"
    looked_at = [outcome for outcome in shut if outcome.recorded is not Rating.NOT_CHECKED]
    for outcome in looked_at[:_SHOWN]:
        yield f"  {outcome.id}: {' '.join(outcome.gate_because)}"
    if (more := len(looked_at) - _SHOWN) > 0:
        yield f"  and {more} more that were looked at"
    if unseen := [outcome.id for outcome in shut if outcome.recorded is Rating.NOT_CHECKED]:
        yield f"  not yet checked: {listed(unseen)}"


def _unowned(outcome: Outcome) -> bool:
    """Whether it falls short with no action that is still open; each action has an owner."""
    if outcome.recorded not in (Rating.PARTLY, Rating.NOT_MET):
        return False
    return all(action.done is not None for action in outcome.answer.actions.values())


def _key_unknown(outcome: Outcome) -> bool:
    return outcome.criterion.class_ is CriterionClass.KEY and outcome.judged.unknown
