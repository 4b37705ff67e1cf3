"""`diff`: what changed between two audits."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from ap_audit.cli.options import Folder, Output, Today, today_or
from ap_audit.cli.screen import out, tell


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
    form: Annotated[
        Form, typer.Option("-f", "--format", help="text, html, md (Markdown) or json.")
    ] = Form.TEXT,
    output: Output = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Show what changed between two audits, worse first."""
    from ap_audit.cli.comparing import compared, pair
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.writing import report_text, write_report
    from ap_audit.report.comparison_text import comparison_lines

    wanted = output if output is None or str(output) == "-" else output.absolute()
    workspace = workspace_at(folder)
    view = compared(*pair(workspace, older, newer), today_or(today))
    if form is Form.TEXT:
        text = "".join(f"{line}\n" for line in comparison_lines(view))
    else:
        text = report_text(view, _DOCUMENTS[form], workspace)
    if wanted is None or str(wanted) == "-":
        out(*text.rstrip("\n").split("\n"))
        return
    write_report(wanted, text)
    tell(f"Wrote {workspace.shown(wanted)}.")
