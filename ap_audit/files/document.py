"""One file of a workspace, read and typed. Changing it without harm: `change`."""

import os
import stat
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from ap_audit.errors import Flaw, InvalidFile, Place, Problem
from ap_audit.files import here
from ap_audit.files.decode import decode
from ap_audit.files.events import read_tree, swallowed
from ap_audit.files.lines import Lines, shown
from ap_audit.files.tree import Keys, Node, Text, node_at

LARGEST = 2_000_000
"""Bytes. An audit of 200 answers has some 40,000."""

T = TypeVar("T", bound=Struct)


class Document(Struct, Generic[T], frozen=True, kw_only=True):
    """A file as it was read: its bytes, its tree and its value."""

    path: Path
    content: bytes
    tree: Node
    value: T
    shown_path: str

    def problems(self, flaws: tuple[Flaw, ...]) -> tuple[Problem, ...]:
        """Flaws found in the value, placed in the person's own lines."""
        lines = Lines(self.shown_path, text_of(self.content))
        found = []
        for flaw in flaws:
            node = node_at(self.tree, flaw.path, at_key=flaw.at_key)
            problem = Problem(
                place=lines.words_in(node, flaw.words),
                what=flaw.what,
                hint=flaw.hint,
                warning=flaw.warning,
                privacy=flaw.privacy,
            )
            found.append(problem)
        found.sort(key=lambda problem: (problem.place.line, problem.place.column))
        return tuple(dict.fromkeys(found))

    def warnings(self) -> tuple[Problem, ...]:
        """What can be read and may still not be what the person meant."""
        return tuple(swallowed(self.tree, Lines(self.shown_path, text_of(self.content))))


def read_document(path: Path, kind: type[T], *, shown_path: str = "") -> Document[T]:
    """Read a file as *kind*; raises InvalidFile with every problem found."""
    shown_path = shown_path or here.shown_path(path)
    return document_of(read_bytes(path, shown_path), kind, path=path, shown_path=shown_path)


def document_of(content: bytes, kind: type[T], *, path: Path, shown_path: str = "") -> Document[T]:
    """The file that *content* was read from, as *kind*; raises InvalidFile likewise."""
    shown_path = shown_path or here.shown_path(path)
    document = cast("Document[T]", _document(content, kind, shown_path))
    return document if document.path == path else replace(document, path=path)


# Parts of a command ask for the same file, and the same bytes need not be taken apart twice. A
# small workspace fits in whole; of a large one, a few tens of megabytes at most are held.
@lru_cache(maxsize=32)
def _document(content: bytes, kind: type[T], shown_path: str) -> Document[T]:
    document, problems = parse(content, kind, path=Path(shown_path), shown_path=shown_path)
    if document is None:
        raise InvalidFile(tuple(problems))
    return document


def parse(
    content: bytes, kind: type[T], *, path: Path, shown_path: str
) -> tuple[Document[T] | None, list[Problem]]:
    """The document that *content* holds, or None; and every problem found."""
    try:
        text = text_of(content)
    except UnicodeDecodeError as error:
        return None, [_encoding(content, error.start, shown_path)]
    if "\0" in text:
        return None, [_encoding(content, 0, shown_path)]
    lines = Lines(shown_path, text)
    tree, problems = read_tree(text, lines)
    if tree is None:
        return None, problems
    wrong_format = _format_problem(tree, kind, lines)
    if wrong_format:
        return None, _in_order([*problems, wrong_format])
    value, more = decode(tree, kind, lines)
    problems = _in_order([*problems, *more])
    if problems or value is None:
        return None, problems
    return (
        Document(path=path, content=content, tree=tree, value=value, shown_path=shown_path),
        problems,
    )


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda found: (found.place.line, found.place.column))


def read_bytes(path: Path, shown_path: str) -> bytes:
    """A file's bytes; raises InvalidFile where it is missing, no plain file, or too large."""

    def refuse(what: str, hint: str = "") -> InvalidFile:
        return InvalidFile((Problem(place=Place(path=shown_path), what=what, hint=hint),))

    try:
        # Not blocking, since a pipe in a file's place would wait for ever.
        descriptor = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except FileNotFoundError:
        raise refuse("there is no such file") from None
    except OSError as error:
        raise refuse(f"cannot be read: {(error.strerror or 'unknown reason').lower()}") from None
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        folder = stat.S_ISDIR(status.st_mode)
        raise refuse("is a folder, not a file" if folder else "is not a plain file")
    with os.fdopen(descriptor, "rb") as file:
        if status.st_size > LARGEST:
            raise refuse(
                f"is larger than {LARGEST // 1_000_000} MB", "a file this size is not one of ours"
            )
        return file.read()


def text_of(content: bytes) -> str:
    """The text of a file, without the mark that Windows puts before it."""
    return content.decode("utf-8-sig")


def _encoding(content: bytes, start: int, shown_path: str) -> Problem:
    """A file that is no UTF-8, from the byte at *start* on."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content
    if wide:
        place = Place(path=shown_path)
    else:
        lines = Lines(shown_path, content.decode("utf-8-sig", errors="replace"))
        before = content[:start].decode("utf-8-sig")
        place = lines.place(before.count("\n"), len(before) - before.rfind("\n") - 1)
    return Problem(
        place=place,
        what="is not saved as UTF-8" + (" (it looks like UTF-16)" if wide else ""),
        hint="in Notepad: Save as, Encoding: UTF-8",
    )


def _format_problem(tree: Node, kind: type[Struct], lines: Lines) -> Problem | None:
    """A file of another kind or format version is said to be that, and nothing else."""
    wanted = expected_format(kind)
    if not isinstance(tree, Keys):
        return lines.problem(
            tree, f"is not an ap-audit file: it should start with 'format: {wanted}'"
        )
    found = tree.nodes.get("format")
    if not isinstance(found, Text) or found.value == wanted:
        return None
    hint = format_hint(found.value, wanted, lines.path)
    return lines.problem(found, f"'{shown(found.value)}' is not the format expected here", hint)


def format_hint(found: str, wanted: str, path: str) -> str:
    """What to do about a file in another format than the one that is wanted."""
    (family, _, version), (own, _, current) = found.partition("@"), wanted.partition("@")
    if family != own:
        return f"a file of format {wanted} is expected here"
    if not (version.isascii() and version.isdigit()) or int(version) == 0:
        return f"write {wanted}"
    if int(version) > int(current):
        return "this file needs a newer ap-audit"
    return f"it is in an older format; to see what moving it would change: ap-audit migrate {path}"


def expected_format(kind: type[Struct]) -> str:
    """What the `format:` line of a kind of file must say."""
    return str(kind.__annotations__["format"].__args__[0])


def format_of(content: bytes) -> str:
    """The family a file says it is of: ``checklist`` for ``format: ap-audit/checklist@1``."""
    return format_line(content).partition("@")[0].removeprefix("ap-audit/")


def format_line(content: bytes) -> str:
    """The format a file says it is in, by that line alone, so that a broken file counts too.

    Empty where there is no such line.
    """
    for line in content.decode("utf-8", errors="replace").splitlines()[:50]:
        key, colon, word = line.lstrip("\ufeff").partition(":")
        if key == "format" and colon:
            return word.partition(" #")[0].strip().strip("'\"")
    return ""
