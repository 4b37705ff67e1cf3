"""The command line, put together. Every command is a plain function in a file of its own."""

from typing import Annotated

import typer

from ap_audit.cli import (
    answer,
    check,
    checklist,
    compare,
    contact,
    diff,
    due,
    export,
    gap,
    git_setup,
    init,
    listing,
    merge,
    migrate,
    new,
    register,
    report,
    resolve,
    resume,
    score,
    show,
    worksheet,
)
from ap_audit.cli.boundary import Boundary
from ap_audit.version import VERSION

app = typer.Typer(
    cls=Boundary,
    name="ap-audit",
    help="Audit alternative provision in England. The tool advises; the school decides.",
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"ap-audit {VERSION}")
        raise typer.Exit


@app.callback()
def _top(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 -- its callback reads it
        bool,
        typer.Option(
            "--version",
            help="Print the version.",
            callback=lambda wanted: _version(wanted=wanted),
            is_eager=True,
        ),
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        from ap_audit.cli.welcome import welcome

        welcome(context)


app.command("init")(init.init)
app.command("new")(new.new)
app.command("resume")(resume.resume)
app.command("answer")(answer.answer)
app.command("list")(listing.list_audits)
app.command("show")(show.show)
app.command("score")(score.score)
app.command("report")(report.report)
app.command("diff")(diff.diff)
app.command("compare")(compare.compare)
app.command("gap")(gap.gap)
app.command("merge")(merge.merge)
app.command("worksheet")(worksheet.worksheet)
app.command("register")(register.register)
app.command("due")(due.due)
app.command("export")(export.export)
app.command("check")(check.check)
app.command("migrate")(migrate.migrate)
app.command("resolve")(resolve.resolve)
app.command("git-setup")(git_setup.git_setup)
app.add_typer(contact.app, name="contact")
app.add_typer(checklist.app, name="checklist")
