"""Running commands in this process, as from a shell."""

from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typer.testing
from typer.main import get_command
from typer.testing import CliRunner, Result

from ap_audit.cli.app import app
from tests.cli.copies import made_once

TODAY = "2026-11-24"


# Typer's runner makes the whole command line anew for each command: a sixth of a test's time.
setattr(typer.testing, "_get_command", cache(get_command))  # noqa: B010 -- not ours to import


@dataclass(frozen=True)
class Shell:
    """A folder, and commands started in it."""

    folder: Path

    def run(self, *words: str, typed: str | None = None) -> Result:
        """Run a command; its output, errors and exit code."""
        with chdir("."):  # `-C` leads elsewhere, and a process stays there
            return CliRunner().invoke(app, list(words), input=typed)

    def fine(self, *words: str, typed: str | None = None) -> str:
        """Run a command that must succeed; its standard output."""
        result = self.run(*words, typed=typed)
        assert result.exit_code == 0, result.output
        return result.stdout

    def refused(self, code: int, *words: str, typed: str | None = None) -> str:
        """Run a command that must fail with *code*; its standard error, never a traceback."""
        result = self.run(*words, typed=typed)
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result.stderr

    def begin(self, name: str = "Hillside Skills Centre") -> Path:
        """Begin an audit with nothing answered; its file."""
        before = set(self.folder.glob("providers/*/audits/*"))
        begin = _begin(name) if any(self.folder.iterdir()) else _begin_anew(name)
        begin(self)
        (path,) = set(self.folder.glob("providers/*/audits/*")) - before
        return path

    def files(self) -> dict[str, bytes]:
        """Every file of the school's own below the folder, with what is in it."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.parent.name != "schema"
        }


def _begin(name: str) -> Callable[[Shell], Shell]:
    def begin(shell: Shell) -> Shell:
        shell.fine("new", name, "--blank", "--by", "AP lead", "--today", TODAY)
        return shell

    return begin


@cache
def _begin_anew(name: str) -> Callable[[Shell], Shell]:
    """A first audit in an empty folder, which half the tests begin with."""
    return made_once(_begin(name))
