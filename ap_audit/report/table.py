"""A worksheet as rows of cells, and as CSV in which no cell can act in a spreadsheet."""

import csv
import io
import re

from ap_audit.model.clean import clean
from ap_audit.report.worksheet import Worksheet

SCHOOL = ("id", "part", "question", "answer", "note", "evidence", "seen", "dated")
"""The columns of the school's own sheet; a row with a part holds one value."""
PROVIDER = ("id", "part", "question", "claim", "note")
LINE = " / "
"""Stands for a line break inside a cell."""

# A formula begins so, also after what a spreadsheet skips; the full-width signs count as well.
_ACTS = re.compile("^[\\s\"'\u00a0\ufeff\u200b-\u200f\u2060]*[=+\\-@\t\r|\uff1d\uff0b\uff0d\uff20]")


def rows(sheet: Worksheet) -> list[tuple[str, ...]]:
    """The head and every row, in text; what is recorded so far stands in its cell."""
    found: list[tuple[str, ...]] = [PROVIDER if sheet.claims else SCHOOL]
    for section in sheet.sections:
        for row in section.rows:
            if sheet.claims:
                found.append((row.id, "", row.ask, "", ""))
                continue
            if row.rated:
                found.append((row.id, "", row.ask, row.so_far, _flat(row.note), "", "", ""))
            found += [
                (row.id, blank.name, blank.ask, blank.so_far, "", "", "", "")
                for blank in row.blanks
            ]
    return found


def as_csv(sheet: Worksheet) -> str:
    """The rows as CSV. It begins with a mark by which spreadsheets know UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows([cell(part) for part in row] for row in rows(sheet))
    return f"\ufeff{text.getvalue()}"


def cell(text: str) -> str:
    """A text as it may stand in a cell: one line, and an apostrophe before what would act."""
    line = _flat(clean(text))
    return f"'{line}" if _ACTS.match(line) else line


def _flat(text: str) -> str:
    return LINE.join(part.strip() for part in text.splitlines() if part.strip())
