"""A year of audits in the terminal, and as a table for a spreadsheet."""

from collections.abc import Iterator
from textwrap import wrap

from ap_audit.report.records import aligned
from ap_audit.report.sheet import Cell
from ap_audit.report.wording import excerpt
from ap_audit.report.year import YearCell, YearReport

_WIDTH = 100
_NAME = 30


def year_lines(report: YearReport) -> Iterator[str]:
    """How many stood where at the end of each half-term, then each provider."""
    yield f"{report.school}: {report.title.lower()}, {report.checklist}, {report.date}"
    for line in report.says:
        yield from wrap(line, _WIDTH)
    yield ""
    for number, period in enumerate(report.periods, 1):
        running = ", so far" if period.running else ""
        yield f"{number}. {period.name}{running}. {period.says}"
    if report.rows:
        yield ""
        heads = [str(number) for number in range(1, len(report.periods) + 1)]
        table = [("Provider", *heads)]
        table += [
            (excerpt(row.name, _NAME), *(_cell(cell) for cell in row.cells)) for row in report.rows
        ]
        yield from aligned(table)
    yield ""
    for line in report.notes:
        yield from wrap(line, _WIDTH)


def year_table(report: YearReport) -> Iterator[list[Cell]]:
    """One line for each provider and half-term; dates as year-month-day."""
    yield [
        "format",
        "provider",
        "name",
        "half_term_from",
        "half_term_to",
        "state",
        "advice",
        "audit_begun",
        "checklist",
    ]
    for row in report.rows:
        for period, cell in zip(report.periods, row.cells, strict=True):
            yield [
                report.format,
                row.slug,
                row.name,
                period.first,
                period.last,
                cell.mark.word,
                cell.title,
                cell.audit_date,
                row.checklist,
            ]


def _cell(cell: YearCell) -> str:
    return f"{cell.mark.symbol} {cell.mark.word}" if cell.audit else cell.mark.symbol
