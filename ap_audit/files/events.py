"""Reading YAML safely: parser events under limits, scalars kept as text, every problem located.

A loader that builds objects is never used: one turns "no" into False, keeps the last of two equal
keys in silence, and can be made to run for minutes by 700 bytes.
"""

import re
from collections.abc import Callable
from typing import Any, Protocol

import yaml

from ap_audit.errors import Problem
from ap_audit.files.lines import Findings, Lines, TooMany, shown
from ap_audit.files.plainer import in_plain_words
from ap_audit.files.tree import NOWHERE, PLAIN, Items, Keys, Mark, Node, Text

DEEPEST = 24
MOST_NODES = 50_000
LONGEST_TEXT = 100_000

Loader = type[yaml.SafeLoader] | type[yaml.CSafeLoader]
LOADER: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser written in C where PyYAML has it: some twenty times as fast."""

# What may not stand in a file: controls but tab and line ends, marks that reverse the direction of
# text, separators that YAML takes for line breaks and editors do not, and a carriage return alone.
_HIDDEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufffe\uffff"
    "\ud800-\udfff]|\r(?!\n)"
)
_MERGE = r"([ \t]*)([<>])\2{6}(?: |$)"


def read_tree(
    text: str, lines: Lines, *, loader: Loader = LOADER
) -> tuple[Node | None, list[Problem]]:
    """The tree of a file's text and every problem with its form.

    No tree where the text cannot be read to its end: what follows from half a file would mislead.
    """
    found = Findings(lines)
    try:
        if _unfinished_merges(text, found) or _hidden_characters(found):
            return None, found.problems
        root = _tree(text, found, loader)
    except TooMany:
        return None, found.problems
    if root is None and not found.problems:
        found.add_whole("is empty", "restore it from git, or delete it")
    return root, found.problems


def hidden_in(text: str) -> re.Match[str] | None:
    """The first character of a text that may not stand in a file; None where there is none."""
    return None if text.isprintable() else re.search(_HIDDEN, text)


def _tree(text: str, found: Findings, loader: Loader) -> Node | None:
    builder = _Builder(found)
    take = builder.takers
    try:
        next_event = loader(text).get_event
        while (event := next_event()) is not None:
            take[type(event)](event)
    except _Stop:
        return None
    except yaml.YAMLError as error:
        found.add_at(*in_plain_words(error, found.lines.texts))
        return None
    except (ValueError, OverflowError):  # the parser in Python, on escapes beyond Unicode
        line = next((n for n, text in enumerate(found.lines.texts) if r"\U" in text), 0)
        found.add_at(line, 0, "an escape here is not a character", r"take out what starts with \U")
        return None
    return builder.root


def _unfinished_merges(text: str, found: Findings) -> bool:
    """Conflict markers, looked for in the raw text: inside a folded note they are valid YAML.

    Indented, only a pair counts: one line of > signs may be an email quoted in a note.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return False
    opened: tuple[int, str] | None = None
    for number, row in enumerate(found.lines.texts):
        mark = re.match(_MERGE, row)
        if not mark:
            continue
        indent, sign = mark[1], mark[2]
        if sign == "<" and (opened is None or opened[1]):
            opened = (number, indent)
        elif sign == ">" and opened is not None and opened[1] == indent:
            found.add_at(
                opened[0],
                len(indent),
                f"an unfinished merge, lines {opened[0] + 1} to {number + 1}",
                _settle(found, indent),
            )
            opened = None
        elif sign == ">" and not indent:
            _stray(found, number)
    if opened is not None and not opened[1]:
        _stray(found, opened[0])
    return bool(found.problems)


def _settle(found: Findings, indent: str) -> str:
    keep = "keep one of the two versions and delete the lines of <, = and > signs"
    audit = any(row.startswith("format: ap-audit/audit@") for row in found.lines.texts)
    return f"see both in words: ap-audit check; or {keep}" if audit and not indent else keep


def _stray(found: Findings, line: int) -> None:
    found.add_at(
        line,
        0,
        "a line left over from an unfinished merge",
        "delete it, and look whether both versions still stand beside it",
    )


def _hidden_characters(found: Findings) -> bool:
    # What can be printed is not hidden, and asking that is ten times as fast as searching.
    if "".join(found.lines.texts).isprintable():
        return False
    for number, text in enumerate(found.lines.texts):
        hidden = hidden_in(text)
        if hidden:
            found.add_at(
                number,
                hidden.start(),
                f"a hidden character (U+{ord(hidden[0]):04X}) that is not allowed here",
                "delete it and type the text again; it often comes with pasted text",
            )
    return bool(found.problems)


_NO_KEY = Text("", PLAIN, NOWHERE, NOWHERE)
"""Stands for a key that cannot be one; what belongs to it is left out, since it is listed."""


class _Stop(Exception):
    """Nothing after this place can be read safely."""


class _Event(Protocol):
    """What every event of the parser says; its own types leave the places optional."""

    start_mark: Mark
    end_mark: Mark


class _NodeEvent(_Event, Protocol):
    anchor: str | None
    tag: str | None


class _Scalar(_NodeEvent, Protocol):
    value: str
    style: str | None


class _Collection(_NodeEvent, Protocol):
    flow_style: bool | None


class _Document(_Event, Protocol):
    version: object
    tags: object


