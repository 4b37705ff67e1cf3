"""Recording a contact and finding those that are recorded."""

from datetime import date
from difflib import get_close_matches

from msgspec import Struct
from msgspec.structs import replace

from ap_audit.cli.keeping import kept
from ap_audit.cli.one_line import one_line
from ap_audit.cli.screen import tell_error
from ap_audit.cli.typed_day import day_done, typed_day
from ap_audit.errors import BadUsage, InvalidFile
from ap_audit.files.contacts import contact_paths, make_contact, read_contact
from ap_audit.files.document import expected_format
from ap_audit.files.events import HIDDEN
from ap_audit.files.finding import find_provider
from ap_audit.files.workspace import Workspace
from ap_audit.interview.dates import Likely
from ap_audit.model.clean import clean
from ap_audit.model.contact import LoggedContact
from ap_audit.model.placement import EXPECTED, reference_from
from ap_audit.model.wording import capital, count, day
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


class Found(Struct, frozen=True, kw_only=True):
    """Contacts by their provider's folder name, and what could not be read."""

    contacts: tuple[tuple[str, LoggedContact], ...]
    broken: tuple[InvalidFile, ...]

    def tell_broken(self) -> None:
        """Say what is wrong with each file that could not be read; raises InvalidFile if any."""
        for error in self.broken:
            tell_error(error)
        if self.broken:
            said = count(len(self.broken), "file")
            raise InvalidFile((), f"{said} could not be read; every other contact is there.")


def record_contact(workspace: Workspace, given: Given) -> tuple[str, str]:
    """Save a contact; what to say of it, and a word of caution or nothing.

    Raises BadUsage where it cannot be, Refused where it is recorded already, could not be saved, or
    holds what looks like data about a pupil and no reason to keep it.
    """
    slug = find_provider(workspace, given.provider)
    if HIDDEN.search(given.note):
        raise BadUsage(
            f"The note has hidden characters in it: '{clean(given.note)}'.",
            hint="Type it again instead of pasting it.",
        )
    contact = LoggedContact(
        format=expected_format(LoggedContact),  # type: ignore[arg-type]  # the one word it can be
        date=day_done(workspace, given.on, given.today, what="day of the contact"),
        kind=given.kind,
        with_=one_line(given.with_whom, "role of the person"),
        placement=known_placement(workspace, given.placement) if given.placement else None,
        by=given.by or workspace.settings().value.auditor,
        note=given.note.strip() or None,
    )
    bare = replace(contact, with_="somebody", by=None, note=None)
    made = make_contact(workspace, slug, kept(bare, contact, given.keep))
    said = f"{capital(KINDS[contact.kind])}, {day(contact.date)}, with {contact.with_}"
    names = no_roles(contact.with_)
    caution = (
        f"'{names[0]}' may be a name. A role, such as 'centre manager', says enough."
        if names
        else ""
    )
    return f"Saved: {said}. {made.shown_path}", caution


def contacts_found(
    workspace: Workspace, provider: str | None, placement: str, since: str, today: date
) -> Found:
    """The contacts that are asked for; raises BadUsage where there is no such provider or day."""
    slug = find_provider(workspace, provider) if provider is not None else ""
    reference = known_placement(workspace, placement) if placement else ""
    first = typed_day(since, today, likely=Likely.PAST, what="day") if since else date.min
    found, broken = [], []
    for one in contact_paths(workspace, slug):
        try:
            contact = read_contact(workspace, one.path).value
        except InvalidFile as error:
            broken.append(error)
            continue
        if contact.date >= first and reference in ("", contact.placement):
            found.append((one.provider, contact))
    found.sort(key=lambda one: (one[1].date, one[0], one[1].kind))
    return Found(contacts=tuple(found), broken=tuple(broken))


def known_placement(workspace: Workspace, typed: str) -> str:
    """The reference of a placement that is here; raises BadUsage where there is none such."""
    reference = reference_from(typed)
    if not reference:
        raise BadUsage(
            f"'{clean(typed)[:40]}' cannot be the reference of a placement.",
            hint=f"It is {EXPECTED}; never who the pupil is.",
        )
    if not workspace.placement_path(reference).exists():
        known = [path.stem for path in workspace.placements()]
        close = get_close_matches(reference, known, n=1)
        raise BadUsage(
            f"There is no placement '{reference}' here.",
            hint=f"Did you mean '{close[0]}'?"
            if close
            else "Begin it: ap-audit new PROVIDER --checklist placement-start"
            f" --placement {reference}",
        )
    return reference
