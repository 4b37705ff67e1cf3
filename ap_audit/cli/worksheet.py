"""`worksheet`: the questions on paper or in a spreadsheet."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.forms import form_of
from ap_audit.cli.options import Folder, Today, today_or
from ap_audit.cli.screen import out, tell
from ap_audit.errors import BadUsage


class Form(StrEnum):
    """The forms a worksheet comes in."""

    HTML = "html"
    CSV = "csv"
    XLSX = "xlsx"


class For(StrEnum):
    """Who fills it in."""

    SCHOOL = "school"
    PROVIDER = "provider"


def worksheet(
    name: Annotated[
        str,
        typer.Argument(
            metavar="AUDIT|CHECKLIST",
            help="An audit; or a checklist such as ap-provider, for a sheet without a provider.",
            show_default=False,
        ),
    ],
    form: Annotated[
        Form | None,
        typer.Option(
            "-f",
            "--format",
            help="html (to print), csv or xlsx. Otherwise as FILE ends, or html.",
            show_default=False,
        ),
    ] = None,
    whom: Annotated[
        For,
        typer.Option(
            "--for", help="Who fills it in; a provider's answers come back as its claims."
        ),
    ] = For.SCHOOL,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Where to write it; - prints it (html, csv). Otherwise in this folder.",
            show_default=False,
        ),
    ] = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Write the questions as a sheet to fill in.

    `resume AUDIT --answers FILE` takes a filled-in CSV or XLSX back.
    """
    from ap_audit.cli.sheets import filled_by, sheet_bytes, sheet_name, sheet_of
    from ap_audit.files.here import shown_path
    from ap_audit.files.save import write_new

    wanted = output if output is None or str(output) == "-" else output.absolute()
    chosen = form_of(form, output, Form.HTML)
    sheet = sheet_of(folder, name, today_or(today), claims=whom is For.PROVIDER)
    content = sheet_bytes(sheet, chosen.value)
    if wanted is not None and str(wanted) == "-":
        if chosen is Form.XLSX:
            raise BadUsage("A spreadsheet is not printed.", hint="Give a file's name with -o.")
        out(content.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n"))
        return
    path = wanted or Path.cwd() / sheet_name(name, chosen.value, claims=sheet.claims)
    write_new(path, content)
    tell(f"Wrote {shown_path(path)}. {filled_by(chosen.value)}")
