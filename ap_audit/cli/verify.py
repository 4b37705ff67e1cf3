"""`verify`: is what was signed still what stands in the file?"""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.boundary import FALLS_SHORT
from ap_audit.cli.options import Folder, Json
from ap_audit.cli.screen import out, tell


def verify(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[AUDIT]...",
            help="The audits; every signed one of the workspace where none is given.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
    folder: Folder = Path(),
) -> None:
    """Check that signed audits are as they were signed.

    Where they are kept in git, also who signed the commit or tag. It reads, and never writes. Exits
    with 1 where something falls short.
    """
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.verifying import verified
    from ap_audit.report.verify_text import verify_json, verify_lines

    found, broken = verified(workspace_at(folder), tuple(names or ()))
    out(verify_json(found)) if json else out(*verify_lines(found))
    tell(*found.remarks)
    if broken:
        raise broken
    if not found.holds:
        raise typer.Exit(FALLS_SHORT)
