"""`resolve`: a git conflict in one answer, settled."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import AuditName, Folder
from ap_audit.cli.screen import out, tell
from ap_audit.errors import BadUsage


def resolve(
    name: AuditName,
    criterion: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The answer in conflict, such as saf-checks-written.",
            show_default=False,
        ),
    ],
    ours: Annotated[bool, typer.Option("--ours", help="Keep our version.")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="Keep the version merged in.")] = False,
    lower: Annotated[
        bool, typer.Option("--lower", help="Keep the version with the lower rating.")
    ] = False,
    folder: Folder = Path(),
) -> None:
    """Settle a git conflict in one answer; everything else in the file stays as it is.

    See what is in conflict: ap-audit check.
    """
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.resolving import Choice, settle

    chosen = [
        choice for choice, wanted in zip(Choice, (ours, theirs, lower), strict=True) if wanted
    ]
    if len(chosen) != 1:
        raise BadUsage("Say which version to keep: --ours, --theirs or --lower.")
    workspace = workspace_at(folder)
    settled = settle(workspace, name, criterion, chosen[0])
    whose = "our" if settled.which == "ours" else "their"
    out(f"Kept {whose} version of {criterion}: {settled.says}")
    if settled.signed:
        tell(
            "One side of this audit is signed: the signature covers the answers as they were then."
        )
    if settled.left:
        tell(f"Still in conflict: {', '.join(settled.left)}.")
    else:
        tell(f"Nothing is left in conflict here. Tell git: git add {settled.shown}")
