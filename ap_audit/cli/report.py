"""`report`: the audit as a document."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.forms import form_of
from ap_audit.cli.options import AuditName, Folder, Today, today_or
from ap_audit.cli.screen import out, tell


class Format(StrEnum):
    """The forms a report comes in."""

    HTML = "html"
    MD = "md"
    JSON = "json"


class Redact(StrEnum):
    """What is taken out of a report."""

    NAMES = "names"


class Audience(StrEnum):
    """Whom a report is for."""

    GOVERNORS = "governors"
    FULL = "full"


def report(
    name: AuditName,
    form: Annotated[
        Format | None,
        typer.Option(
            "-f",
            "--format",
            help="html, md (Markdown) or json. Otherwise as FILE ends, or html.",
            show_default=False,
        ),
    ] = None,
    audience: Annotated[
        Audience,
        typer.Option(
            "--for",
            help="governors: what is decided and what is not known; full: every answer too.",
        ),
    ] = Audience.GOVERNORS,
    template: Annotated[
        str,
        typer.Option(
            "--template",
            metavar="NAME",
            help="One of your own in templates/: board means board.html.j2, or board.md.j2.",
            show_default=False,
        ),
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Where to write it; - prints it. Otherwise beside the audits, in reports/.",
            show_default=False,
        ),
    ] = None,
    redact: Annotated[
        Redact | None,
        typer.Option(
            "--redact",
            help="names: people by their role or as 'a person', and no email address.",
            show_default=False,
        ),
    ] = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Write the report of an audit."""
    from ap_audit.cli.opening import open_audit
    from ap_audit.cli.viewing import view_of
    from ap_audit.cli.writing import report_path, report_text, write_report

    wanted = output if output is None or str(output) == "-" else output.absolute()
    kind = form_of(form, output, Format.HTML)
    opened = open_audit(folder, name)
    opened = opened.without_names() if redact is Redact.NAMES else opened
    view = view_of(opened, today_or(today), audience=audience.value)
    text = report_text(view, kind.value, opened.workspace, template)
    if wanted is not None and str(wanted) == "-":
        out(text.rstrip("\n"))
        return
    path = wanted or report_path(opened, kind.value, template or audience.value)
    write_report(path, text)
    tell(f"Wrote {opened.workspace.shown(path)}.")
