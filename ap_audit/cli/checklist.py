"""`checklist list|show|check|diff|schema`: the criteria themselves."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import Folder, Today, folder_given, today_or
from ap_audit.cli.screen import out
from ap_audit.errors import BadUsage

app = typer.Typer(
    help="The criteria: list, show, check, diff, schema.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
)

Reference = Annotated[
    str,
    typer.Argument(
        metavar="CHECKLIST",
        help="An id such as ap-provider, or an edition such as ap-provider@2026.1.",
        show_default=False,
    ),
]


class Form(StrEnum):
    """The forms a checklist is shown in."""

    TEXT = "text"
    MD = "md"


@app.command("list")
def list_(folder: Folder = Path()) -> None:
    """List the checklists that can be used here."""
    from ap_audit.cli.opening import library_of
    from ap_audit.files.workspace import find_workspace
    from ap_audit.model.wording import count

    library = library_of(find_workspace(folder_given(folder)))
    for reference in library.references():
        checklist = library.edition(reference).checklist
        size = count(len(checklist.by_id()), "criterion", "criteria")
        draft = ", a draft" if checklist.draft else ""
        out(f"{reference}  {checklist.title}  ({size}{draft})")


@app.command()
def show(
    name: Reference,
    form: Annotated[
        Form, typer.Option("-f", "--format", help="text, or md: a whole page of Markdown.")
    ] = Form.TEXT,
    resolved: Annotated[
        bool,
        typer.Option(
            "--resolved", help="Of an overlay, every question as it is judged, and what it weakens."
        ),
    ] = False,
    folder: Folder = Path(),
) -> None:
    """Show every question of a checklist, with what it decides.

    Of an overlay, what it adds, raises and weakens.
    """
    from ap_audit.cli.opening import library_of
    from ap_audit.files.workspace import find_workspace
    from ap_audit.model.overlay import Extended
    from ap_audit.report.checklist_page import checklist_page
    from ap_audit.report.checklist_text import checklist_lines, overlay_lines

    library = library_of(find_workspace(folder_given(folder)))
    edition = library.edition(library.newest(name))
    if form is Form.MD:
        page = checklist_page(edition.checklist, edition.register, library.glossary())
        out(page.rstrip("\n"))
        return
    if isinstance(edition.checklist, Extended) and not resolved:
        out(*overlay_lines(edition.checklist))
        return
    out(*checklist_lines(edition.checklist, edition.register, library.glossary()))


@app.command()
def check(
    names: Annotated[
        list[str],
        typer.Argument(metavar="CHECKLIST...", help="Files, ids or editions.", show_default=False),
    ],
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Check checklists: that each can be judged by, and what would make it better.

    Problems are what it cannot be judged with. Warnings are about its words, sources and weights.
    """
    from ap_audit.cli.check import conclude
    from ap_audit.cli.checking import check_file
    from ap_audit.cli.opening import library_of
    from ap_audit.files.here import is_file
    from ap_audit.files.workspace import find_workspace

    library = library_of(find_workspace(folder_given(folder)))
    paths = [
        Path(name) if is_file(Path(name)) else library.file(library.newest(name)) for name in names
    ]
    day, workspace = today_or(today), find_workspace(Path.cwd())
    found = [
        problem
        for path in paths
        if path is not None
        for problem in check_file(path, workspace, day, reviewed=day)
    ]
    conclude(found, len(paths))


@app.command()
def diff(
    older: Annotated[
        str, typer.Argument(metavar="OLD", help="The older edition.", show_default=False)
    ],
    newer: Annotated[
        str, typer.Argument(metavar="NEW", help="The newer edition.", show_default=False)
    ],
    draft: Annotated[
        bool,
        typer.Option("--draft", help="Print a first changes: block for the newer edition instead."),
    ] = False,
    folder: Folder = Path(),
) -> None:
    """Show what is different between two editions of a checklist, and what is not declared.

    Editions are named by id and version, such as ap-provider@2026.1.
    """
    from ap_audit.cli.opening import library_of
    from ap_audit.files.data import data_of
    from ap_audit.files.emit import entry
    from ap_audit.files.workspace import find_workspace
    from ap_audit.report.edition_text import edition_lines
    from ap_audit.rules.editions import draft_changes

    library = library_of(find_workspace(folder_given(folder)))
    before, after = (library.edition(library.newest(name)).checklist for name in (older, newer))
    if draft:
        found = draft_changes(before, after)
        out("changes:")
        for name, became in found.items():
            out(*entry(name, data_of(became), 2))
        return
    out(*edition_lines(before, after))


@app.command()
def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="checklist, audit, answers, provider, sources, glossary or workspace.",
        ),
    ] = "checklist",
) -> None:
    """Print the JSON Schema of a kind of file, for editors."""
    from ap_audit.files.kinds import KINDS
    from ap_audit.files.schema import schema_text

    if kind not in KINDS:
        raise BadUsage(
            f"There is no kind of file '{kind}'.", hint=f"There are: {', '.join(KINDS)}."
        )
    out(schema_text(kind).rstrip("\n"))
