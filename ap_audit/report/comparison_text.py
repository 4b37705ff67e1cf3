"""A comparison as plain lines for the terminal: a word, a symbol, no column that could break."""

from collections.abc import Iterator
from textwrap import wrap

from ap_audit.report.comparison import ComparisonReport
from ap_audit.report.history_view import ChangeRow, FateRow

_WIDTH = 100


def comparison_lines(report: ComparisonReport) -> Iterator[str]:
    """What changed, worse first."""
    yield f"{report.name}, {report.date}"
    for line in (*report.warnings, *report.says):
        yield from wrap(line, _WIDTH)
    for group in report.groups:
        yield ""
        yield f"{group.title} ({len(group.rows)})"
        for row in group.rows:
            yield from _row(row)
    if report.actions:
        yield ""
        yield f"Actions ({len(report.actions)})"
        for action in report.actions:
            yield from _action(action)


def _row(row: ChangeRow) -> Iterator[str]:
    yield f"  {row.id}"
    yield from wrap(row.ask, _WIDTH, initial_indent="    ", subsequent_indent="    ")
    if row.before != row.after:
        yield f"    {row.before.symbol} {row.before.word} → {row.after.symbol} {row.after.word}"
    if row.says:
        yield from wrap(row.says, _WIDTH, initial_indent="    ", subsequent_indent="    ")


def _action(row: FateRow) -> Iterator[str]:
    text = f"{row.what}. {row.owner}, {row.due}: {row.fate}"
    yield from wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="    ")
