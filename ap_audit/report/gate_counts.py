"""How many gateways are open, counted and said in one way everywhere.

Those are counted that apply: what does not apply can be neither open nor shut, and its number
stands beside.
"""

from collections import Counter

from ap_audit.model.base import Value
from ap_audit.model.wording import count
from ap_audit.report.wording import GATES
from ap_audit.rules.assessment import Assessment, Gate


class GateCounts(Value, frozen=True, kw_only=True):
    """The gateways in scope by state, and the same in words."""

    opened: int = 0
    failed: int = 0
    not_shown: int = 0
    excused: int = 0
    """Those that do not apply, which are not among the 21."""
    says: str = "–"
    """Such as "14 of 21 gateways open, 1 failed, 6 not shown, 1 does not apply"."""
    brief: str = "–"
    """Where a heading says the rest: "14 of 21"."""


NOT_COUNTED = GateCounts()
"""Of what is not audited."""


def gate_counts(assessment: Assessment) -> GateCounts:
    """Those of one audit."""
    states = Counter(outcome.gate for outcome in assessment.gateways())
    applying = states.total() - states[Gate.EXCUSED]
    return GateCounts(
        opened=states[Gate.OPEN],
        failed=states[Gate.FAILED],
        not_shown=states[Gate.NOT_SHOWN],
        excused=states[Gate.EXCUSED],
        says=_says(states, applying),
        brief=f"{states[Gate.OPEN]} of {applying}" if applying else "–",
    )


def _says(states: Counter[Gate | None], applying: int) -> str:
    if not applying:
        return "No gateway applies here"
    said = [f"{states[Gate.OPEN]} of {count(applying, 'gateway')} open"]
    shut = (Gate.FAILED, Gate.NOT_SHOWN)
    said += [f"{states[gate]} {GATES[gate].word}" for gate in shut if states[gate]]
    if excused := states[Gate.EXCUSED]:
        said.append(count(excused, "does not apply", "do not apply"))
    return ", ".join(said)
