"""The options that mean the same for every list of records."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class RecordForm(StrEnum):
    """The forms of a list of records."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


RecordForms = Annotated[
    RecordForm | None,
    typer.Option(
        "-f",
        "--format",
        help="text, csv or json. Otherwise as FILE ends, or text.",
        show_default=False,
    ),
]


def target(output: Path | None) -> Path | None:
    """Where to write, as seen from where the command was started; None for the screen."""
    return None if output is None or str(output) == "-" else output.absolute()
