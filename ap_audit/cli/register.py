"""`register`: every provider."""

from pathlib import Path
from typing import Annotated

import typer

from ap_audit.cli.forms import Form, Forms, form_of
from ap_audit.cli.options import Folder, Output, Today, today_or


def register(
    trend: Annotated[
        bool,
        typer.Option(
            "--trend", help="Show the last six half-terms instead: what each audit advised."
        ),
    ] = False,
    form: Forms = None,
    output: Output = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Show every provider: advice, gateways, sections, when to look again, what is missing.

    In HTML, Markdown, JSON and CSV also what an inspector asks for first.
    """
    from ap_audit.cli.opening import workspace_at
    from ap_audit.cli.putting import put_out
    from ap_audit.cli.registering import registered
    from ap_audit.cli.survey import Survey
    from ap_audit.cli.yearly import a_year
    from ap_audit.report.register_text import register_lines, register_table
    from ap_audit.report.year_text import year_lines, year_table

    wanted = output if output is None or str(output) == "-" else output.absolute()
    chosen = form_of(form, output, Form.TEXT)
    survey = Survey(workspace_at(folder), today_or(today))
    if trend:
        year = a_year(survey)
        put_out(
            year,
            chosen,
            wanted,
            survey.workspace,
            lines=lambda: year_lines(year),
            table=lambda: year_table(year),
        )
        survey.tell_broken()
        return
    view = registered(survey, chosen)
    put_out(
        view,
        chosen,
        wanted,
        survey.workspace,
        lines=lambda: register_lines(view),
        table=lambda: register_table(view),
    )
    survey.tell_broken(ahead_said=True)
