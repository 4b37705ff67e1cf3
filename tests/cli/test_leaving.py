"""Real terminals: signals, a closed window, a second window, and what is in the byte stream."""

import io
import os
import re
import signal
import sys
import termios
from pathlib import Path

import pexpect
import pytest

from tests.cli.running import TODAY, Shell

CHECKOUT = Path(__file__).parents[2]
ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[^\[])")
PASTING = {"\x1b[?2004h", "\x1b[?2004l"}
"""Told to the terminal, so that it marks a paste; nothing moves."""


def _with_signals() -> None:
    """A suite started in the background has some of them switched off."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def window(
    shell: Shell, *words: str, columns: int = 80, **environment: str
) -> "pexpect.spawn[str]":
    """A command in a terminal of its own."""
    return pexpect.spawn(
        sys.executable,
        ["-m", "ap_audit", *(words or ("resume", "acme", "--today", TODAY))],
        cwd=str(shell.folder),
        env={
            **os.environ,
            "PYTHONPATH": str(CHECKOUT),
            "TERM": "xterm",
            "COLUMNS": str(columns),
            **environment,
        },
        encoding="utf-8",
        timeout=30,
        dimensions=(24, columns),
        preexec_fn=_with_signals,
    )


def answered(path: Path) -> int:
    """How many answers an audit's file holds."""
    return path.read_text(encoding="utf-8").count("    by: AP lead\n")


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["ctrl-c", "term", "hup"],
)
def test_signals(shell: Shell, number: signal.Signals, code: int) -> None:
    """A signal ends it with its documented code: the answer is saved, the terminal echoes."""
    path = shell.begin("Acme")
    child = window(shell)
    child.expect_exact("> ")
    child.sendline("2")
    child.expect_exact("Saved: ")
    child.expect_exact("> ")

    child.kill(number)
    child.expect_exact("Stopped. Everything that was confirmed as saved is saved.")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == code
    assert answered(path) == 1


def test_closed_window(shell: Shell) -> None:
    """Where the window is closed, what was saved is whole, and no trace of a bug is left."""
    path = shell.begin("Acme")
    child = window(shell, TMPDIR=str(shell.folder))
    child.expect_exact("> ")
    child.sendline("2")
    child.expect_exact("Saved: ")
    child.expect_exact("> ")

    os.close(child.child_fd)
    child.closed = True
    child.wait()

    assert child.exitstatus == 129
    assert answered(path) == 1
    assert not list(shell.folder.glob("ap-audit-bug-*"))
    shell.fine("check")


def test_echo_after_a_signal(shell: Shell) -> None:
    """The terminal that readline had taken over is put back."""
    shell.begin("Acme")
    child = window(shell)
    child.expect_exact("> ")
    child.kill(signal.SIGTERM)
    child.expect_exact("Stopped.")

    modes = termios.tcgetattr(child.child_fd)[3]
    assert modes & termios.ECHO
    assert modes & termios.ICANON


def test_two_windows(shell: Shell) -> None:
    """The second window is told by whom the audit is open and since when; both may save."""
    path = shell.begin("Acme")
    first = window(shell)
    first.expect_exact("> ")
    second = window(shell, "resume", "acme", "--by", "DSL", "--from", "saf-lead-named", columns=40)
    # No word is cut in two, in a narrow window either.
    second.expect(
        r"This audit is open in another window: AP\r\nlead, since \d\d:\d\d on \d+ \w+\s+\d+\."
    )
    second.expect_exact("> ")
    second.sendline("u not seen")
    second.expect_exact("Saved: could not tell.")
    first.sendline("2")
    first.expect_exact("Saved: ")

    assert answered(path) == 1
    assert "    by: DSL\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("columns", "environment"),
    [
        (40, {}),
        (80, {"TERM": "dumb"}),
        (80, {"NO_COLOR": "1", "ACCESSIBLE": "1"}),
        (80, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        (200, {}),
    ],
    ids=["40", "dumb", "accessible", "plain C", "200"],
)
def test_nothing_moves(shell: Shell, columns: int, environment: dict[str, str]) -> None:
    """No cursor is moved and nothing is coloured, in any width or terminal."""
    shell.begin("Acme")
    child = window(shell, columns=columns, **environment)
    child.logfile_read = io.StringIO()
    for line in ("?", "2", "g", "b", "nonsense", "m", "one\r\n.", "q"):
        child.expect_exact("\n> " if line != "one\r\n." else "on a line")
        child.sendline(line)
    child.expect(pexpect.EOF)
    child.close()
    seen = child.logfile_read.getvalue()

    assert child.exitstatus == 0
    assert set(ESCAPES.findall(seen)) <= PASTING
    assert "\b" not in seen
    assert re.search(r"\r(?!\n|\r)", seen.replace("\x1b[?2004l\r", "")) is None
    lines = [ESCAPES.sub("", line) for line in seen.split("\r\n")]
    assert [line for line in lines if len(line) > columns and "https://" not in line] == []
