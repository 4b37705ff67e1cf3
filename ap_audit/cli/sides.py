"""The two audits of a comparison, found before it is known whether both can be judged."""

from pathlib import Path

from msgspec import Struct

from ap_audit.cli.opening import OpenAudit, library_of, open_file, sound_edition
from ap_audit.errors import BadUsage, InvalidFile
from ap_audit.files.document import Document
from ap_audit.files.finding import find_audit
from ap_audit.files.workspace import Workspace
from ap_audit.model.audit import Audit
from ap_audit.rules.recorded import RecordedChange, recorded_changes, same_questions


class Side(Struct, frozen=True, kw_only=True):
    """One of two audits, in the workspace it belongs to: today's, or one at a revision."""

    workspace: Workspace
    document: Document[Audit]

    @property
    def audit(self) -> Audit:
        """The audit itself."""
        return self.document.value

    def judgeable(self) -> bool:
        """Whether its checklist is here as it was when the audit began."""
        library = library_of(self.workspace)
        if library.file(self.audit.checklist) is None:
            return False
        return sound_edition(library, self.audit.checklist).digest == self.audit.digest

    def opened(self) -> OpenAudit:
        """The audit with its checklist; raises InvalidFile where the two do not fit."""
        return open_file(self.workspace, self.document.path)


def side(workspace: Workspace, name: str) -> Side:
    """The audit that a person names."""
    return Side(workspace=workspace, document=workspace.read_audit(find_audit(workspace, name)))


def pair(workspace: Workspace, older: str, newer: str) -> tuple[Side, Side]:
    """The two audits that a person names, or one and the audit before it; older first.

    Raises BadUsage where there is none before it, or the two are not about the same.
    """
    first = side(workspace, older)
    if not newer:
        before = predecessor(workspace, first.document)
        if before is None:
            raise BadUsage(
                f"There is no earlier audit than {first.document.shown_path} to compare it with.",
                hint="Name two audits: ap-audit diff OLD NEW",
            )
        return Side(workspace=workspace, document=before), first
    second = side(workspace, newer)
    if first.audit.about != second.audit.about:
        raise BadUsage(
            "The two audits are not about the same, so what changed cannot be said.",
            hint="Put providers side by side: ap-audit compare PROVIDER PROVIDER",
        )
    return first, second


def predecessor(workspace: Workspace, document: Document[Audit]) -> Document[Audit] | None:
    """The audit that one follows, else the newest one before it on the same checklist."""
    followed = workspace.followed(document)
    if followed is not None:
        return followed
    older = older_paths(workspace, document)
    return workspace.read_audit(older[-1]) if older else None


def older_paths(workspace: Workspace, document: Document[Audit]) -> tuple[Path, ...]:
    """The audits of the same on the same checklist before one, oldest first.

    Of a file that lies elsewhere, such as a copy that was sent, nobody knows: none.
    """
    name = document.value.checklist.partition("@")[0]
    paths = workspace.audits(document.value.about, name)
    known = [path.resolve() for path in paths]
    here = document.path.resolve()
    return paths[: known.index(here)] if here in known else ()


def recorded(older: Side, newer: Side) -> tuple[RecordedChange, ...] | None:
    """What the two record differently, where one cannot be judged; None where both can be.

    Raises InvalidFile where one cannot be, and the two are not on the same text of a checklist.
    """
    missing = [one for one in (older, newer) if not one.judgeable()]
    if not missing:
        return None
    if same_questions(older.audit, newer.audit):
        return recorded_changes(older.audit, newer.audit)
    try:
        missing[0].opened()
    except InvalidFile as error:
        raise InvalidFile(
            error.problems,
            "The two audits are not on the same text of a checklist, and not both texts are here."
            " An id alone does not say that the question was the same, so they are not compared.",
        ) from None
    return None
