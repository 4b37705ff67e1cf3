"""The options that mean the same in every command."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.clock import today
from ap_audit.errors import BadUsage
from ap_audit.files.here import is_folder
from ap_audit.model.words import Stage

_FORM = "a date as year-month-day, such as 2026-11-23"


def as_date(text: str) -> date:
    """A date given on the command line."""
    try:
        if len(text) == len("2026-11-23"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise typer.BadParameter(f"'{text}' is not {_FORM}.")


Folder = Annotated[
    Path,
    typer.Option(
        "-C",
        "--directory",
        metavar="DIR",
        help="Work as if started in this folder.",
        show_default=False,
    ),
]
Today = Annotated[
    date | None,
    typer.Option(
        "--today",
        metavar="DATE",
        parser=as_date,
        help=f"Judge as on this day: {_FORM}.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document instead.")]


def _kept(what: str) -> Callable[[str], str]:
    """A check of what is given: as it can be kept; raises BadUsage where it cannot."""

    def kept(given: str) -> str:
        if not given:
            return given
        from ap_audit.cli.one_line import one_line

        return one_line(given, what)

    return kept


School = Annotated[
    str,
    typer.Option(
        "--school",
        callback=_kept("school's name"),
        metavar="NAME",
        help="The school's name, as it stands on reports; for a new workspace.",
        show_default=False,
    ),
]
By = Annotated[
    str,
    typer.Option(
        "--by",
        callback=_kept("role"),
        metavar="ROLE",
        help="Who answers: a role, such as 'AP lead'.",
        show_default=False,
    ),
]
AuditName = Annotated[
    str,
    typer.Argument(
        metavar="AUDIT",
        help="A provider's folder name, a placement such as P07, or school: its newest audit."
        " Or a file, or an end of its path.",
        show_default=False,
    ),
]
Criterion = Annotated[
    str,
    typer.Argument(
        metavar="CRITERION",
        help="The question it is about, such as saf-checks-written.",
        show_default=False,
    ),
]
Dated = Annotated[
    str,
    typer.Option("--dated", metavar="DATE", help="The date of the document.", show_default=False),
]
Keep = Annotated[
    str,
    typer.Option(
        "--keep",
        metavar="REASON",
        help="Why words that look like data about a pupil may stay; it stands in the file.",
        show_default=False,
    ),
]
Stages = Annotated[
    list[Stage] | None,
    typer.Option(
        "--stage",
        help="Ask only what belongs to this stage now; may be repeated. What is judged stays.",
        show_default=False,
    ),
]
Answers = Annotated[
    Path | None,
    typer.Option(
        "--answers",
        metavar="FILE",
        help="Take the answers from this file instead of asking: YAML, or a filled-in worksheet"
        " (CSV, XLSX).",
        show_default=False,
    ),
]
Write = Annotated[
    bool,
    typer.Option("--write", help="Carry out what would change answers that are recorded already."),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write it to a file.", show_default=False),
]
NoInput = Annotated[bool, typer.Option("--no-input", help="Never ask anything.")]


def today_or(given: date | None) -> date:
    """The day given, else today by the clock of this machine."""
    return given or today()


def folder_given(folder: Path) -> Path:
    """The folder to work in; raises BadUsage where there is none."""
    if not is_folder(folder):
        raise BadUsage(f"There is no folder '{folder}'.", hint="Make it first, or mend the name.")
    os.chdir(folder)
    return Path.cwd()
