"""`compare`: several providers side by side."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.forms import Form, Forms, form_of
from ap_audit.cli.options import Folder, Output, Today, today_or


def compare(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="PROVIDER...",
            help="Two to eight providers; the newest audit of each.",
            show_default=False,
        ),
    ],
    form: Forms = None,
    output: Output = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Put providers side by side: gateways first, then the worst case, and what is weak at several.

    Who was asked different questions, or too few, is shown and not ranked.
    """
    from ap_audit.cli.gathering import side_by_side
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.putting import put_out
    from ap_audit.report.side_by_side_text import providers_lines, providers_table

    wanted = output if output is None or str(output) == "-" else output.absolute()
    workspace = workspace_at(folder)
    view = side_by_side(workspace, names, today_or(today))
    put_out(
        view,
        form_of(form, output, Form.TEXT),
        wanted,
        workspace,
        lines=lambda: providers_lines(view),
        table=lambda: providers_table(view),
    )
