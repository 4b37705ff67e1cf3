"""`score`: the verdict, and why."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.boundary import FALLS_SHORT
from ap_audit.cli.options import Folder, Json, Today, today_or
from ap_audit.cli.screen import out


def score(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="AUDIT...",
            help="Providers' folder names, placements such as P07, school, or files.",
            show_default=False,
        ),
    ],
    explain: Annotated[
        bool, typer.Option("--explain", help="Down to every answer, weight and source.")
    ] = False,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code",
            help="Exit with 1 unless every verdict is on the best rung. Of signed audits,"
            " today's counts too, and a change after signing.",
        ),
    ] = False,
    json: Json = False,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Show the verdict, and why.

    With the gateways, how much has been checked, and the range.
    """
    from ap_audit.cli.comparing import since_last_time, standing
    from ap_audit.cli.opening import open_file, workspace_at
    from ap_audit.files.finding import find_audit
    from ap_audit.report.score_text import score_json, score_lines

    day = today_or(today)
    workspace = workspace_at(folder)
    audits = [open_file(workspace, find_audit(workspace, name)) for name in names]
    assessed = [(opened, opened.assessed(day)) for opened in audits]
    scored = [(opened, found, standing(opened, found, day)) for opened, found in assessed]
    if json:
        out(
            score_json(
                (opened.audit, opened.edition.checklist, found, stands)
                for opened, found, stands in scored
            )
        )
    for position, (opened, found, stands) in enumerate([] if json else scored):
        lines = score_lines(
            found,
            opened.audit,
            opened.provider(),
            opened.edition.checklist,
            explain=explain,
            register=opened.edition.register,
            last_time=since_last_time(opened, found),
            standing=stands,
        )
        out(*([""] if position else []), *lines)
    if exit_code and not all(found.verdict.best and stands.good for _, found, stands in scored):
        raise typer.Exit(FALLS_SHORT)
