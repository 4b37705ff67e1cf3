"""Every provider of a workspace with its newest audits, one after the other.

Each checklist is read once, and nothing of one provider is kept while the next is read. A file that
is wrong is noted, and the others still count.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ap_audit.cli.counting import Counting
from ap_audit.cli.opening import school_calendar
from ap_audit.cli.screen import tell, tell_error
from ap_audit.errors import InvalidFile
from ap_audit.files.addresses import Address
from ap_audit.files.contacts import ContactPath, contact_paths, read_contact
from ap_audit.files.workspace import Workspace
from ap_audit.model.about import About
from ap_audit.model.audit import Audit
from ap_audit.model.contact import LoggedContact
from ap_audit.model.placement import Placement
from ap_audit.model.provider import Provider
from ap_audit.model.wording import count
from ap_audit.model.words import Subject
from ap_audit.report.due import left_out_ahead
from ap_audit.report.judged import Judged
from ap_audit.rules.ahead import lies_after


class Found(Struct, frozen=True, kw_only=True):
    """One audit: as judged, or why it could not be."""

    address: Address
    audit: Audit | None
    judged: Judged | None

    @property
    def trouble(self) -> str:
        """Why it is not judged; empty where it is."""
        if self.audit is None:
            return "The newest audit could not be read"
        return "" if self.judged else "The newest audit does not fit its checklist"


class Standing(Struct, frozen=True, kw_only=True):
    """How something stands by its audits."""

    says: Found | None = None
    """The audit that says it, judged or not; None where there is none at all."""
    begun: tuple[Judged, ...] = ()
    """Newer audits that have not come far enough to say it, the newest first."""

    @property
    def trouble(self) -> str:
        """Why the audit that says it is not judged; empty where it is."""
        said = self.says.trouble if self.says else ""
        return said.replace("newest audit", "audit before the one begun") if self.begun else said


class Survey:
    """A workspace gone through from end to end; what could not be read is in `broken`."""

    def __init__(self, workspace: Workspace, today: date) -> None:
        self.workspace = workspace
        self.today = today
        self.counting = Counting(workspace, today)
        self.calendar = school_calendar(workspace)
        self.settings = workspace.settings().value
        self.broken: dict[Path, InvalidFile] = {}
        self.unjudged: dict[str, None] = {}
        """Newest audits that do not fit their checklist, by the names of their files."""
        self.ahead: list[str] = []
        """Files of audits dated after today, which are left out: each would be the newest."""
        self._all: dict[About, list[Address]] = {}
        self._held: dict[Address, Found] = {}
        for address in workspace.addresses():
            if _lies_ahead(address, today):
                self.ahead.append(address.path.as_posix())
                continue
            self._all.setdefault(address.about, []).append(address)

    def providers(self) -> Iterator[tuple[str, Provider | None]]:
        """Every provider by slug; None where its file could not be read."""
        for slug in self.workspace.providers():
            try:
                yield slug, self.workspace.provider(slug).value
            except InvalidFile as error:
                self.broken[Path(slug)] = error
                yield slug, None

    def name(self, slug: str) -> str:
        """What people call a provider; its folder's name where its file could not be read."""
        try:
            return self.workspace.provider(slug).value.name
        except InvalidFile as error:
            self.broken[Path(slug)] = error
            return slug

    def placements(self) -> Iterator[tuple[str, Placement]]:
        """Every placement by its reference."""
        for path in self.workspace.placements():
            try:
                yield path.stem, self.workspace.read_placement(path).value
            except InvalidFile as error:
                self.broken[path] = error

    def contacts(self, provider: str) -> tuple[ContactPath, ...]:
        """The contacts with a provider until today, oldest first, by the names of their files.

        One that was given another name by hand is opened for its day and kind.
        """
        found = (self._named(one) for one in contact_paths(self.workspace, provider))
        today = self.today.isoformat()
        return tuple(sorted((one for one in found if "" < one.date <= today), key=_by_day))

    def log(self) -> Iterator[tuple[str, LoggedContact]]:
        """Every contact that can be read, with its provider's folder name."""
        for one in contact_paths(self.workspace):
            try:
                yield one.provider, read_contact(self.workspace, one.path).value
            except InvalidFile as error:
                self.broken[one.path] = error

    def _named(self, one: ContactPath) -> ContactPath:
        if one.date:
            return one
        try:
            contact = read_contact(self.workspace, one.path).value
        except InvalidFile as error:
            self.broken[one.path] = error
            return one
        return replace(one, date=contact.date.isoformat(), kind=contact.kind.value)

    def abouts(self, provider: str = "") -> Iterator[About]:
        """What there are audits of: a provider and its placements, or with no name the school."""
        subject = Subject.SCHOOL if not provider else None
        for about in self._all:
            if about.provider == provider and subject in (None, about.subject):
                yield about

    def everything(self) -> Iterator[About]:
        """Whatever there are audits of: providers, then placements, then the school."""
        yield from self._all

    def audits(self, about: About) -> tuple[Address, ...]:
        """Every audit of one thing, on whichever checklist, the newest first."""
        return tuple(reversed(self._all.get(about, [])))

    def recent(self, about: About) -> Iterator[Found]:
        """On each checklist the newest audit, and where it is only begun those before it.

        They end with one that was looked through; see `far_enough`. The newest of all comes first.
        """
        done = set()
        for address in self.audits(about):
            if address.checklist in done:
                continue
            one = self.read(address)
            if one.audit is not None and one.judged is None:
                self.unjudged[str(address.path)] = None
            if one.judged is None or one.judged.looked_through:
                done.add(address.checklist)
            yield one

    def whole(self, about: About) -> tuple[Found, ...]:
        """Every audit of one thing, oldest first.

        They are held until those of another are asked for, so that `recent` reads none again.
        """
        self._held = {}
        self._held = {one: self.read(one) for one in self._all.get(about, [])}
        return tuple(self._held.values())

    def read(self, address: Address) -> Found:
        """One audit, judged where it can be."""
        if address in self._held:
            return self._held[address]
        try:
            audit = self.workspace.read_audit(self.workspace.root / address.path).value
        except InvalidFile as error:
            self.broken[Path(address.path)] = error
            return Found(address=address, audit=None, judged=None)
        return Found(address=address, audit=audit, judged=self.counting.judged(audit))

    def tell_broken(self, *, ahead_said: bool = False) -> None:
        """Say what is wrong with each file that could not be read; raises InvalidFile if any.

        Audits dated after today are named, too, unless it is said already which they are.
        """
        if not ahead_said:
            tell(*left_out_ahead(self.ahead))
        for error in self.broken.values():
            tell_error(error)
        if self.broken:
            said = count(len(self.broken), "file")
            raise InvalidFile((), f"{said} could not be read; everything else is there.")


def _lies_ahead(address: Address, today: date) -> bool:
    try:
        return lies_after(date.fromisoformat(address.date), today)
    except ValueError:  # a name that says no day; `check` says so
        return False


def _by_day(one: ContactPath) -> tuple[str, str]:
    return one.date, one.path.name


def standing(recent: Iterable[Found]) -> Standing:
    """How something stands: by the newest audit that says it, on a checklist that decides.

    Where none has come far enough, it is the newest on such a checklist; where none decides, the
    newest that has come far enough. One that cannot be read is given as it is: an older one would
    say what may no longer be so.
    """
    silent: list[tuple[Found, Judged]] = []
    for found in recent:
        judged = found.judged
        if judged is None or (judged.decides and judged.speaks):
            return Standing(says=found, begun=tuple(one for _, one in silent if one.decides))
        silent.append((found, judged))
    deciding = [found for found, one in silent if one.decides]
    speaking = [found for found, one in silent if one.speaks]
    says = next(iter((*deciding, *speaking, *(found for found, _ in silent))), None)
    newer = takewhile(lambda one: one[0] is not says, [] if deciding else silent)
    return Standing(says=says, begun=tuple(one for _, one in newer))
