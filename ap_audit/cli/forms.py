"""The forms that a report with tables comes in, and where it is put."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, assert_never

import typer

from ap_audit.cli.screen import out, tell
from ap_audit.files.workspace import Workspace
from ap_audit.report.reports import Report
from ap_audit.report.sheet import Cell


class Form(StrEnum):
    """The forms of a report with tables."""

    TEXT = "text"
    HTML = "html"
    MD = "md"
    JSON = "json"
    CSV = "csv"


Forms = Annotated[
    Form, typer.Option("-f", "--format", help="text, html, md (Markdown), json or csv.")
]
BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet program reads a pound sign as two other characters."""


def put_out(
    view: Report,
    form: Form,
    wanted: Path | None,
    workspace: Workspace,
    *,
    lines: Callable[[], Iterable[str]],
    table: Callable[[], Iterable[Sequence[Cell]]],
) -> None:
    """Print a report, or write it to a file; raises Refused where the file there is not ours."""
    from ap_audit.cli.writing import report_text, write_report
    from ap_audit.report.sheet import sheet

    match form:
        case Form.TEXT:
            text = "".join(f"{line}\n" for line in lines())
        case Form.CSV:
            text = sheet(table())
        case Form.HTML:
            text = report_text(view, "html", workspace)
        case Form.MD:
            text = report_text(view, "md", workspace)
        case Form.JSON:
            text = report_text(view, "json", workspace)
        case _:
            assert_never(form)
    if wanted is None or str(wanted) == "-":
        out(*text.rstrip("\n").replace("\r\n", "\n").split("\n"))
        return
    write_report(wanted, f"{BYTE_ORDER_MARK}{text}" if form is Form.CSV else text)
    tell(f"Wrote {workspace.shown(wanted)}.")
