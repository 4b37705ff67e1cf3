"""A pseudo-terminal of the system, with a process of its own at the other end."""

import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.windows import Window, noticed

ROOT = Path(__file__).parents[2]


def opened(program: str = "main") -> Window:
    """An interview in a pseudo-terminal, at its first prompt."""
    window = Window(work=f"tests.interview.talking:{program}")
    window.expect_exact("> ")
    return window


def test_long_line_is_kept_whole() -> None:
    """A note of 5,000 characters pasted into a real terminal arrives whole."""
    window = opened()
    window.send("u " + "x" * 5000 + "\r")
    window.expect_exact("[5000 0]")
    window.expect_exact("(5,000 characters in all)")
    window.expect_exact("> ")
    window.sendline("q")
    window.expect_exact("<stopped>")
    assert window.ended() == 0


def test_paste_of_several_lines_is_one_note() -> None:
    """A paste that the terminal marks as one stays together, and answers only once."""
    window = opened()
    window.send("u \x1b[200~first\rn\rthird\x1b[201~\r")
    window.expect_exact("[13 2]")
    window.expect_exact("saf-locks")
    window.expect_exact("> ")
    window.sendline("q")
    window.expect_exact("<stopped>")
    assert window.ended() == 0


def test_rest_of_a_paste_never_answers() -> None:
    """Where the terminal does not mark a paste, what follows a refused line is thrown away."""
    window = opened("without_readline")
    window.send("no idea\nn\ny\n")
    window.expect_exact("is not an answer here")
    window.expect_exact("The rest of what was pasted is left out.")
    window.expect_exact("> ")
    window.sendline("q")
    window.expect_exact("Answered: 0 of 2 questions.")
    window.expect_exact("<stopped>")
    assert window.ended() == 0


def test_line_that_the_terminal_cuts() -> None:
    """Without readline a line is cut at 4,095 characters, and that is said."""
    window = opened("without_readline")
    window.send("u " + "x" * 5000 + "\n")
    window.expect_exact("its end may be missing")
    window.expect_exact("> ")
    window.sendline("q")
    window.expect_exact("<stopped>")
    assert window.ended() == 0


@pytest.mark.parametrize("program", ["main", "without_readline"])
def test_interrupt_and_end(program: str) -> None:
    """Ctrl-C passes through; Ctrl-D stops like `q`. The terminal echoes again afterwards."""
    interrupted = opened(program)
    noticed(interrupted, lambda: interrupted.send("\x03"), said="<interrupted>")
    assert interrupted.ended() == 0

    stopped = opened(program)
    stopped.send("\x04")
    stopped.expect_exact("<stopped>")

    assert termios.tcgetattr(stopped.child_fd)[3] & termios.ECHO
    assert stopped.ended() == 0


def test_gone_on_without_readline() -> None:
    """A program that goes on shows its prompt again, also where no library edits lines."""
    window = opened("without_readline")
    window.kill(signal.SIGCONT)
    window.expect_exact("> ")
    window.sendline("q")
    window.expect_exact("<stopped>")
    assert window.ended() == 0


def test_nothing_is_recalled() -> None:
    """The up arrow and Enter do not give an earlier answer again."""
    window = opened()
    window.sendline("u")
    window.expect_exact("saf-locks")
    window.expect_exact("> ")
    window.send("\x1b[A\r")
    window.expect_exact("Nothing was typed, so nothing is recorded.")
    window.expect_exact("> ")
    window.sendline("q")
    window.expect_exact("<stopped>")
    assert window.ended() == 0


def test_real_pipe() -> None:
    """Between processes the same lines work, and running out is told from stopping."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.interview.talking"],
        cwd=ROOT,
        input="u\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert "> u\n[0 0]\nSaved: could not tell.\n" in done.stdout
    assert done.stdout.endswith("<The answers ran out.>\n")
    assert done.stderr == ""
