"""What the school decided, beside what the tool advises; neither stands over the other."""

from collections.abc import Iterator

from ap_audit.model.audit import Audit, Decision
from ap_audit.model.wording import day
from ap_audit.report.view import Advice, DecisionMade
from ap_audit.report.wording import BAND, RUNGS, ended, first_sentence, trimmed
from ap_audit.rules.assessment import Assessment, Gate, Verdict

NOT_DECIDED = "not yet recorded"
_SINCE = 2
_NOTE = "This is advice. The school decides."


def advice(verdict: Verdict) -> Advice:
    """The verdict as advice."""
    says = " ".join(verdict.says.split())
    return Advice(
        rung=verdict.rung.value,
        mark=BAND if verdict.band else RUNGS[verdict.rung],
        title=verdict.title,
        says=says,
        note="" if "the school decides" in says.casefold() else _NOTE,
    )


def decision_made(audit: Audit, assessment: Assessment, now: Assessment | None) -> DecisionMade:
    """The decision. *now* is the same audit judged today, if that is a later date."""
    decision = audit.decision
    if decision.state == "open":
        return DecisionMade(
            signed=False, title=NOT_DECIDED, by="", reason="", beside="", since=trimmed((), _SINCE)
        )
    who = [part for part in (decision.by, decision.role) if part]
    when = [day(decision.date)] if decision.date else []
    return DecisionMade(
        signed=True,
        title=decision.outcome or "Signed, with no outcome recorded",
        by=", ".join(who + when),
        reason=decision.reason or "",
        beside=_beside(decision, assessment.verdict),
        since=trimmed(since(assessment, now), _SINCE),
    )


def since(then: Assessment, now: Assessment | None) -> tuple[str, ...]:
    """What has changed since an audit was signed; nothing where it is not judged again."""
    return tuple(_since(then, now)) if now is not None else ()


def _beside(decision: Decision, verdict: Verdict) -> str:
    shown = decision.advice_shown
    if not shown or shown in (verdict.title, verdict.rung.value):
        return ""
    return f"The advice shown when it was signed was: {ended(shown)}"


def _since(then: Assessment, now: Assessment) -> Iterator[str]:
    if now.verdict.rung is not then.verdict.rung:
        yield f"Judged on {day(now.as_at)}, the advice is: {ended(now.verdict.title)}"
    before = {outcome.id: outcome.gate for outcome in then.gateways()}
    for outcome in now.gateways():
        if outcome.gate not in (Gate.OPEN, Gate.EXCUSED) and before.get(outcome.id) is Gate.OPEN:
            because = first_sentence(outcome.gate_because[0])
            yield f"No longer open: {outcome.criterion.ask} {because}"
    late = {(action.criterion.id, action.key) for action in then.actions if action.overdue}
    for action in now.actions:
        if action.overdue and (action.criterion.id, action.key) not in late:
            yield f"Now overdue: {ended(action.action.what)}"
