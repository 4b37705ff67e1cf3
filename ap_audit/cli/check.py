"""`check`: are the files sound? It never judges a provider."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, assert_never

import typer

from ap_audit.cli.boundary import FALLS_SHORT
from ap_audit.cli.options import Folder, Today, today_or
from ap_audit.cli.screen import out, problem_lines, tell
from ap_audit.errors import InvalidFile, Problem


class Form(StrEnum):
    """The forms in which problems are listed."""

    TEXT = "text"
    GITHUB = "github"


def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="The files; every file of the workspace where none is given.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Form,
        typer.Option(
            "-f", "--format", help="text, or github: annotations beside lines of a pull request."
        ),
    ] = Form.TEXT,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Check that files are sound.

    Lists everything wrong with them, with lines, and what looks like data about a pupil. What was
    done cannot be dated after today. It never judges a provider. Exits with 3 where a file is
    wrong. Exits with 1 where none is, and something looks like data about a pupil.
    """
    from ap_audit.cli.checking import check_file, every_file
    from ap_audit.cli.opening import workspace_at
    from ap_audit.files.workspace import find_workspace

    start, day = Path.cwd(), today_or(today)
    chosen = files or every_file(workspace_at(folder))
    here = find_workspace(Path.cwd())
    # A folder that cannot be opened is the trouble of each audit that needs what is in it.
    problems = [
        *dict.fromkeys(
            problem
            for path in chosen
            for problem in check_file(path, find_workspace(path.resolve().parent) or here, day)
        )
    ]
    match form:
        case Form.TEXT:
            conclude(problems, len(chosen))
        case Form.GITHUB:
            from ap_audit.cli.annotations import annotation

            conclude(problems, len(chosen), say=lambda problem: (annotation(problem, start),))
        case _:
            assert_never(form)


def conclude(
    problems: list[Problem],
    files: int,
    *,
    say: Callable[[Problem], tuple[str, ...]] = problem_lines,
) -> None:
    """Print every problem and a summary.

    Raises InvalidFile where one is more than a warning, and else exits with 1 where one warns of
    data about a pupil.
    """
    from ap_audit.model.wording import count

    for problem in problems:
        out(*say(problem))
    wrong = sum(not problem.warning for problem in problems)
    warned = f", {count(len(problems) - wrong, 'warning')}" if len(problems) > wrong else ""
    summary = f"{count(files, 'file')} checked: {count(wrong, 'problem')}{warned}."
    if wrong:
        raise InvalidFile((), summary)
    tell(summary)
    if private := sum(problem.privacy for problem in problems):
        tell(
            f"{count(private, 'warning is', 'warnings are')} of what looks like data about a pupil."
            " What is once in git cannot be taken back."
        )
        raise typer.Exit(FALLS_SHORT)
