"""What must be settled before an audit can be signed, and what may stay open, knowing it."""

from collections.abc import Iterator

from ap_audit.interview.consequences import snapshot
from ap_audit.interview.conversation import Conversation
from ap_audit.interview.said import listed
from ap_audit.model.names import CriterionId
from ap_audit.model.wording import count
from ap_audit.model.words import CriterionClass, Rating
from ap_audit.rules.assessment import Outcome
from ap_audit.rules.ready import Unsettled, leaves_unused, unowned, unsettled

_SHOWN = 5
"""Answers and gateways whose reasons are said; the others are named."""


def to_settle(talk: Conversation) -> tuple[Unsettled, ...]:
    """What must be settled before anybody can sign."""
    not_used = leaves_unused(talk.assessment, talk.audit.subject)
    return unsettled(talk.assessment, not_used=not_used)


def tell_what_is_in_the_way(talk: Conversation) -> None:
    """Say what must be settled before it can be signed, and what may stay open."""
    must = to_settle(talk)
    if must:
        talk.tell("To settle before it can be signed:")
    for one in must[:_SHOWN]:
        talk.tell(f"{one.id}: {one.because}", "  ")
    if more := must[_SHOWN:]:
        talk.tell(f"and {listed([one.id for one in more])}", "  ")
    said = {one.id for one in must}
    shut = [outcome for outcome in shut_gateways(talk) if outcome.id not in said]
    others = list(_others(talk, said))
    if not (must or shut or others):
        talk.tell("Nothing stands between this audit and its sign-off.")
    if shut or others:
        talk.tell("It may be signed with this open:")
    _tell_gateways(talk, shut)
    for line in others:
        talk.tell(line, "  ")


def _others(talk: Conversation, said: set[CriterionId]) -> Iterator[str]:
    """What else is open: between two auditors, by nobody's action, by a rule, not established."""
    if differ := [outcome.id for outcome in talk.differing()]:
        yield f"Two auditors differ, and it is not settled: {listed(differ)}."
    if nobody := [one for one in unowned(talk.assessment) if one not in said]:
        yield f"Partly or not met, and nobody has an action for it: {listed(nobody)}."
    failed = {because for outcome in shut_gateways(talk) for because in outcome.gate_because}
    for says in snapshot(talk.assessment, ()).holding:
        if says not in failed:
            yield _first_sentence(says)
    if unknown := [one.id for one in talk.assessment.judged() if _key_unknown(one)]:
        yield f"{count(len(unknown), 'key question')} not established: {listed(unknown)}."


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


def _key_unknown(outcome: Outcome) -> bool:
    return outcome.criterion.class_ is CriterionClass.KEY and outcome.judged.unknown
