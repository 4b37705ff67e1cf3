"""`evidence add|list|check`: what was seen, how, by whom, until when, and the files behind it."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.forms import form_of
from ap_audit.cli.options import (
    AuditName,
    By,
    Criterion,
    Dated,
    Folder,
    Keep,
    Output,
    Today,
    today_or,
)
from ap_audit.cli.records import RecordForm, RecordForms, target
from ap_audit.cli.screen import out, tell
from ap_audit.model.words import Seen

app = typer.Typer(
    help="What was seen, and the files behind it: add, list, check.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
_DATE = "Such as 4 dec, 7/12/2026 or 2026-12-07."
Provider = Annotated[
    str | None,
    typer.Argument(
        metavar="[PROVIDER]",
        help="One provider and its placements; everything where none is given.",
        show_default=False,
    ),
]
Everything = Annotated[
    bool, typer.Option("--all", help="Of older audits, too; not only of the newest ones.")
]


@app.command()
def add(
    name: AuditName,
    criterion: Criterion,
    seen: Annotated[Seen, typer.Option("--seen", help="How it was seen.", show_default=False)],
    what: Annotated[
        str,
        typer.Option("--what", help="What it is; the file's name if left out.", show_default=False),
    ] = "",
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            metavar="PATH",
            help="The document. Its name and hash are recorded, so that a change in it shows.",
            show_default=False,
        ),
    ] = None,
    copy: Annotated[
        bool,
        typer.Option("--copy", help="Also keep a copy in the provider's folder, outside of git."),
    ] = False,
    on: Annotated[
        str,
        typer.Option(
            "--on",
            metavar="DATE",
            help=f"When it was seen; today if left out. {_DATE}",
            show_default=False,
        ),
    ] = "",
    dated: Dated = "",
    until: Annotated[
        str,
        typer.Option("--until", metavar="DATE", help="The last day it counts.", show_default=False),
    ] = "",
    note: Annotated[str, typer.Option("--note", help="About it.", show_default=False)] = "",
    keep: Keep = "",
    by: By = "",
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Record a piece of evidence with an answer. It changes no rating.

    What was only told, or seen by another commissioner, opens no gateway by itself.
    """
    from ap_audit.cli.opening import open_audit
    from ap_audit.cli.seeing import Given, add_evidence
    from ap_audit.files.evidence_files import typed_path

    given = Given(
        criterion=criterion,
        what=what,
        seen=seen,
        # From where the command was started, not from the folder of -C.
        file=None if file is None else typed_path(str(file)).absolute(),
        copy=copy,
        on=on,
        dated=dated,
        until=until,
        note=note,
        by=by,
        keep=keep,
        today=today,
    )
    said, *rest = add_evidence(open_audit(folder, name), given)
    out(said)
    tell(*rest)


@app.command("list")
def list_(
    provider: Provider = None,
    everything: Everything = False,
    form: RecordForms = None,
    output: Output = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """List the evidence that answers rest on, and what became of its files."""
    from ap_audit.cli.listing_evidence import listed_evidence
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.putting_records import put_records
    from ap_audit.cli.survey import Survey
    from ap_audit.report.evidence_list import evidence_lines, evidence_records

    wanted = target(output)
    survey = Survey(workspace_at(folder), today_or(today))
    found = listed_evidence(survey, provider, everything=everything)
    put_records(
        evidence_records(found),
        form_of(form, output, RecordForm.TEXT),
        wanted,
        evidence_lines(found),
    )
    survey.tell_broken()


@app.command()
def check(
    provider: Provider = None,
    everything: Everything = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 1 when something should be looked into.")
    ] = False,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Look for files that changed or are missing, and evidence that is out of date.

    A document that is kept elsewhere is not looked for.
    """
    from ap_audit.cli.listing_evidence import listed_evidence
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.survey import Survey
    from ap_audit.report.evidence_list import check_lines

    survey = Survey(workspace_at(folder), today_or(today))
    found = listed_evidence(survey, provider, everything=everything)
    out(*check_lines(found))
    survey.tell_broken()
    if exit_code and any(one.wrong for one in found):
        raise typer.Exit(1)
