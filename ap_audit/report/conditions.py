"""The conditions as a reader meets them: what was found, and how many only say what is not known.

Of an audit that has just begun, a page of them would say again what stands in the list of what is
not known. They are counted instead, and nothing that was found is.
"""

from collections.abc import Sequence

from ap_audit.model.words import Severity
from ap_audit.rules.assessment import Assessment, Scope, Truth
from ap_audit.rules.verdict import key_condition, rule_condition, unsettled_condition

_EACH = 3
"""As many of a kind are listed as they are."""


def grouped_conditions(assessment: Assessment) -> tuple[str, ...]:
    """What was found first, then each kind of what is not known: as it is, or counted."""
    unknown = [o for o in assessment.judged() if o.judged.unknown]
    titles = {
        rule_condition(result): result.rule.title
        for result in assessment.rules
        if result.truth is Truth.UNKNOWN and result.rule.severity is Severity.URGENT
    }
    keys = {key_condition(o) for o in unknown}
    facts = {unsettled_condition(o) for o in assessment.outcomes if o.scope is Scope.UNSETTLED}
    lines = assessment.verdict.conditions
    open_keys = [line for line in lines if line in keys]
    unsettled = [line for line in lines if line in facts]
    untold = [line for line in lines if line in titles]
    named = ", ".join(f"“{titles[line]}”" for line in untold)
    where = "under what is not known"
    return (
        *(line for line in lines if line not in keys | facts | set(titles)),
        *_counted(open_keys, f"key questions are not established. Each stands {where}."),
        *_counted(unsettled, f"groups of questions may not apply. What is missing stands {where}."),
        *_counted(untold, f"urgent rules cannot be told, since facts are missing: {named}."),
    )


def _counted(lines: Sequence[str], several: str) -> tuple[str, ...]:
    return tuple(lines) if len(lines) <= _EACH else (f"{len(lines)} {several}",)
