"""Which texts of a record are looked at for data about a pupil, and which of it may stay.

Every text of every kind of record is looked at, whatever is added to the model. What may stay is on
record: `kept` names what the words look like and why they are none, for all texts of the block that
it stands in. The innermost block with a place for `kept` counts: an answer's own, not the audit's.
"""

from collections.abc import Iterator, Mapping
from enum import Enum

from msgspec import Struct

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.base import Value
from ap_audit.model.house import House
from ap_audit.model.provider import Contact
from ap_audit.rules.privacy import Kind, Suspect, suspects

# Where a provider or the school is reached, a number or an address is what was asked for.
_ASKED_FOR = {
    (Contact, "telephone"): (Kind.PHONE,),
    (Contact, "email"): (Kind.EMAIL,),
    (House, "foot"): (Kind.PHONE, Kind.EMAIL),
}


class Written(Value, frozen=True, kw_only=True):
    """One text in a person's words."""

    path: KeyPath
    text: str
    kept: Mapping[str, str] | None = None
    """What may stay in it, with reasons; None where its block has no place to say so."""
    asked_for: tuple[Kind, ...] = ()

    def unkept(self) -> Iterator[Suspect]:
        """What in it looks like data about a pupil and is not kept."""
        for found in suspects(self.text):
            if found.kind not in (self.kept or ()) and found.kind not in self.asked_for:
                yield found


def texts(value: Struct, path: KeyPath = ()) -> Iterator[Written]:
    """Every text of a record, with its keys, in the order of the model."""
    yield from _below(value, path, None)


def privacy_flaws(value: Struct, path: KeyPath = ()) -> Iterator[Flaw]:
    """What of a record looks like data about a pupil and is not kept with a reason.

    The flaws do not repeat the words: they may go where the file does not.
    """
    for written in texts(value, path):
        for found in written.unkept():
            yield Flaw(
                path=written.path,
                what=found.said,
                hint=next_step(found.kind, can_keep=written.kept is not None),
                warning=True,
                privacy=True,
                words=found.text,
            )


def next_step(kind: Kind, *, can_keep: bool) -> str:
    """What to do about it."""
    change = "change the words (the reference of a placement, such as P07, says enough)"
    if not can_keep:
        return change
    return f'{change}; or if it is none, add to this block: kept: {{{kind}: "your reason"}}'


def fresh(before: Struct, after: Struct) -> Iterator[tuple[KeyPath, str, Suspect]]:
    """What looks like data about a pupil and stood nowhere in the record before, kept or not.

    What was kept as the name of a teacher says nothing of the next name.
    """
    looks = [(written, one) for written in texts(after) for one in suspects(written.text)]
    if not looks:
        return
    known = {found.text for written in texts(before) for found in suspects(written.text)}
    for written, found in looks:
        if found.text not in known:
            yield written.path, written.text, found


def _below(
    value: object, path: KeyPath, kept: Mapping[str, str] | None, asked_for: tuple[Kind, ...] = ()
) -> Iterator[Written]:
    match value:
        case Enum():
            return
        case str():
            yield Written(path=path, text=value, kept=kept, asked_for=asked_for)
        case Struct():
            kept = getattr(value, "kept", kept)
            names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
            for name, key in names:
                child = getattr(value, name)
                if child is not None:
                    wanted = _ASKED_FOR.get((type(value), name), ())
                    yield from _below(child, (*path, key), kept, wanted)
        case dict():
            for key, child in value.items():
                yield from _below(child, (*path, str(key)), kept)
        case tuple():
            for position, child in enumerate(value):
                yield from _below(child, (*path, position), kept)
        case _:
            return
