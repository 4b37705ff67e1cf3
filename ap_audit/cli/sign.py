"""`sign`: the decision, and who stands for it."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import AuditName, Folder, Keep, Today, today_or
from ap_audit.cli.screen import out, tell
from ap_audit.errors import BadUsage
from ap_audit.model.words import Part


def sign(
    name: AuditName,
    part: Annotated[
        Part | None,
        typer.Option(
            "--role",
            help="What you sign for: you prepared it, you checked it, or, as chair or head, the"
            " school accepts it. Accepting records the decision.",
            show_default=False,
        ),
    ] = None,
    who: Annotated[
        str, typer.Option("--name", help="The name of whoever signs.", show_default=False)
    ] = "",
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="ROLE",
            help="Their role, such as 'Chair of governors'. Whoever prepares is the auditor.",
            show_default=False,
        ),
    ] = "",
    outcome: Annotated[
        str,
        typer.Option(
            "--outcome",
            help="What the school decides, where it is not what is advised. Needs a reason.",
            show_default=False,
        ),
    ] = "",
    reason: Annotated[
        str,
        typer.Option(
            "--reason", help="Why: of the decision, or of opening it again.", show_default=False
        ),
    ] = "",
    reopen: Annotated[
        bool,
        typer.Option(
            "--reopen", help="Let a signed audit be changed again. The reason stays on record."
        ),
    ] = False,
    keep: Keep = "",
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Sign an audit, with the decision of the school.

    Somebody signs that they prepared it, somebody may check it, and whoever accepts it decides.
    What is signed stays as it is: no command changes it, and a change by hand shows. Without an
    outcome of its own the school decides as advised.
    """
    from ap_audit.cli.opening import open_audit
    from ap_audit.cli.signing import Signer, reopened, signed

    if (part is None) is not reopen:
        raise BadUsage(
            "Say what to sign for, or that it is to be opened again.",
            hint="One of: --role prepared, --role checked, --role accepted, --reopen",
        )
    opened = open_audit(folder, name, mending=reopen)
    signer = Signer.given(who, by or (opened.audit.auditor if part is Part.PREPARED else ""))
    day = today_or(today)
    if part is None:
        said = reopened(opened, signer, reason=reason, keep=keep, today=day)
    else:
        said = signed(opened, part, signer, outcome=outcome, reason=reason, keep=keep, today=day)
    out(*said.lines)
    tell(*said.then)
