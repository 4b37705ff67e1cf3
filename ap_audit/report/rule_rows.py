"""Computed rules that hold or cannot be told, with what each looked at."""

from ap_audit.model.source import SourceRegister
from ap_audit.report.sources import citation_line
from ap_audit.report.view import Fact, RuleRow
from ap_audit.report.wording import SEVERITIES, rule_mark
from ap_audit.rules.assessment import Assessment, RuleResult, Truth


def rule_rows(assessment: Assessment, register: SourceRegister | None) -> tuple[RuleRow, ...]:
    """Those that hold, most serious first, then those that cannot be told."""
    found = [r for r in assessment.rules if r.truth in (Truth.HOLDS, Truth.UNKNOWN)]
    return tuple(_row(result, register) for result in sorted(found, key=_gravity))


def _gravity(result: RuleResult) -> tuple[bool, int]:
    return result.truth is Truth.UNKNOWN, result.rule.severity.rank


def _row(result: RuleResult, register: SourceRegister | None) -> RuleRow:
    return RuleRow(
        id=result.id,
        title=result.rule.title,
        mark=rule_mark(result.truth, result.rule.severity),
        severity=SEVERITIES[result.rule.severity],
        says=" ".join(result.rule.says.split()),
        because=result.because,
        inputs=tuple(Fact(label=label, text=text) for label, text in result.inputs),
        sources=tuple(citation_line(citation, register) for citation in result.rule.sources),
    )
