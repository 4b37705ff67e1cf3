"""JSON Schemas of every kind of file, made from the model, so that editors complete and check.

They are kept in ``checklists/schema``, beside the shipped checklists, and copied into the same
place of a workspace. Editors that know YAML find them by the first line of a file.
"""

import ast
import inspect
import json
import textwrap
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from ap_audit.files.document import expected_format
from ap_audit.files.kinds import KINDS
from ap_audit.model.base import Value
from ap_audit.model.condition import INPUTS, Condition, Input

_ID = {"type": "string", "minLength": 1}
_KEYS = {
    "parameter": _ID,
    "derived": _ID,
    "answer": {"type": "array", "items": _ID, "minItems": 2, "maxItems": 2},
}
_INPUT = {
    "oneOf": [
        {"const": "today"},
        {
            "type": "object",
            "properties": _KEYS,
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        },
    ],
    "description": f"one of: {INPUTS}",
}

Schema = dict[str, Any]
"""A part of a JSON Schema."""


def schema_text(kind: str) -> str:
    """The JSON Schema of one kind of file, as text that is the same every time."""
    root = KINDS[kind]
    made = msgspec.json.schema(root, schema_hook=_hook)
    structs = {struct.__name__: struct for struct in _structs(Value)}
    for name, part in made["$defs"].items():
        if name in structs:
            _describe(part, structs[name])
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": expected_format(root),
        **_as_written(made),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _hook(kind: type) -> Schema:
    if kind is Condition:
        return {
            "type": "object",
            "minProperties": 1,
            "description": "{criterion: {name: test}}, {derived: {name: test}},"
            " or all:, any:, not:; every line must hold",
        }
    if kind is Input:
        return _INPUT
    raise TypeError(kind)


def _structs(kind: type[Struct]) -> Iterator[type[Struct]]:
    """Every value of the model; other rooms have some of the same name, that stand in no file."""
    for below in kind.__subclasses__():
        if below.__module__.startswith("ap_audit.model."):
            yield below
        yield from _structs(below)


def _describe(part: Schema, kind: type[Struct]) -> None:
    """Give each key the sentence that stands below its field in the model."""
    notes = _notes(kind)
    for field in msgspec.structs.fields(kind):
        if field.name in notes:
            written = part["properties"][field.encode_name]
            part["properties"][field.encode_name] = {"description": notes[field.name], **written}


def _notes(kind: type[Struct]) -> dict[str, str]:
    (whole,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    if not isinstance(whole, ast.ClassDef):
        raise TypeError(kind)
    notes = {}
    for field, below in zip(whole.body, whole.body[1:], strict=False):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(note))),
            ):
                notes[name] = " ".join(note.split())
            case _:
                pass
    return notes


def _as_written(schema: Any) -> Any:  # noqa: ANN401 -- any part of JSON
    """The schema of what may stand in a file: no null, and text that need not be in quotes."""
    if isinstance(schema, list):
        return [_as_written(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {
        name: _as_written(part)
        for name, part in schema.items()
        if not (name == "default" and part in (None, {}, []))
    }
    kinds = [part for part in parts.get("anyOf", ()) if part != {"type": "null"}]
    if len(kinds) == 1:
        del parts["anyOf"]
        return {**kinds[0], **parts}
    if kinds:
        parts["anyOf"] = kinds
    if parts.get("type") == "string" and "format" not in parts:
        parts["type"] = ["string", "number"]
    if len(parts.get("enum", ())) == 1:
        (parts["const"],) = parts.pop("enum")
    return parts
