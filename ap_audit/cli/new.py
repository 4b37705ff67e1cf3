"""`new`: start an audit, or go on with the one that is begun, and ask."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import (
    Answers,
    By,
    Folder,
    NoInput,
    School,
    Stages,
    Today,
    Write,
    folder_given,
    today_or,
)
from ap_audit.cli.screen import tell
from ap_audit.model.words import Depth


def new(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PROVIDER]",
            help="The provider's name, or its folder name; none for the school's own practice.",
            show_default=False,
        ),
    ] = None,
    checklist: Annotated[
        str,
        typer.Option(
            "--checklist",
            metavar="ID",
            help="The checklist; its newest edition where no version is given.",
        ),
    ] = "ap-provider",
    placement: Annotated[
        str,
        typer.Option(
            "--placement",
            metavar="REF",
            help="The placement's reference, such as P07; never a name.",
            show_default=False,
        ),
    ] = "",
    answers: Answers = None,
    write: Write = False,
    blank: Annotated[bool, typer.Option("--blank", help="Make the file and ask nothing.")] = False,
    renew: Annotated[
        bool, typer.Option("--renew", help="Begin another audit, which follows the last one.")
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
    school: School = "",
    by: By = "",
    folder: Folder = Path(),
    today: Today = None,
    no_input: NoInput = False,
) -> None:
    """Start an audit and ask its questions.

    The same command goes on where you stopped.
    """
    from ap_audit.cli.answering import ask_at_terminal
    from ap_audit.cli.beginning import about_for, begin_audit, make_missing, named, unanswered
    from ap_audit.cli.going_on import begun_audit, renewal_begun, same_depth
    from ap_audit.cli.introducing import NO_ROLE, begin_workspace, introduced
    from ap_audit.cli.opening import library_of, sound_edition
    from ap_audit.cli.which_provider import in_quotes
    from ap_audit.files.workspace import find_workspace

    provider, day = in_quotes(words or []), today_or(today)
    here = folder_given(folder)
    found = find_workspace(here)
    library = library_of(found)
    edition = sound_edition(library, library.newest(checklist))
    names = named(edition.checklist, provider, placement)
    if answers is not None:  # read before anything is made, so that a slip in it leaves nothing
        from ap_audit.cli.taking import taken

        first = unanswered(names, edition, today=day, by=by or NO_ROLE, depth=Depth.CORE)
        taken(first, edition.checklist, answers, first.auditor, day)
    role, asking = by, not no_input
    if found is None:
        school, role = introduced(school=school, role=role, ask=asking)
    workspace = found or begin_workspace(here, school)
    settings = workspace.settings().value  # read first: nothing is made where they are wrong
    about = about_for(workspace, names, again=renew, ask=asking)
    if renew:
        opened = renewal_begun(workspace, about, edition, today=day, by=by)
        if opened is not None and (blank or answers is not None):  # the interview says it itself
            tell(f"Going on with {opened.document.shown_path}, which has questions left.")
    else:
        opened = begun_audit(workspace, about, edition.checklist.id)
    if opened is None:
        _, role = introduced(
            school=settings.school, role=role or settings.auditor or "", ask=asking
        )
        make_missing(workspace, about, names.provider)
        depth = depth or Depth.CORE
        opened = begin_audit(workspace, about, edition, today=day, by=role, depth=depth)
    else:
        opened = opened.changeable(day)
        same_depth(opened, depth or opened.audit.depth)
        make_missing(workspace, about, names.provider)
    if answers is not None:
        from ap_audit.cli.taking import answer_from_file

        answer_from_file(opened, answers, by=by, today=day, write=write)
    elif blank:
        tell(f"The questions are in {opened.document.shown_path}.")
    else:
        ask_at_terminal(opened, by=by, today=day, stages=frozenset(stage or ()))
