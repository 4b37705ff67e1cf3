"""A value as it stands in a file: text, lists and mappings, in the order of the model."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from msgspec import NODEFAULT, Struct, to_builtins
from msgspec.structs import FieldInfo, fields

from ap_audit.model.audit import Audit
from ap_audit.model.condition import Condition, Data, Input, data_from, input_data

_DATE_OR_NUMBER = r"\d{4}-\d{2}-\d{2}|0|[1-9]\d{0,14}(\.\d{1,6})?"


class Bare(str):
    """Text written without quotes, though other readers give it a type: a date or a number."""

    __slots__ = ()


def data_of(value: Struct) -> dict[str, Data]:
    """A value as it stands in a file, in the model's order, with what is as usual left out."""
    if isinstance(value, Audit):
        # No condition stands in an audit, and there may be ten thousand of them.
        data = _plain_keys(to_builtins(value, builtin_types=(date,)))
        _bare_values(data)
        return data
    return _struct(value)


def _struct(value: Struct) -> dict[str, Data]:
    found = ((key, getattr(value, name), usual) for name, key, usual in _fields(type(value)))
    return {
        key: _as_data(child) for key, child, usual in found if child is not None and child != usual
    }


@cache
def _fields(kind: type[Struct]) -> tuple[tuple[str, str, object], ...]:
    """Each field: its name, its key in a file, and what it is where nothing is written."""
    return tuple((field.name, field.encode_name, _usual(field)) for field in fields(kind))


def _usual(field: FieldInfo) -> object:
    return field.default if field.default_factory is NODEFAULT else field.default_factory()


def _plain_keys(built: Mapping[object, object]) -> dict[str, Data]:
    return {str(key): _as_data(child) for key, child in built.items() if child is not None}


def _as_data(value: object) -> Data:
    # msgspec would write a condition by its fields alone: `all` like `any`.
    match value:
        case Condition():
            return data_from(value)
        case Input():
            return input_data(value)
        case Struct():
            return _struct(value)
        case dict():
            return _plain_keys(value)
        case list() | tuple():
            return [_as_data(child) for child in value]
        case bool():
            return Bare("true" if value else "false")
        case int() | date():
            return Bare(str(value))
        case _:
            return str(value)


def _bare_values(data: dict[str, Any]) -> None:
    """Recorded dates and numbers stand without quotes, as a person would write them."""
    for answer in data["answers"].values():
        for name, text in answer.get("values", {}).items():
            if re.fullmatch(_DATE_OR_NUMBER, text):
                answer["values"][name] = Bare(text)
