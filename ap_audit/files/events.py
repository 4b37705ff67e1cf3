"""Reading YAML safely: parser events under limits, scalars kept as text, every problem located.

A loader that builds objects is never used: one turns "no" into False, keeps the last of two equal
keys in silence, and can be made to run for minutes by 700 bytes.
"""

import re
from collections.abc import Callable
from typing import Any, NoReturn, Protocol

import yaml

from ap_audit.errors import Problem
from ap_audit.files.lines import Findings, Lines, TooMany, shown
from ap_audit.files.plainer import in_plain_words
from ap_audit.files.tree import PLAIN, Items, Keys, Mark, Node, Text

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
    try:
        return _Reader(loader(text).get_event, found).file()
    except _Stop:
        return None
    except yaml.YAMLError as error:
        found.add_at(*in_plain_words(error, found.lines.texts))
        return None
    except (ValueError, OverflowError):  # the parser in Python, on escapes beyond Unicode
        line = next((n for n, text in enumerate(found.lines.texts) if r"\U" in text), 0)
        found.add_at(line, 0, "an escape here is not a character", r"take out what starts with \U")
        return None


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


class _Stop(Exception):
    """Nothing after this place can be read safely."""


class _Event(Protocol):
    """What every event of the parser says."""

    start_mark: Mark
    end_mark: Mark


class _NodeEvent(_Event, Protocol):
    """What the beginning of a node says."""

    anchor: str | None
    tag: str | None
    value: str
    """Of a scalar, as is its style."""
    style: str | None
    flow_style: bool | None
    """Of a mapping or a sequence."""


class _Document(_Event, Protocol):
    version: object
    tags: object


# Types without their own words for it, which leave the places optional.
_SCALAR: type[Any] = yaml.ScalarEvent
_ALIAS: type[Any] = yaml.AliasEvent
_KEYS: type[Any] = yaml.MappingStartEvent
_KEYS_END: type[Any] = yaml.MappingEndEvent
_ITEMS_END: type[Any] = yaml.SequenceEndEvent
_DOCUMENT: type[Any] = yaml.DocumentStartEvent
_SAYS_NOTHING: tuple[type[Any], ...] = (
    yaml.StreamStartEvent,
    yaml.StreamEndEvent,
    yaml.DocumentEndEvent,
)


class _Reader:
    """Reads events one by one: a file holds one node, and a node those that stand in it."""

    def __init__(self, next_event: Callable[[], Any], found: Findings) -> None:
        self._next = next_event
        self._found = found
        self._count = 0
        self._above = 0
        """How many mappings and sequences are open."""

    def file(self) -> Node | None:
        """The node that the file holds; None where it holds nothing. To be asked once."""
        root: Node | None = None
        while (event := self._next()) is not None:
            kind = type(event)
            if kind is _DOCUMENT:
                self._document(event, first=root is None)
            elif kind not in _SAYS_NOTHING:
                root = self._node(event)
        return root

    def _node(self, event: _NodeEvent) -> Node:
        """What begins with this event, read to its end."""
        if type(event) is _SCALAR:
            return self._text(event)
        node = self._begun(event)
        self._fill(node)
        return node

    def _text(self, event: _NodeEvent) -> Text:
        text = Text(event.value, event.style or PLAIN, event.start_mark, event.end_mark)
        if event.anchor or event.tag:
            self._refuse_tricks(event)
            text.style = "'"  # what else is wrong with it may lie in the trick
        if text.style == '"' or len(text.value) > LONGEST_TEXT:
            self._check(text)
        self._count += 1
        if self._count > MOST_NODES:
            self._too_many(text)
        return text

    def _begun(self, event: _NodeEvent) -> Node:
        """What begins with this event and is no text; it is still to be filled."""
        node: Node
        if type(event) is _ALIAS:
            node = self._alias(event)
        else:
            if event.anchor or event.tag:
                self._refuse_tricks(event)
            made = Keys if type(event) is _KEYS else Items
            node = made(event.start_mark, flow=bool(event.flow_style))
        self._count += 1
        if self._count > MOST_NODES:
            self._too_many(node)
        return node

    def _fill(self, node: Node) -> None:
        if isinstance(node, Text):
            return
        if self._above >= DEEPEST:
            self._found.add(
                node, f"is nested more than {DEEPEST} deep", "none of our files is; restore it"
            )
            raise _Stop
        self._above += 1
        if isinstance(node, Keys):
            self._fill_keys(node)
        else:
            self._fill_items(node)
        self._above -= 1

    def _fill_keys(self, keys: Keys) -> None:
        names, nodes, next_event = keys.names, keys.nodes, self._next
        while type(event := next_event()) is not _KEYS_END:
            if type(event) is _SCALAR:
                key = self._text(event)
                if key.value not in names:
                    names[key.value] = key
                    nodes[key.value] = self._node(next_event())
                    continue
                self._twice(key, names[key.value])
            else:
                self._no_key(event)
            self._node(next_event())  # left out, since its key is listed
        keys.end_line = event.end_mark.line

    def _fill_items(self, items: Items) -> None:
        while type(event := self._next()) is not _ITEMS_END:
            items.nodes.append(self._node(event))
        items.end_line = event.end_mark.line

    def _twice(self, key: Text, first: Text) -> None:
        self._found.add(
            key,
            f"'{shown(key.value)}' stands here a second time; it is on line {first.line + 1}",
            "keep one of the two",
        )

    def _no_key(self, event: _NodeEvent) -> None:
        node = self._begun(event)
        self._found.add(
            node, "what stands before a colon must be plain text", "write one word, then the colon"
        )
        self._fill(node)

    def _too_many(self, node: Node) -> NoReturn:
        what = f"holds more than {MOST_NODES:,} entries"
        self._found.add(node, what, "a file this size is not ours")
        raise _Stop

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

    def _alias(self, event: _NodeEvent) -> Text:
        name = shown(str(event.anchor))
        self._refuse(event, f"'*{name}' is a YAML alias, and these are not used")
        return Text(f"*{name}", PLAIN, event.start_mark, event.end_mark)

    def _refuse(self, event: _Event, what: str) -> None:
        hint = "write the text out; if it is text, put it in quotes"
        self._found.add_at(*_start(event), what, hint)

    def _document(self, event: _Document, *, first: bool) -> None:
        if event.version or event.tags:
            self._found.add_at(
                *_start(event),
                "a line that starts with % is an instruction to a parser, and these are not used",
                "delete the line",
            )
        if not first:
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
