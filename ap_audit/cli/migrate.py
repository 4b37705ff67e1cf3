"""`migrate`: an audit moved to another edition of its checklist, by a plan a person sees first."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import AuditName, By, Folder, Today, today_or
from ap_audit.cli.screen import out, tell


def migrate(
    name: AuditName,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="EDITION",
            help="Such as ap-provider@2026.2; the newest published edition where none is given.",
            show_default=False,
        ),
    ] = "",
    write: Annotated[
        bool, typer.Option("--write", help="Make the new audit; without this it is only shown.")
    ] = False,
    ask_again: Annotated[
        bool,
        typer.Option(
            "--ask-again",
            help="Questions of which the edition does not say what became of them are asked anew.",
        ),
    ] = False,
    by: By = "",
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Show what a newer edition of the checklist does to an audit, and with --write move it.

    The older audit stays as it is. The new one follows it, and takes over only answers to questions
    that are still the same.
    """
    from ap_audit.cli.migrating import carry_out, planned
    from ap_audit.cli.opening import open_audit
    from ap_audit.report.migration_text import migration_lines

    opened = open_audit(folder, name)
    wanted = planned(opened, to)
    out(*migration_lines(wanted.plan, opened.audit))
    if not write:
        again = f" --to {to}" if to else ""
        tell(f"Nothing was written. To do it: ap-audit migrate {name}{again} --write")
        return
    made = carry_out(opened, wanted, today=today_or(today), by=by, ask_again=ask_again)
    tell(f"Made {made.document.shown_path}.", f"Go on with it: ap-audit resume {made.called()}")
