"""`check`: are the files sound? It never judges a provider."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import Folder
from ap_audit.cli.screen import out, problem_lines, tell
from ap_audit.errors import InvalidFile, Problem


def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="The files; every file of the workspace where none is given.",
            show_default=False,
        ),
    ] = None,
    folder: Folder = Path(),
) -> None:
    """Check that files are sound.

    Lists everything wrong with them, with lines. It never judges a provider.
    """
    from ap_audit.cli.checking import check_file, every_file
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.options import folder_given
    from ap_audit.files.workspace import find_workspace

    chosen = files or every_file(workspace_at(folder))
    workspace = find_workspace(folder_given(folder) if files is None else Path.cwd())
    conclude([problem for path in chosen for problem in check_file(path, workspace)], len(chosen))


def conclude(problems: list[Problem], files: int) -> None:
    """Print every problem and a summary; raises InvalidFile where one is more than a warning."""
    from ap_audit.model.wording import count

    for problem in problems:
        out(*problem_lines(problem))
    wrong = sum(not problem.warning for problem in problems)
    warned = f", {count(len(problems) - wrong, 'warning')}" if len(problems) > wrong else ""
    summary = f"{count(files, 'file')} checked: {count(wrong, 'problem')}{warned}."
    if wrong:
        raise InvalidFile((), summary)
    tell(summary)
