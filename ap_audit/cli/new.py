"""`new`: start an audit of a provider, or go on with the one that is begun, and ask."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import By, Folder, NoInput, Stages, Today, folder_given, today_or
from ap_audit.cli.screen import tell
from ap_audit.model.words import Depth


def new(
    provider: Annotated[
        str,
        typer.Argument(
            metavar="PROVIDER", help="The provider's name, or its folder name.", show_default=False
        ),
    ],
    checklist: Annotated[
        str,
        typer.Option(
            "--checklist",
            metavar="ID",
            help="The checklist; its newest edition where no version is given.",
        ),
    ] = "ap-provider",
    answers: Annotated[
        Path | None,
        typer.Option(
            "--answers",
            metavar="FILE",
            help="Take the answers from this file instead of asking.",
            show_default=False,
        ),
    ] = None,
    blank: Annotated[bool, typer.Option("--blank", help="Make the file and ask nothing.")] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Begin another audit, even if one is begun or complete.")
    ] = False,
    depth: Annotated[
        Depth | None,
        typer.Option(
            "--depth",
            help="How much is judged: core, unless full is asked for.",
            show_default=False,
        ),
    ] = None,
    stage: Stages = None,
    school: Annotated[
        str,
        typer.Option(
            "--school", help="The school's name, for a new workspace.", show_default=False
        ),
    ] = "",
    by: By = "",
    folder: Folder = Path(),
    today: Today = None,
    no_input: NoInput = False,
) -> None:
    """Start an audit and ask its questions.

    The same command goes on where you stopped.
    """
    from ap_audit.cli.answering import answer_from_file, ask_at_terminal, who_answers
    from ap_audit.cli.beginning import begin_audit, begin_workspace, one_line, provider_for
    from ap_audit.cli.opening import begun_audit, same_depth
    from ap_audit.files.workspace import find_workspace

    day = today_or(today)
    one_line(provider, "provider's name")
    here = folder_given(folder)
    workspace = find_workspace(here) or begin_workspace(here, school=school, ask=not no_input)
    slug = provider_for(workspace, provider)
    opened = None if again else begun_audit(workspace, slug, checklist)
    if opened is None:
        role = by or who_answers(workspace.settings().value, ask=not no_input)
        opened = begin_audit(
            workspace, slug, checklist, today=day, by=role, depth=depth or Depth.CORE
        )
    elif depth is not None:
        same_depth(opened, depth)
    if answers is not None:
        answer_from_file(opened, answers, by=by, today=day)
    elif blank:
        tell(f"The questions are in {opened.document.shown_path}.")
    else:
        ask_at_terminal(opened, by=by, today=day, stages=frozenset(stage or ()))
