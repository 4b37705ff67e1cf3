"""Canonical YAML text: one way to write each value. PyYAML decides how a scalar must be quoted."""

import re
from collections.abc import Mapping

import yaml

from ap_audit.files.data import Bare, data_of
from ap_audit.model.audit import Audit
from ap_audit.model.condition import Data

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_SURE = re.compile(r"[A-Za-z][A-Za-z0-9,()/;.'\u2019£%+ -]*[A-Za-z0-9).%]|[A-Za-z]")
# What YAML 1.1 or 1.2 readers would take for something other than text.
_RETYPED = re.compile(
    r"(?i)y|n|yes|no|on|off|true|false|null|inf|nan"
    r"|0o[0-7]+|[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?|[<>]{7}.*"  # the last would look like a merge
)


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
