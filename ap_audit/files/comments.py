"""The comments that people wrote in a file. They are no part of its value, and git keeps them."""

from collections.abc import Iterator

from msgspec import Struct

from ap_audit.errors import Place
from ap_audit.files.document import Document, text_of
from ap_audit.files.lines import Lines
from ap_audit.files.tree import Items, Keys, Node, Text, last_line


class Comment(Struct, frozen=True, kw_only=True):
    """The text after one # and where it begins."""

    text: str
    line: int
    column: int
    lines: Lines

    def place(self, offset: int) -> Place:
        """The place of a character of it."""
        return self.lines.place(self.line, self.column + offset)


def comments(document: Document) -> Iterator[Comment]:  # type: ignore[type-arg]  # any kind of file
    """Every comment of a file, in order."""
    lines = Lines(document.shown_path, text_of(document.content))
    starts = {line: 0 for line, text in enumerate(lines.texts) if "#" in text}
    for text in _scalars(document.tree) if starts else ():
        last = last_line(text, lines.texts)
        for line in range(text.line + 1, last + 1):
            starts.pop(line, None)
        if text.style not in "|>" and "#" in lines.texts[last]:
            starts[last] = max(text.end_column, starts.get(last, 0))
    for line, start in sorted(starts.items()):
        at = lines.texts[line].find("#", start)
        if at >= 0:
            yield Comment(text=lines.texts[line][at + 1 :], line=line, column=at + 1, lines=lines)


def _scalars(node: Node) -> Iterator[Text]:
    match node:
        case Text():
            yield node
        case Items():
            for item in node.nodes:
                yield from _scalars(item)
        case Keys():
            for name, child in node.nodes.items():
                yield node.names[name]
                yield from _scalars(child)
