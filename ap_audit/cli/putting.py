"""A report with tables in one of its forms, printed or put in its file."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, assert_never

from ap_audit.cli.forms import Form
from ap_audit.cli.printing import put_text
from ap_audit.cli.screen import out, tell
from ap_audit.errors import BadUsage
from ap_audit.files.workspace import Workspace
from ap_audit.report.due import DueReport
from ap_audit.report.due_items import Item
from ap_audit.report.json import report_json
from ap_audit.report.reports import Report
from ap_audit.report.sheet import Cell, sheet


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
            text = _rendered(view, "html", workspace)
        case Form.MD:
            text = _rendered(view, "md", workspace)
        case Form.JSON:
            text = report_json(view)
        case _:
            assert_never(form)
    put_text(text, wanted, spreadsheet=form is Form.CSV)


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
    from ap_audit.cli.writing import write_report

    write_report(path, text)
    tell(f"Wrote {path.name}: {len(items)} entries.")


def _rendered(view: Report, form: Literal["html", "md"], workspace: Workspace) -> str:
    """A page of it. What renders pages is loaded only for one."""
    from ap_audit.cli.writing import report_text

    return report_text(view, form, workspace)
