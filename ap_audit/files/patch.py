"""Changing a file by position: only the lines of what changed; formatting and comments stay.

The change is the difference between two values as they would stand in a file. It is applied to
the lines from the end backwards, so that positions stay true. The caller reads the result back
and compares.
"""

from ap_audit.files.emit import entry, scalar
from ap_audit.files.tree import Keys, Text, last_line
from ap_audit.model.base import Value
from ap_audit.model.condition import Data


class _Edit(Value, frozen=True):
    """Lines *first* up to but not including *after* become *lines*."""

    first: int
    after: int
    lines: tuple[str, ...]


class _Whole(Exception):
    """This part cannot be changed inside; its whole entry must be written anew."""


def patched(
    text: str, tree: Keys, old: dict[str, Data], new: dict[str, Data], *, deepest: int = 99
) -> str:
    """The text with *old* made *new*; what lies below *deepest* is written whole."""
    newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    edits = _mapping(tree, old, new, lines, deepest)
    for edit in sorted(edits, key=lambda edit: (edit.first, edit.after), reverse=True):
        lines[edit.first : edit.after] = edit.lines
    return newline.join(lines)


def _mapping(
    tree: Keys, old: dict[str, Data], new: dict[str, Data], lines: list[str], deepest: int
) -> list[_Edit]:
    if tree.flow or not tree.nodes or deepest < 0:
        raise _Whole
    indent = tree.column
    edits = [
        _Edit(tree.names[name].line, last_line(tree.nodes[name], lines) + 1, ())
        for name in old
        if name not in new and name in tree.nodes
    ]
    before: str | None = None
    added: dict[str | None, list[str]] = {}
    for name, value in new.items():
        if name in tree.nodes:
            if old.get(name) != value:
                edits += _entry(tree, name, old.get(name), value, lines, deepest)
            before = name
        elif old.get(name) != value:
            added.setdefault(before, []).extend(entry(name, value, indent))
    for anchor, inserted in added.items():
        at = last_line(tree.nodes[anchor], lines) + 1 if anchor else tree.line
        edits.append(_Edit(at, at, tuple(inserted)))
    return edits


def _entry(
    tree: Keys, name: str, old: Data | None, new: Data, lines: list[str], deepest: int
) -> list[_Edit]:
    key, node = tree.names[name], tree.nodes[name]
    if isinstance(node, Keys) and isinstance(old, dict) and isinstance(new, dict):
        try:
            return _mapping(node, old, new, lines, deepest - 1)
        except _Whole:
            pass
    elif isinstance(node, Text) and isinstance(new, str) and _inline(node, new):
        line = lines[node.line]
        changed = line[: node.column] + scalar(new) + line[node.end_column :]
        return [_Edit(node.line, node.line + 1, (changed,))]
    whole = entry(name, new, tree.column)
    return [_Edit(key.line, last_line(node, lines) + 1, tuple(whole))]


def _inline(node: Text, new: str) -> bool:
    """Whether one line can take the place of another, with what stands beside it kept."""
    return node.style not in "|>" and node.line == node.end_line and "\n" not in new
