"""Whether a condition holds on what has been recorded so far, and why, in a sentence.

Four answers, not two. What is missing gives *cannot tell*, never *no*. What is about something
out of scope is *moot*: left out of `any`, it makes `all` moot unless another part fails.
`not` is carried down to the single tests (not any of these: all of them not). Turning the answer
round instead would let silence help: with a moot B and A unknown, `all: [A, B]` is moot, and so
would its opposite be, although that held while A was known not to.
"""

from datetime import date
from fractions import Fraction

from ap_audit.model.base import Value
from ap_audit.model.checklist import ValueSpec
from ap_audit.model.condition import (
    RATING,
    SPAN_TESTS,
    AllOf,
    AnyOf,
    Check,
    Condition,
    FromAnswer,
    FromDerived,
    FromParameter,
    Literal,
    Not,
    Operand,
    TestName,
    Today,
)
from ap_audit.model.duration import Duration, duration_from
from ap_audit.model.wording import capital, day
from ap_audit.rules.assessment import Truth, TypedValue
from ap_audit.rules.derived import criteria_behind, derived, derived_spec
from ap_audit.rules.facts import Facts, Found, Given, only_value
from ap_audit.rules.values import said, typed

_Inputs = tuple[tuple[str, str], ...]


class Weighed(Value, frozen=True, kw_only=True):
    """What can be said of a condition: its truth, why, and what it looked at."""

    truth: Truth
    reasons: tuple[str, ...]
    """Why, a reason each."""
    inputs: tuple[tuple[str, str], ...]

    @property
    def because(self) -> str:
        """Why, in one line."""
        return " ".join(self.reasons)


def weigh(
    condition: Condition, facts: Facts, *, denied: bool = False, cautious: bool = False
) -> Weighed:
    """Whether *condition* holds on the facts, or its opposite where it is denied; and why.

    A cautious reader does not rely on a value where the question it stands under was left open.
    """
    match condition:
        case Check():
            found = _check(condition, facts)
            found = _opposite(found) if denied else found
            return _doubted(found, condition, facts) if cautious else found
        case AllOf() | AnyOf():
            weighed = [
                weigh(part, facts, denied=denied, cautious=cautious) for part in condition.parts
            ]
            every = isinstance(condition, AllOf) is not denied
            return _joined(_ALL if every else _ANY, weighed)
        case Not(part):
            return weigh(part, facts, denied=not denied, cautious=cautious)
        case _:
            raise TypeError(condition)


# On their own, since looking a member up in its class is slow before Python 3.12.
_HOLDS, _FAILS = Truth.HOLDS, Truth.FAILS
_OF_WORDS = (TestName.IS, TestName.IN)
# Which part decides: the first of these that any part is.
_ALL = (Truth.FAILS, Truth.MOOT, Truth.UNKNOWN, Truth.HOLDS)
_ANY = (Truth.HOLDS, Truth.UNKNOWN, Truth.FAILS, Truth.MOOT)


def _joined(order: tuple[Truth, ...], parts: list[Weighed]) -> Weighed:
    """The parts that decided, said one after the other; every input, once."""
    truth = min((part.truth for part in parts), key=order.index)
    deciding = [part for part in parts if part.truth is truth]
    reasons = dict.fromkeys(reason for part in deciding for reason in part.reasons)
    inputs = dict.fromkeys(found for part in parts for found in part.inputs)
    return Weighed(truth=truth, reasons=tuple(reasons), inputs=tuple(inputs))


def _opposite(found: Weighed) -> Weighed:
    turned = {Truth.HOLDS: Truth.FAILS, Truth.FAILS: Truth.HOLDS}.get(found.truth, found.truth)
    return Weighed(truth=turned, reasons=found.reasons, inputs=found.inputs)


def _doubted(found: Weighed, check: Check, facts: Facts) -> Weighed:
    """What holds only by a value that a person was not sure of cannot be told."""
    if found.truth is not Truth.HOLDS:
        return found
    behind = (facts.given[key] for key in sorted(criteria_behind(check, facts.checklist)))
    doubtful = next((given for given in behind if given.left_open), None)
    if doubtful is None:
        return found
    doubt = f"But it was left open: {doubtful.criterion.ask}"
    return Weighed(truth=Truth.UNKNOWN, reasons=(*found.reasons, doubt), inputs=found.inputs)


def _check(check: Check, facts: Facts) -> Weighed:
    if check.derived:
        return _derived(check, facts)
    given = facts.given[check.criterion]
    name = check.name or only_value(given.criterion)
    found = _rating(given) if name == RATING else given.value(name)
    inputs = found.inputs
    if found.moot:
        return _weighed(Truth.MOOT, f"{found.label} This does not apply here.", inputs)
    if check.test is TestName.ANSWERED:
        # "Could not tell" is no answer here, or saying so would silence "this was not answered".
        there = found.value is not None and not found.left_open
        return _weighed(_HOLDS if there else _FAILS, _sentence(found), inputs)
    if name == RATING:
        return _weighed(_rating_is(found, check.words), _sentence(found), inputs)
    return _compared(check, given.criterion.record[name], found, facts, inputs)


