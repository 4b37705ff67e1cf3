"""Which criteria are judged, and the recorded value that puts the others out of it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import assert_never

from ap_audit.model.checklist import Criterion
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Depth
from ap_audit.rules.assessment import Scope, Truth
from ap_audit.rules.facts import Facts
from ap_audit.rules.truth import weigh

NOTHING: Mapping[CriterionId, str] = MappingProxyType({})


def settle_scopes(
    facts: Facts, depth: Depth, gone: Mapping[CriterionId, str] = NOTHING
) -> dict[str, str]:
    """Settle every scope, in order; the reason for each criterion that is not plainly in scope.

    *gone* are the criteria whose whole section was left out, and why.
    """
    reasons: dict[str, str] = {}
    for key, given in facts.given.items():
        given.scope, because = _scope(given.criterion, facts, depth, gone)
        if because:
            reasons[key] = because
    return reasons


def _scope(
    criterion: Criterion, facts: Facts, depth: Depth, gone: Mapping[CriterionId, str]
) -> tuple[Scope, str]:
    if criterion.depth is not depth and depth is Depth.CORE:
        return Scope.DEEPER, "Asked only in an audit of full depth."
    if criterion.key in gone:
        return Scope.LEFT_OUT, gone[criterion.key]
    if criterion.when is None:
        return Scope.IN, ""
    weighed = weigh(criterion.when, facts, cautious=True)
    match weighed.truth:
        case Truth.HOLDS:
            return Scope.IN, ""
        case Truth.UNKNOWN:
            # Leaving a question out must never improve a result: it is asked until it can be told.
            return Scope.UNSETTLED, weighed.because
        case Truth.FAILS | Truth.MOOT:
            return Scope.OUT, weighed.because
        case _:
            assert_never(weighed.truth)
