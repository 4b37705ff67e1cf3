"""A list of records in one of its forms, printed or put in its file."""

from collections.abc import Iterable
from pathlib import Path
from typing import assert_never

from ap_audit.cli.printing import put_text
from ap_audit.cli.records import RecordForm
from ap_audit.report.records import Records, records_json, records_sheet


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
    put_text(text, wanted, spreadsheet=form is RecordForm.CSV)
