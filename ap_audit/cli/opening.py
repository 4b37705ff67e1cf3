"""Where files and rules meet: an audit must fit its checklist before anything is judged."""

from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ap_audit.cli.options import folder_given
from ap_audit.errors import BadUsage, Flaw, InvalidFile
from ap_audit.files.bank_holidays import bank_holidays
from ap_audit.files.builtin import checklists_folder
from ap_audit.files.document import Document
from ap_audit.files.finding import find_audit, shortest_name
from ap_audit.files.library import Edition, Library
from ap_audit.files.workspace import Workspace, find_workspace
from ap_audit.model.audit import Audit, Decision
from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.checklist import Checklist
from ap_audit.model.overlay import Extended, Overlay
from ap_audit.model.provider import Provider
from ap_audit.model.words import Part
from ap_audit.rules.assessment import Assessment
from ap_audit.rules.conformity import conformity
from ap_audit.rules.progress import progress
from ap_audit.rules.term_dates import term_flaws


class OpenAudit(Struct, frozen=True, kw_only=True):
    """An audit that fits its checklist, and where both came from."""

    workspace: Workspace
    document: Document[Audit]
    edition: Edition
    nameless: bool = False
    """Whether people's names are taken out, also of the audit that it follows."""
    altered: tuple[Part, ...] | None = None
    """What was signed and is not as it was, where the names are taken out; see `broken`."""

    @property
    def audit(self) -> Audit:
        """The audit itself."""
        return self.document.value

    @property
    def matches(self) -> bool:
        """Whether its checklist is the one that it began with, word for word."""
        return self.edition.digest == self.audit.digest

    @property
    def elsewhere(self) -> bool:
        """Whether its file lies outside of the workspace, as a copy that was sent does."""
        return not self.document.path.is_relative_to(self.workspace.root)

    def called(self) -> str:
        """Its name on the command line, as short as can be."""
        return shortest_name(self.workspace, self.document.path)

    def provider(self) -> Provider | None:
        """The provider it is about, or None where it is about the school."""
        if self.audit.provider is None:
            return None
        return self.workspace.provider(self.audit.provider).value

    def previous(self) -> Audit | None:
        """The audit that this one follows, if it is there."""
        found = self.workspace.followed(self.document)
        if found is None or not self.nameless:
            return found.value if found else None
        from ap_audit.rules.redaction import redacted

        return redacted(found.value)

    def without_names(self) -> "OpenAudit":
        """The same audit, for those who need not know who; it is not for saving."""
        from ap_audit.rules.redaction import redacted

        document = replace(self.document, value=redacted(self.document.value))
        return replace(self, document=document, nameless=True, altered=self.broken())

    def broken(self) -> tuple[Part, ...]:
        """The signatures that do not stand for what is in the file now."""
        if self.altered is not None or not self.audit.signatures:
            return self.altered or ()
        from ap_audit.model.seal import altered

        return altered(self.audit)

    def changeable(self, on: date | None = None) -> "OpenAudit":
        """The same audit, for changing; raises Refused where it is signed.

        *on*: the day that will stand beside what is recorded. Raises BadUsage where it cannot.
        """
        from ap_audit.cli.too_early import refuse_too_early
        from ap_audit.files.change import sealed

        if self.audit.sealed:
            raise sealed(self.document.shown_path, self.called())
        if on is not None:
            refuse_too_early(self.document, on)
        return self

    def school(self) -> str:
        """The name that stands on reports."""
        return self.workspace.settings().value.school

    def assessed(self, today: date) -> Assessment:
        """Everything that follows from it on one date."""
        from ap_audit.cli.assessing import assess

        return assess(
            self.edition.checklist, self.audit, today, self.calendar(), previous=self.previous()
        )

    def calendar(self) -> SchoolCalendar:
        """The school's term dates; raises InvalidFile where they do not make sense."""
        return school_calendar(self.workspace)

    def assessed_since(self, today: date) -> Assessment | None:
        """A decided audit judged today, as if it were open; None where there is nothing to say."""
        from ap_audit.cli.assessing import assess

        as_at = self.audit.decision.as_at
        if self.audit.decision.state == "open" or as_at is None or today <= as_at:
            return None
        reopened = replace(self.audit, decision=Decision(state="open"))
        return assess(
            self.edition.checklist, reopened, today, self.calendar(), previous=self.previous()
        )

    def unfinished(self, today: date) -> bool:
        """Whether it is open and has questions that nobody has looked at."""
        found = progress(self.edition.checklist, self.audit, today, self.calendar())
        return not self.audit.sealed and found.answered < found.questions

    def saver(self) -> Callable[[Audit], Audit]:
        """A function that saves a changed audit and returns it as it then stands on disk."""
        from ap_audit.files.change import save_change

        document = self.document

        def save(audit: Audit) -> Audit:
            nonlocal document
            document = save_change(document, audit)
            return document.value

        return save


