"""`diff`: what changed between two audits."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ap_audit.cli.forms import form_of
from ap_audit.cli.options import Folder, Output, Today, today_or
from ap_audit.cli.screen import out, tell
from ap_audit.errors import BadUsage

if TYPE_CHECKING:
    from ap_audit.cli.sides import Side
    from ap_audit.files.workspace import Workspace


class Form(StrEnum):
    """The forms a comparison comes in."""

    TEXT = "text"
    HTML = "html"
    MD = "md"
    JSON = "json"


_DOCUMENTS: dict[Form, Literal["html", "md", "json"]] = {
    Form.HTML: "html",
    Form.MD: "md",
    Form.JSON: "json",
}


def diff(
    older: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help="The older audit; alone, an audit that is compared with the one before it.",
            show_default=False,
        ),
    ],
    newer: Annotated[
        str, typer.Argument(metavar="[NEW]", help="The newer audit.", show_default=False)
    ] = "",
    revisions: Annotated[
        str | None,
        typer.Option(
            "--rev",
            metavar="REV[..REV]",
            help="Compare the audit as git keeps it at a revision with now, or with another one:"
            " HEAD~3, main..term2.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option(
            "-f",
            "--format",
            help="text, html, md (Markdown) or json. Otherwise as FILE ends, or text.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Show what changed between two audits, or in one since a git revision; worse first."""
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.revisions import pair_at
    from ap_audit.cli.sides import pair
    from ap_audit.cli.writing import write_report

    wanted = output if output is None or str(output) == "-" else output.absolute()
    workspace, day = workspace_at(folder), today_or(today)
    chosen = form_of(form, output, Form.TEXT)
    if revisions is not None:
        with pair_at(workspace, older, newer, revisions) as (before, after, between):
            text = _text(workspace, (before, after), chosen, day, between=between)
    else:
        text = _text(workspace, pair(workspace, older, newer), chosen, day)
    if wanted is None or str(wanted) == "-":
        out(*text.rstrip("\n").split("\n"))
        return
    write_report(wanted, text)
    tell(f"Wrote {workspace.shown(wanted)}.")


def _text(
    workspace: "Workspace",
    sides: "tuple[Side, Side]",
    form: Form,
    today: date,
    *,
    between: str = "",
) -> str:
    from ap_audit.cli.changes import compared
    from ap_audit.cli.sides import recorded
    from ap_audit.cli.writing import report_text
    from ap_audit.report.comparison_text import comparison_lines
    from ap_audit.report.recorded_text import recorded_lines

    unjudged = recorded(*sides)
    if unjudged is None:
        view = compared(sides[0].opened(), sides[1].opened(), today, between=between)
        if form is not Form.TEXT:
            return report_text(view, _DOCUMENTS[form], workspace)
        lines = comparison_lines(view)
    elif form is Form.TEXT:
        lines = recorded_lines(unjudged, sides[1].audit, between)
    else:
        raise BadUsage(
            f"{sides[1].audit.checklist} is not here as it was, so there is no report.",
            hint="What is recorded can be compared as text: leave out --format",
        )
    return "".join(f"{line}\n" for line in lines)
