"""Whether a condition's references exist and its comparisons make sense for what they compare."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import assert_never

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.checklist import Checklist, Criterion, ValueSpec, ValueType
from ap_audit.model.condition import (
    DATE_TESTS,
    DERIVED,
    NUMBER_TESTS,
    RATING,
    SPAN_TESTS,
    Check,
    Condition,
    FromAnswer,
    FromDerived,
    FromParameter,
    Literal,
    OneOf,
    TestName,
    Today,
    checks_in,
)
from ap_audit.model.duration import duration_from
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating
from ap_audit.rules.derivations import computable
from ap_audit.rules.derived import criteria_behind, derived_spec
from ap_audit.rules.facts import number_kind, only_value
from ap_audit.rules.values import expected, typed


def condition_flaws(
    condition: Condition, checklist: Checklist, path: KeyPath, *, among: Sequence[Criterion]
) -> Iterator[Flaw]:
    """What is wrong with a condition that may name only the criteria in *among*."""
    known = {criterion.key: criterion for criterion in among}
    for check in checks_in(condition):
        what, hint = _check(check, known, checklist)
        if what:
            yield Flaw(path=path, what=what, hint=hint)


def _check(
    check: Check, known: dict[CriterionId, Criterion], checklist: Checklist
) -> tuple[str, str]:
    for name in _derived_names(check):
        what, hint = _derived(name, known, checklist)
        if what:
            return what, hint
    if check.derived:
        return _derived_test(check, known, checklist)
    criterion = known.get(check.criterion)
    if criterion is None:
        if check.criterion in checklist.by_id():
            return f"'{check.criterion}' is asked later; a condition looks only back", ""
        close = get_close_matches(check.criterion, known, n=1)
        hint = f"did you mean '{close[0]}'?" if close else ""
        return f"'{check.criterion}' is not a criterion of this checklist", hint
    name = check.name or only_value(criterion)
    if name == RATING:
        return _rating_test(check, criterion)
    spec = criterion.record.get(name)
    if spec is None:
        records = ", ".join(criterion.record) or "nothing"
        return f"'{criterion.id}' records no '{name}'", f"it records: {records}"
    return _value_test(check, spec, known, checklist)


def _derived_names(check: Check) -> tuple[str, ...]:
    own = (check.name,) if check.derived else ()
    return (*own, check.operand.derived) if isinstance(check.operand, FromDerived) else own


def _derived(
    name: str, known: dict[CriterionId, Criterion], checklist: Checklist
) -> tuple[str, str]:
    if not name:
        return "a derived input is tested by its name", "write derived: {name: test}"
    if name not in checklist.derived:
        listed = ", ".join(checklist.derived) or "none"
        return f"'{name}' is not a derived input of this checklist", f"it has: {listed}"
    if name not in computable(checklist):
        return f"'{name}' cannot be computed as it is written", "put it right under derived: first"
    check = Check(DERIVED, name, TestName.IS, Literal(""))
    later = sorted(criteria_behind(check, checklist) - known.keys())
    if later:
        return (
            f"'{name}' looks at '{later[0]}', which is asked later",
            "a condition looks only back",
        )
    return "", ""


def _derived_test(
    check: Check, known: dict[CriterionId, Criterion], checklist: Checklist
) -> tuple[str, str]:
    if check.test is TestName.ANSWERED:
        return "a derived input is computed, not answered", "ask about what it is made from"
    spec = derived_spec(checklist.derived[check.name], checklist)
    return _value_test(check, spec, known, checklist)


def _rating_test(check: Check, criterion: Criterion) -> tuple[str, str]:
    if criterion.is_record:
        # Its values may stand while its rating says they cannot be told, so a test of it misleads.
        return f"'{criterion.id}' is a record and is never rated", "test one of its values"
    if check.test not in (TestName.IS, TestName.IN, TestName.ANSWERED):
        return f"a rating cannot be compared with '{check.test}'", ""
    if check.test is TestName.ANSWERED:
        return "", ""
    wrong = [word for word in check.words if word not in set(Rating)]
    if wrong:
        return f"'{wrong[0]}' is not a rating", f"use one of: {', '.join(Rating)}"
    return "", ""


def _value_test(
    check: Check, spec: ValueSpec, known: dict[CriterionId, Criterion], checklist: Checklist
) -> tuple[str, str]:
    if check.test in NUMBER_TESTS and not number_kind(spec):
        return f"'{check.test}' compares numbers, and '{check.name}' is of type {spec.type}", ""
    if check.test in DATE_TESTS | SPAN_TESTS and spec.type is not ValueType.DATE:
        return f"'{check.test}' compares dates, and '{check.name}' is of type {spec.type}", ""
    match check.operand:
        case OneOf(texts):
            return next(
                (found for text in texts if (found := _literal(check, spec, text))[0]), ("", "")
            )
        case Literal(text):
            return ("", "") if check.test is TestName.ANSWERED else _literal(check, spec, text)
        case Today():
            return (
                ("", "")
                if check.test in DATE_TESTS
                else (f"'{check.test}' cannot be compared with today", "")
            )
        case FromParameter(parameter):
            return _parameter(check, spec, checklist, parameter)
        case FromAnswer(criterion, name):
            return _other_answer(check, spec, known, criterion, name)
        case FromDerived(name):
            other = derived_spec(checklist.derived[name], checklist)
            return _other_value(check, spec, other, f"derived input '{name}'")
        case _:
            assert_never(check.operand)


def _literal(check: Check, spec: ValueSpec, text: str) -> tuple[str, str]:
    if check.test in SPAN_TESTS:
        fits, wanted = duration_from(text) is not None, "a length of time, such as 12 months"
    else:
        fits, wanted = typed(spec, text) is not None, expected(spec)
    return (
        ("", "")
        if fits
        else (
            f"'{text}' cannot be compared with '{check.name or check.criterion}'",
            f"expected {wanted}",
        )
    )


def _parameter(check: Check, spec: ValueSpec, checklist: Checklist, name: str) -> tuple[str, str]:
    parameter = checklist.parameters.get(name)
    if parameter is None:
        return (
            f"'{name}' is not a parameter of this checklist",
            f"it has: {', '.join(checklist.parameters) or 'none'}",
        )
    return _literal(check, spec, parameter.value) if parameter.value is not None else ("", "")


def _other_answer(
    check: Check,
    spec: ValueSpec,
    known: dict[CriterionId, Criterion],
    criterion: CriterionId,
    name: str,
) -> tuple[str, str]:
    other = known[criterion].record.get(name) if criterion in known else None
    if other is None:
        return f"there is no value '{name}' recorded with '{criterion}'", ""
    return _other_value(check, spec, other, f"'{name}' of '{criterion}'")


def _other_value(check: Check, spec: ValueSpec, other: ValueSpec, what: str) -> tuple[str, str]:
    same = other.type is spec.type or (number_kind(other) and number_kind(spec))
    if check.test in SPAN_TESTS or not same:
        return f"'{check.name}' cannot be compared with {what}", ""
    return "", ""
