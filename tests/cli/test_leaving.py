"""Real terminals: signals, a closed window, a second window, and what is in the byte stream."""

import io
import os
import re
import signal
import sys
import termios
import time
from pathlib import Path

import pexpect
import pytest

from tests.cli.running import TODAY, Shell
from tests.windows import Window, noticed

CHECKOUT = Path(__file__).parents[2]
ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[^\[])")
PASTING = {"\x1b[?2004h", "\x1b[?2004l"}
"""Told to the terminal, so that it marks a paste; nothing moves."""
RESUME = ("resume", "acme", "--today", TODAY)
SHELL = {"PS1": "shell ", "HISTFILE": ""}
"""A prompt to wait for, and nothing of what was typed kept in anybody's home."""


def _with_signals() -> None:
    """A suite started in the background has some of them switched off."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def started(shell: Shell, *words: str, **environment: str) -> "pexpect.spawn[str]":
    """The program, started anew in a terminal of its own."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "ap_audit", *words],
        cwd=str(shell.folder),
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "TERM": "xterm", **environment},
        encoding="utf-8",
        timeout=30,
        preexec_fn=_with_signals,
    )
    child.delaybeforesend = None
    return child


def answered(path: Path) -> int:
    """How many answers an audit's file holds."""
    return path.read_text(encoding="utf-8").count("    by: AP lead\n")


def stopped(window: "Window | pexpect.spawn[str]", number: int) -> None:
    """Send a signal, and read that it was noticed."""
    noticed(
        window,
        lambda: window.kill(number),
        said="Stopped. Everything that was confirmed as saved is saved.",
    )


def answering(shell: Shell, environment: dict[str, str] | None = None) -> Window:
    """A window in which one question has been answered, and that was called saved."""
    window = Window(*RESUME, folder=shell.folder, environment=environment)
    window.expect_exact("> ")
    window.sendline("2")
    window.expect_exact("Saved: ")
    window.expect_exact("> ")
    return window


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["ctrl-c", "term", "hup"],
)
def test_signals(shell: Shell, number: signal.Signals, code: int) -> None:
    """A signal ends it with its documented code: the answer is saved, the terminal echoes."""
    path = shell.begin("Acme")
    window = answering(shell)

    stopped(window, number)

    assert window.ended() == code
    assert answered(path) == 1


def test_signal_to_a_program_of_its_own(shell: Shell) -> None:
    """The same, of a program that is no copy of another: also what Python does at its end."""
    path = shell.begin("Acme")
    child = started(shell, *RESUME)
    child.expect_exact("> ")
    child.sendline("2")
    child.expect_exact("Saved: ")
    child.expect_exact("> ")

    stopped(child, signal.SIGINT)
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 130
    assert answered(path) == 1


def test_closed_window(shell: Shell) -> None:
    """Where the window is closed, what was saved is whole, and no trace of a bug is left."""
    path = shell.begin("Acme")
    window = answering(shell, {"TMPDIR": str(shell.folder)})

    assert window.shut() == 129
    assert answered(path) == 1
    assert not list(shell.folder.glob("ap-audit-bug-*"))
    shell.fine("check")


def test_window_closed_on_a_stopped_program(shell: Shell) -> None:
    """The system lets it go on as it ends it, and Python sees both at once: no bug, all saved."""
    path = shell.begin("Acme")
    window = answering(shell, {"TMPDIR": str(shell.folder)})
    for number in (signal.SIGSTOP, signal.SIGHUP, signal.SIGCONT):
        window.kill(number)

    assert window.ended() == 129
    assert answered(path) == 1
    assert not list(shell.folder.glob("ap-audit-bug-*"))


def test_echo_after_a_signal(shell: Shell) -> None:
    """The terminal that readline had taken over is put back."""
    shell.begin("Acme")
    window = Window(*RESUME, folder=shell.folder)
    window.expect_exact("> ")
    stopped(window, signal.SIGTERM)

    modes = termios.tcgetattr(window.child_fd)[3]
    assert modes & termios.ECHO
    assert modes & termios.ICANON
    assert window.ended() == 143


def test_stopped_and_gone_on(shell: Shell) -> None:
    """After Ctrl-Z and `fg` the prompt is there again, with what was typed before, to be edited."""
    shell.begin("Acme")
    shown = pexpect.spawn(
        "bash",
        ["--norc", "--noprofile", "-i"],
        cwd=str(shell.folder),
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "TERM": "xterm", **SHELL},
        encoding="utf-8",
        timeout=30,
    )
    shown.delaybeforesend = None
    shown.expect_exact("shell ")
    shown.sendline(f"{sys.executable} -m ap_audit resume acme --from saf-policy-current")
    shown.expect_exact("\n> ")
    shown.send("u not seem")
    shown.expect_exact("u not seem")
    shown.send("\x1a")
    shown.expect_exact("shell ")
    shown.sendline("fg")
    shown.expect_exact("> u not seem")
    shown.send("\x7fn\r")
    shown.expect_exact("Saved: could not tell. not seen")
    shown.expect_exact("\n> ")
    shown.sendline("q")
    shown.expect_exact("shell ")
    shown.close()


def test_two_windows(shell: Shell) -> None:
    """The second window is told by whom the audit is open and since when; both may save."""
    path = shell.begin("Acme")
    first = Window(*RESUME, folder=shell.folder)
    first.expect_exact("> ")
    words = ("resume", "acme", "--by", "DSL", "--from", "saf-lead-named")
    second = Window(*words, folder=shell.folder, columns=40)
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
    assert [first.shut(), second.shut()] == [129, 129]


@pytest.mark.parametrize(
    ("columns", "environment"),
    [
        (40, {}),
        (80, {"TERM": "dumb"}),
        (80, {"NO_COLOR": "1", "ACCESSIBLE": "1"}),
        (200, {}),
    ],
    ids=["40", "dumb", "accessible", "200"],
)
def test_nothing_moves(shell: Shell, columns: int, environment: dict[str, str]) -> None:
    """No cursor is moved and nothing is coloured, in any width or terminal."""
    shell.begin("Acme")
    window = Window(*RESUME, folder=shell.folder, columns=columns, environment=environment)

    lines_that_stay(window, columns)
    assert window.shut() == 0


def test_nothing_moves_in_plain_c(shell: Shell) -> None:
    """Nor where the system says nothing of letters, which Python asks as it starts."""
    shell.begin("Acme")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    child = started(shell, *RESUME, **plain)

    lines_that_stay(child, 80)
    child.close()
    assert child.exitstatus == 0


def lines_that_stay(window: "Window | pexpect.spawn[str]", columns: int) -> None:
    """Talk until the end; everything that is shown is plain lines that fit."""
    window.logfile_read = io.StringIO()
    for line in ("?", "2", "g", "b", "nonsense", "m", "one\r\n.", "q"):
        if line == "one\r\n.":
            window.expect_exact("on a line")
            while termios.tcgetattr(window.child_fd)[3] & termios.ICANON:
                time.sleep(0.001)  # nothing is shown where the lines of a note are awaited
        else:
            window.expect_exact("\n> ")
        window.sendline(line)
    window.expect(pexpect.EOF)
    seen = window.logfile_read.getvalue()

    assert set(ESCAPES.findall(seen)) <= PASTING
    assert "\b" not in seen
    assert re.search(r"\r(?!\n|\r)", seen.replace("\x1b[?2004l\r", "")) is None
    lines = [ESCAPES.sub("", line) for line in seen.split("\r\n")]
    assert [line for line in lines if len(line) > columns and "https://" not in line] == []
