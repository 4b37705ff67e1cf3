"""What was typed where a value is asked for: its text for the file, and how it is said back."""

import re
from datetime import date
from typing import assert_never

from msgspec import Struct

from ap_audit.interview import amounts, dates
from ap_audit.interview.said import number_to_type
from ap_audit.model.checklist import ValueSpec, ValueType
from ap_audit.model.wording import day
from ap_audit.rules.values import lies_ahead, said, typed

LONGEST = 300
"""Characters in a line of text, as the model allows."""
_BEGINNING = 3
_URN = re.compile(r"\d{6}", re.ASCII)


class Recorded(Struct, frozen=True):
    """A value that was understood."""

    text: str
    """For the file: ``2026-12-07``, ``5000000``."""
    said: str
    """For a person: ``7 December 2026``, ``£5,000,000``."""


class Unclear(Struct, frozen=True):
    """Not such a value, and what to type instead."""

    says: str


def value_from(spec: ValueSpec, line: str, today: date) -> Recorded | Unclear:
    """What a line means for this kind of value."""
    text = _canonical(spec, line.strip(), today)
    if isinstance(text, Unclear):
        return text
    value = typed(spec, text)
    return Unclear(how_to_type(spec)) if value is None else Recorded(text, said(spec, value))


def how_to_type(spec: ValueSpec) -> str:
    """A sentence that says what to type for this kind of value."""
    match spec.type:
        case ValueType.DATE:
            taken = "the last one that has been" if spec.past else "the nearest to today"
            return f"{dates.HOW} Without a year, {taken} is taken."
        case ValueType.MONEY:
            return amounts.HOW_MONEY
        case ValueType.NUMBER:
            return amounts.HOW_NUMBER
        case ValueType.INTEGER:
            return amounts.HOW_INTEGER
        case ValueType.CHOICE:
            words = ", or yes or no" if _says_yes_or_no(spec) else ""
            return f"{number_to_type(len(spec.choices))}{words}."
        case ValueType.URN:
            return "Type the six digits of the unique reference number, such as 123456."
        case ValueType.TEXT:
            return f"Type one line, at most {LONGEST} characters."
        case _:
            assert_never(spec.type)


def _canonical(spec: ValueSpec, line: str, today: date) -> str | Unclear:
    unit = spec.unit or ""
    found: str | None
    match spec.type:
        case ValueType.DATE:
            return _day(spec, line, today)
        case ValueType.MONEY:
            found = amounts.money_from(line)
        case ValueType.NUMBER:
            found = amounts.number_from(line, unit)
        case ValueType.INTEGER:
            found = amounts.integer_from(line, unit)
        case ValueType.CHOICE:
            return _choice(spec, line)
        case ValueType.URN:
            plain = line.replace(" ", "")
            found = plain if _URN.fullmatch(plain) else None
        case ValueType.TEXT:
            found = line if line and len(line) <= LONGEST and "\n" not in line else None
        case _:
            assert_never(spec.type)
    return Unclear(how_to_type(spec)) if found is None else found


def _day(spec: ValueSpec, line: str, today: date) -> str | Unclear:
    found = dates.date_from(line, today, dates.Likely.PAST if spec.past else dates.Likely.NEAREST)
    if isinstance(found, str):
        return Unclear(found)
    if lies_ahead(spec, found, today):
        return Unclear(f"{day(found)} has not been yet, and this asks for a day that has.")
    return found.isoformat()


def _choice(spec: ValueSpec, line: str) -> str | Unclear:
    """By number, by key, or by a beginning that only one of them has.

    A letter alone never chooses, since it may be a rating's; and "no" begins "No, it is not", but
    not "None of these".
    """
    keys = list(spec.choices)
    plain = " ".join(line.casefold().split())
    if plain.isascii() and plain.isdigit():
        number = int(plain[:9])
        return keys[number - 1] if 1 <= number <= len(keys) else Unclear(how_to_type(spec))
    if plain in keys and len(plain) > 1:
        return plain
    starts = [
        key
        for key, title in spec.choices.items()
        if _begins(key, plain) or _begins(title.casefold(), plain)
    ]
    if len(starts) == 1:
        return starts[0]
    if starts:
        return Unclear(f'"{line[:40]}" fits more than one of them. {how_to_type(spec)}')
    return Unclear(how_to_type(spec))


def _says_yes_or_no(spec: ValueSpec) -> bool:
    """Whether those two words choose: each begins just one of the choices."""
    titles = [title.casefold() for title in spec.choices.values()]
    return all(sum(_begins(title, word) for title in titles) == 1 for word in ("yes", "no"))


def _begins(name: str, plain: str) -> bool:
    """Whether a name begins with what was typed: whole words, or at least three letters of one."""
    if len(plain) < 2 or not name.startswith(plain):  # noqa: PLR2004 -- one letter never chooses
        return False
    return len(plain) >= _BEGINNING or not name[len(plain) :][:1].isalnum()
