"""What changed between two opened audits."""

from datetime import date

from ap_audit.cli.comparing import last_day
from ap_audit.cli.opening import OpenAudit
from ap_audit.report.comparison import ComparisonReport, comparison_view
from ap_audit.report.wording import audit_name
from ap_audit.rules.compare import compare


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
