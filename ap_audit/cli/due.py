"""`due`: what is overdue, due and coming."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.forms import Form, Forms, form_of
from ap_audit.cli.options import Folder, Json, Output, Today, today_or

_WITHIN = "28d"


def due(
    within: Annotated[
        str,
        typer.Option(
            "--within", metavar="SPAN", help="How far ahead: 28d, 4w, 3m, 1y or '4 weeks'."
        ),
    ] = _WITHIN,
    form: Forms = None,
    json: Json = False,
    ics: Annotated[
        Path | None,
        typer.Option(
            "--ics",
            metavar="FILE",
            help="Also write a calendar for Outlook or Google; - prints it and nothing else.",
            show_default=False,
        ),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 1 when something is overdue.")
    ] = False,
    output: Output = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Show what is overdue, due within a week, and coming.

    Audits, reviews, visits, actions, evidence, and recorded dates that run out. Also sources whose
    text is to be looked at again.
    """
    from ap_audit.cli.becoming_due import everything_due, span_of
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.putting import put_calendar, put_out
    from ap_audit.cli.survey import Survey
    from ap_audit.errors import InvalidFile
    from ap_audit.report.due import due_view
    from ap_audit.report.due_text import due_lines, due_table

    paths = [
        path if path is None or str(path) == "-" else path.absolute() for path in (output, ics)
    ]
    span, day = span_of(within), today_or(today)
    survey = Survey(workspace_at(folder), day)
    found = everything_due(survey)
    view = due_view(
        found.items,
        day,
        span,
        school=survey.settings.school,
        never=found.never,
        undated=found.undated,
        unjudged=tuple(survey.unjudged),
        ahead=survey.ahead,
        unread=bool(survey.broken),
        pressing=found.pressing,
    )
    if paths[1] is not None:
        put_calendar(found.items, view, day, paths[1])
    if str(paths[1]) != "-":
        put_out(
            view,
            Form.JSON if json else form_of(form, output, Form.TEXT),
            paths[0],
            survey.workspace,
            lines=lambda: due_lines(view),
            table=lambda: due_table(view),
        )
    survey.tell_broken(ahead_said=True)
    if survey.unjudged:
        raise InvalidFile((), "Not all that is due is known: ap-audit check")
    if exit_code and view.late:
        raise typer.Exit(1)
