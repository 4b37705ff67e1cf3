"""Changing a file by position: only the lines of what changed; formatting and comments stay.

The change is the difference between two values as they would stand in a file. It is applied to
the lines from the end backwards, so that positions stay true. The caller reads the result back
and compares.
"""

import re

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
) -> str | None:
    """The text with *old* made *new*; what lies below *deepest* is written whole.

    None where the file as a whole stands between { }: no line of it is one entry's own.
    """
    # Each line keeps its own end, for a file may have both kinds and no other line may change.
    end = "\r" if text.count("\r\n") * 2 > text.count("\n") else ""
    lines = text.split("\n")
    try:
        edits = _mapping(tree, old, new, lines, deepest)
    except _Whole:
        return None
    # From the end backwards; where two insert at one place, what was found first stands first.
    edits.reverse()
    edits.sort(key=lambda edit: (edit.first, edit.after), reverse=True)
    for edit in edits:
        if edit.lines and edit.first == len(lines):
            lines[-1] += end
        replaced = lines[edit.first : edit.after]
        own = end if len(replaced) != 1 else "\r" if replaced[0].endswith("\r") else ""
        lines[edit.first : edit.after] = [line + own for line in edit.lines]
    lines[-1] = lines[-1].removesuffix("\r")
    return "\n".join(lines)


def _mapping(
    tree: Keys, old: dict[str, Data], new: dict[str, Data], lines: list[str], deepest: int
) -> list[_Edit]:
    if tree.flow or not tree.nodes or deepest < 0:
        raise _Whole
    indent = tree.column
    renamed = _renamed(tree, old, new)
    edits = [_other_name(tree.names[name], now, lines) for now, name in renamed.items()]
    edits += [
        _Edit(tree.names[name].line, last_line(tree.nodes[name], lines) + 1, ())
        for name in old
        if name not in new and name in tree.nodes and name not in renamed.values()
    ]
    before: str | None = None
    added: dict[str | None, list[str]] = {}
    for name, value in new.items():
        if name in renamed:
            before = renamed[name]
        elif name in tree.nodes:
            if old.get(name) != value:
                edits += _entry(tree, name, old.get(name), value, lines, deepest)
            before = name
        elif old.get(name) != value:
            added.setdefault(before, []).extend(entry(name, value, indent))
    for anchor, inserted in added.items():
        at = last_line(tree.nodes[anchor], lines) + 1 if anchor else tree.line
        edits.append(_Edit(at, at, tuple(inserted)))
    return edits


def _renamed(tree: Keys, old: dict[str, Data], new: dict[str, Data]) -> dict[str, str]:
    """New names by the old ones of the very same thing, so that comments inside it stay."""
    gone = [name for name in old if name not in new and name in tree.nodes]
    found: dict[str, str] = {}
    for now, value in new.items() if gone else ():
        if now not in tree.nodes and now not in old:
            same = (name for name in gone if old[name] == value and name not in found.values())
            if (name := next(same, None)) is not None:
                found[now] = name
    return found


def _other_name(key: Text, name: str, lines: list[str]) -> _Edit:
    line = lines[key.line]
    changed = line[: key.column] + scalar(name) + line[key.end_column :].removesuffix("\r")
    return _Edit(key.line, key.line + 1, (changed,))


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
        changed = line[: node.column] + scalar(new) + line[node.end_column :].removesuffix("\r")
        return [_Edit(node.line, node.line + 1, (changed,))]
    whole = entry(name, new, tree.column)
    if isinstance(node, Text):
        whole[0] += _comment(node, lines)
    return [_Edit(key.line, last_line(node, lines) + 1, tuple(whole))]


def _inline(node: Text, new: str) -> bool:
    """Whether one line can take the place of another, with what stands beside it kept."""
    return node.style not in "|>" and node.line == node.end_line and "\n" not in new


def _comment(node: Text, lines: list[str]) -> str:
    """The comment that stands on the line of a text, or after the | or > of a block."""
    block = node.style in "|>"
    line = lines[node.line if block else node.end_line]
    rest = line[node.column if block else node.end_column :]
    found = re.search(r"\s+#.*", rest.removesuffix("\r"))
    return found[0] if found else ""
