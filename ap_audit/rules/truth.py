"""Whether a condition holds on what has been recorded so far, and why, in a sentence.

Four answers, not two. What is missing gives *cannot tell*, never *no*. What is about something out of scope is
*moot*: a moot part is left out of `any`, and makes `all` moot unless another part already fails.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import assert_never

from ap_audit.model.audit import UNANSWERED, Answer
from ap_audit.model.checklist import Checklist, Criterion, ValueSpec, ValueType
from ap_audit.model.condition import (
    RATING,
    AllOf,
    AnyOf,
    Check,
    Condition,
    FromAnswer,
    FromParameter,
    Literal,
    Not,
    OneOf,
    Operand,
    TestName,
    Today,
)
from ap_audit.model.duration import Duration, duration_from
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating
from ap_audit.model.wording import capital, day
from ap_audit.rules.assessment import Scope, Truth, TypedValue
from ap_audit.rules.standing import accepted, recorded_rating
from ap_audit.rules.values import said, typed


@dataclass(slots=True)
class Facts:
    """What is known of an audit while it is judged: answers, and the scopes settled so far."""

    checklist: Checklist
    answers: dict[str, Answer]
    today: date
    criteria: dict[CriterionId, Criterion] = field(default_factory=dict)
    scopes: dict[CriterionId, Scope] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.criteria = self.criteria or self.checklist.by_id()

    def answer(self, criterion: CriterionId) -> Answer:
        """The answer to a criterion."""
        return self.answers.get(criterion, UNANSWERED)

    def moot(self, criterion: CriterionId) -> bool:
        """Whether a criterion is out of scope."""
        return not self.scopes.get(criterion, Scope.IN).judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What can be said of a condition: its truth, why, and what it looked at."""

    truth: Truth
    because: str
    inputs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """One input: its value, or that it is missing or moot."""

    label: str
    value: TypedValue | None = None
    shown: str = ""
    moot: bool = False


def weigh(condition: Condition, facts: Facts) -> Weighed:
    """Whether *condition* holds on the facts, and why."""
    match condition:
        case Check():
            return _check(condition, facts)
        case AllOf(parts):
            return _all([weigh(part, facts) for part in parts])
        case AnyOf(parts):
            return _any([weigh(part, facts) for part in parts])
        case Not(part):
            return _not(weigh(part, facts))
        case _:
            raise TypeError(condition)


def only_value(criterion: Criterion) -> str:
    """What a test without a name looks at: a record's only value, else the rating."""
    return next(iter(criterion.record)) if criterion.is_record and len(criterion.record) == 1 else RATING


def _all(parts: list[Weighed]) -> Weighed:
    for truth in (Truth.FAILS, Truth.MOOT, Truth.UNKNOWN):
        if any(part.truth is truth for part in parts):
            return _joined(truth, parts)
    return _joined(Truth.HOLDS, parts)


def _any(parts: list[Weighed]) -> Weighed:
    for truth in (Truth.HOLDS, Truth.UNKNOWN, Truth.FAILS):
        if any(part.truth is truth for part in parts):
            return _joined(truth, parts)
    return _joined(Truth.MOOT, parts)


def _joined(truth: Truth, parts: list[Weighed]) -> Weighed:
    """The parts that decided, said one after the other; every input, once."""
    sentences = dict.fromkeys(part.because for part in parts if part.truth is truth)
    inputs = dict.fromkeys(found for part in parts for found in part.inputs)
    return Weighed(truth=truth, because=" ".join(sentences), inputs=tuple(inputs))


def _not(part: Weighed) -> Weighed:
    turned = {Truth.HOLDS: Truth.FAILS, Truth.FAILS: Truth.HOLDS}.get(part.truth, part.truth)
    return Weighed(truth=turned, because=part.because, inputs=part.inputs)


def _check(check: Check, facts: Facts) -> Weighed:
    criterion = facts.criteria[check.criterion]
    name = check.name or only_value(criterion)
    found = _rating(criterion, facts) if name == RATING else _value(criterion, name, facts)
    inputs = [(found.label, found.shown or "not recorded")]
    if found.moot:
        return _weighed(Truth.MOOT, f"{found.label} This is out of scope here.", inputs)
    if check.test is TestName.ANSWERED:
        there = found.value not in (None, Rating.NOT_CHECKED.value)
        return _weighed(Truth.HOLDS if there else Truth.FAILS, _sentence(found), inputs)
    if name == RATING:
        return _weighed(_rating_is(found, check.operand), _sentence(found), inputs)
    return _compared(check, criterion.record[name], found, facts, inputs)


def _weighed(truth: Truth, because: str, inputs: list[tuple[str, str]]) -> Weighed:
    return Weighed(truth=truth, because=because, inputs=tuple(inputs))


