"""One file of a workspace, read and typed, and changed without harm to what a person wrote."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from ap_audit.errors import Flaw, InvalidFile, Place, Problem, Refused
from ap_audit.files import here
from ap_audit.files.decode import decode
from ap_audit.files.emit import data_of
from ap_audit.files.events import read_tree, swallowed
from ap_audit.files.lines import Lines, shown
from ap_audit.files.patch import patched
from ap_audit.files.save import only_writer, replace_file
from ap_audit.files.tree import NOWHERE, Keys, Node, Text, node_at
from ap_audit.model.condition import Data

LARGEST = 2_000_000
"""Bytes. An audit of 200 answers has some 40,000."""

T = TypeVar("T", bound=Struct)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Generic[T]):
    """A file as it was read: its bytes, its tree and its value."""

    path: Path
    content: bytes
    tree: Node
    value: T
    shown_path: str

    def problems(self, flaws: tuple[Flaw, ...]) -> tuple[Problem, ...]:
        """Flaws found in the value, placed in the person's own lines."""
        lines = Lines(self.shown_path, _text(self.content))
        found = []
        for flaw in flaws:
            node = node_at(self.tree, flaw.path, at_key=flaw.at_key)
            found.append(lines.problem(node, flaw.what, flaw.hint, warning=flaw.warning))
        return tuple(sorted(found, key=lambda problem: (problem.place.line, problem.place.column)))

    def warnings(self) -> tuple[Problem, ...]:
        """What can be read and may still not be what the person meant."""
        return tuple(swallowed(self.tree, Lines(self.shown_path, _text(self.content))))


def read_document(path: Path, kind: type[T], *, shown_path: str = "") -> Document[T]:
    """Read a file as *kind*; raises InvalidFile with every problem found."""
    shown_path = shown_path or here.shown_path(path)
    content = read_bytes(path, shown_path)
    document, problems = parse(content, kind, path=path, shown_path=shown_path)
    if document is None:
        raise InvalidFile(tuple(problems))
    return document


def parse(
    content: bytes, kind: type[T], *, path: Path, shown_path: str
) -> tuple[Document[T] | None, list[Problem]]:
    """The document that *content* holds, or None; and every problem found."""
    try:
        text = _text(content)
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
        return None, [*problems, wrong_format]
    value, more = decode(tree, kind, lines)
    problems = sorted([*problems, *more], key=lambda found: (found.place.line, found.place.column))
    if problems or value is None:
        return None, problems
    return (
        Document(path=path, content=content, tree=tree, value=value, shown_path=shown_path),
        problems,
    )


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
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise refuse("is a folder, not a file" if stat.S_ISDIR(mode) else "is not a plain file")
    with os.fdopen(descriptor, "rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise refuse(
            f"is larger than {LARGEST // 1_000_000} MB", "a file this size is not one of ours"
        )
    return content


def save_change(document: Document[T], value: T) -> Document[T]:
    """Write *value* in the file's place, touching only the lines of what changed.

    Where someone else changed the file since it was read, their changes are kept beside ours;
    where both changed the same answer, raises Refused and writes nothing.
    """
    with only_writer(document.path.parent):
        return _save_change(document, value)


def _save_change(document: Document[T], value: T) -> Document[T]:
    kind = type(value)
    current = _content_now(document)
    if current != document.content:
        document, value = _merge(document, value, current)
    old, new = data_of(document.value), data_of(value)
    if old == new:
        return document
    for deepest in (99, 1):
        changed = _rewritten(document, old, new, deepest)
        if changed is None:
            break
        after, _ = parse(changed, kind, path=document.path, shown_path=document.shown_path)
        if after is not None and after.value == value:
            replace_file(document.path, changed)
            return after
    raise Refused(
        f"'{document.shown_path}' could not be changed without disturbing what else is in it.",
        hint="Nothing was written. Look near the answer for unusual formatting, such as { }.",
    )


def _rewritten(
    document: Document[T], old: dict[str, Data], new: dict[str, Data], deepest: int
) -> bytes | None:
    text = _text(document.content)
    if not isinstance(document.tree, Keys):
        raise TypeError(document.tree)
    mark = b"\xef\xbb\xbf" if document.content.startswith(b"\xef\xbb\xbf") else b""
    changed = patched(text, document.tree, old, new, deepest=deepest)
    return None if changed is None else mark + changed.encode()


