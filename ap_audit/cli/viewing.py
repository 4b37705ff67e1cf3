"""An opened audit as the view-model that every form of the report is made from."""

from datetime import date
from typing import Literal

from ap_audit.cli.opening import OpenAudit
from ap_audit.report.audit_view import audit_view
from ap_audit.report.view import AuditReport


def view_of(
    opened: OpenAudit, today: date, *, audience: Literal["governors", "full"]
) -> AuditReport:
    """Everything that a report says."""
    return audit_view(
        opened.assessed(today),
        opened.audit,
        opened.provider(),
        opened.edition.checklist,
        opened.edition.register,
        opened.school(),
        audience=audience,
    )
