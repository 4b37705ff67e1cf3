"""Tables as CSV for spreadsheets: no cell can act as a formula, no row can end early."""

import csv
import io
from collections.abc import Iterable, Sequence

from ap_audit.model.clean import clean

Cell = str | int
_ACTING = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula, in full width too."""
_SKIPPED = " \t\r\n\"'\u00a0\u3000`"
"""What a spreadsheet may pass over before it looks for one of those."""


def sheet(rows: Iterable[Sequence[Cell]]) -> str:
    """The rows as CSV, ended as RFC 4180 says. Numbers are numbers; text is only ever text."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerows([cell(value) for value in row] for row in rows)
    return file.getvalue()


def cell(value: Cell) -> Cell:
    """One cell. Text that could be taken for a formula gets a ' before it.

    >>> cell("=1+1"), cell("Acme, Ltd"), cell(-3)
    ("'=1+1", 'Acme, Ltd', -3)
    """
    if isinstance(value, int):
        return value
    line = clean(" ".join(value.split()))
    return f"'{line}" if line.lstrip(_SKIPPED).startswith(_ACTING) else line
