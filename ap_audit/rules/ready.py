"""What must be settled before anybody signs an audit.

Signing asks that what was answered can stand: a gateway that is met was shown, a gateway that
failed or a key question that is not met has somebody who sees to it, and an answer carries what the
checklist requires of it. It does not ask that everything was answered: a school may decide with
open questions, and the advice says so.
"""

from collections.abc import Iterator

from ap_audit.model.base import Value
from ap_audit.model.names import CriterionId
from ap_audit.model.wording import capital
from ap_audit.model.words import Backing, CriterionClass, Rating, Rung, Subject
from ap_audit.rules.assessment import Assessment, Gate, Outcome
from ap_audit.rules.backing import lacking

_SHORT = (Rating.PARTLY, Rating.NOT_MET)


class Unsettled(Value, frozen=True, kw_only=True):
    """One answer that cannot be signed as it is."""

    id: CriterionId
    because: str
    """A sentence that says what is missing."""


def unsettled(assessment: Assessment, *, not_used: bool = False) -> tuple[Unsettled, ...]:
    """Every answer that cannot be signed as it is, in order.

    Where a provider is *not used*, of what falls short only a failed gateway needs an action.
    """
    return tuple(
        Unsettled(id=outcome.id, because=because)
        for outcome in assessment.judged()
        for because in _missing(outcome, not_used=not_used)
    )


def leaves_unused(assessment: Assessment, subject: Subject, outcome: str = "") -> bool:
    """Whether a provider is not to be used, by the advice or, where there is one, by the *outcome*.

    Only of providers: of a placement or the school itself, what falls short is always seen to.
    """
    verdict = assessment.verdict
    stops = verdict.rung is Rung.STOP and outcome in ("", verdict.title)
    return stops and subject is Subject.PROVIDER


def unowned(assessment: Assessment) -> tuple[CriterionId, ...]:
    """What falls short and nobody has an action for, in order."""
    return tuple(
        outcome.id
        for outcome in assessment.judged()
        if outcome.recorded in _SHORT and not outcome.answer.actions
    )


def _missing(outcome: Outcome, *, not_used: bool) -> Iterator[str]:
    rating, failed = outcome.recorded, outcome.gate is Gate.FAILED
    needs = lacking(outcome.criterion, outcome.answer, rating, seen=outcome.verified)
    carried = [one.title for one in needs if one is not Backing.ACTION]
    if rating is Rating.MET and outcome.gate is Gate.NOT_SHOWN:
        why = " ".join(outcome.gate_because)
        yield f"Met, but not shown: see it, or answer that it could not be told. {why}"
    elif carried:
        yield f"{capital(rating.title)}, but without {' and '.join(carried)}."
    key_not_met = outcome.criterion.class_ is CriterionClass.KEY and rating is Rating.NOT_MET
    # The interview asks an action of a key question partly met, too, and lets it be left for later;
    # a checklist that insists says `requires`.
    wanted = failed or (key_not_met and not not_used)
    if (wanted or Backing.ACTION in needs) and not outcome.answer.actions:
        yield f"{capital(outcome.judged.title)}, and nobody has an action for it."
