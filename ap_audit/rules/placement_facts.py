"""Whether a placement's own file and the answers about it say the same.

What falls due comes from the file, what the rules judge from the answers: where the two differ, one
of them is wrong without anybody seeing it.
"""

from collections.abc import Iterator
from datetime import date

from ap_audit.errors import Flaw
from ap_audit.model.audit import Audit
from ap_audit.model.names import CriterionId
from ap_audit.model.placement import Placement
from ap_audit.model.wording import day

FIRST_DAY = ("pl-arrangement", "first-day")
ENDS = (("pl-arrangement", "agreed-end"), ("plan-max-length", "ends"))
_SESSIONS = ("pl-arrangement", "sessions")
_PLAN = ("pl-pupil", "plan", "ehc-plan")
_CARE = ("pl-pupil", "care", "looked-after")


def disagreements(audit: Audit, placement: Placement) -> Iterator[Flaw]:
    """A warning for each recorded fact that the placement's file says otherwise.

    Where pupils attend several providers, the first day at each is not in the file.
    """
    if len(placement.providers) == 1 and placement.start:
        yield from _differs(audit, *FIRST_DAY, placement.start)
    for criterion, name in ENDS:
        if placement.end:
            yield from _differs(audit, criterion, name, placement.end)
    here = placement.providers.get(audit.provider or "")
    if here is not None and here.sessions is not None:
        yield from _differs(audit, *_SESSIONS, here.sessions)
    flags = ((placement.ehc_plan, *_PLAN), (placement.looked_after, *_CARE))
    for flag, criterion, name, word in flags:
        recorded = recorded_fact(audit, criterion, name)
        if flag and recorded and (recorded == word) is not (flag == "applies"):
            yield _flaw(audit, criterion, name, "otherwise")


def recorded_fact(audit: Audit, criterion: str, name: str) -> str:
    """A recorded value as it stands in the file; empty where there is none."""
    return audit.answer(CriterionId(criterion)).values.get(name, "")


def _differs(audit: Audit, criterion: str, name: str, there: date | int) -> Iterator[Flaw]:
    recorded = recorded_fact(audit, criterion, name)
    if recorded and recorded != str(there):
        yield _flaw(audit, criterion, name, day(there) if isinstance(there, date) else str(there))


def _flaw(audit: Audit, criterion: str, name: str, says: str) -> Flaw:
    return Flaw(
        path=("answers", criterion, "values", name),
        what=f"the placement's own file says {says}",
        hint=f"mend the one that is wrong: this, or placements/{audit.placement}.yaml",
        warning=True,
    )
