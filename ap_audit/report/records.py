"""Lists of what is recorded beside the answers, as tables and JSON: one row each, no cell with two.

A row is a value whose fields are the columns. `format` and its version say how to read a list.
"""

from collections.abc import Sequence

from msgspec import json
from msgspec.structs import astuple

from ap_audit.model.base import Value
from ap_audit.report.plain import plain
from ap_audit.report.sheet import sheet


class Records(Value, frozen=True, kw_only=True):
    """A list of records of one kind."""

    kind: str
    """In several: contacts, actions, evidence."""
    columns: tuple[str, ...]
    rows: tuple[Value, ...]

    @property
    def format(self) -> str:
        """What it says of itself, with its version."""
        return f"ap-audit/{self.kind}@1"


def records_sheet(records: Records) -> str:
    """CSV for a spreadsheet; the first column says what it is."""
    rows = [(records.format, *astuple(row)) for row in records.rows]
    return sheet([("format", *records.columns), *rows])


def records_json(records: Records) -> str:
    """One JSON document. Same list, same bytes."""
    document = {"format": records.format, records.kind: [plain(row) for row in records.rows]}
    return json.format(json.encode(document), indent=2).decode() + "\n"


def columns_of(kind: type[Value]) -> tuple[str, ...]:
    """The columns of a kind of row."""
    return kind.__struct_fields__


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows of text in columns; the last one may be as long as it is."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
