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
from ap_audit.model.wording import count, day

FIRST_DAY = ("pl-arrangement", "first-day")
ENDS = (("pl-arrangement", "agreed-end"), ("plan-max-length", "ends"))
ATTENDS = ("about-pupils", "attend")
_NONE, _SOON = "none-yet", "starting"
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


def denies(audit: Audit) -> bool:
    """Whether a provider's audit records that none of our pupils attends now."""
    return recorded_fact(audit, *ATTENDS) in (_NONE, _SOON)


def denied(audit: Audit, there: int, begun: int) -> str:
    """That a provider's audit leaves out pupils who are *there*; empty where it does not.

    Of those only about to start it is so once they have *begun* on a day that is known.
    """
    recorded = recorded_fact(audit, *ATTENDS)
    if recorded == _NONE and there:
        goes_on = count(there, "placement there goes on", "placements there go on")
        said = f"The audit records that none of our pupils attends, and {goes_on}"
    elif recorded == _SOON and begun:
        has = count(begun, "placement there has", "placements there have")
        said = f"The audit records that pupils only start soon, and {has} begun"
    else:
        return ""
    return f"{said}. What is asked where pupils attend was left out."


def denied_then(audit: Audit, placement: Placement) -> bool:
    """Whether it did so on the day of that answer, by the placement's own file."""
    on = audit.answer(CriterionId(ATTENDS[0])).date or audit.date
    there = placement.start is not None and placement.start <= on
    over = placement.end is not None and placement.end < on
    return denies(audit) and there and not over


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
