"""`show`: the audit in the terminal, with its assessment."""

import sys
from pathlib import Path

from ap_audit.cli.options import AuditName, Folder, Today, today_or


def show(name: AuditName, folder: Folder = Path(), today: Today = None) -> None:
    """Show an audit in the terminal."""
    from ap_audit.cli.opening import open_audit
    from ap_audit.cli.viewing import view_of
    from ap_audit.report.console import show as show_report

    show_report(view_of(open_audit(folder, name), today_or(today), audience="full"), sys.stdout)
