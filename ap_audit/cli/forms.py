"""The forms that a report comes in, and the one that is meant."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer


class Form(StrEnum):
    """The forms of a report with tables."""

    TEXT = "text"
    HTML = "html"
    MD = "md"
    JSON = "json"
    CSV = "csv"


Forms = Annotated[
    Form | None,
    typer.Option(
        "-f",
        "--format",
        help="text, html, md (Markdown), json or csv. Otherwise as FILE ends, or text.",
        show_default=False,
    ),
]
OneOf = TypeVar("OneOf", bound=StrEnum)


def form_of(given: OneOf | None, output: Path | None, usual: OneOf) -> OneOf:
    """The form that was asked for; else the one that the file's name ends in; else the usual one.

    >>> form_of(None, Path("register.HTML"), Form.TEXT)
    <Form.HTML: 'html'>
    """
    if given is not None:
        return given
    ending = output.suffix.casefold() if output else ""
    return next((form for form in type(usual) if f".{form}" == ending), usual)
