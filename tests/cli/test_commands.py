"""The table of commands, and each command's own help."""

import pytest

from ap_audit.cli.commands import Commands

LINES = dict(Commands().lines())
WIDTH = 80 - len("  git-setup  ")


@pytest.mark.parametrize("name", LINES)
def test_line_of_the_help(name: str) -> None:
    """The help lists a command by one line, with which its own help begins."""
    line = LINES[name]

    assert " ".join(Commands()[name].help.split()).startswith(line.removesuffix("."))
    assert line.endswith(".")
    assert len(line) <= WIDTH


def test_every_command_is_loaded_once() -> None:
    """A command that was asked for is the same the next time."""
    commands = Commands()

    assert list(commands) == list(LINES)
    assert len(commands) == len(LINES)
    assert all(commands[name] is commands[name] for name in LINES)


def test_no_such_command() -> None:
    """A name that is no command's is none, as in any mapping."""
    assert Commands().get("scroe") is None
