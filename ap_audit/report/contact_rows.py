"""The contact log as a list: who from the school was in touch with which provider, when and how."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from ap_audit.model.base import Value
from ap_audit.model.contact import LoggedContact
from ap_audit.model.wording import count, day
from ap_audit.model.words import ContactKind
from ap_audit.report.records import Records, aligned, columns_of

KINDS = {
    ContactKind.VISIT: "visit",
    ContactKind.CALL: "call",
    ContactKind.EMAIL: "email",
    ContactKind.MEETING: "meeting",
    ContactKind.REPORT: "report received",
}
_WIDTH = 100


class ContactRow(Value, frozen=True, kw_only=True):
    """One contact. What is private is in no list."""

    provider: str
    date: str
    kind: str
    with_whom: str
    by: str
    placement: str
    note: str


def contact_records(found: Iterable[tuple[str, LoggedContact]]) -> Records:
    """The contacts, each with its provider's folder name, in the order they were given."""
    return Records(
        kind="contacts",
        columns=columns_of(ContactRow),
        rows=tuple(_row(provider, contact) for provider, contact in found),
    )


def contact_lines(found: Sequence[tuple[str, LoggedContact]]) -> Iterator[str]:
    """A table for the terminal; with whom, and the note, below each line."""
    rows = [("Date", "Contact", "Provider", "Placement")]
    rows += [
        (day(contact.date), KINDS[contact.kind], provider, contact.placement or "")
        for provider, contact in found
    ]
    head, *lines = aligned(rows)
    yield head
    for line, (_, contact) in zip(lines, found, strict=True):
        yield line
        by = f", by {contact.by}" if contact.by else ""
        for paragraph in (f"With {contact.with_}{by}.", *(contact.note or "").splitlines()):
            yield from wrap(paragraph, _WIDTH, initial_indent="    ", subsequent_indent="    ")


def how_many(contacts: Iterable[LoggedContact]) -> str:
    """How many of each kind.

    >>> how_many([])
    'no contact'
    """
    kinds = [contact.kind for contact in contacts]
    said = [
        count(kinds.count(kind), one, several)
        for kind, (one, several) in _COUNTED.items()
        if kind in kinds
    ]
    return ", ".join(said) or "no contact"


_COUNTED = {
    ContactKind.VISIT: ("visit", "visits"),
    ContactKind.CALL: ("call", "calls"),
    ContactKind.EMAIL: ("email", "emails"),
    ContactKind.MEETING: ("meeting", "meetings"),
    ContactKind.REPORT: ("report received", "reports received"),
}


def _row(provider: str, contact: LoggedContact) -> ContactRow:
    return ContactRow(
        provider=provider,
        date=contact.date.isoformat(),
        kind=contact.kind.value,
        with_whom=contact.with_,
        by=contact.by or "",
        placement=contact.placement or "",
        note=(contact.note or "").strip(),
    )
