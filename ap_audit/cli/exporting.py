"""The tables of a workspace, gone through once and written side by side."""

from collections import defaultdict
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Literal

from msgspec import json

from ap_audit.cli.printing import BYTE_ORDER_MARK
from ap_audit.cli.registering import entries
from ap_audit.cli.survey import Survey
from ap_audit.cli.writing import write_report
from ap_audit.model.about import About
from ap_audit.model.words import Subject
from ap_audit.report.plain import plain
from ap_audit.report.sheet import sheet
from ap_audit.report.tables import COLUMNS, FORMAT, Row, contact_row, provider_row, rows_of


class _Table:
    """One table as text; rows are put in as they come."""

    def __init__(self, name: str, form: Literal["csv", "jsonl"]) -> None:
        self.name = name
        self.rows = 0
        self._form = form
        self._columns = ("format", *COLUMNS[name])
        self._parts: dict[Subject, StringIO] = defaultdict(StringIO)

    def add(self, row: Row, part: Subject = Subject.PROVIDER) -> None:
        whole = (FORMAT, *row)
        self.rows += 1
        if self._form == "csv":
            self._parts[part].write(sheet([whole]))
        else:
            known = dict(zip(self._columns, map(plain, whole), strict=True))
            self._parts[part].write(json.encode(known).decode() + "\n")

    def text(self) -> str:
        """Under its headings: what is of providers, then of placements, then of the school."""
        head = BYTE_ORDER_MARK + sheet([self._columns]) if self._form == "csv" else ""
        return head + "".join(self._parts[part].getvalue() for part in Subject)


def written(
    survey: Survey, folder: Path, form: Literal["csv", "jsonl"]
) -> Iterator[tuple[Path, int]]:
    """Each table's file once it is written, and how many rows it has."""
    tables = {name: _Table(name, form) for name in COLUMNS}
    looked: set[About] = set()

    def look(about: About) -> None:
        """Put every audit of one thing in the tables, before the register reads the newest."""
        looked.add(about)
        for found in survey.whole(about):
            if found.judged is not None:
                for name, row in rows_of(found.judged, found.address.path.as_posix()):
                    tables[name].add(row, about.subject)

    for entry in entries(survey, look):
        tables["providers"].add(provider_row(entry))
    for about in survey.everything():
        if about not in looked:
            look(about)
    for provider, contact in survey.log():
        tables["contacts"].add(contact_row(provider, contact))
    for name, table in tables.items():
        path = folder / f"{name}.{form}"
        write_report(path, table.text())
        yield path, table.rows
