"""`answer`: one answer without the interview."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.options import AuditName, By, Dated, Folder, Keep, Today, today_or
from ap_audit.cli.screen import out


def answer(
    name: AuditName,
    criterion: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The criterion, such as saf-checks-written.", show_default=False
        ),
    ],
    rating: Annotated[
        str,
        typer.Argument(
            metavar="RATING",
            help="met, partly, not-met, cannot-tell, not-applicable, not-checked; or recorded.",
            show_default=False,
        ),
    ],
    note: Annotated[
        str, typer.Option("--note", help="Why, in a sentence.", show_default=False)
    ] = "",
    reason: Annotated[
        str, typer.Option("--reason", help="Why it does not apply.", show_default=False)
    ] = "",
    value: Annotated[
        list[str] | None,
        typer.Option(
            "--value",
            metavar="NAME=VALUE",
            help="A value to record; may be repeated.",
            show_default=False,
        ),
    ] = None,
    seen: Annotated[
        str,
        typer.Option(
            "--seen",
            metavar="HOW",
            help="How the evidence was seen: told, second-hand, copy, original or on-site.",
            show_default=False,
        ),
    ] = "",
    what: Annotated[
        str, typer.Option("--what", help="What the evidence is.", show_default=False)
    ] = "",
    dated: Dated = "",
    keep: Keep = "",
    settle: Annotated[
        str,
        typer.Option(
            "--settle",
            metavar="REASON",
            help="Where two auditors differ: why this rating stands. Theirs are kept.",
            show_default=False,
        ),
    ] = "",
    by: By = "",
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Record one answer, for scripts.

    The words are those of the file, such as not-met. Where the checklist asks it of a section, its
    id may stand in the place of a criterion's. Then not-applicable with a reason leaves all of it
    out, and not-checked brings it back. One of the section's own words judges it as a whole.
    """
    from ap_audit.cli.one_answer import OneAnswer, record
    from ap_audit.cli.one_section import record_section
    from ap_audit.cli.opening import open_audit

    day = today_or(today)
    opened = open_audit(folder, name, mending=True).changeable(day)
    given = OneAnswer(
        criterion=criterion,
        rating=rating,
        note=note,
        reason=reason,
        values=tuple(value or ()),
        seen=seen,
        what=what,
        dated=dated,
        keep=keep,
        settle=settle,
        by=by or opened.audit.auditor,
        today=day,
    )
    section = opened.edition.checklist.section(criterion)
    if section is not None and section.asked_as_whole:
        out(record_section(opened, section, given))
    else:
        out(record(opened, given))
