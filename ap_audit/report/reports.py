"""The kinds of report there are, and the template of each."""

from typing import assert_never

from ap_audit.report.audit_report import AuditReport
from ap_audit.report.comparison import ComparisonReport
from ap_audit.report.due import DueReport
from ap_audit.report.register import RegisterReport
from ap_audit.report.side_by_side import ProvidersReport
from ap_audit.report.worksheet import Worksheet
from ap_audit.report.year import YearReport

Report = (
    AuditReport
    | ComparisonReport
    | ProvidersReport
    | RegisterReport
    | YearReport
    | DueReport
    | Worksheet
)


def template_of(report: Report) -> str:
    """The name of its template, before ``.html.j2`` or ``.md.j2``."""
    match report:
        case AuditReport():
            return "audit"
        case ComparisonReport():
            return "comparison"
        case ProvidersReport():
            return "providers"
        case Worksheet():
            return "worksheet"
        case RegisterReport():
            return "register"
        case YearReport():
            return "year"
        case DueReport():
            return "due"
        case _:
            assert_never(report)