def _sentence(found: _Found, relation: str = "") -> str:
    if not found.shown:
        return f"{found.label} Not recorded."
    return f"{found.label} {found.shown}{', ' + relation if relation else ''}."


def _rating(criterion: Criterion, facts: Facts) -> _Found:
    rating = recorded_rating(criterion, facts.answer(criterion.key))
    if rating is Rating.NOT_APPLICABLE and not accepted(criterion, facts.answer(criterion.key)):
        rating = Rating.CANNOT_TELL
    return _Found(
        label=criterion.ask,
        value=rating.value,
        shown=capital(rating.title),
        moot=facts.moot(criterion.key),
    )


def _value(criterion: Criterion, name: str, facts: Facts) -> _Found:
    spec, answer = criterion.record[name], facts.answer(criterion.key)
    text = answer.values.get(name)
    value = typed(spec, text) if text is not None else None
    excused = answer.rating is Rating.NOT_APPLICABLE and accepted(criterion, answer)
    return _Found(
        label=spec.ask,
        value=value,
        shown="" if value is None else said(spec, value),
        moot=facts.moot(criterion.key) or excused,
    )


def _rating_is(found: _Found, operand: Operand) -> Truth:
    words = operand.texts if isinstance(operand, OneOf) else (getattr(operand, "text", ""),)
    if found.value in words:
        return Truth.HOLDS
    return Truth.UNKNOWN if Rating(str(found.value)).unknown else Truth.FAILS


def _compared(
    check: Check, spec: ValueSpec, found: _Found, facts: Facts, inputs: list[tuple[str, str]]
) -> Weighed:
    if check.test is TestName.IN and isinstance(check.operand, OneOf):
        if found.value is None:
            return _weighed(Truth.UNKNOWN, _sentence(found), inputs)
        holds = found.value in [typed(spec, text) for text in check.operand.texts]
        return _weighed(Truth.HOLDS if holds else Truth.FAILS, _sentence(found), inputs)
    other = _operand(check.operand, check.test, spec, facts)
    if isinstance(check.operand, FromAnswer):
        inputs.append((other.label, other.shown or "not recorded"))
    if other.moot:
        return _weighed(Truth.MOOT, f"{other.label} This is not set, or out of scope here.", inputs)
    if found.value is None or other.value is None:
        missing = found if found.value is None else other
        return _weighed(Truth.UNKNOWN, _sentence(missing), inputs)
    holds = _holds(check.test, found.value, other.value, facts.today)
    relation = "" if check.test is TestName.IS else _relation(check.test, other, holds=holds)
    return _weighed(Truth.HOLDS if holds else Truth.FAILS, _sentence(found, relation), inputs)


def _operand(operand: Operand, test: TestName, spec: ValueSpec, facts: Facts) -> _Found:
    match operand:
        case Today():
            return _Found(label="today", value=facts.today, shown=day(facts.today))
        case Literal(text):
            return _measured(text, text, test, spec)
        case FromParameter(name):
            parameter = facts.checklist.parameters[name]
            if parameter.value is None:
                return _Found(label=f"{parameter.title}.", moot=True)
            return _measured(parameter.title, parameter.value, test, spec)
        case FromAnswer(criterion, name):
            return _value(facts.criteria[criterion], name, facts)
        case OneOf():
            raise TypeError(operand)
        case _:
            assert_never(operand)


def _measured(label: str, text: str, test: TestName, spec: ValueSpec) -> _Found:
    """A literal, typed like the value it is compared with, or a length of time where the test wants one."""
    if test in (TestName.OLDER_THAN, TestName.WITHIN_NEXT):
        return _Found(label=label, value=text, shown=text)
    value = typed(spec, text)
    return _Found(label=label, value=value, shown=text if value is None else said(spec, value))


def _holds(test: TestName, value: TypedValue, other: TypedValue, today: date) -> bool:
    match test, value, other:
        case TestName.IS, _, _:
            return value == other
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


def _relation(test: TestName, other: _Found, *, holds: bool) -> str:
    words = {
        TestName.AT_LEAST: ("which is {} or more", "which is less than {}"),
        TestName.AT_MOST: ("which is {} or less", "which is more than {}"),
        TestName.MORE_THAN: ("which is more than {}", "which is not more than {}"),
        TestName.LESS_THAN: ("which is less than {}", "which is not less than {}"),
        TestName.BEFORE: ("which is before {}", "which is not before {}"),
        TestName.AFTER: ("which is after {}", "which is not after {}"),
        TestName.OLDER_THAN: ("more than {} ago", "not more than {} ago"),
        TestName.WITHIN_NEXT: ("within the next {}", "not within the next {}"),
    }[test]
    return words[0 if holds else 1].format(other.shown)


def number_kind(spec: ValueSpec) -> bool:
    """Whether values of this kind can be compared as numbers."""
    return spec.type in (ValueType.MONEY, ValueType.NUMBER, ValueType.INTEGER)
