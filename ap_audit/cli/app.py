"""The command line itself. Every command is a plain function in a file of its own: `commands`."""

from typing import Annotated

import typer

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
