"""The contacts of a workspace: one file each, so that two people never write in the same one.

``providers/SLUG/contacts/DATE-KIND-XXX.yaml``. The last three letters come from what is in it: the
same contact gets the same name on every machine, and two different ones get two.
"""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from ap_audit.errors import Refused
from ap_audit.files.data import data_of
from ap_audit.files.document import Document, read_document
from ap_audit.files.emit import emit
from ap_audit.files.making import make_file
from ap_audit.files.workspace import Workspace
from ap_audit.model.contact import LoggedContact
from ap_audit.model.words import ContactKind

_KINDS = "|".join(ContactKind)
_NAME = re.compile(rf"(\d{{4}}-\d{{2}}-\d{{2}})-({_KINDS})-[a-z0-9]{{3,6}}")
_LETTERS = "bcdfghjkmnpqrstvwxz23456789"
"""No vowels, which could make a word, and nothing that looks like something else."""


class ContactPath(Struct, frozen=True, kw_only=True):
    """What can be told of a contact without opening its file."""

    path: Path
    provider: str
    date: str
    """As year-month-day; empty where the file was given another name by hand."""
    kind: str


def contact_paths(workspace: Workspace, provider: str = "") -> tuple[ContactPath, ...]:
    """The file of every contact, or of those with one provider: by provider, oldest first."""
    found = map(contact_path, workspace.root.glob(f"providers/{provider or '*'}/contacts/*.yaml"))
    return tuple(sorted(found, key=lambda one: (one.provider, one.date, one.path.name)))


def read_contact(workspace: Workspace, path: Path) -> Document[LoggedContact]:
    """A contact; raises InvalidFile with every problem found."""
    return read_document(path, LoggedContact, shown_path=workspace.shown(path))


def make_contact(
    workspace: Workspace, provider: str, contact: LoggedContact
) -> Document[LoggedContact]:
    """Write a contact; raises Refused where the very same is recorded, or it cannot be written."""
    folder = workspace.root / "providers" / provider / "contacts"
    text = emit(data_of(contact))
    suffixes = _suffixes(text)
    while (path := folder / f"{contact.date}-{contact.kind}-{next(suffixes)}.yaml").exists():
        if read_contact(workspace, path).value == contact:
            raise Refused(
                f"This contact is recorded already, in '{workspace.shown(path)}'.",
                hint="Nothing was written. If there was another one that day, say in the note how"
                " it differs.",
            )
    make_file(workspace, "contact", path, text)
    return read_contact(workspace, path)


def contact_path(path: Path) -> ContactPath:
    """What the name of a contact's file says."""
    found = _NAME.fullmatch(path.stem)
    on, kind = (found[1], found[2]) if found else ("", "")
    try:
        date.fromisoformat(on)
    except ValueError:  # the thirteenth month, by a slip of the pen
        on, kind = "", ""
    return ContactPath(path=path, provider=path.parent.parent.name, date=on, kind=kind)


def _suffixes(text: str) -> Iterator[str]:
    """Three letters after three letters, the same for the same text."""
    number = 0
    while True:
        whole = int.from_bytes(hashlib.sha256(f"{number}\n{text}".encode()).digest()[:8])
        yield "".join(_LETTERS[whole // len(_LETTERS) ** at % len(_LETTERS)] for at in range(3))
        number += 1
