"""Whether conditions keep the promises of judging: better never hurts, leaving out never helps.

A rule that stops or presses may look for bad news only. Otherwise rating a criterion better could
make the rule hold, and leaving its input out could silence it. A `when` may not tell good ratings
from bad, nor ask what was left open, for either would change which questions count.
"""

from collections.abc import Iterator

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.checklist import Checklist, Rule
from ap_audit.model.condition import (
    RATING,
    AllOf,
    AnyOf,
    Check,
    Condition,
    FromAnswer,
    Not,
    TestName,
)
from ap_audit.model.derived import OF_THE_WHOLE, Function
from ap_audit.model.words import Rating, Severity
from ap_audit.rules.derived import derived_behind
from ap_audit.rules.facts import only_value

_RATED = (Rating.NOT_MET, Rating.PARTLY, Rating.MET)
_OPEN = (Rating.CANNOT_TELL, Rating.NOT_CHECKED)


def misleading_rule(rule: Rule, checklist: Checklist, path: KeyPath) -> Iterator[Flaw]:
    """Flaws of a stop or urgent rule that a better answer could set off, or silence quiet."""
    if rule.severity not in (Severity.STOP, Severity.URGENT):
        return
    for check, denied in with_sign(rule.when):
        what = _unsteady(check, rated=_is_rating(check, checklist), denied=denied)
        if what:
            yield Flaw(path=path, what=what, hint="let the rule look for what falls short")
        for function in _of_the_whole(check, checklist):
            what = f"a rule of severity {rule.severity} cannot look at '{function}'"
            hint = "noting an action, or another answer, would change the advice; make it warn"
            yield Flaw(path=path, what=what, hint=hint)
        for name in _optional(check, checklist):
            what = f"'{name}' is optional, so this {rule.severity} rule often could not tell"
            yield Flaw(path=path, what=what, warning=True)


def misleading_when(when: Condition, checklist: Checklist, path: KeyPath) -> Iterator[Flaw]:
    """Flaws of a `when` by which a better answer, or none, would change which questions count."""
    for check, _ in with_sign(when):
        what = ""
        for function in _of_the_whole(check, checklist):
            what = f"'{function}' comes after all is asked, and cannot decide what is asked"
        if _asks_what_is_open(check, rated=_is_rating(check, checklist)):
            what = f"'{check.criterion}' left open would change what is asked"
        elif _is_rating(check, checklist) and len(set(_holds_for(check))) > 1:
            what = f"a better rating of '{check.criterion}' would change what is asked"
        if what:
            hint = "ask about a recorded value, or about not-applicable"
            yield Flaw(path=path, what=what, hint=hint)


def with_sign(condition: Condition, *, denied: bool = False) -> Iterator[tuple[Check, bool]]:
    """Every single test in a condition, and whether it is denied."""
    match condition:
        case Check():
            yield condition, denied
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from with_sign(part, denied=denied)
        case Not(part):
            yield from with_sign(part, denied=not denied)
        case _:
            raise TypeError(condition)


def _of_the_whole(check: Check, checklist: Checklist) -> list[Function]:
    behind = derived_behind(check, checklist)
    return [one.compute for one in behind if one.compute in OF_THE_WHOLE]


def _optional(check: Check, checklist: Checklist) -> list[str]:
    """The values that a check looks at and that need not be recorded, itself or behind it."""
    parts = [part for one in derived_behind(check, checklist) for part in one.of]
    looked = [(part.criterion, part.name) for part in parts if isinstance(part, FromAnswer)]
    looked += [] if check.derived else [(check.criterion, check.name)]
    criteria = checklist.by_id()
    found = [(name, criteria[criterion].record.get(name)) for criterion, name in looked]
    return [name for name, spec in found if spec is not None and spec.optional]


def _is_rating(check: Check, checklist: Checklist) -> bool:
    if check.derived:
        return False
    return (check.name or only_value(checklist.by_id()[check.criterion])) == RATING


def _asks_what_is_open(check: Check, *, rated: bool) -> bool:
    if check.test is TestName.ANSWERED:
        return True
    return rated and any(word in _OPEN for word in check.words)


def _unsteady(check: Check, *, rated: bool, denied: bool) -> str:
    # "Answered" is news when it is denied, "could not tell" when it is said.
    if _asks_what_is_open(check, rated=rated) and denied is not (check.test is TestName.ANSWERED):
        return f"'{check.criterion}' left open would change this for the better"
    holds = [found != denied for found in _holds_for(check)]
    if rated and holds != sorted(holds, reverse=True):
        return f"a better rating of '{check.criterion}' would make this rule hold"
    return ""


def _holds_for(check: Check) -> list[bool]:
    """Whether the test holds for not met, partly and met."""
    return [check.test is TestName.ANSWERED or rating in check.words for rating in _RATED]
