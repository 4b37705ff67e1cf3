"""Whether one value asks more than another: what an overlay may change freely.

Where it cannot be told, it does not: a change whose direction nobody can name is a weakening.
"""

from fractions import Fraction

from ap_audit.model.checklist import Checklist, EvidenceNeed, NotApplicable
from ap_audit.model.condition import Check, FromParameter, TestName, checks_in
from ap_audit.model.duration import Duration, duration_from
from ap_audit.model.words import Backing, CriterionClass, Rating
from ap_audit.rules.steadiness import with_sign

_CLASSES = (CriterionClass.STANDARD, CriterionClass.KEY, CriterionClass.GATEWAY)
_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31
Requirements = dict[Rating, tuple[Backing, ...]]

# Which way a rule that looks for bad news holds more often as what it compares with grows.
_GROWS = {
    TestName.LESS_THAN: True,
    TestName.AT_MOST: True,
    TestName.WITHIN_NEXT: True,
    TestName.AT_LEAST: False,
    TestName.MORE_THAN: False,
    TestName.OLDER_THAN: False,
}


def higher_class(old: CriterionClass, new: CriterionClass) -> bool:
    """Whether a class asks more; a record is no rung of this ladder."""
    return old in _CLASSES and new in _CLASSES and _CLASSES.index(new) > _CLASSES.index(old)


def stricter_evidence(old: EvidenceNeed, new: EvidenceNeed) -> bool:
    """Whether all that was needed still is, and counts for no longer."""
    needs = all(any(one.satisfies(need) for one in new.needs) for need in old.needs)
    return needs and _no_longer(old.expires_after, new.expires_after)


def stricter_not_applicable(old: NotApplicable, new: NotApplicable) -> bool:
    """Whether a question may be left out for no reason that was not accepted before."""
    if new == "never" or old == "with-reason":
        return True
    return isinstance(old, tuple) and isinstance(new, tuple) and set(new) <= set(old)


def stricter_requirements(old: Requirements, new: Requirements) -> bool:
    """Whether an answer must carry all that it had to, or more."""
    return all(set(wanted) <= set(new.get(rating, ())) for rating, wanted in old.items())


def stricter_parameter(checklist: Checklist, name: str, old: str | None, new: str) -> bool:
    """Whether every rule that compares with a parameter holds at least as often as before."""
    uses = tuple(parameter_uses(checklist, name))
    if not uses or any(grows is None for grows in uses):
        return False
    if old is None:  # the rules that compare with it did not apply at all
        return True
    return all(not _longer(new, old) if grows is False else not _longer(old, new) for grows in uses)


def parameter_uses(checklist: Checklist, name: str) -> list[bool | None]:
    """For each test that compares with a parameter, whether more is stricter; None: not known."""
    asked = [
        None
        for criterion in checklist.criteria()
        if criterion.when is not None
        for check in checks_in(criterion.when)
        if _compares(check, name)
    ]
    ruled = [
        None if grows is None else grows is not denied
        for rule in checklist.rules.values()
        for check, denied in with_sign(rule.when)
        if _compares(check, name)
        for grows in [_GROWS.get(check.test)]
    ]
    computed = [None for one in checklist.derived.values() if FromParameter(name) in one.of]
    return [*asked, *computed, *ruled]


def _compares(check: Check, name: str) -> bool:
    return check.operand == FromParameter(name)


def _no_longer(old: str | None, new: str | None) -> bool:
    if old is None:
        return True
    return new is not None and not _longer(new, old)


def _longer(one: str, other: str) -> bool:
    """Whether *one* may be more than *other*; yes where the two cannot be compared."""
    spans = duration_from(one), duration_from(other)
    match spans:
        case Duration() as first, Duration() as second:
            return _days(first, _LONGEST_MONTH, second) > _days(second, _SHORTEST_MONTH, first)
        case None, None:
            numbers = _number(one), _number(other)
            return None in numbers or Fraction(one) > Fraction(other)
        case _:
            return True


def _days(span: Duration, month: int, beside: Duration) -> int:
    """Days, or months where both are: 12 months are no longer than 12 months."""
    if span.months and beside.months and not (span.days or beside.days):
        return span.months
    return span.days + span.months * month


def _number(text: str) -> Fraction | None:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None
