"""A file changed without harm to what a person wrote, and without loss of what others wrote.

Only the lines of what changed are touched. The result is read back and compared before it takes the
file's place; what somebody else changed meanwhile is merged answer by answer, or the save refused.
"""

from typing import TypeVar

from msgspec import Struct

from ap_audit.errors import InvalidFile, Refused
from ap_audit.files.data import data_of
from ap_audit.files.decode import decode
from ap_audit.files.document import Document, document_of, parse, read_bytes, text_of
from ap_audit.files.lines import Lines, shown
from ap_audit.files.patch import patched
from ap_audit.files.save import only_writer, replace_file
from ap_audit.files.tree import NOWHERE, Keys, Node, Text
from ap_audit.model.audit import Audit
from ap_audit.model.condition import Data
from ap_audit.model.seal import may_become

T = TypeVar("T", bound=Struct)
_SIGNED = ("decision", "signatures")


def save_change(document: Document[T], value: T, *, as_signed: bool = False) -> Document[T]:
    """Write *value* in the file's place, touching only the lines of what changed.

    Where someone else changed the file since it was read, their changes are kept beside ours;
    where both changed the same answer, raises Refused and writes nothing. So it does where an audit
    is signed, and what was signed would change: no command can do that by oversight. Only where the
    caller knows that it becomes *as signed* again, out of a conflict, is that not asked.
    """
    if isinstance(value, Audit) and not as_signed and not may_become(_audit(document), value):
        raise sealed(document.shown_path)
    with only_writer(document.path.parent):
        return _save_change(document, value)


def sealed(shown_path: str, called: str = "AUDIT") -> Refused:
    """That an audit is signed. *called* is its name on the command line."""
    return Refused(
        f"The audit in {shown_path} is signed, so what was signed stays as it is.",
        hint=f"To change it, open it again: {opening_again(called)}",
    )


def opening_again(called: str) -> str:
    """The command that opens a signed audit again, with all that it needs."""
    return f'ap-audit sign {called} --reopen --reason "…" --name "…" --by "…"'


def _audit(document: Document[T]) -> Audit:
    if not isinstance(document.value, Audit):
        raise TypeError(document.value)
    return document.value


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
        try:
            after = document_of(changed, kind, path=document.path, shown_path=document.shown_path)
        except InvalidFile:
            continue
        if after.value == value:
            replace_file(document.path, changed)
            return after
    raise Refused(
        f"'{document.shown_path}' could not be changed without disturbing what else is in it.",
        hint="Nothing was written. Look near the answer for unusual formatting, such as { }.",
    )


def _rewritten(
    document: Document[T], old: dict[str, Data], new: dict[str, Data], deepest: int
) -> bytes | None:
    text = text_of(document.content)
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
