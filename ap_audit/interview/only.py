"""Which questions `--only` asks, answered or not."""

from typing import assert_never

from ap_audit.model.names import CriterionId
from ap_audit.model.words import Only, Rating
from ap_audit.rules.assessment import Assessment, Outcome
from ap_audit.rules.moderation import unsettled

NOTHING = {
    Only.GATEWAYS: "Every gateway is open.",
    Only.NOT_MET: "Nothing counts as not met or partly met.",
    Only.NOT_CHECKED: "Every question has been looked at.",
    Only.DIFFERING: "Two auditors differ nowhere, or it is settled.",
}
"""What is said where there are none."""


def chosen(assessment: Assessment, only: Only) -> frozenset[CriterionId]:
    """The questions in scope that belong to that part now."""
    return frozenset(outcome.id for outcome in assessment.judged() if _belongs(outcome, only))


def _belongs(outcome: Outcome, only: Only) -> bool:
    match only:
        case Only.GATEWAYS:
            return outcome.gate is not None and not outcome.gate.is_open
        case Only.NOT_MET:
            return outcome.judged in (Rating.NOT_MET, Rating.PARTLY)
        case Only.NOT_CHECKED:
            return outcome.recorded is Rating.NOT_CHECKED
        case Only.DIFFERING:
            return unsettled(outcome.answer)
        case _:
            assert_never(only)
