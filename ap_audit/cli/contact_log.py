"""The contacts that are asked for. What looks for data about pupils is not loaded here."""

from datetime import date
from difflib import get_close_matches

from msgspec import Struct

from ap_audit.cli.screen import tell_error
from ap_audit.cli.typed_day import typed_day
from ap_audit.errors import BadUsage, InvalidFile
from ap_audit.files.contacts import contact_paths, read_contact
from ap_audit.files.finding import find_provider
from ap_audit.files.folders import may_be
from ap_audit.files.workspace import Workspace
from ap_audit.interview.dates import Likely
from ap_audit.model.clean import clean
from ap_audit.model.contact import LoggedContact
from ap_audit.model.placement import EXPECTED, reference_from
from ap_audit.model.wording import count


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
    if not may_be(workspace.placement_path(reference)):
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
