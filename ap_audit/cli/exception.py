"""`exception add|list|end`: departures that the school has decided on."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.forms import form_of
from ap_audit.cli.options import AuditName, By, Folder, Keep, Output, Today, today_or
from ap_audit.cli.records import RecordForm, RecordForms, target
from ap_audit.cli.screen import out, tell

app = typer.Typer(
    help="Exceptions that the school has decided on: add, list, end.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
Id = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="The question, such as hs-insurance-public.", show_default=False
    ),
]


@app.command()
def add(
    name: AuditName,
    criterion: Id,
    until: Annotated[
        str,
        typer.Option(
            "--until",
            metavar="DATE",
            help="Its last day: such as 31 mar, 31/3/2027 or 2027-03-31.",
            show_default=False,
        ),
    ],
    reason: Annotated[
        str, typer.Option("--reason", help="Why, in a sentence.", show_default=False)
    ],
    by: By = "",
    keep: Keep = "",
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Record an exception: who decided it, why, and until when.

    It is listed in every report. It opens no gateway and changes no advice. None can be made
    from what law or statutory guidance asks.
    """
    from ap_audit.cli.excepting import add_exception
    from ap_audit.cli.opening import open_audit

    opened = open_audit(folder, name)
    said = add_exception(
        opened, criterion, until=until, reason=reason, by=by, keep=keep, today=today_or(today)
    )
    out(said)
    tell("It is listed in every report, and changes no advice.")


@app.command()
def end(name: AuditName, criterion: Id, folder: Folder = Path(), today: Today = None) -> None:
    """End an exception early: today is its last day, and it stays on record."""
    from ap_audit.cli.excepting import end_exception
    from ap_audit.cli.opening import open_audit

    out(end_exception(open_audit(folder, name), criterion, today_or(today)))


@app.command("list")
def list_(
    form: RecordForms = None,
    output: Output = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """List the exceptions in the newest audits, the first to end first."""
    from ap_audit.cli.excepting import exceptions_found
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.putting_records import put_records
    from ap_audit.cli.survey import Survey
    from ap_audit.report.exception_rows import exception_lines, exception_records

    wanted = target(output)
    survey = Survey(workspace_at(folder), today_or(today))
    chosen = form_of(form, output, RecordForm.TEXT)
    found = tuple(exceptions_found(survey))
    if not found and chosen is RecordForm.TEXT:
        read = " in what could be read" if survey.broken else ""
        tell(f"No exception is recorded{read}.")
    else:
        put_records(exception_records(found), chosen, wanted, exception_lines(found))
    survey.tell_broken()
