"""A contact written in a file of its own, under a name that comes from what is in it.

The same contact gets the same name on every machine, and two different ones get two.
"""

import hashlib
from collections.abc import Iterator

from ap_audit.errors import Refused
from ap_audit.files.contacts import CONTACTS, read_contact
from ap_audit.files.data import data_of
from ap_audit.files.document import Document
from ap_audit.files.emit import emit
from ap_audit.files.making import make_file
from ap_audit.files.save import is_free
from ap_audit.files.workspace import Workspace
from ap_audit.model.contact import LoggedContact

_LETTERS = "bcdfghjkmnpqrstvwxz23456789"
"""No vowels, which could make a word, and nothing that looks like something else."""


def make_contact(
    workspace: Workspace, provider: str, contact: LoggedContact
) -> Document[LoggedContact]:
    """Write a contact; raises Refused where the very same is recorded, or it cannot be written."""
    folder = workspace.root / "providers" / provider / CONTACTS
    text = emit(data_of(contact))
    suffixes = _suffixes(text)
    while not is_free(path := folder / f"{contact.date}-{contact.kind}-{next(suffixes)}.yaml"):
        if read_contact(workspace, path).value == contact:
            raise Refused(
                f"This contact is recorded already, in '{workspace.shown(path)}'.",
                hint="Nothing was written. If there was another one that day, say in the note how"
                " it differs.",
            )
    make_file(workspace, "contact", path, text)
    return read_contact(workspace, path)


def _suffixes(text: str) -> Iterator[str]:
    """Three letters after three letters, the same for the same text."""
    number = 0
    while True:
        whole = int.from_bytes(hashlib.sha256(f"{number}\n{text}".encode()).digest()[:8])
        yield "".join(_LETTERS[whole // len(_LETTERS) ** at % len(_LETTERS)] for at in range(3))
        number += 1
