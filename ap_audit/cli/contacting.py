"""Recording a contact."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ap_audit.cli.contact_log import known_placement
from ap_audit.cli.keeping import kept
from ap_audit.cli.one_line import one_line, some_words
from ap_audit.cli.typed_day import day_done
from ap_audit.errors import InvalidFile
from ap_audit.files.document import expected_format
from ap_audit.files.finding import find_provider
from ap_audit.files.making_contacts import make_contact
from ap_audit.files.workspace import Workspace
from ap_audit.model.contact import LoggedContact
from ap_audit.model.wording import capital, day
from ap_audit.model.words import ContactKind
from ap_audit.report.contact_rows import KINDS
from ap_audit.rules.redaction import no_roles


class Given(Struct, frozen=True, kw_only=True):
    """What was typed."""

    provider: str
    kind: ContactKind
    with_whom: str
    on: str
    note: str
    placement: str
    keep: str
    by: str
    today: date | None
    """The day of `--today`, where that was given."""


def record_contact(workspace: Workspace, given: Given) -> tuple[str, ...]:
    """Save a contact; what to say of it, and words of caution after it.

    Raises BadUsage where it cannot be, Refused where it is recorded already, could not be saved, or
    holds what looks like data about a pupil and no reason to keep it.
    """
    slug = find_provider(workspace, given.provider)
    contact = LoggedContact(
        format=expected_format(LoggedContact),  # type: ignore[arg-type]  # the one word it can be
        date=day_done(workspace, given.on, given.today, what="day of the contact"),
        kind=given.kind,
        with_=one_line(given.with_whom, "role of the person"),
        placement=known_placement(workspace, given.placement) if given.placement else None,
        by=given.by or workspace.settings().value.auditor,
        note=some_words(given.note, "note"),
    )
    bare = replace(contact, with_="somebody", by=None, note=None)
    made = make_contact(workspace, slug, kept(bare, contact, given.keep))
    said = f"{capital(KINDS[contact.kind])}, {day(contact.date)}, with {contact.with_}"
    return (f"Saved: {said}. {made.shown_path}", *_cautions(workspace, slug, contact))


def _cautions(workspace: Workspace, slug: str, contact: LoggedContact) -> Iterator[str]:
    for name in no_roles(contact.with_)[:1]:
        yield f"'{name}' may be a name. A role, such as 'centre manager', says enough."
    if contact.placement:
        with suppress(InvalidFile):  # what is wrong with it is no matter of this contact
            path = workspace.placement_path(contact.placement)
            if slug not in workspace.read_placement(path).value.providers:
                yield f"By its own file, {contact.placement} is not at {slug}."