def _derived(check: Check, facts: Facts) -> Weighed:
    found = derived(check.name, facts)
    inputs = found.inputs
    if found.moot:
        return _weighed(Truth.MOOT, f"{found.label} This does not apply here.", inputs)
    spec = derived_spec(facts.checklist.derived[check.name], facts.checklist)
    return _compared(check, spec, found, facts, inputs)


def _weighed(truth: Truth, because: str, inputs: _Inputs) -> Weighed:
    return Weighed(truth=truth, reasons=(because,), inputs=inputs)


def _sentence(found: Found, relation: str = "") -> str:
    shown = found.shown or ("Cannot be told" if found.because else "Not recorded")
    related = f", {relation}" if relation and found.shown else ""
    return " ".join((f"{found.label} {shown}{related}.", *found.because))


def _rating(given: Given) -> Found:
    rating = given.standing
    return Found(
        label=given.criterion.ask,
        value=rating.value,
        shown=capital(rating.title),
        moot=not given.scope.judged,
        left_open=rating.unknown,
    )


def _rating_is(found: Found, words: tuple[str, ...]) -> Truth:
    if found.value in words:
        return Truth.HOLDS
    return Truth.UNKNOWN if found.left_open else Truth.FAILS


def _compared(
    check: Check, spec: ValueSpec, found: Found, facts: Facts, inputs: _Inputs
) -> Weighed:
    if check.test in _OF_WORDS:
        if found.value is None:
            return _weighed(Truth.UNKNOWN, _sentence(found), inputs)
        holds = found.value in [typed(spec, text) for text in check.words]
        return _weighed(_HOLDS if holds else _FAILS, _sentence(found), inputs)
    other = _operand(check.operand, check.test, spec, facts)
    if isinstance(check.operand, FromAnswer | FromDerived):
        inputs += other.inputs
    if other.moot:
        because = f"{other.label} This is not set, or does not apply here."
        return _weighed(Truth.MOOT, because, inputs)
    if found.value is None or other.value is None:
        missing = found if found.value is None else other
        return _weighed(Truth.UNKNOWN, _sentence(missing), inputs)
    holds = _holds(check.test, found.value, other.value, facts.today)
    relation = _relation(check.test, other, holds=holds)
    return _weighed(_HOLDS if holds else _FAILS, _sentence(found, relation), inputs)


def _operand(operand: Operand, test: TestName, spec: ValueSpec, facts: Facts) -> Found:
    match operand:
        case Today():
            return Found(label="today", value=facts.today, shown=day(facts.today))
        case Literal(text):
            return _measured(text, text, test, spec)
        case FromParameter(name):
            parameter = facts.checklist.parameters[name]
            if parameter.value is None:
                return Found(label=f"{parameter.title}.", moot=True)
            return _measured(parameter.title, parameter.value, test, spec)
        case FromAnswer(criterion, name):
            return facts.given[criterion].value(name)
        case FromDerived(name):
            return derived(name, facts)
        case _:
            raise TypeError(operand)


def _measured(label: str, text: str, test: TestName, spec: ValueSpec) -> Found:
    """A literal, typed like the value it is compared with; a length of time stays text."""
    if test in SPAN_TESTS:
        return Found(label=label, value=text, shown=text)
    value = typed(spec, text)
    return Found(label=label, value=value, shown=text if value is None else said(spec, value))


def _holds(test: TestName, value: TypedValue, other: TypedValue, today: date) -> bool:
    match test, value, other:
        case TestName.AT_LEAST, Fraction(), Fraction():
            return value >= other
        case TestName.AT_MOST, Fraction(), Fraction():
            return value <= other
        case TestName.MORE_THAN, Fraction(), Fraction():
            return value > other
        case TestName.LESS_THAN, Fraction(), Fraction():
            return value < other
        case TestName.BEFORE, date(), date():
            return value < other
        case TestName.AFTER, date(), date():
            return value > other
        case TestName.OLDER_THAN, date(), str():
            return _span(other).after(value) < today
        case TestName.WITHIN_NEXT, date(), str():
            return today <= value <= _span(other).after(today)
        case _:
            # The checklist's soundness is checked before anything is judged on it.
            raise TypeError(test)


def _span(text: str) -> Duration:
    return duration_from(text) or Duration()


def _relation(test: TestName, other: Found, *, holds: bool) -> str:
    return _RELATIONS[test][0 if holds else 1].format(other.shown)


_RELATIONS = {
    TestName.AT_LEAST: ("which is {} or more", "which is less than {}"),
    TestName.AT_MOST: ("which is {} or less", "which is more than {}"),
    TestName.MORE_THAN: ("which is more than {}", "which is not more than {}"),
    TestName.LESS_THAN: ("which is less than {}", "which is not less than {}"),
    TestName.BEFORE: ("which is before {}", "which is not before {}"),
    TestName.AFTER: ("which is after {}", "which is not after {}"),
    TestName.OLDER_THAN: ("more than {} ago", "not more than {} ago"),
    TestName.WITHIN_NEXT: ("within the next {}", "not within the next {}"),
}
