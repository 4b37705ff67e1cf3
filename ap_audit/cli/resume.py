"""`resume`: go on asking."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import Answers, By, Folder, Stages, Today, Write, today_or
from ap_audit.model.words import Only


def resume(
    name: Annotated[
        str,
        typer.Argument(
            metavar="AUDIT",
            help="The audit; not needed where only one is unfinished.",
            show_default=False,
        ),
    ] = "",
    start: Annotated[
        str,
        typer.Option(
            "--from", metavar="ID", help="Begin at this question or section.", show_default=False
        ),
    ] = "",
    only: Annotated[
        Only | None,
        typer.Option(
            "--only",
            help="Ask only gateways not open, what is not or partly met, what is not checked,"
            " or where auditors differ.",
            show_default=False,
        ),
    ] = None,
    answers: Answers = None,
    write: Write = False,
    stage: Stages = None,
    by: By = "",
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Go on asking where you stopped."""
    from ap_audit.cli.answering import ask_at_terminal
    from ap_audit.cli.going_on import only_unfinished
    from ap_audit.cli.opening import open_audit, workspace_at

    day = today_or(today)
    opened = open_audit(folder, name) if name else only_unfinished(workspace_at(folder), day)
    opened = opened.changeable(day)
    if answers is not None:
        from ap_audit.cli.taking import answer_from_file

        answer_from_file(opened, answers, by=by, today=day, write=write)
        return
    stages = frozenset(stage or ())
    ask_at_terminal(opened, by=by, today=day, start=start, stages=stages, only=only)
