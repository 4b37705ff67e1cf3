"""Derived inputs: numbers and dates computed from what was recorded, with what they were made from.

What is missing gives *cannot tell*, and what does not apply makes the whole not apply; but a sum
leaves out the parts that do not apply. A sum therefore trusts no part under a question that was
left open or of which it is not settled whether it applies: leaving a question open would otherwise
add the part, and the greater sum could turn a rule to a provider's favour.
"""

from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from ap_audit.model.calendar import FIRST_YEAR, LAST_YEAR
from ap_audit.model.checklist import Checklist, ValueSpec, ValueType
from ap_audit.model.condition import (
    Check,
    FromAnswer,
    FromDerived,
    FromParameter,
    Input,
    Operand,
    Today,
)
from ap_audit.model.derived import OF_THE_WHOLE, Derived, Function
from ap_audit.model.names import CriterionId
from ap_audit.model.wording import count, day, number, percent
from ap_audit.rules.facts import Facts, Found
from ap_audit.rules.functions import ON_DATES, ON_NUMBERS, SIGNATURES, Computed, Signature
from ap_audit.rules.unknown import overdue_actions, unknown_share
from ap_audit.rules.values import said, typed

OWN = "this school's own"
USUAL = "usual ones; this school's own are not set"


def derived(name: str, facts: Facts) -> Found:
    """A derived input on the facts. The checklist must be sound."""
    if name not in facts.derived:
        facts.derived[name] = _found(facts.checklist.derived[name], facts)
    return facts.derived[name]


def derived_spec(one: Derived, checklist: Checklist) -> ValueSpec:
    """The kind of value that a derived input is, for comparing it and for saying it."""
    signature = SIGNATURES[one.compute]
    if signature.of is ValueType.NUMBER and not signature.unit:
        first = operand_spec(one.of[0], checklist)
        money = first.type is ValueType.MONEY
        kind = ValueType.MONEY if money else ValueType.NUMBER
        return ValueSpec(type=kind, ask=one.title, unit=first.unit)
    unit = signature.unit if signature.unit == "%" else None
    return ValueSpec(type=signature.gives, ask=one.title, unit=unit)


def operand_spec(operand: Input, checklist: Checklist) -> ValueSpec:
    """The kind of value that one part of a derived input is; a parameter may be any."""
    match operand:
        case FromAnswer(criterion, name):
            return checklist.by_id()[criterion].record[name]
        case FromDerived(name):
            return derived_spec(checklist.derived[name], checklist)
        case FromParameter(name):
            parameter = checklist.parameters[name]
            return ValueSpec(type=ValueType.NUMBER, ask=parameter.title, unit=parameter.unit)
        case _:
            return ValueSpec(type=ValueType.DATE, ask="Day of judging:")


def derived_behind(check: Check, checklist: Checklist) -> tuple[Derived, ...]:
    """Every derived input that a check rests on, those behind others included."""
    to_do: list[Operand | Input] = [check.operand]
    if check.derived:
        to_do.append(FromDerived(check.name))
    found: dict[str, Derived] = {}
    while to_do:
        operand = to_do.pop()
        if isinstance(operand, FromDerived) and operand.derived not in found:
            found[operand.derived] = checklist.derived[operand.derived]
            to_do += found[operand.derived].of
    return tuple(found.values())


def criteria_behind(check: Check, checklist: Checklist) -> frozenset[CriterionId]:
    """Every criterion that a check looks at, those behind its derived inputs included."""
    behind = [operand for one in derived_behind(check, checklist) for operand in one.of]
    others = [part.criterion for part in (check.operand, *behind) if isinstance(part, FromAnswer)]
    return frozenset(others if check.derived else (check.criterion, *others))


