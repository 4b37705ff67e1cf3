"""Reading YAML safely: parser events under limits, every scalar kept as text, every problem located.

A loader that builds objects is never used: one turns "no" into False, keeps the last of two equal keys in silence,
and can be made to run for minutes by 700 bytes.
"""

import re

import yaml

from ap_audit.errors import Place, Problem
from ap_audit.files.tree import Items, Keys, Node, Text

DEEPEST = 24
MOST_NODES = 50_000
LONGEST_TEXT = 100_000
EXCERPT = 160

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What may not stand in a file: controls but tab and line ends, marks that reverse the direction of
# text, separators that YAML takes for line breaks and editors do not, and a carriage return alone.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufffe\uffff\ud800-\udfff]|\r(?!\n)"
)
_MERGE_START = re.compile(r"^<{7}( |$)")
_MERGE_END = re.compile(r"^>{7}( |$)")

_PLAINER = (
    ("found character '\\t'", "a tab is used where spaces are needed", "indent with spaces"),
    (
        "found character that cannot start any token",
        "this character cannot start a value",
        "indent with spaces, not tabs; put text that starts with @ or ` or % in quotes",
    ),
    (
        "mapping values are not allowed",
        "there is a colon too many here, or the line is indented by mistake",
        'put text that has a colon and a space in it in quotes: "like: this"',
    ),
    (
        "could not find expected ':'",
        "this line has no colon, so it is neither a key nor part of the text above",
        "indent the line if it goes on from the one above, or put a colon after the key",
    ),
    (
        "did not find expected key",
        "this line is not indented like the lines it belongs with",
        "line it up with the keys above",
    ),
    (
        "did not find expected ',' or",
        "the text between { } or [ ] cannot be read here",
        "put text that has : , ? { or [ in it in quotes, or write it on lines of its own",
    ),
    ("found unexpected end of stream", "a quotation mark is opened and never closed", "close it"),
    (
        "found undefined tag handle",
        "'!' starts a tag, and tags are not used here",
        "put text that starts with ! in quotes",
    ),
)


class Lines:
    """A file's own lines, for places and excerpts."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.texts = text.replace("\r\n", "\n").split("\n")

    def place(self, line: int, column: int) -> Place:
        """The place of a line and column that count from zero."""
        line = min(max(line, 0), len(self.texts) - 1)
        return Place(
            path=self.path,
            line=line + 1,
            column=min(column, len(self.texts[line])) + 1,
            excerpt=self.texts[line],
        )

    def problem(self, at: Node, what: str, hint: str = "", *, warning: bool = False) -> Problem:
        """A problem with a node."""
        return Problem(
            place=self.place(at.line, at.column), what=what, hint=hint, warning=warning
        )


def read_tree(text: str, lines: Lines) -> tuple[Node | None, list[Problem]]:
    """The tree of a file's text and every problem with its form; no tree where there is nothing to read."""
    problems = _unfinished_merges(lines) or _hidden_characters(lines, text)
    if problems:
        return None, problems
    builder = _Builder(lines)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
            if builder.stopped:
                break
    except yaml.YAMLError as error:
        builder.problems.append(_syntax(error, lines))
    except (ValueError, OverflowError):  # the pure parser, on escapes beyond Unicode
        builder.problems.append(
            Problem(place=Place(path=lines.path), what="holds an escape that is not a character")
        )
    if builder.root is None and not builder.problems:
        builder.problems.append(
            Problem(place=Place(path=lines.path), what="is empty", hint="restore it from git, or delete it")
        )
    return builder.root, builder.problems


def _unfinished_merges(lines: Lines) -> list[Problem]:
    """Conflict markers, looked for in the raw text: inside a folded note they are valid YAML."""
    problems: list[Problem] = []
    start = None
    if not any(text.startswith("<<<<<<<") for text in lines.texts):
        return problems
    for number, text in enumerate(lines.texts):
        if _MERGE_START.match(text) and start is None:
            start = number
        elif _MERGE_END.match(text) and start is not None:
            problems.append(
                Problem(
                    place=lines.place(start, 0),
                    what=f"an unfinished merge, lines {start + 1} to {number + 1}",
                    hint="keep one of the two versions and delete the lines of <, = and > signs",
                )
            )
            start = None
    return problems


def _hidden_characters(lines: Lines, text: str) -> list[Problem]:
    problems: list[Problem] = []
    if not _HIDDEN.search(text):
        return problems
    for number, text in enumerate(lines.texts):
        found = _HIDDEN.search(text)
        if found:
            problems.append(
                Problem(
                    place=lines.place(number, found.start()),
                    what=f"a hidden character (U+{ord(found[0]):04X}) that is not allowed",
                    hint="delete it; it often comes from pasted text",
                )
            )
    return problems[:50]


