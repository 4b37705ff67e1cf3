"""`export`: tidy tables for spreadsheets and data engines."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import Folder, Today, today_or
from ap_audit.cli.screen import tell


class TableForm(StrEnum):
    """The forms of a table."""

    CSV = "csv"
    JSONL = "jsonl"


def export(
    form: Annotated[
        TableForm, typer.Option("-f", "--format", help="csv, or jsonl: one JSON object a line.")
    ] = TableForm.CSV,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write them to.")
    ] = Path("export"),
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Write every audit as tables: providers, audits, answers, values, evidence, actions, findings.

    The columns are documented in docs/tables.md. Private notes are in none of them.
    """
    from ap_audit.cli.exporting import written
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.survey import Survey

    target = output.absolute()
    survey = Survey(workspace_at(folder), today_or(today))
    for path, rows in written(survey, target, form.value):
        tell(f"Wrote {survey.workspace.shown(path)}: {rows} rows.")
    survey.tell_broken()
