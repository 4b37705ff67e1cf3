"""`git-setup`: readable differences, set up for one repository on one machine."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import Folder
from ap_audit.cli.screen import out, tell


def git_setup(
    write: Annotated[
        bool, typer.Option("--write", help="Do it; without this it is only shown.")
    ] = False,
    folder: Folder = Path(),
) -> None:
    """Make git show one line for each answer in diffs, and the question's id beside each hunk.

    Says what it would write, and with --write writes it. That is .gitattributes, and settings of
    this repository on this machine alone.
    """
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.readable_diffs import make, plan
    from ap_audit.files.git import repository_of

    workspace = workspace_at(folder)
    repository = repository_of(workspace.root)
    wanted = plan(repository, workspace.root)
    if not wanted.anything:
        tell("Everything is set up already.")
        return
    if wanted.attributes:
        out(f"In {workspace.shown(workspace.root / '.gitattributes')}, to be committed:")
        out(*(f"  {line}" for line in wanted.attributes))
    if wanted.settings:
        out("In the settings of this repository on this machine (git config --local):")
        out(*(f"  {name} = {value}" for name, value in wanted.settings.items()))
    if not write:
        tell("Nothing was written. To do it: ap-audit git-setup --write")
        return
    make(repository, workspace.root, wanted)
    tell("Done. See what changed last: git log -p --max-count=1")
