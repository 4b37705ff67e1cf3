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

    The same where the checklist changed under the audit, and where a file is in an older format.

    The older audit stays as it is. The new one follows it, and takes over only answers to questions
    that are still the same.
    """
    from ap_audit.cli.formatting import to_newest_format
    from ap_audit.cli.migrating import carry_out, planned
    from ap_audit.cli.opening import open_file, open_unmatched, workspace_at
    from ap_audit.files.finding import find_audit
    from ap_audit.report.migration_text import changed_since_lines, migration_lines

    workspace = workspace_at(folder)
    path = find_audit(workspace, name)
    if to_newest_format(path, workspace.shown(path), write=write):
        return
    opened = open_unmatched(workspace, path)
    if opened.matches:
        opened = open_file(workspace, path)
    wanted = planned(opened, to)
    lines = migration_lines if opened.matches else changed_since_lines
    out(*lines(wanted.plan, opened.audit))
    if not write:
        again = f" --to {to}" if to else ""
        if wanted.unsure:
            again += " --ask-again"
        tell(f"Nothing was written. To do it: ap-audit migrate {name}{again} --write")
        return
    made = carry_out(opened, wanted, today=today_or(today), by=by, ask_again=ask_again)
    tell(f"Made {made.document.shown_path}.", f"Go on with it: ap-audit resume {made.called()}")
