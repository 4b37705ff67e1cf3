"""Computed rules, and what they cap: a fact beats a tick."""

from ap_audit.model.base import Value
from ap_audit.model.checklist import Rule
from ap_audit.model.names import CriterionId
from ap_audit.model.wording import day
from ap_audit.model.words import Rating
from ap_audit.rules.assessment import RuleResult, Truth
from ap_audit.rules.facts import Facts
from ap_audit.rules.standing import lower
from ap_audit.rules.truth import weigh


class Cap(Value, frozen=True, kw_only=True):
    """The best a criterion can be rated, and the rule that says so."""

    rating: Rating
    rule: RuleResult


def rule_results(facts: Facts) -> tuple[RuleResult, ...]:
    """Every rule of the checklist on the date of judging. Scopes must be settled."""
    return tuple(_result(name, rule, facts) for name, rule in facts.checklist.rules.items())


def caps(results: tuple[RuleResult, ...]) -> dict[CriterionId, Cap]:
    """For each criterion that a rule holds down, the lowest cap."""
    found: dict[CriterionId, Cap] = {}
    for result in results:
        if result.truth is not Truth.HOLDS:
            continue
        for name, rating in result.rule.caps.items():
            criterion = CriterionId(name)
            known = found.get(criterion)
            if known is None or lower(rating, known.rating) is not known.rating:
                found[criterion] = Cap(rating=rating, rule=result)
    return found


def undecided(results: tuple[RuleResult, ...]) -> dict[CriterionId, RuleResult]:
    """For each criterion that a rule might hold down, a rule that cannot tell."""
    return {
        CriterionId(name): result
        for result in results
        if result.truth is Truth.UNKNOWN
        for name in result.rule.caps
    }


def _result(name: str, rule: Rule, facts: Facts) -> RuleResult:
    outside = _not_in_force(rule, facts)
    if outside:
        return RuleResult(id=name, rule=rule, truth=Truth.MOOT, because=outside, inputs=())
    weighed = weigh(rule.when, facts)
    return RuleResult(
        id=name, rule=rule, truth=weighed.truth, because=weighed.because, inputs=weighed.inputs
    )


def _not_in_force(rule: Rule, facts: Facts) -> str:
    if rule.from_ is not None and facts.today < rule.from_:
        return f"Applies from {day(rule.from_)}."
    if rule.to is not None and facts.today > rule.to:
        return f"Applied until {day(rule.to)}."
    return ""