class _Builder:
    """Takes events one by one; holds the tree so far."""

    def __init__(self, found: Findings) -> None:
        self.root: Node | None = None
        self.takers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._keys,
            yaml.SequenceStartEvent: self._items,
            yaml.MappingEndEvent: self._leave,
            yaml.SequenceEndEvent: self._leave,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: _pass,
            yaml.StreamStartEvent: _pass,
            yaml.StreamEndEvent: _pass,
        }
        self._found = found
        self._count = 0
        self._parent: Keys | Items | None = None
        self._key: Text | None = None
        """In a mapping, the key that waits for its value."""
        self._above: list[tuple[Keys | Items | None, Text | None]] = []

    def _scalar(self, event: _Scalar) -> None:
        value = event.value
        text = Text(value, event.style or PLAIN, event.start_mark, event.end_mark)
        if event.anchor or event.tag:
            self._refuse_tricks(event)
            text.style = "'"  # what else is wrong with it may lie in the trick
        if text.style == '"' or len(value) > LONGEST_TEXT:
            self._check(text)
        if self._key is None and type(self._parent) is Keys:
            self._key = text
            self._count += 1
        else:
            self._place(text)

    def _keys(self, event: _Collection) -> None:
        self._enter(event, Keys(event.start_mark, flow=bool(event.flow_style)))

    def _items(self, event: _Collection) -> None:
        self._enter(event, Items(event.start_mark, flow=bool(event.flow_style)))

    def _enter(self, event: _NodeEvent, node: Keys | Items) -> None:
        if event.anchor or event.tag:
            self._refuse_tricks(event)
        self._place(node)
        if len(self._above) >= DEEPEST:
            self._found.add(
                node, f"is nested more than {DEEPEST} deep", "none of our files is; restore it"
            )
            raise _Stop
        self._above.append((self._parent, self._key))
        self._parent, self._key = node, None

    def _leave(self, event: _Event) -> None:
        if self._parent is not None:
            self._parent.end_line = event.end_mark.line
        self._parent, self._key = self._above.pop()

    def _place(self, node: Node) -> None:
        self._count += 1
        if self._count > MOST_NODES:
            self._found.add(
                node, f"holds more than {MOST_NODES:,} entries", "a file this size is not ours"
            )
            raise _Stop
        parent, key = self._parent, self._key
        if parent is None:
            self.root = node
        elif type(parent) is Items:
            parent.nodes.append(node)
        elif key is None:
            self._key = self._no_key(node)
        elif type(parent) is Keys:
            self._key = None
            if key is _NO_KEY:
                return
            if key.value in parent.names:
                self._twice(key, parent.names[key.value])
            else:
                parent.names[key.value] = key
                parent.nodes[key.value] = node

    def _twice(self, key: Text, first: Text) -> None:
        self._found.add(
            key,
            f"'{shown(key.value)}' stands here a second time; it is on line {first.line + 1}",
            "keep one of the two",
        )

    def _no_key(self, node: Node) -> Text:
        self._found.add(
            node, "what stands before a colon must be plain text", "write one word, then the colon"
        )
        return _NO_KEY

    def _check(self, text: Text) -> None:
        """A text is not endless, and no escape in quotes stands for what may not be in a file."""
        if len(text.value) > LONGEST_TEXT:
            self._found.add(text, f"is longer than {LONGEST_TEXT:,} characters", "shorten it")
        elif text.style == '"' and (hidden := hidden_in(text.value)):
            code = f"U+{ord(hidden[0]):04X}"
            self._found.add(
                text, f"an escape stands for a hidden character ({code})", "take it out"
            )

    def _refuse_tricks(self, event: _NodeEvent) -> None:
        if event.anchor:
            self._refuse(
                event, f"'&{shown(event.anchor)}' is a YAML anchor, and these are not used"
            )
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, f"'{shown(tag)}' is a YAML tag, and these are not used")

    def _alias(self, event: _NodeEvent) -> None:
        name = shown(str(event.anchor))
        self._refuse(event, f"'*{name}' is a YAML alias, and these are not used")
        self._place(Text(f"*{name}", PLAIN, event.start_mark, event.end_mark))

    def _refuse(self, event: _Event, what: str) -> None:
        hint = "write the text out; if it is text, put it in quotes"
        self._found.add_at(*_start(event), what, hint)

    def _document(self, event: _Document) -> None:
        if event.version or event.tags:
            self._found.add_at(
                *_start(event),
                "a line that starts with % is an instruction to a parser, and these are not used",
                "delete the line",
            )
        if self.root is not None:
            self._found.add_at(
                *_start(event), "a second document starts here", "keep one document to a file"
            )
            raise _Stop


def _start(event: _Event) -> tuple[int, int]:
    return event.start_mark.line, event.start_mark.column


def swallowed(root: Node, lines: Lines) -> list[Problem]:
    """Warnings where ` #` in a line of text turned the rest of it into a comment."""
    match root:
        case Text(style=":") if " " in root.value and root.line == root.end_line:
            rest = lines.texts[root.end_line][root.end_column :]
            if not re.match(r"\s+#", rest):
                return []
            what = f"everything from the # on is left out: '{shown(rest)}'"
            hint = "put the text in quotes, or the comment on a line of its own"
            return [lines.problem(root, what, hint, warning=True)]
        case Keys():
            children = root.nodes.values()
            return [problem for child in children for problem in swallowed(child, lines)]
        case Items():
            return [problem for child in root.nodes for problem in swallowed(child, lines)]
        case _:
            return []


def _pass(_event: _Event) -> None:
    """Starts and ends that say nothing."""
