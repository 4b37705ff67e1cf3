"""The ladder. Gateways decide, averages never do; the worst rung wins."""

from fractions import Fraction

from ap_audit.model.checklist import Checklist
from ap_audit.model.wording import capital, percent
from ap_audit.model.words import CriterionClass, Rating, Rung, Severity
from ap_audit.rules.assessment import (
    Gate,
    Outcome,
    RuleResult,
    Scope,
    SectionResult,
    Sums,
    Truth,
    Verdict,
)
from ap_audit.rules.bands import band_reached, figures_of

LEAST_COVERAGE = Fraction(4, 5)


def verdict(
    checklist: Checklist,
    outcomes: tuple[Outcome, ...],
    sections: tuple[SectionResult, ...],
    rules: tuple[RuleResult, ...],
    *,
    coverages: tuple[Sums, Sums],
) -> Verdict:
    """The advice, with everything that holds it at its rung.

    *coverages* are the sums over every criterion, and over those of the edition alone, where an
    overlay added some: neither may cover too little.
    """
    conditions = (
        *_unsettled(outcomes),
        *_keys(outcomes),
        *_floors(sections),
        *_coverage(*coverages),
        *_rules(rules, Severity.URGENT, Truth.HOLDS),
        *_rules(rules, Severity.URGENT, Truth.UNKNOWN),
    )
    ladder = (
        (Rung.STOP, (*_gates(outcomes, Gate.FAILED), *_rules(rules, Severity.STOP, Truth.HOLDS))),
        (
            Rung.NOT_SHOWN,
            (*_gates(outcomes, Gate.NOT_SHOWN), *_rules(rules, Severity.STOP, Truth.UNKNOWN)),
        ),
        (Rung.CONDITIONS, conditions),
    )
    rung, because = next(((rung, found) for rung, found in ladder if found), (Rung.CLEAR, ()))
    band = ""
    if rung is Rung.CLEAR:
        band, because = band_reached(checklist, figures_of(sections, coverages))
    words = checklist.verdicts[band or rung]
    return Verdict(
        rung=rung,
        title=words.title,
        says=words.says,
        because=because,
        conditions=conditions,
        band=band,
    )


def _gates(outcomes: tuple[Outcome, ...], state: Gate) -> tuple[str, ...]:
    return tuple(
        f"{outcome.criterion.ask} {outcome.gate_because[0]}"
        for outcome in outcomes
        if outcome.gate is state
    )


def rule_condition(result: RuleResult) -> str:
    """What a rule that holds or cannot be told asks for."""
    if result.truth is Truth.HOLDS:
        return result.rule.says
    return f"{result.rule.title}: cannot be told. {result.because}"


def _rules(rules: tuple[RuleResult, ...], severity: Severity, truth: Truth) -> tuple[str, ...]:
    return tuple(
        rule_condition(result)
        for result in rules
        if result.rule.severity is severity and result.truth is truth
    )


def _unsettled(outcomes: tuple[Outcome, ...]) -> tuple[str, ...]:
    """A fact that decides which questions apply is itself a condition while it is missing."""
    return tuple(
        dict.fromkeys(unsettled_condition(o) for o in outcomes if o.scope is Scope.UNSETTLED)
    )


def unsettled_condition(outcome: Outcome) -> str:
    """What a question asks for of which it is not known whether it applies."""
    return f"It is not settled which questions apply. {outcome.scope_because}"


def key_condition(outcome: Outcome) -> str:
    """What a key question asks for that is not met, or not established."""
    return f"{outcome.criterion.ask} {capital(outcome.title)}."


def _keys(outcomes: tuple[Outcome, ...]) -> tuple[str, ...]:
    return tuple(
        key_condition(outcome)
        for outcome in outcomes
        if outcome.criterion.class_ is CriterionClass.KEY
        and outcome.scope.judged
        and (outcome.judged is Rating.NOT_MET or outcome.judged.unknown)
    )


def _floors(sections: tuple[SectionResult, ...]) -> tuple[str, ...]:
    return tuple(
        f"{result.section.title}: {percent(result.least)} if all that is unknown is not met;"
        f" the least asked for is {result.section.floor} %."
        for result in sections
        if result.below_floor and result.least is not None
    )


def _coverage(whole: Sums, edition: Sums) -> tuple[str, ...]:
    if whole.coverage is None or edition.coverage is None:
        return ("Nothing that could be rated applies.",)
    coverage = min(whole.coverage, edition.coverage)
    if coverage >= LEAST_COVERAGE:
        return ()
    least = percent(LEAST_COVERAGE)
    return (
        f"Only {percent(coverage)} of what applies has been rated; at least {least} should be.",
    )