def _syntax(error: yaml.YAMLError, lines: Lines) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or "cannot be read as YAML"
    what, hint = said, ""
    for start, plainer, next_step in _PLAINER:
        if said.startswith(start):
            what, hint = plainer, next_step
    if mark is None:
        return Problem(place=Place(path=lines.path), what=what, hint=hint)
    return Problem(place=lines.place(mark.line, mark.column), what=what, hint=hint)


class _Builder:
    """Takes events one by one; holds the tree so far and what is wrong with it."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.stopped = False
        self._open: list[Keys | Items] = []
        self._pending: list[Text | None] = []
        """For each open mapping, the key that waits for its value."""
        self._count = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._refuse_tricks(event)
                self._place(self._text(event))
            case yaml.MappingStartEvent():
                self._refuse_tricks(event)
                self._enter(Keys(_start(event), flow=bool(event.flow_style)))
            case yaml.SequenceStartEvent():
                self._refuse_tricks(event)
                self._enter(Items(_start(event), flow=bool(event.flow_style)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                node = self._open.pop()
                self._pending.pop()
                node.end_line, node.end_column = event.end_mark.line, event.end_mark.column
            case yaml.AliasEvent():
                self._stop(event, "refers to an anchor ('*'), which is not used here", "write the text out again")
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._stop(event, "a second document starts here", "keep one document to a file")

    def _text(self, event: yaml.ScalarEvent) -> Text:
        text = Text(event.value, _start(event), (event.end_mark.line, event.end_mark.column), event.style or ":")
        if len(text.value) > LONGEST_TEXT:
            self._problem(text, f"is longer than {LONGEST_TEXT:,} characters")
        elif text.style == '"' and (found := _HIDDEN.search(text.value)):
            self._problem(text, f"an escape stands for a hidden character (U+{ord(found[0]):04X})", "take it out")
        return text

    def _enter(self, node: Keys | Items) -> None:
        self._place(node)
        if len(self._open) >= DEEPEST:
            self._problem(node, f"is nested more than {DEEPEST} deep")
            self.stopped = True
        self._open.append(node)
        self._pending.append(None)

    def _place(self, node: Node) -> None:
        self._count += 1
        if self._count > MOST_NODES:
            self._problem(node, f"holds more than {MOST_NODES:,} entries")
            self.stopped = True
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Items):
            parent.nodes.append(node)
            return
        key = self._pending[-1]
        if key is None:
            self._key(node)
            return
        self._pending[-1] = None
        if key.value in parent.names:
            first = parent.names[key.value].line + 1
            self._problem(
                key, f"'{shown(key.value)}' stands here a second time; it is on line {first}", "keep one of the two"
            )
        else:
            parent.names[key.value] = key
            parent.nodes[key.value] = node

    def _key(self, node: Node) -> None:
        if isinstance(node, Text):
            self._pending[-1] = node
        else:
            self._problem(node, "a key must be plain text")
            self._pending[-1] = Text("?", (node.line, node.column), (node.line, node.column), ":")

    def _refuse_tricks(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._problem_at(event, f"'&{event.anchor}' is an anchor, which is not used here", "delete it, or put the text in quotes")
        if getattr(event, "tag", None):
            self._problem_at(event, f"'{shown(event.tag)}' is a tag, which is not used here", "delete it, or put the text in quotes")

    def _stop(self, event: yaml.Event, what: str, hint: str) -> None:
        self._problem_at(event, what, hint)
        self.stopped = True

    def _problem(self, node: Node, what: str, hint: str = "") -> None:
        self.problems.append(self.lines.problem(node, what, hint))

    def _problem_at(self, event: yaml.Event, what: str, hint: str) -> None:
        self.problems.append(Problem(place=self.lines.place(*_start(event)), what=what, hint=hint))


def _start(event: yaml.Event) -> tuple[int, int]:
    return event.start_mark.line, event.start_mark.column


def shown(text: str) -> str:
    """A person's text cut for a message: one line, 60 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "..."


def swallowed(root: Node, lines: Lines) -> list[Problem]:
    """Warnings where ` #` in a line of text turned the rest of it into a comment."""
    match root:
        case Text(style=":") if root.value and root.line == root.end_line:
            rest = lines.texts[root.end_line][root.end_column :]
            if re.match(r"\s+#", rest) and " " in root.value:
                return [
                    lines.problem(
                        root,
                        f"everything from the # on is left out: '{shown(rest.strip())}'",
                        "put the text in quotes, or the comment on a line of its own",
                        warning=True,
                    )
                ]
            return []
        case Keys():
            return [problem for child in root.nodes.values() for problem in swallowed(child, lines)]
        case Items():
            return [problem for child in root.nodes for problem in swallowed(child, lines)]
        case _:
            return []
