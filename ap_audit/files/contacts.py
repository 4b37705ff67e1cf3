"""The contacts of a workspace: one file each, so that two people never write in the same one.

``providers/SLUG/contacts/DATE-KIND-SUFFIX.yaml``. How one is made: `making_contacts`.
"""

import re
from datetime import date
from pathlib import Path

from msgspec import Struct

from ap_audit.files.document import Document, read_document
from ap_audit.files.folders import inside, inside_or_itself
from ap_audit.files.workspace import Workspace
from ap_audit.model.contact import LoggedContact
from ap_audit.model.words import ContactKind

CONTACTS = "contacts"
"""The folder beside a provider's audits."""
_KINDS = "|".join(ContactKind)
_NAME = rf"(\d{{4}}-\d{{2}}-\d{{2}})-({_KINDS})-[a-z0-9]{{3,6}}"


class ContactPath(Struct, frozen=True, kw_only=True):
    """What can be told of a contact without opening its file."""

    path: Path
    provider: str
    date: str
    """As year-month-day; empty where the file was given another name by hand."""
    kind: str


def contact_paths(workspace: Workspace, provider: str = "") -> tuple[ContactPath, ...]:
    """The file of every contact, or of those with one provider: by provider, oldest first.

    A folder of contacts that cannot be opened stands for what is in it; reading it says why not.
    """
    providers = workspace.root / "providers"
    folders = [providers / provider] if provider else inside(providers)
    found = (
        _closed(path) if path == folder else contact_path(path)
        for folder in (one / CONTACTS for one in folders)
        for path in inside_or_itself(folder)
    )
    return tuple(sorted(found, key=lambda one: (one.provider, one.date, one.path.name)))


def read_contact(workspace: Workspace, path: Path) -> Document[LoggedContact]:
    """A contact; raises InvalidFile with every problem found."""
    return read_document(path, LoggedContact, shown_path=workspace.shown(path))


def _closed(folder: Path) -> ContactPath:
    return ContactPath(path=folder, provider=folder.parent.name, date="", kind="")


def contact_path(path: Path) -> ContactPath:
    """What the name of a contact's file says."""
    found = re.fullmatch(_NAME, path.stem)
    on, kind = (found[1], found[2]) if found else ("", "")
    try:
        date.fromisoformat(on)
    except ValueError:  # the thirteenth month, by a slip of the pen
        on, kind = "", ""
    return ContactPath(path=path, provider=path.parent.parent.name, date=on, kind=kind)
