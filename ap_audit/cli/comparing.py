"""Opened audits judged for a comparison."""

from datetime import date

from ap_audit.cli.opening import OpenAudit, open_file
from ap_audit.cli.sides import predecessor
from ap_audit.errors import InvalidFile
from ap_audit.model.audit import Audit
from ap_audit.report.audit_view import audit_name
from ap_audit.report.comparison import ComparisonReport, comparison_view
from ap_audit.report.judged import Earlier, Judged
from ap_audit.report.last_time import direction
from ap_audit.report.score_text import Standing
from ap_audit.rules.assessment import Assessment
from ap_audit.rules.compare import compare


def earlier_than(opened: OpenAudit) -> Earlier:
    """The audits of the same before one. One that cannot be read or judged hides no report."""
    name = opened.audit.checklist.partition("@")[0]
    paths = opened.workspace.audits(opened.audit.about, name)
    here = [path.resolve() for path in paths].index(opened.document.path.resolve())
    others, unread = [], []
    for path in paths[:here]:
        try:
            others.append(_judged_like(opened, open_file(opened.workspace, path)))
        except InvalidFile:
            unread.append(path.stem)
    before, followed = _before(opened), opened.audit.follows
    if before is None and followed and followed not in unread:
        unread.append(followed)
    return Earlier(before=before, others=tuple(others), unread=tuple(unread))


def since_last_time(opened: OpenAudit, found: Assessment) -> tuple[str, ...]:
    """The advice then and now, and how many answers moved; nothing in a first audit."""
    before = _before(opened)
    now = Judged(audit=opened.audit, checklist=opened.edition.checklist, assessment=found)
    return direction(before, now) if before is not None else ()


def standing(opened: OpenAudit, today: date) -> Standing:
    """How a signed audit stands today."""
    return Standing(broken=opened.broken(), now=opened.assessed_since(today))


def judged(opened: OpenAudit) -> Judged:
    """An earlier audit, judged as at the last day recorded in it, not today."""
    return Judged(
        audit=opened.audit,
        checklist=opened.edition.checklist,
        assessment=opened.assessed(last_day(opened.audit)),
    )


def _judged_like(opened: OpenAudit, other: OpenAudit) -> Judged:
    """An earlier audit with names or without, as the one it is compared with."""
    return judged(other.without_names() if opened.nameless else other)


def _before(opened: OpenAudit) -> Judged | None:
    try:
        found = predecessor(opened.workspace, opened.document)
        return _judged_like(opened, open_file(opened.workspace, found.path)) if found else None
    except InvalidFile:
        return None


def compared(
    older: OpenAudit, newer: OpenAudit, today: date, *, between: str = ""
) -> ComparisonReport:
    """What changed. The older audit is judged as at the last day recorded in it, not today.

    Where the two are one audit at two times, *between* says which.
    """
    comparison = compare(older.assessed(last_day(older.audit)), newer.assessed(today))
    return comparison_view(
        comparison,
        (older.audit, older.edition.checklist),
        (newer.audit, newer.edition.checklist),
        name=audit_name(newer.audit, newer.provider(), newer.school()),
        school=newer.school(),
        between=between,
    )


def last_day(audit: Audit) -> date:
    """The newest date of an answer, or the day the audit began."""
    dates = [answer.date for answer in audit.answers.values() if answer.date is not None]
    return max([audit.date, *dates])
