"""Whether conditions keep the promises of judging: a better answer never hurts, leaving one out never helps.

A rule that stops or presses may look for bad news only. Otherwise rating a criterion better could make the rule
hold, and leaving its input out could silence it.
"""

from collections.abc import Iterator

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.checklist import Checklist, Rule
from ap_audit.model.condition import RATING, AllOf, AnyOf, Check, Condition, Not, OneOf, TestName
from ap_audit.model.words import Rating, Severity
from ap_audit.rules.truth import only_value

_RATED = (Rating.NOT_MET, Rating.PARTLY, Rating.MET)


def misleading_rule(rule: Rule, checklist: Checklist, path: KeyPath) -> Iterator[Flaw]:
    """Flaws of a stop or urgent rule that a better answer could set off, or silence could quiet."""
    if rule.severity not in (Severity.STOP, Severity.URGENT):
        return
    for check, denied in _with_sign(rule.when):
        what = _quieted_by_silence(check, denied=denied)
        if _is_rating(check, checklist) and not what:
            what = _set_off_by_better(check, denied=denied)
        if what:
            yield Flaw(path=path, what=what, hint="let the rule look for what falls short")
        optional = checklist.by_id()[check.criterion].record.get(check.name)
        if optional is not None and optional.optional:
            yield Flaw(
                path=path,
                what=f"'{check.name}' is optional, so a rule of severity {rule.severity} would often be unable to tell",
                warning=True,
            )


def misleading_when(when: Condition, checklist: Checklist, path: KeyPath) -> Iterator[Flaw]:
    """Flaws of a `when` that tells good from bad: a better answer would change which questions count."""
    for check, denied in _with_sign(when):
        what = _quieted_by_silence(check, denied=denied)
        if _is_rating(check, checklist) and not what and len(set(_holds_for(check))) > 1:
            what = f"'{check.criterion}' is asked about by how well it is met, so a better answer would change what is asked"
        if what:
            yield Flaw(path=path, what=what, hint="ask about a recorded value, or about not-applicable")


def _with_sign(condition: Condition, *, denied: bool = False) -> Iterator[tuple[Check, bool]]:
    match condition:
        case Check():
            yield condition, denied
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _with_sign(part, denied=denied)
        case Not(part):
            yield from _with_sign(part, denied=not denied)


def _is_rating(check: Check, checklist: Checklist) -> bool:
    criterion = checklist.by_id()[check.criterion]
    return (check.name or only_value(criterion)) == RATING and not criterion.is_record


def _quieted_by_silence(check: Check, *, denied: bool) -> str:
    if check.test is TestName.ANSWERED and not denied:
        return f"'{check.criterion}' left unanswered would change this for the better"
    words = check.operand.texts if isinstance(check.operand, OneOf) else (getattr(check.operand, "text", ""),)
    if denied and any(word in (Rating.CANNOT_TELL, Rating.NOT_CHECKED) for word in words):
        return f"'{check.criterion}' left open would change this for the better"
    return ""


def _holds_for(check: Check) -> list[bool]:
    """Whether the test holds for not met, partly and met."""
    if check.test is TestName.ANSWERED:
        return [True] * 3
    words = check.operand.texts if isinstance(check.operand, OneOf) else (getattr(check.operand, "text", ""),)
    return [rating in words for rating in _RATED]


def _set_off_by_better(check: Check, *, denied: bool) -> str:
    holds = [found != denied for found in _holds_for(check)]
    if holds == sorted(holds, reverse=True):
        return ""
    return f"a better rating of '{check.criterion}' would make this rule hold"
