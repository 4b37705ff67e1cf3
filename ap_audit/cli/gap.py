"""`gap`: where the provider's claims and what was found differ."""

from pathlib import Path

from ap_audit.cli.options import AuditName, Folder, Json, Today, today_or
from ap_audit.cli.screen import out


def gap(name: AuditName, json: Json = False, folder: Folder = Path(), today: Today = None) -> None:
    """Show where the provider's claims and what was found differ.

    The claims come from `worksheet --for provider`; they are never judged.
    """
    from ap_audit.cli.opening import open_audit
    from ap_audit.report.gap_text import gap_json, gap_lines
    from ap_audit.rules.gap import gaps

    opened = open_audit(folder, name)
    assessment = opened.assessed(today_or(today))
    found = gaps(assessment)
    claims = sum(outcome.answer.claim is not None for outcome in assessment.judged())
    out(*([gap_json(found)] if json else gap_lines(found, claims)))