def workspace_at(folder: Path) -> Workspace:
    """The workspace that a folder lies in; raises BadUsage where it lies in none."""
    found = find_workspace(folder_given(folder))
    if found is None:
        raise BadUsage(
            f"There is no ap-audit workspace in {Path.cwd()} or above it.",
            hint='Make one: ap-audit init, or ap-audit new "Name of the provider"',
        )
    return found


def school_calendar(workspace: Workspace) -> SchoolCalendar:
    """The term dates of a workspace; raises InvalidFile where they do not make sense."""
    settings = workspace.settings()
    refuse_flaws(settings, term_flaws(settings.value))
    return SchoolCalendar(tuple(settings.value.terms.values()), bank_holidays)


def library_of(workspace: Workspace | None) -> Library:
    """The checklists that can be used here."""
    return Library(
        shipped=checklists_folder(),
        own=workspace.own_checklists() if workspace else None,
        resolve=_resolve,
    )


def _resolve(overlay: Overlay, base: Checklist) -> tuple[Extended | None, tuple[Flaw, ...]]:
    """Laying an overlay over an edition, loaded where there is one."""
    from ap_audit.rules.overlay import resolve

    return resolve(overlay, base)


def sound_edition(library: Library, reference: str) -> Edition:
    """A checklist that can be judged by; raises InvalidFile with every flaw of one that cannot."""
    edition = library.edition(reference)
    if edition.document is not None:  # the shipped ones are held sound by the project's own tests
        refuse_flaws(edition.document, edition_flaws(edition))
    return edition


def edition_flaws(edition: Edition) -> tuple[Flaw, ...]:
    """Every flaw of a checklist, addressed in its own file, be that a checklist or an overlay."""
    from ap_audit.rules.overlay import at_home
    from ap_audit.rules.soundness import soundness

    flaws = soundness(edition.checklist, edition.register)
    value = edition.document.value if edition.document is not None else edition.checklist
    return at_home(value, edition.checklist, flaws) if isinstance(value, Overlay) else flaws


def open_audit(folder: Path, name: str, *, mending: bool = False) -> OpenAudit:
    """The audit that a person names; raises InvalidFile where it is wrong or does not fit."""
    workspace = workspace_at(folder)
    return open_file(workspace, find_audit(workspace, name), mending=mending)


def open_file(workspace: Workspace, path: Path, *, mending: bool = False) -> OpenAudit:
    """The audit in a file; raises InvalidFile where it is wrong or does not fit its checklist.

    *mending* lets recorded values that cannot be so pass; then nothing may be judged of it.
    """
    opened = open_unmatched(workspace, path)
    document, edition = opened.document, opened.edition
    if not opened.matches:
        flaw = Flaw(
            path=("digest",),
            what=f"{edition.checklist.reference} has changed since this audit began",
            hint="it is not judged. Restore the checklist as it was, or see what would become of"
            f" the answers: ap-audit migrate {opened.called()}",
        )
        refuse_flaws(document, (flaw,))
    flaws = conformity(edition.checklist, document.value)
    if any(not flaw.warning for flaw in flaws):
        from ap_audit.cli.mending import of_a_value, with_way_out

        flaws = tuple(flaw for flaw in flaws if not (mending and of_a_value(flaw)))
        refuse_flaws(document, with_way_out(flaws, document.value, opened.called()))
    return opened


def open_unmatched(workspace: Workspace, path: Path) -> OpenAudit:
    """The audit in a file, whether or not its checklist is still the one that it began with.

    Nothing may be judged of it before it `matches`. Raises InvalidFile where the file is wrong.
    """
    document = workspace.read_audit(path)
    library = library_of(workspace)
    if library.file(document.value.checklist) is None:
        flaw = Flaw(
            path=("checklist",),
            what=f"there is no checklist '{document.value.checklist}' here",
            hint=_instead(document.value.checklist, library.references()),
        )
        refuse_flaws(document, (flaw,))
    edition = sound_edition(library, document.value.checklist)
    return OpenAudit(workspace=workspace, document=document, edition=edition)


def _instead(reference: str, known: tuple[str, ...]) -> str:
    """What to say where a checklist is not here: its other editions, else the nearest, else all."""
    name = reference.partition("@")[0]
    editions = [one for one in known if one.partition("@")[0] == name]
    close = get_close_matches(reference, known, n=1)
    if close and not editions:
        return f"did you mean '{close[0]}'?"
    return f"there are: {', '.join(editions or known)}"


def refuse_flaws(document: Document, flaws: tuple[Flaw, ...]) -> None:  # type: ignore[type-arg]  # any kind of file
    """Raise InvalidFile with every flaw, unless all of them are only warnings."""
    if any(not flaw.warning for flaw in flaws):
        raise InvalidFile(document.problems(tuple(flaw for flaw in flaws if not flaw.warning)))
