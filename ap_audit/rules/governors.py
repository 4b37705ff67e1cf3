"""Which questions governors may ask: those whose findings are there, and no others.

Silence suggests nothing: a condition that cannot be told asks no question. That an answer is
missing can be asked about by naming its rating.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from ap_audit.errors import Flaw
from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Checklist
from ap_audit.model.governors import GovernorsQuestion, Sign
from ap_audit.model.names import CriterionId
from ap_audit.model.wording import count, percent
from ap_audit.model.words import CriterionClass, Rating
from ap_audit.rules.assessment import Assessment, Gate, Outcome, RuleResult, Suggested, Truth
from ap_audit.rules.compare import Change, Comparison, Fate
from ap_audit.rules.facts import Facts
from ap_audit.rules.references import condition_flaws
from ap_audit.rules.truth import weigh
from ap_audit.rules.verdict import LEAST_COVERAGE


def suggested(
    facts: Facts, outcomes: tuple[Outcome, ...], rules: tuple[RuleResult, ...]
) -> tuple[Suggested, ...]:
    """The questions whose answers and rules are as they say; their signs are still to be seen."""
    as_judged = facts.changed(dict(_judged(outcomes)))
    holding = {result.id: result for result in rules if result.truth is Truth.HOLDS}
    found = (
        _suggested(name, question, as_judged, holding)
        for name, question in facts.checklist.governors.items()
    )
    return tuple(question for question in found if question is not None)


def signs(found: Assessment, comparison: Comparison | None) -> dict[Sign, str]:
    """Every sign that is so, in a sentence; without an earlier audit, none that looks back."""
    seen = dict(_signs(found))
    return seen | (dict(_signs_since(comparison)) if comparison is not None else {})


def governors_flaws(checklist: Checklist) -> Iterator[Flaw]:
    """What is wrong with the questions of a checklist for governors."""
    criteria = list(checklist.criteria())
    for name, question in checklist.governors.items():
        path = ("governors", name)
        if question.when is not None:
            yield from condition_flaws(question.when, checklist, (*path, "when"), among=criteria)
        elif not question.rules and not question.signs:
            hint = "add when:, rules: or signs:"
            yield Flaw(path=path, what=f"'{name}' does not say when it is asked", hint=hint)
        for position, rule in enumerate(question.rules):
            if rule not in checklist.rules:
                what = f"'{rule}' is not a rule of this checklist"
                yield Flaw(path=(*path, "rules", position), what=what)
        if not question.ask.rstrip().endswith("?"):
            what = "what governors may ask ends with a question mark"
            yield Flaw(path=(*path, "ask"), what=what)


def _judged(outcomes: tuple[Outcome, ...]) -> Iterator[tuple[CriterionId, Answer]]:
    """A fact beats a tick here too: a rating counts as the rules leave it."""
    for outcome in outcomes:
        if not outcome.criterion.is_record and outcome.judged is not outcome.recorded:
            yield outcome.id, replace(outcome.answer, rating=outcome.judged, other=None)


def _suggested(
    name: str, question: GovernorsQuestion, facts: Facts, holding: dict[str, RuleResult]
) -> Suggested | None:
    because = []
    if question.when is not None:
        weighed = weigh(question.when, facts)
        if weighed.truth is not Truth.HOLDS:
            return None
        because.append(weighed.because)
    if question.rules:
        held = [holding[rule].rule.title for rule in question.rules if rule in holding]
        if not held:
            return None
        because += [f"{title}." for title in held]
    return Suggested(id=name, ask=question.ask, because=tuple(because), signs=question.signs)


def _signs(found: Assessment) -> Iterator[tuple[Sign, str]]:
    gates = [outcome.gate for outcome in found.gateways()]
    failed, not_shown = gates.count(Gate.FAILED), gates.count(Gate.NOT_SHOWN)
    if failed:
        said = count(failed, "gateway has", "gateways have")
        yield Sign.GATEWAYS_FAILED, f"{said} failed."
    if not_shown:
        said = count(not_shown, "gateway is", "gateways are")
        yield Sign.GATEWAYS_NOT_SHOWN, f"{said} not shown."
    coverage = found.total.coverage
    if coverage is not None and coverage < LEAST_COVERAGE:
        yield Sign.THIN_COVERAGE, f"{percent(coverage)} of what applies has been rated."
    unplanned = sum(_unplanned(outcome) for outcome in found.outcomes)
    if unplanned:
        said = count(unplanned, "serious finding has", "serious findings have")
        yield Sign.NOTHING_PLANNED, f"{said} no open action."
    late = sum(action.overdue for action in found.actions)
    if late:
        yield Sign.OVERDUE_ACTIONS, f"{count(late, 'action is', 'actions are')} overdue."
    excepted = sum(outcome.answer.exception is not None for outcome in found.judged())
    if excepted:
        said = count(excepted, "exception is", "exceptions are")
        yield Sign.EXCEPTIONS, f"{said} recorded."


def _unplanned(outcome: Outcome) -> bool:
    closed = outcome.gate in (Gate.FAILED, Gate.NOT_SHOWN)
    key = outcome.criterion.class_ is CriterionClass.KEY and outcome.scope.judged
    falls_short = closed or (key and outcome.judged is Rating.NOT_MET)
    return falls_short and all(action.done for action in outcome.answer.actions.values())


def _signs_since(comparison: Comparison) -> Iterator[tuple[Sign, str]]:
    before, after = comparison.before.verdict, comparison.after.verdict
    if after.rung.rank < before.rung.rank:
        yield Sign.ADVICE_WORSE, f"The advice was: {before.title}. Now it is: {after.title}."
    worse = len(comparison.changed(Change.WORSE, Change.LAPSED))
    if worse:
        yield (
            Sign.ANSWERS_WORSE,
            f"{count(worse, 'answer is', 'answers are')} worse than last time.",
        )
    again = len(comparison.changed(Change.NOT_SEEN_AGAIN, Change.NOT_SHOWN_AGAIN))
    if again:
        said = count(again, "answer rests", "answers rest")
        yield Sign.NOT_SEEN_AGAIN, f"{said} on nothing newer than last time."
    dropped = sum(item.fate is Fate.DROPPED for item in comparison.actions)
    if dropped:
        said = count(
            dropped, "action was open last time and is", "actions were open last time and are"
        )
        yield Sign.ACTIONS_DROPPED, f"{said} not mentioned any more."
