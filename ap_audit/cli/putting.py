"""A report with tables in one of its forms, printed or put in its file."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import assert_never

from ap_audit.cli.forms import Form
from ap_audit.cli.records import RecordForm
from ap_audit.cli.screen import out, tell
from ap_audit.cli.writing import report_text, write_report
from ap_audit.errors import BadUsage
from ap_audit.files.here import shown_path
from ap_audit.files.workspace import Workspace
from ap_audit.report.due import DueReport
from ap_audit.report.due_items import Item
from ap_audit.report.records import Records, records_json, records_sheet
from ap_audit.report.reports import Report
from ap_audit.report.sheet import Cell, sheet

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
    _put(text, wanted, spreadsheet=form is Form.CSV)


def put_records(
    records: Records, form: RecordForm, wanted: Path | None, lines: Iterable[str]
) -> None:
    """Print the list, or write it to a file; raises Refused where the file there is not ours."""
    match form:
        case RecordForm.TEXT:
            text = "".join(f"{line}\n" for line in lines)
        case RecordForm.CSV:
            text = records_sheet(records)
        case RecordForm.JSON:
            text = records_json(records)
        case _:
            assert_never(form)
    _put(text, wanted, spreadsheet=form is RecordForm.CSV)


def put_calendar(items: tuple[Item, ...], view: DueReport, today: date, path: Path) -> None:
    """Print a calendar, or write it to a file; raises BadUsage where its library is missing."""
    try:
        from ap_audit.report.calendar_file import calendar_file
    except ModuleNotFoundError as error:
        raise BadUsage(
            "A calendar needs the library icalendar, which is not installed.",
            hint="Install it: pip install 'ap-audit[ics]'",
        ) from error
    text = calendar_file(items, view, today)
    if str(path) == "-":
        out(*text.rstrip("\r\n").split("\r\n"))
        return
    write_report(path, text)
    tell(f"Wrote {path.name}: {len(items)} entries.")


def _put(text: str, wanted: Path | None, *, spreadsheet: bool) -> None:
    if wanted is None or str(wanted) == "-":
        out(*text.replace("\r\n", "\n").rstrip("\n").split("\n"))
        return
    write_report(wanted, f"{BYTE_ORDER_MARK}{text}" if spreadsheet else text)
    tell(f"Wrote {shown_path(wanted)}.")
