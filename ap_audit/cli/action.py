"""`action list|add|close`: what will be done about answers, by whom and by when."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.forms import form_of
from ap_audit.cli.options import AuditName, By, Criterion, Folder, Keep, Output, Today, today_or
from ap_audit.cli.records import RecordForm, RecordForms, target
from ap_audit.cli.screen import out, tell
from ap_audit.model.words import Severity

app = typer.Typer(
    help="What will be done about answers: list, add, close.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
_DATE = "Such as 4 dec, 7/12/2026 or 2026-12-07."


@app.command("list")
def list_(
    owner: Annotated[
        str, typer.Option("--owner", help="Only those of this owner.", show_default=False)
    ] = "",
    provider: Annotated[
        str,
        typer.Option(
            "--provider",
            metavar="PROVIDER",
            help="Only about this provider and its placements.",
            show_default=False,
        ),
    ] = "",
    severity: Annotated[
        Severity | None,
        typer.Option("--severity", help="Only those of this weight.", show_default=False),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all/--open", help="Those that are done, too; or only open ones.")
    ] = False,
    form: RecordForms = None,
    output: Output = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """List the actions of every audit, late ones first.

    An action stays open until it is closed, also where a later audit does not mention it.
    """
    from ap_audit.cli.listing_actions import Wanted, listed_actions
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.putting_records import put_records
    from ap_audit.cli.survey import Survey
    from ap_audit.report.action_list import action_lines, action_records

    file = target(output)
    survey = Survey(workspace_at(folder), today_or(today))
    wanted = Wanted(owner=owner, provider=provider, severity=severity, everything=everything)
    found = listed_actions(survey, wanted)
    put_records(
        action_records(found), form_of(form, output, RecordForm.TEXT), file, action_lines(found)
    )
    survey.tell_broken()


@app.command()
def add(
    name: AuditName,
    criterion: Criterion,
    what: Annotated[str, typer.Option("--what", help="What will be done.", show_default=False)],
    owner: Annotated[
        str,
        typer.Option("--owner", metavar="ROLE", help="Who will do it: a role.", show_default=False),
    ],
    due: Annotated[
        str,
        typer.Option(
            "--due",
            metavar="DATE",
            help=f"By when; the sooner the more it matters if left out; or none. {_DATE}",
            show_default=False,
        ),
    ] = "",
    keep: Keep = "",
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Record an action about one answer. It changes no rating."""
    from ap_audit.cli.acting import add_action
    from ap_audit.cli.opening import open_audit

    opened = open_audit(folder, name)
    out(add_action(opened, criterion, (what, owner, due), keep=keep, today=today_or(today)))


@app.command()
def close(
    name: AuditName,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="The action as `action list` shows it, such as saf-checks-written/full-letter.",
            show_default=False,
        ),
    ],
    note: Annotated[
        str,
        typer.Option(
            "--note", help="How it was done, or why it is needed no more.", show_default=False
        ),
    ] = "",
    evidence: Annotated[
        str, typer.Option("--evidence", help="What shows that it was done.", show_default=False)
    ] = "",
    on: Annotated[
        str,
        typer.Option(
            "--on",
            metavar="DATE",
            help=f"When it was done; today if left out. {_DATE}",
            show_default=False,
        ),
    ] = "",
    keep: Keep = "",
    by: By = "",
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Close actions of one audit, signed or not.

    It changes no rating and opens no gateway: that takes an answer.
    """
    from ap_audit.cli.acting import Closing, close_actions
    from ap_audit.cli.opening import open_audit

    opened = open_audit(folder, name)
    closing = Closing(on=on, note=note, evidence=evidence, by=by, keep=keep, today=today)
    said, *rest = close_actions(opened, ids, closing)
    out(said)
    tell(*rest)
