"""The page on what the keys of each kind of file mean, made from the JSON Schemas."""

import json
from typing import Any

from ap_audit.files.kinds import KINDS
from ap_audit.files.schema import schema_text
from ap_audit.report.markdown import escaped, tidied

Part = dict[str, Any]


def keys_page() -> str:
    """Every kind of file, every value in it, every key; a value used twice is explained once."""
    lines = [
        "# What the keys in the files mean",
        "",
        "Every file starts with a line `format:`, which says what kind it is. An editor that reads",
        "JSON Schemas completes and checks the same keys as you type",
        "(`ap-audit checklist schema KIND`).",
        "",
    ]
    told: set[str] = set()
    for kind in KINDS:
        schema: Part = json.loads(schema_text(kind))
        lines += [f"## {kind.capitalize()}", "", f"`format: {schema['title']}`", ""]
        for name, part in schema["$defs"].items():
            if name not in told:
                lines += _value(name, part)
            told.add(name)
    return tidied("\n".join(lines))


def _value(name: str, part: Part) -> list[str]:
    head = [f"### {name}", "", _plain(part), ""]
    if "enum" in part:
        return [*head, f"One of: {', '.join(f'`{word}`' for word in part['enum'])}", ""]
    if "properties" not in part:
        return head
    needed = part.get("required", [])
    rows = [
        f"| `{key}`{' (needed)' if key in needed else ''} | {_kind(one)} | {_meaning(one)} |"
        for key, one in part["properties"].items()
    ]
    return [*head, "| Key | Holds | Means |", "| :--- | :--- | :--- |", *rows, ""]


def _kind(part: Part) -> str:
    if "const" in part:
        return f"`{part['const']}`"
    if "enum" in part:
        return " or ".join(f"`{word}`" for word in part["enum"])
    if "$ref" in part:
        return str(part["$ref"].rpartition("/")[2])
    if "anyOf" in part:
        return " or ".join(_kind(one) for one in part["anyOf"])
    if part.get("type") == "array":
        return f"list of: {_kind(part['items'])}"
    if isinstance(part.get("additionalProperties"), dict):
        return f"by name: {_kind(part['additionalProperties'])}"
    if part.get("format") == "date":
        return "date"
    plain = {"boolean": "`true` or `false`", "integer": "whole number", "object": "keys and values"}
    return plain.get(str(part.get("type")), "text")


def _meaning(part: Part) -> str:
    usual = part.get("default")
    word = str(usual).lower() if isinstance(usual, bool) else usual
    without = f" Without it: `{word}`." if isinstance(word, str | int) else ""
    return f"{_plain(part)}{without}".strip()


def _plain(part: Part) -> str:
    """The sentence of the model, in which backticks mark what is typed."""
    return escaped(part.get("description", "")).replace("\\`", "`")
