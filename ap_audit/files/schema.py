"""JSON Schemas of every kind of file, made from the model, so that editors can check."""

import json
from typing import Any

import msgspec
from msgspec import Struct

from ap_audit.files.document import expected_format
from ap_audit.model.audit import AnswersFile, Audit
from ap_audit.model.checklist import Checklist
from ap_audit.model.condition import Condition
from ap_audit.model.placement import Placement
from ap_audit.model.provider import Provider
from ap_audit.model.source import SourceRegister
from ap_audit.model.workspace import Settings

KINDS: dict[str, type[Struct]] = {
    "checklist": Checklist,
    "audit": Audit,
    "answers": AnswersFile,
    "provider": Provider,
    "placement": Placement,
    "sources": SourceRegister,
    "workspace": Settings,
}


def schema_text(kind: str) -> str:
    """The JSON Schema of one kind of file, as text that is the same every time."""
    schema = msgspec.json.schema(KINDS[kind], schema_hook=_hook)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": expected_format(KINDS[kind]),
        **schema,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _hook(kind: type) -> dict[str, Any]:
    if kind is Condition:
        return {
            "type": "object",
            "minProperties": 1,
            "description": "{criterion: {name: test}}, or all:, any:, not:; every line must hold",
        }
    raise TypeError(kind)
