"""`show`: the audit in the terminal, with its assessment."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import AuditName, Folder, Today, today_or


def show(
    name: AuditName,
    skipped: Annotated[
        bool, typer.Option("--skipped", help="List what is out of scope too, and why.")
    ] = False,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Show an audit in the terminal."""
    from ap_audit.cli.opening import open_audit
    from ap_audit.cli.viewing import view_of
    from ap_audit.report.console import show as show_report

    view = view_of(open_audit(folder, name), today_or(today), audience="full")
    show_report(view, sys.stdout, skipped=skipped)
