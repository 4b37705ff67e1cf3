"""Canonical YAML text: one way to write each value. PyYAML decides how a scalar must be quoted."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import yaml
from msgspec import NODEFAULT, Struct, to_builtins
from msgspec.structs import FieldInfo, fields

from ap_audit.model.audit import Audit
from ap_audit.model.condition import Condition, Data, Input, data_from, input_data

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_SURE = re.compile(r"[A-Za-z][A-Za-z0-9,()/;.'\u2019£%+ -]*[A-Za-z0-9).%]|[A-Za-z]")
# What YAML 1.1 or 1.2 readers would take for something other than text.
_RETYPED = re.compile(
    r"(?i)y|n|yes|no|on|off|true|false|null|inf|nan"
    r"|0o[0-7]+|[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?|[<>]{7}.*"  # the last would look like a merge
)
_DATE_OR_NUMBER = re.compile(r"\d{4}-\d{2}-\d{2}|0|[1-9]\d{0,14}(\.\d{1,6})?")


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
            if _DATE_OR_NUMBER.fullmatch(text):
                answer["values"][name] = Bare(text)


def emit(data: Mapping[str, Data]) -> str:
    """The text of a file that holds *data*."""
    return "\n".join(entries(data, 0)) + "\n"


def emit_audit(audit: Audit, headings: Mapping[str, str]) -> str:
    """The text of a new audit: a block for each answer, sections named in comments."""
    lines: list[str] = []
    for key, value in data_of(audit).items():
        if key == "sections":
            lines += _spaced(key, value)
            continue
        if key != "answers":
            lines += entry(key, value, 0)
            continue
        lines += ["", "answers:"]
        for criterion, answer in value.items():  # type: ignore[union-attr]  # answers are a mapping
            if criterion in headings:
                lines += ["", f"  # {headings[criterion]}"]
            else:
                lines += [""]
            lines += entry(criterion, answer, 2)
        lines += [""]
    return "\n".join(lines) + "\n"


def _spaced(key: str, blocks: Data) -> list[str]:
    """Blocks with a blank line after each, so that git merges what two people say of two."""
    lines = [f"{key}:"]
    for name, value in blocks.items():  # type: ignore[union-attr]  # blocks are a mapping
        lines += ["", *entry(name, value, 2)]
    return [*lines, ""]


def entries(data: Mapping[str, Data], indent: int) -> list[str]:
    """The lines of a mapping."""
    return [line for key, value in data.items() for line in entry(key, value, indent)]


def entry(key: str, value: Data, indent: int) -> list[str]:
    """The lines of one key and its value."""
    start = " " * indent + scalar(key) + ":"
    match value:
        case dict():
            return [start, *entries(value, indent + 2)] if value else [f"{start} {{}}"]
        case list():
            if not value:
                return [f"{start} []"]
            return [start, *(line for item in value for line in _item(item, indent + 2))]
        case _:
            block = _block(value, indent + 2)
            return [f"{start} {block[0]}", *block[1:]] if block else [f"{start} {scalar(value)}"]


def _item(value: Data, indent: int) -> list[str]:
    dash = " " * indent + "- "
    match value:
        case dict():
            inner = entries(value, indent + 2)
            return [dash + inner[0].lstrip(), *inner[1:]] if inner else [dash + "{}"]
        case list():
            return [
                dash
                + yaml.dump(value, Dumper=_DUMPER, default_flow_style=True, width=10**6).strip()
            ]
        case _:
            return [dash + scalar(value)]


def _block(text: str, indent: int) -> list[str]:
    """Several lines as a literal block; nothing for one line, or where a block would change it."""
    if "\n" not in text.rstrip("\n") and not text.endswith("\n"):
        return []
    body = text.removesuffix("\n")
    rows = body.split("\n")
    if not body.strip() or not rows[0].strip() or rows[0][0] in " \t" or body.endswith("\n"):
        return []
    if any(row != row.rstrip() or not row.replace("\t", "").isprintable() for row in rows):
        return []
    if "<<<<<<<" in text or ">>>>>>>" in text:  # what a merge leaves behind, to whoever reads it
        return []
    header = "|" if text.endswith("\n") else "|-"
    return [header, *(" " * indent + row if row else "" for row in rows)]


def scalar(text: str) -> str:
    """Text on one line, quoted where YAML needs it or another reader would give it a type."""
    if isinstance(text, Bare):
        return str(text)
    if _SURE.fullmatch(text) and not _RETYPED.fullmatch(text) and not text.endswith(":"):
        return text
    style = None if text.isprintable() and not _RETYPED.fullmatch(text) else '"'
    written: str = yaml.dump(
        text, Dumper=_DUMPER, allow_unicode=True, width=10**9, default_style=style
    )
    return written.removesuffix("...\n").strip("\n")
