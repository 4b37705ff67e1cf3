"""What falls short, most serious first, and the actions that answer it."""

from collections.abc import Iterator
from datetime import date

from ap_audit.model.checklist import Checklist, Rule
from ap_audit.model.condition import Check, checks_in
from ap_audit.model.names import CriterionId
from ap_audit.model.words import CriterionClass, Rating, Severity
from ap_audit.rules.assessment import Finding, Gate, OpenAction, Outcome, RuleResult, Truth
from ap_audit.rules.derived import criteria_behind

_OF_GATES = {Gate.FAILED: Severity.STOP, Gate.NOT_SHOWN: Severity.URGENT}
_SHORT = {
    CriterionClass.KEY: {Rating.NOT_MET: Severity.URGENT},
    CriterionClass.STANDARD: {Rating.NOT_MET: Severity.WARN, Rating.PARTLY: Severity.NOTE},
}
_OTHERWISE = {CriterionClass.KEY: Severity.WARN, CriterionClass.STANDARD: Severity.NOTE}
_UNDECIDED = {
    Severity.STOP: Severity.URGENT,
    Severity.URGENT: Severity.WARN,
    Severity.WARN: Severity.NOTE,
}


def findings(
    outcomes: tuple[Outcome, ...], rules: tuple[RuleResult, ...], checklist: Checklist
) -> tuple[Finding, ...]:
    """Every criterion and rule that falls short or cannot be told, most serious first."""
    found = [*_of_criteria(outcomes), *_of_rules(rules, checklist)]
    return tuple(sorted(found, key=lambda finding: finding.severity.rank))


def open_actions(
    outcomes: tuple[Outcome, ...], found: tuple[Finding, ...], today: date
) -> tuple[OpenAction, ...]:
    """Every action that is not done: overdue first, then by date, those without a date last."""
    severity = {finding.id: finding.severity for finding in found if not finding.is_rule}
    actions = [
        OpenAction(
            key=key,
            action=action,
            criterion=outcome.criterion,
            severity=severity.get(outcome.id, Severity.NOTE),
            overdue=action.overdue(today),
        )
        for outcome in outcomes
        for key, action in outcome.answer.actions.items()
        if action.done is None
    ]
    return tuple(
        sorted(actions, key=lambda item: (item.action.due or date.max, item.severity.rank))
    )


def _of_criteria(outcomes: tuple[Outcome, ...]) -> Iterator[Finding]:
    for outcome in outcomes:
        severity = _severity(outcome) if outcome.scope.judged else None
        if severity is None:
            continue
        yield Finding(
            id=outcome.id,
            title=outcome.criterion.ask,
            severity=severity,
            state=outcome.title,
            because=outcome.gate_because or outcome.because,
            about=(outcome.id,),
        )


def _severity(outcome: Outcome) -> Severity | None:
    if outcome.gate is not None:
        return _OF_GATES.get(outcome.gate)
    if outcome.criterion.is_record or outcome.judged in (Rating.MET, Rating.NOT_APPLICABLE):
        return None
    kind = outcome.criterion.class_
    return _SHORT[kind].get(outcome.judged, _OTHERWISE[kind])


def _of_rules(rules: tuple[RuleResult, ...], checklist: Checklist) -> Iterator[Finding]:
    for result in rules:
        if result.truth is Truth.HOLDS:
            severity: Severity | None = result.rule.severity
        else:
            severity = _UNDECIDED.get(result.rule.severity)
        if severity is None or result.truth not in (Truth.HOLDS, Truth.UNKNOWN):
            continue
        yield Finding(
            id=result.id,
            title=result.rule.title,
            severity=severity,
            state="holds" if result.truth is Truth.HOLDS else "cannot tell",
            because=(result.rule.says, result.because)
            if result.truth is Truth.HOLDS
            else (result.because,),
            about=tuple(_about(result.rule, checklist)),
            is_rule=True,
        )


def _about(rule: Rule, checklist: Checklist) -> dict[CriterionId, None]:
    """The criteria a rule looks at, in the order it names them, each once."""
    checks = checks_in(rule.when)
    return dict.fromkeys(key for c in checks for key in _in_order(c, checklist))


def _in_order(check: Check, checklist: Checklist) -> list[CriterionId]:
    if not check.derived:
        return [check.criterion]
    behind = criteria_behind(check, checklist)
    return [key for key in checklist.by_id() if key in behind]
