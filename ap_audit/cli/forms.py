"""The forms that a report with tables comes in."""

from enum import StrEnum
from typing import Annotated

import typer


class Form(StrEnum):
    """The forms of a report with tables."""

    TEXT = "text"
    HTML = "html"
    MD = "md"
    JSON = "json"
    CSV = "csv"


Forms = Annotated[
    Form, typer.Option("-f", "--format", help="text, html, md (Markdown), json or csv.")
]