def _content_now(document: Document[T]) -> bytes:
    try:
        return read_bytes(document.path, document.shown_path)
    except InvalidFile as error:
        raise Refused(
            f"'{document.shown_path}' was moved or removed while it was open here.",
            hint="Put it back and answer again.",
        ) from error


def _merge(document: Document[T], value: T, current: bytes) -> tuple[Document[T], T]:
    """Their file, and our change upon it."""
    theirs, problems = parse(
        current, type(value), path=document.path, shown_path=document.shown_path
    )
    if theirs is None:
        raise Refused(
            f"'{document.shown_path}' was changed by someone else and now has a problem in it"
            f" ({problems[0].place}: {problems[0].what}).",
            hint="Nothing was written. Mend the file, then answer again.",
        )
    base, ours, other = data_of(document.value), data_of(value), data_of(theirs.value)
    collisions: list[str] = []
    merged = _merged(base, ours, other, collisions)
    collisions += _signed_meanwhile(base, ours, other)
    if collisions:
        raise Refused(
            f"'{document.shown_path}' was changed by someone else, in the same place:"
            f" {', '.join(shown(name) for name in collisions)}.",
            hint="Nothing was written. Look at the file as it is now, then answer again.",
        )
    rebuilt, problems = decode(as_tree(merged), type(value), Lines(document.shown_path, ""))
    if rebuilt is None:
        raise Refused(
            f"'{document.shown_path}' was changed by someone else; the two do not fit together."
        )
    return theirs, rebuilt


_SIGNED = ("decision", "signatures")


def _signed_meanwhile(
    base: dict[str, Data], ours: dict[str, Data], theirs: dict[str, Data]
) -> list[str]:
    """What one side decided or signed, which covers all, while the other changed anything."""
    for one, other in ((ours, theirs), (theirs, ours)):
        touched = [name for name in _SIGNED if one.get(name) != base.get(name)]
        if touched and other not in (base, one):
            return touched
    return []


def _merged(
    base: dict[str, Data],
    ours: dict[str, Data],
    theirs: dict[str, Data],
    collisions: list[str],
    *,
    depth: int = 0,
) -> dict[str, Data]:
    """Three ways: key by key above, answer by answer below; the same one twice is a collision."""
    result: dict[str, Data] = {}
    for name in [*theirs, *(name for name in ours if name not in theirs)]:
        old, mine, other = base.get(name), ours.get(name), theirs.get(name)
        if mine in (other, old):
            chosen = other
        elif other == old:
            chosen = mine
        elif (
            depth == 0
            and isinstance(old, dict)
            and isinstance(mine, dict)
            and isinstance(other, dict)
        ):
            chosen = _merged(old, mine, other, collisions, depth=1)
        else:
            collisions.append(name)
            chosen = other
        if chosen is not None:
            result[name] = chosen
    return result


def as_tree(data: Data) -> Node:
    """A tree without places, for data that stands in no file."""
    match data:
        case dict():
            keys = Keys(NOWHERE, flow=False)
            for name, child in data.items():
                keys.names[name] = Text(name, '"', NOWHERE, NOWHERE)
                keys.nodes[name] = as_tree(child)
            return keys
        case str():  # and no kind of it: a value that is to stand without quotes is text again
            return Text(str(data), '"', NOWHERE, NOWHERE)
        case _:
            raise TypeError(data)


def _text(content: bytes) -> str:
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
    family, _, version = found.value.partition("@")
    if family == wanted.partition("@")[0]:
        hint = (
            "this file needs a newer ap-audit"
            if version.isdigit() and int(version) > 1
            else f"write {wanted}"
        )
    else:
        hint = f"a file of format {wanted} is expected here"
    return lines.problem(found, f"'{shown(found.value)}' is not the format expected here", hint)


def expected_format(kind: type[Struct]) -> str:
    """What the `format:` line of a kind of file must say."""
    return str(kind.__annotations__["format"].__args__[0])


def format_of(content: bytes) -> str:
    """The family a file says it is of, by its format line alone, so that a broken file counts too.

    ``checklist`` for a file of ``format: ap-audit/checklist@1``; empty where there is no such line.
    """
    for line in content.decode("utf-8", errors="replace").splitlines()[:50]:
        key, colon, word = line.lstrip("\ufeff").partition(":")
        if key == "format" and colon:
            return word.strip().strip("'\"").partition("@")[0].removeprefix("ap-audit/")
    return ""