def _found(one: Derived, facts: Facts) -> Found:
    label = f"{one.title}:"
    if one.compute in OF_THE_WHOLE:
        return _of_the_whole(one.compute, label, facts)
    parts = [_part(operand, SIGNATURES[one.compute], facts) for operand in one.of]
    if one.compute is Function.SUM:
        parts = [_trusted(part) for part in parts if not part.moot]
    made_from = tuple(dict.fromkeys(found for part in parts for found in part.inputs))
    found = Found(label=label, made_from=made_from, doubtful=any(part.doubtful for part in parts))
    if not parts or any(part.moot for part in parts):
        return replace(found, moot=True)
    missing = [sentence for part in parts if part.value is None for sentence in _missing(part)]
    if missing:
        return replace(found, because=tuple(dict.fromkeys(missing)))
    return _computed(one, found, parts, facts)


def _part(operand: Input, signature: Signature, facts: Facts) -> Found:
    match operand:
        case FromAnswer(criterion, name):
            return facts.given[criterion].value(name)
        case FromDerived(name):
            return derived(name, facts)
        case FromParameter(name):
            parameter = facts.checklist.parameters[name]
            label = f"{parameter.title}:"
            if parameter.value is None:
                return Found(label=label, moot=True)
            spec = ValueSpec(type=signature.of, ask=label, unit=parameter.unit)
            value = typed(spec, parameter.value)
            return Found(label=label, value=value, shown="" if value is None else said(spec, value))
        case Today():
            return Found(label="Day of judging:", value=facts.today, shown=day(facts.today))
        case _:
            raise TypeError(operand)


def _trusted(part: Found) -> Found:
    """A part of a sum; one under a question that was left open counts as missing."""
    if not part.doubtful or part.value is None:
        return part
    return replace(part, value=None, shown="", because=(f"{part.label} This was left open.",))


def _missing(part: Found) -> tuple[str, ...]:
    return part.because or (f"{part.label} Not recorded.",)


def _computed(one: Derived, found: Found, parts: list[Found], facts: Facts) -> Found:
    values = [part.value for part in parts]
    if one.compute in ON_NUMBERS:
        numbers = [value for value in values if isinstance(value, Fraction)]
        result = ON_NUMBERS[one.compute](numbers)
        if result is None:
            return replace(found, moot=True)
        computed = Computed(result)
    else:
        dates = [value for value in values if isinstance(value, date)]
        dates += [facts.today] if SIGNATURES[one.compute].since else []
        strange = [value for value in dates if not FIRST_YEAR <= value.year <= LAST_YEAR]
        if strange:
            years = f"{FIRST_YEAR} to {LAST_YEAR}"
            return replace(found, because=(f"{day(strange[0])} lies outside {years}.",))
        computed = ON_DATES[one.compute](dates, facts.calendar)
    said_of = _calendar(computed, facts)
    because = [sentence for part in parts for sentence in _sentences(part)]
    if said_of == USUAL:
        because.append("By usual term dates; this school's own are not set.")
    return replace(
        found,
        value=computed.value,
        shown=_shown(one, computed.value, facts),
        because=tuple(dict.fromkeys(because)),
        made_from=(*found.made_from, *((("Term dates:", said_of),) if said_of else ())),
    )


def _of_the_whole(function: Function, label: str, facts: Facts) -> Found:
    if function is Function.OVERDUE_ACTIONS:
        late = overdue_actions(facts)
        return Found(label=label, value=Fraction(late), shown=count(late, "action"))
    share = unknown_share(facts)
    if share is None:
        return Found(label=label, moot=True)
    return Found(label=label, value=share * 100, shown=percent(share, 2))


def _calendar(computed: Computed, facts: Facts) -> str:
    """Whose term dates the result rests on; empty where it rests on none."""
    if computed.looked is None:
        return ""
    return USUAL if facts.calendar.usual(*computed.looked) else OWN


def _sentences(part: Found) -> tuple[str, ...]:
    return (f"{part.label} {part.shown}.", *part.because)


def _shown(one: Derived, value: Fraction | date, facts: Facts) -> str:
    unit = SIGNATURES[one.compute].unit
    if isinstance(value, Fraction) and unit and unit != "%":
        return f"{number(value)} {unit}{'' if value == 1 else 's'}"
    return said(derived_spec(one, facts.checklist), value)
