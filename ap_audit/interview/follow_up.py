"""What a rating calls for once it is saved: values, evidence, an action; and how it then counts."""

from ap_audit.interview.actions import ask_for_action
from ap_audit.interview.conversation import Conversation
from ap_audit.interview.evidence import ask_how_seen, required, wanting
from ap_audit.interview.prompts import typed_aside
from ap_audit.interview.replies import NotNow, Text
from ap_audit.interview.values import ask_values
from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Criterion
from ap_audit.model.words import Backing, CriterionClass, Rating
from ap_audit.rules.values import lacks_a_value


def gaps(talk: Conversation, criterion: Criterion) -> bool:
    """Whether something that is needed is missing; then that is asked for, and no more."""
    answer = talk.answer(criterion)
    if answer.rating is not Rating.MET:
        return False
    return bool(lacks_a_value(criterion, answer)) or wanting(criterion, answer)


def wants_change(talk: Conversation, criterion: Criterion) -> bool:
    """Whether what else is recorded should be asked again; it is shown first."""
    answer = talk.answer(criterion)
    if not (answer.values or answer.evidence):
        return False
    while True:
        reply = typed_aside(
            talk,
            criterion,
            lambda: "Values and evidence are as shown above.\n  c change them   s keep them",
        )
        match reply:
            case NotNow(""):
                return False
            case Text(words) if words.lower() in ("c", "change"):
                return True
            case _:
                talk.not_understood(criterion, "Type c to change them, or s to keep them.")


def follow_up(talk: Conversation, criterion: Criterion, *, again: bool) -> None:
    """Ask for what the answer calls for; *again*: also for what is there already."""
    answer = talk.answer(criterion)
    if answer.rating in (Rating.MET, Rating.PARTLY, Rating.NOT_MET):
        ask_values(talk, criterion, again=again)
    if answer.rating is Rating.MET or Backing.EVIDENCE in required(criterion, answer):
        ask_how_seen(talk, criterion, again=again)
    if _needs_action(criterion, answer):
        ask_for_action(talk, criterion)
    _tell_standing(talk, criterion)


def _needs_action(criterion: Criterion, answer: Answer) -> bool:
    """What decides or weighs more and falls short, if only in part, needs somebody to see to it."""
    if Backing.ACTION in required(criterion, answer):
        return True
    short = answer.rating in (Rating.PARTLY, Rating.NOT_MET)
    return short and criterion.class_ in (CriterionClass.GATEWAY, CriterionClass.KEY)


def _tell_standing(talk: Conversation, criterion: Criterion) -> None:
    """Say plainly where an answer does not yet count as what was typed."""
    outcome = talk.outcome(criterion)
    if outcome.recorded is not Rating.MET:
        return
    if outcome.gate is not None and not outcome.gate.is_open:
        why = [because for because in outcome.gate_because if because not in talk.heard]
        talk.tell(" ".join(("Recorded, but this gateway is not yet open.", *why)))
    elif outcome.gate is not None:
        talk.tell("This gateway is open.")
    elif outcome.because:
        talk.tell(f"Recorded. {' '.join(outcome.because)}")
