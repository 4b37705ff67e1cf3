"""Where the provider's claim and what was found differ."""

from enum import StrEnum

from ap_audit.model.audit import OtherAnswer
from ap_audit.model.base import Value
from ap_audit.model.words import Rating
from ap_audit.rules.assessment import Assessment, Outcome
from ap_audit.rules.standing import lower


class Side(StrEnum):
    """How a claim and a finding differ, what matters most first."""

    CLAIMED_MORE = "claimed-more"
    """The provider claims better than was found."""
    NOT_FOUND_OUT = "not-found-out"
    """The provider claims something that nobody has established."""
    CLAIMED_LESS = "claimed-less"
    """The school found it better than the provider says."""


class Gap(Value, frozen=True, kw_only=True):
    """One question on which the two differ."""

    side: Side
    outcome: Outcome
    claim: OtherAnswer


def gaps(assessment: Assessment) -> tuple[Gap, ...]:
    """Every difference: what is claimed beyond what was found first, gateways before others.

    The claim is never judged. What counts as found is the answer as judged, so that a rating
    held down by a fact or by missing evidence is a difference too.
    """
    found = [
        Gap(side=side, outcome=outcome, claim=outcome.answer.claim)
        for outcome in assessment.judged()
        if outcome.answer.claim is not None
        and (side := _side(outcome, outcome.answer.claim.rating)) is not None
    ]
    order = list(Side)
    return tuple(
        sorted(found, key=lambda gap: (order.index(gap.side), not gap.outcome.criterion.is_gateway))
    )


def _side(outcome: Outcome, claimed: Rating) -> Side | None:
    judged = outcome.judged
    if claimed is Rating.NOT_CHECKED or claimed is judged:
        return None
    if judged.unknown:
        return None if claimed is Rating.CANNOT_TELL else Side.NOT_FOUND_OUT
    if Rating.NOT_APPLICABLE in (claimed, judged):
        return Side.CLAIMED_MORE if claimed is Rating.NOT_APPLICABLE else Side.CLAIMED_LESS
    return Side.CLAIMED_MORE if lower(claimed, judged) is judged else Side.CLAIMED_LESS
