"""What is due as plain lines for the terminal, and as a table for a spreadsheet."""

from collections.abc import Iterator
from textwrap import wrap

from ap_audit.report.due import DueReport, DueRow
from ap_audit.report.sheet import Cell

_WIDTH = 100


def due_lines(report: DueReport) -> Iterator[str]:
    """Late ones first, each with its day, what it is about and who sees to it."""
    yield f"{report.school}: {report.title.lower()}, {report.date}"
    yield from (f"TAKE CARE. {line}" for line in report.warnings)
    yield from report.says
    for group in report.groups:
        if not group.rows:
            continue
        yield from ("", f"{group.title} ({len(group.rows)})")
        for row in group.rows:
            yield f"  {row.date}, {row.when}: {_about(row)}"
            yield from wrap(row.what, _WIDTH, initial_indent="    ", subsequent_indent="    ")


def due_table(report: DueReport) -> Iterator[list[Cell]]:
    """One line for each thing; dates as year-month-day. First what says to act today."""
    yield ["format", "state", "date", "kind", "what", "about", "name", "owner"]
    for line in report.warnings:
        yield [report.format, "take care", "", "take care", line, "", "", ""]
    for group in report.groups:
        for row in group.rows:
            yield [
                report.format,
                group.id,
                row.on,
                row.kind,
                row.what,
                row.about,
                row.name,
                row.owner,
            ]


def _about(row: DueRow) -> str:
    owner = f", {row.owner}" if row.owner else ""
    return f"{row.kind}, {row.name}{owner}"
