"""What a YAML file holds, with where each part stands. Lines and columns count from zero here."""

from typing import Protocol

from msgspec import Struct

from ap_audit.errors import KeyPath
from ap_audit.model.condition import Data

PLAIN = ":"
"""The style of a scalar that stands without quotes."""


class Mark(Protocol):
    """A place as the parser gives it."""

    line: int
    column: int


class _Nowhere(Struct):
    line: int = 0
    column: int = 0


NOWHERE: Mark = _Nowhere()
"""The place of what stands in no file."""


class Text(Struct, eq=False, gc=False):
    """A scalar. Always text: its type comes from the model, so that `no` stays "no"."""

    value: str
    style: str
    """`:` plain, `'` or `"` quoted, `|` or `>` a block."""
    start: Mark
    end: Mark

    @property
    def line(self) -> int:
        """The line that it begins on."""
        return self.start.line

    @property
    def column(self) -> int:
        """Where in that line."""
        return self.start.column

    @property
    def end_line(self) -> int:
        """The line that it ends on."""
        return self.end.line

    @property
    def end_column(self) -> int:
        """Behind its last character there."""
        return self.end.column

    @property
    def blank(self) -> bool:
        """Whether nothing was written at all."""
        return not self.value and self.style == PLAIN


class Items:
    """A sequence."""

    __slots__ = ("column", "end_line", "flow", "line", "nodes")

    def __init__(self, start: Mark, *, flow: bool) -> None:
        self.nodes: list[Node] = []
        self.flow = flow
        self.line = self.end_line = start.line
        self.column = start.column


class Keys:
    """A mapping, in written order."""

    __slots__ = ("column", "end_line", "flow", "line", "names", "nodes")

    def __init__(self, start: Mark, *, flow: bool) -> None:
        self.names: dict[str, Text] = {}
        """The keys, with where they stand."""
        self.nodes: dict[str, Node] = {}
        self.flow = flow
        self.line = self.end_line = start.line
        self.column = start.column


Node = Text | Items | Keys


def plain(node: Node) -> Data:
    """The same as dictionaries, lists and text, without the places."""
    match node:
        case Text():
            return node.value
        case Items():
            return [plain(item) for item in node.nodes]
        case Keys():
            return {name: plain(child) for name, child in node.nodes.items()}


def node_at(root: Node, path: KeyPath, *, at_key: bool = False) -> Node:
    """The node that a key path leads to, or the last one on the way that exists."""
    node = root
    for position, step in enumerate(path):
        match node:
            case Keys() if isinstance(step, str) and step in node.nodes:
                if at_key and position == len(path) - 1:
                    return node.names[step]
                node = node.nodes[step]
            case Items() if isinstance(step, int) and step < len(node.nodes):
                node = node.nodes[step]
            case _:
                return node
    return node


def last_line(node: Node, lines: list[str]) -> int:
    """The last line that belongs to a node; comments and blank lines after it do not."""
    match node:
        case Keys(flow=False) if node.nodes:
            return last_line(next(reversed(node.nodes.values())), lines)
        case Items(flow=False) if node.nodes:
            return last_line(node.nodes[-1], lines)
        case Text(style="|" | ">"):
            # A block's end mark lies on whatever follows it, so step back over what is blank.
            last = min(node.end_line, len(lines) - 1)
            if node.end_column == 0 and last == node.end_line:
                last -= 1
            while last > node.line and not lines[last].strip():
                last -= 1
            return last
        case _:
            return node.end_line
