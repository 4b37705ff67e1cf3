"""Recorded values: what the text in a file means, by the kind the checklist gives it."""

import re
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import assert_never

from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Criterion, ValueSpec, ValueType
from ap_audit.model.wording import day, number, pounds
from ap_audit.rules.assessment import RecordedValue, TypedValue

_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MONEY = r"[0-9]{1,12}(\.[0-9]{2})?"
_NUMBER = r"[0-9]{1,9}(\.[0-9]{1,4})?"
_INTEGER = r"[0-9]{1,9}"
_URN = r"[0-9]{6}"


def typed(spec: ValueSpec, text: str) -> TypedValue | None:
    """What a recorded text means, or None where it does not fit its kind."""
    if spec.type is ValueType.CHOICE:
        return text if text in spec.choices else None
    return _meant(spec.type, text)


def expected(spec: ValueSpec) -> str:
    """What should be written for this kind of value, in words."""
    match spec.type:
        case ValueType.DATE:
            return "a date as year-month-day, such as 2026-11-23"
        case ValueType.MONEY:
            return "an amount in pounds, digits only, such as 5000000"
        case ValueType.NUMBER:
            return "a number, such as 18 or 17.5"
        case ValueType.INTEGER:
            return "a whole number, such as 4"
        case ValueType.CHOICE:
            return f"one of: {', '.join(spec.choices)}"
        case ValueType.URN:
            return "six digits"
        case ValueType.TEXT:
            return "some text"
        case _:
            assert_never(spec.type)


def lies_ahead(spec: ValueSpec, value: TypedValue | None, recorded_on: date | None) -> bool:
    """Whether a date that must have been lies after the day it was recorded on.

    A policy "last reviewed" next year would else count as in date.
    """
    return spec.past and recorded_on is not None and isinstance(value, date) and value > recorded_on


def said(spec: ValueSpec, value: TypedValue) -> str:
    """A typed value in words, with its unit."""
    if isinstance(value, str):
        return spec.choices.get(value, value)
    if isinstance(value, date):
        return day(value)
    if spec.type is ValueType.MONEY:
        return pounds(value)
    return f"{number(value)} {_unit(spec.unit, value)}" if spec.unit else number(value)


def recorded_values(criterion: Criterion, answer: Answer) -> tuple[RecordedValue, ...]:
    """Every value that a criterion records, in order, as it stands in an answer."""
    return tuple(
        RecordedValue(
            name=name,
            ask=spec.ask,
            shown=_said_or_nothing(spec, answer.values.get(name)),
            required=not spec.optional,
        )
        for name, spec in criterion.record.items()
    )


def lacks_a_value(criterion: Criterion, answer: Answer) -> tuple[ValueSpec, ...]:
    """The required values that are not recorded, or recorded as something that does not fit."""
    return tuple(
        [
            spec
            for name, spec in criterion.record.items()
            if not spec.optional
            and (name not in answer.values or typed(spec, answer.values[name]) is None)
        ]
    )


def _unit(unit: str, value: Fraction) -> str:
    """The unit as it is said after a number: ``1 pupil``, ``1 hour a week``, ``2 pupils``."""
    noun, space, rest = unit.partition(" ")
    return f"{noun.removesuffix('s')}{space}{rest}" if value == 1 else unit


def _said_or_nothing(spec: ValueSpec, text: str | None) -> str:
    value = typed(spec, text) if text is not None else None
    return "" if value is None else said(spec, value)


@lru_cache(4096)
def _meant(kind: ValueType, text: str) -> TypedValue | None:
    """The same of what needs no list; one value is looked at many times while judging."""
    match kind:
        case ValueType.DATE:
            return _date(text)
        case ValueType.MONEY:
            return Fraction(text) if re.fullmatch(_MONEY, text) else None
        case ValueType.NUMBER:
            return Fraction(text) if re.fullmatch(_NUMBER, text) else None
        case ValueType.INTEGER:
            return Fraction(int(text)) if re.fullmatch(_INTEGER, text) else None
        case ValueType.URN:
            return text if re.fullmatch(_URN, text) else None
        case _:
            return text or None


def _date(text: str) -> date | None:
    if not re.fullmatch(_DATE, text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
