"""What stands between an audit and its sign-off: the school may sign all the same, knowing it."""

from ap_audit.interview.conversation import Conversation
from ap_audit.interview.said import listed
from ap_audit.model.wording import count
from ap_audit.model.words import CriterionClass, Rating
from ap_audit.rules.assessment import Outcome

_SHOWN = 5
"""Gateways whose reasons are said; the others are named."""


def tell_what_is_in_the_way(talk: Conversation) -> None:
    """Say which gateways are not open and why, and what else is missing before a sign-off."""
    shut, judged = shut_gateways(talk), list(talk.assessment.judged())
    nobody = [outcome.id for outcome in judged if _unowned(outcome)]
    unknown = [outcome.id for outcome in judged if _key_unknown(outcome)]
    if not (shut or nobody or unknown):
        talk.tell("Nothing stands between this audit and its sign-off.")
        return
    talk.tell("Between this audit and its sign-off:")
    _tell_gateways(talk, shut)
    if nobody:
        said = f"Partly or not met, and nobody has an action for it: {listed(nobody)}."
        talk.tell(said, "  ")
    if unknown:
        number = count(len(unknown), "key question")
        talk.tell(f"{number} not established: {listed(unknown)}.", "  ")


def shut_gateways(talk: Conversation) -> list[Outcome]:
    """The gateways that are not open, in order."""
    return [o for o in talk.assessment.gateways() if o.gate is not None and not o.gate.is_open]


def _tell_gateways(talk: Conversation, shut: list[Outcome]) -> None:
    if not shut:
        return
    talk.tell(f"{count(len(shut), 'gateway')} not open:", "  ")
    looked_at = [outcome for outcome in shut if outcome.recorded is not Rating.NOT_CHECKED]
    for outcome in looked_at[:_SHOWN]:
        why = " ".join(_first_sentence(because) for because in outcome.gate_because)
        talk.tell(f"{outcome.id}: {why}", "    ")
    if more := [outcome.id for outcome in looked_at[_SHOWN:]]:
        talk.tell(f"looked at too: {listed(more)}", "    ")
    if unseen := [outcome.id for outcome in shut if outcome.recorded is Rating.NOT_CHECKED]:
        talk.tell(f"not yet checked: {listed(unseen)}", "    ")


def _first_sentence(text: str) -> str:
    """What is the matter; what to do about it was said when the answer was given."""
    first, stop, _ = text.partition(". ")
    return f"{first}." if stop else text


def _unowned(outcome: Outcome) -> bool:
    """Whether it falls short with no action that is still open; each action has an owner."""
    if outcome.recorded not in (Rating.PARTLY, Rating.NOT_MET):
        return False
    return all(action.done is not None for action in outcome.answer.actions.values())


def _key_unknown(outcome: Outcome) -> bool:
    return outcome.criterion.class_ is CriterionClass.KEY and outcome.judged.unknown
