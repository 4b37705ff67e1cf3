"""`init`: make a workspace."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import NoInput, School, folder_given
from ap_audit.cli.screen import out
from ap_audit.errors import Refused


def init(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", help="The folder; this one where none is given.", show_default=False
        ),
    ] = Path(),
    school: School = "",
    example: Annotated[
        bool,
        typer.Option("--example", help="Fill it with fictional providers and two years of audits."),
    ] = False,
    no_input: NoInput = False,
) -> None:
    """Make a workspace.

    A workspace is the folder in which a school keeps its audits.
    """
    from ap_audit.cli.introducing import NO_ROLE, begin_workspace, introduced
    from ap_audit.files.save import make_folder
    from ap_audit.files.workspace import find_workspace

    make_folder(folder)
    found = find_workspace(folder_given(folder))
    if found is not None and found.root == Path.cwd():
        raise Refused(
            f"{found.root} is a workspace already.", hint="See what is in it: ap-audit list"
        )
    school = "Example School" if example else school
    school, _ = introduced(school=school, role=NO_ROLE, ask=not no_input)
    workspace = begin_workspace(Path.cwd(), school)
    if example:
        from ap_audit.cli.example import fill

        fill(workspace)
        out(
            f"Made an example workspace in {workspace.root}.",
            "The school and the providers in it are made up.",
        )
        out("See what is there: ap-audit list", "Then: ap-audit score hillside-skills-centre")
    else:
        out(f"Made a workspace in {workspace.root}.")
        out('Start the first audit: ap-audit new "Name of the provider"')
