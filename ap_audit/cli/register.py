"""`register`: every provider."""

from pathlib import Path

from ap_audit.cli.forms import Form, Forms
from ap_audit.cli.options import Folder, Output, Today, today_or


def register(
    form: Forms = Form.TEXT,
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
    from ap_audit.report.register_text import register_lines, register_table

    wanted = output if output is None or str(output) == "-" else output.absolute()
    survey = Survey(workspace_at(folder), today_or(today))
    view = registered(survey, form)
    put_out(
        view,
        form,
        wanted,
        survey.workspace,
        lines=lambda: register_lines(view),
        table=lambda: register_table(view),
    )
    survey.tell_broken()
