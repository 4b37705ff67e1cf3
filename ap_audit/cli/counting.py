"""Many audits assessed in a row, each checklist read once."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from ap_audit.cli.opening import library_of, school_calendar, sound_edition
from ap_audit.errors import ApAuditError
from ap_audit.files.library import Edition
from ap_audit.files.workspace import Workspace
from ap_audit.model.audit import Audit, Decision
from ap_audit.model.checklist import Checklist
from ap_audit.model.source import SourceRegister
from ap_audit.report.judged import Judged
from ap_audit.rules.conformity import conformity
from ap_audit.rules.progress import Progress, progress


class Counting:
    """Assesses the audits of a workspace, as far as each fits its checklist."""

    def __init__(self, workspace: Workspace, today: date) -> None:
        self._library = library_of(workspace)
        self._today = today
        self._calendar = school_calendar(workspace)
        self._editions: dict[str, Edition | None] = {}

    def progress(self, audit: Audit) -> Progress | None:
        """How far an audit has come; None where it cannot be judged. `check` says why."""
        checklist = self._checklist(audit)
        if checklist is None:
            return None
        return progress(checklist, audit, self._today, self._calendar)

    def judged(self, audit: Audit, on: date | None = None) -> Judged | None:
        """An audit with its checklist and what follows from it; None where it cannot be judged.

        It is judged *on* another day than today where that is given.
        """
        from ap_audit.cli.assessing import assess

        checklist = self._checklist(audit)
        if checklist is None:
            return None
        assessment = assess(checklist, audit, on or self._today, self._calendar)
        return Judged(audit=audit, checklist=checklist, assessment=assessment)

    def since(self, judged: Judged) -> tuple[str, ...]:
        """What has changed since an audit was signed, in it and around it; most pressing first."""
        from ap_audit.cli.assessing import assess
        from ap_audit.model.seal import altered
        from ap_audit.report.decision import changed, since

        audit, as_at = judged.audit, judged.audit.decision.as_at
        broken = [line] if (line := changed(altered(audit))) else []
        if audit.decision.state == "open" or as_at is None or as_at >= self._today:
            return tuple(broken)
        again = replace(audit, decision=Decision(state="open"))
        now = assess(judged.checklist, again, self._today, self._calendar)
        return (*broken, *since(audit, judged.assessment, now))

    def used(self) -> Iterator[tuple[Checklist, SourceRegister]]:
        """The checklists of the audits so far, each with its sources."""
        for edition in self._editions.values():
            if edition is not None:
                yield edition.checklist, edition.register

    def _checklist(self, audit: Audit) -> Checklist | None:
        edition = self._edition(audit.checklist)
        if edition is None or edition.digest != audit.digest:
            return None
        if any(not flaw.warning for flaw in conformity(edition.checklist, audit)):
            return None
        return edition.checklist

    def _edition(self, reference: str) -> Edition | None:
        if reference not in self._editions:
            self._editions[reference] = self._read(reference)
        return self._editions[reference]

    def _read(self, reference: str) -> Edition | None:
        if self._library.file(reference) is None:
            return None
        try:
            return sound_edition(self._library, reference)
        except ApAuditError:
            return None
