"""A list of records printed or put in a file: as text, CSV or JSON."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, assert_never

import typer

from ap_audit.cli.screen import out, tell
from ap_audit.report.records import Records


class RecordForm(StrEnum):
    """The forms of a list of records."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


RecordForms = Annotated[RecordForm, typer.Option("-f", "--format", help="text, csv or json.")]
Keep = Annotated[
    str,
    typer.Option(
        "--keep",
        metavar="REASON",
        help="Why words that look like data about a pupil may stay; it stands in the file.",
        show_default=False,
    ),
]


def target(output: Path | None) -> Path | None:
    """Where to write, as seen from where the command was started; None for the screen."""
    return None if output is None or str(output) == "-" else output.absolute()


def put_records(
    records: Records, form: RecordForm, wanted: Path | None, lines: Iterable[str]
) -> None:
    """Print the list, or write it to a file; raises Refused where the file there is not ours."""
    from ap_audit.cli.putting import BYTE_ORDER_MARK
    from ap_audit.cli.writing import write_report
    from ap_audit.files.here import shown_path
    from ap_audit.report.records import records_json, records_sheet

    match form:
        case RecordForm.TEXT:
            text = "".join(f"{line}\n" for line in lines)
        case RecordForm.CSV:
            text = records_sheet(records)
        case RecordForm.JSON:
            text = records_json(records)
        case _:
            assert_never(form)
    if wanted is None:
        out(*text.replace("\r\n", "\n").rstrip("\n").split("\n"))
        return
    write_report(wanted, f"{BYTE_ORDER_MARK}{text}" if form is RecordForm.CSV else text)
    tell(f"Wrote {shown_path(wanted)}.")
