"""An opened audit as the view-model that every form of the report is made from."""

from datetime import date
from typing import Literal

from ap_audit.cli.comparing import earlier_than
from ap_audit.cli.opening import OpenAudit, library_of
from ap_audit.report.audit_report import AuditReport
from ap_audit.report.audit_view import audit_view
from ap_audit.report.judged import Judged
from ap_audit.report.vocabulary import with_words


def view_of(
    opened: OpenAudit, today: date, *, audience: Literal["governors", "full"]
) -> AuditReport:
    """Everything that a report says."""
    this = Judged(
        audit=opened.audit, checklist=opened.edition.checklist, assessment=opened.assessed(today)
    )
    report = audit_view(
        this,
        opened.provider(),
        opened.edition.register,
        opened.school(),
        audience=audience,
        now=opened.assessed_since(today),
        broken=opened.broken(),
        earlier=earlier_than(opened),
    )
    return with_words(report, library_of(opened.workspace).glossary())
