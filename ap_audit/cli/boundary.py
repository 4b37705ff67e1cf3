"""The one place where an error becomes words and an exit code.

Bad input never shows a traceback; a bug is traced in a file.
"""

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import typer
from typer.core import TyperGroup

from ap_audit.cli.commands import Commands
from ap_audit.cli.leaving import Signalled
from ap_audit.cli.screen import prepare, tell, tell_error
from ap_audit.errors import ApAuditError, Gone
from ap_audit.version import VERSION

T = TypeVar("T")
FALLS_SHORT = 1
INTERRUPTED = 130
CLOSED = 129
BUG = 70


class Boundary(TyperGroup):
    """The top of the command line; every command runs inside it."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 -- as Typer gives them
        """With every command, none of which is loaded yet."""
        self._known = Commands()
        super().__init__(**{**settings, "commands": self._known})

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 -- (same)
        """List every command, and load none for it."""
        with formatter.section("Commands"):
            formatter.write_dl(self._known.lines())

    def invoke(self, ctx: Any) -> object:  # noqa: ANN401 -- its type is private to Typer
        """Run a command; whatever goes wrong in it is said here."""
        prepare()
        return _guarded(lambda: super(Boundary, self).invoke(ctx))


def _guarded(run: Callable[[], T]) -> T:
    try:
        return run()
    except ApAuditError as error:
        tell_error(error)
        raise typer.Exit(error.code) from None
    except KeyboardInterrupt:
        tell("", "Stopped. Everything that was confirmed as saved is saved.")
        raise typer.Exit(INTERRUPTED) from None
    except Signalled as end:
        _tell_nobody_else("", "Stopped. Everything that was confirmed as saved is saved.")
        raise typer.Exit(end.code) from None
    except Gone:
        _tell_nobody_else()
        raise typer.Exit(CLOSED) from None
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain again when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if hasattr(error, "format_message"):  # a wrong command line: Typer says so and exits with 2
            raise
        _tell_bug(error)
        raise typer.Exit(BUG) from None


def _tell_nobody_else(*lines: str) -> None:
    """Say it if the terminal is still there; what Python flushes at its end goes nowhere."""
    with contextlib.suppress(OSError):
        tell(*lines)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(nowhere, stream.fileno())


def _tell_bug(error: Exception) -> None:
    """Say that it is our fault, and where the trace is: it names code, not what anybody typed."""
    import tempfile
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    about = f"ap-audit {VERSION}, Python {sys.version}"
    text = "\n".join([about, type(error).__name__, *lines, ""])
    tell(f"Something went wrong inside ap-audit ({type(error).__name__}).")
    tell("This is a bug, not your mistake. Everything that was confirmed as saved is saved.")
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="ap-audit-bug-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(text)
        tell(f"Please report it, with this file (it holds no answers): {Path(file.name)}")
    except OSError:
        tell(text)
