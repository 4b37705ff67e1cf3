"""A condition in words, for a reader who has no answers before them: what has to be so."""

from collections.abc import Iterator
from typing import assert_never

from ap_audit.model.checklist import Checklist, ValueSpec
from ap_audit.model.condition import (
    AllOf,
    AnyOf,
    Check,
    Condition,
    FromAnswer,
    FromDerived,
    FromParameter,
    Literal,
    Not,
    OneOf,
    Operand,
    TestName,
    Today,
)
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating
from ap_audit.rules.facts import only_value
from ap_audit.rules.values import said, typed

_RELATIONS = {
    TestName.IS: "is",
    TestName.IN: "is",
    TestName.ANSWERED: "has been answered",
    TestName.AT_LEAST: "is at least",
    TestName.AT_MOST: "is at most",
    TestName.MORE_THAN: "is more than",
    TestName.LESS_THAN: "is less than",
    TestName.BEFORE: "is before",
    TestName.AFTER: "is after",
    TestName.OLDER_THAN: "is longer ago than",
    TestName.WITHIN_NEXT: "comes within the next",
}


def condition_lines(condition: Condition, checklist: Checklist) -> list[str]:
    """The lines of a nested list in Markdown, without escapes; a single test is one line."""
    return list(_lines(condition, checklist, ""))


def _lines(condition: Condition, checklist: Checklist, margin: str) -> Iterator[str]:
    if isinstance(condition, Check):
        yield f"{margin}- {_check(condition, checklist)}"
        return
    if isinstance(condition, Not):
        yield f"{margin}- it is not so that:"
        yield from _lines(condition.part, checklist, f"{margin}  ")
        return
    yield f"{margin}- all of these:" if isinstance(condition, AllOf) else f"{margin}- any of these:"
    for part in condition.parts if isinstance(condition, AllOf | AnyOf) else ():
        yield from _lines(part, checklist, f"{margin}  ")


def _check(check: Check, checklist: Checklist) -> str:
    label, spec = _subject(check, checklist)
    parts = (f"“{label}”", _RELATIONS[check.test], _operand(check.operand, spec, checklist))
    return " ".join(filter(None, parts))


def _subject(check: Check, checklist: Checklist) -> tuple[str, ValueSpec | None]:
    """What is looked at, in words, and how it is recorded; a rating is not."""
    if check.derived:
        return checklist.derived[check.name].title, None
    return _value(check.criterion, check.name, checklist)


def _value(name: CriterionId, value: str, checklist: Checklist) -> tuple[str, ValueSpec | None]:
    criterion = checklist.by_id()[name]
    spec = criterion.record.get(value or only_value(criterion))
    return (criterion.ask, None) if spec is None else (spec.ask, spec)


def _operand(operand: Operand, spec: ValueSpec | None, checklist: Checklist) -> str:
    match operand:
        case Literal(text):
            return _said(text, spec)
        case OneOf(texts):
            return " or ".join(_said(text, spec) for text in texts)
        case Today():
            return "the day of judging"
        case FromParameter(name):
            parameter = checklist.parameters[name]
            figure = f"{parameter.value} {parameter.unit}" if parameter.value else "not set"
            return f"the figure “{parameter.title}” ({figure})"
        case FromAnswer(criterion, name):
            return f"the answer to “{_value(criterion, name, checklist)[0]}”"
        case FromDerived(name):
            return f"“{checklist.derived[name].title}”"
        case _:
            assert_never(operand)


def _said(text: str, spec: ValueSpec | None) -> str:
    if spec is None:
        return Rating(text).title if text in set(Rating) else text
    if text in spec.choices:
        return f"“{spec.choices[text]}”"
    value = typed(spec, text)
    return text if value is None else said(spec, value)
