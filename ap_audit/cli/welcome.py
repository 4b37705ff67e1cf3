"""Plain `ap-audit`: in a workspace what needs doing today, anywhere else the help."""

from pathlib import Path

import typer

from ap_audit.cli.clock import today
from ap_audit.cli.home import home_lines
from ap_audit.cli.screen import out
from ap_audit.files.workspace import find_workspace


def welcome(context: typer.Context) -> None:
    """Say what needs doing; without a workspace print the help, as a wrong command line does."""
    workspace = find_workspace(Path())
    if workspace is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
    out(*home_lines(workspace, today()))
