"""`contact add|list`: the log of visits, calls and what else passed between school and provider."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.forms import form_of
from ap_audit.cli.options import By, Folder, Keep, Output, Today, today_or
from ap_audit.cli.records import RecordForm, RecordForms, target
from ap_audit.cli.screen import out, tell
from ap_audit.model.words import ContactKind

app = typer.Typer(
    help="Visits, calls and other contact with providers: add, list.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
_ON = "The day: such as 4 dec, 7/12/2026 or 2026-12-07. Today where it is left out."


@app.command()
def add(
    provider: Annotated[
        str,
        typer.Argument(
            metavar="PROVIDER",
            help="The provider's folder name, or its beginning.",
            show_default=False,
        ),
    ],
    kind: Annotated[
        ContactKind,
        typer.Option("--kind", help="What it was; report: one that came in.", show_default=False),
    ],
    with_whom: Annotated[
        str,
        typer.Option(
            "--with",
            metavar="ROLE",
            help="With whom: a role, such as 'centre manager'. Never a pupil.",
            show_default=False,
        ),
    ],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help=_ON, show_default=False)] = "",
    note: Annotated[
        str, typer.Option("--note", help="What was said or seen.", show_default=False)
    ] = "",
    placement: Annotated[
        str,
        typer.Option(
            "--placement",
            metavar="REF",
            help="Where it was about one placement alone: P07.",
            show_default=False,
        ),
    ] = "",
    keep: Keep = "",
    by: By = "",
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Record a visit, call, email, meeting or report.

    Each stands in a file of its own, so two people never write in the same one.
    """
    from ap_audit.cli.contacting import Given, record_contact
    from ap_audit.cli.opening import workspace_at

    given = Given(
        provider=provider,
        kind=kind,
        with_whom=with_whom,
        on=on,
        note=note,
        placement=placement,
        keep=keep,
        by=by,
        today=today,
    )
    said, *cautions = record_contact(workspace_at(folder), given)
    out(said)
    tell(*cautions)


@app.command("list")
def list_(
    provider: Annotated[
        str | None,
        typer.Argument(
            metavar="[PROVIDER]", help="One provider; all where none is given.", show_default=False
        ),
    ] = None,
    placement: Annotated[
        str,
        typer.Option(
            "--placement", metavar="REF", help="Only about this placement.", show_default=False
        ),
    ] = "",
    since: Annotated[
        str,
        typer.Option("--since", metavar="DATE", help="Only from this day on.", show_default=False),
    ] = "",
    form: RecordForms = None,
    output: Output = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """List contacts, oldest first."""
    from ap_audit.cli.contact_log import contacts_found
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.putting_records import put_records
    from ap_audit.report.contact_rows import contact_lines, contact_records

    wanted, day = target(output), today_or(today)
    chosen = form_of(form, output, RecordForm.TEXT)
    found = contacts_found(workspace_at(folder), provider, placement, since, day)
    if not found.contacts and chosen is RecordForm.TEXT:
        tell(
            "No contact is recorded in what could be read."
            if found.broken
            else "No contact is recorded.",
            "Record one: ap-audit contact add PROVIDER --kind visit …",
        )
    else:
        put_records(contact_records(found.contacts), chosen, wanted, contact_lines(found.contacts))
    found.tell_broken()
