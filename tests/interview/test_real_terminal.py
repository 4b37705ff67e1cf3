"""A pseudo-terminal of the system, with a process of its own at the other end."""

import signal
import subprocess
import sys
import termios
import textwrap
from pathlib import Path

import pexpect
import pytest

PROGRAM = textwrap.dedent(
    """
    import sys
    sys.path.insert(0, sys.argv[1])
    from ap_audit.interview.terminal import Terminal
    from ap_audit.errors import ApAuditError
    from tests.fakes import Scripted
    from tests.interview.builders import *

    def save(audit):
        note = audit.answers["saf-lead"].note or ""
        print(f"[{len(note)} {note.count(chr(10))}]", flush=True)
        return audit

    try:
        ended = interview(
            audit=audit_of(checklist=checklist_of(LEAD, LOCKS)),
            checklist=checklist_of(LEAD, LOCKS),
            register=REGISTER,
            person=Terminal(sys.stdin, sys.stdout),
            save=save,
            today=TODAY,
            calendar=CALENDAR,
            by="AP lead",
        )
        print(f"<{ended.how}>")
    except KeyboardInterrupt:
        print("<interrupted>")
    except ApAuditError as error:
        print(f"<{error.message}>")
    """
)
ROOT = Path(__file__).parents[2]
NO_READLINE = "import sys; sys.modules['readline'] = None\n"


def _with_interrupts() -> None:
    """A suite that runs in the background of a shell was started with Ctrl-C switched off."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def spawn(program: str = PROGRAM) -> "pexpect.spawn[str]":
    """An interview in a pseudo-terminal, at its first prompt."""
    child = pexpect.spawn(
        sys.executable,
        ["-c", program, str(ROOT)],
        encoding="utf-8",
        timeout=20,
        preexec_fn=_with_interrupts,
    )
    child.delaybeforesend = None
    child.expect_exact("> ")
    return child


def test_long_line_is_kept_whole() -> None:
    """A note of 5,000 characters pasted into a real terminal arrives whole."""
    child = spawn()
    child.send("u " + "x" * 5000 + "\r")
    child.expect_exact("[5000 0]")
    child.expect_exact("(5,000 characters in all)")
    child.expect_exact("> ")
    child.sendline("q")
    child.expect_exact("<stopped>")


def test_paste_of_several_lines_is_one_note() -> None:
    """A paste that the terminal marks as one stays together, and answers only once."""
    child = spawn()
    child.send("u \x1b[200~first\rn\rthird\x1b[201~\r")
    child.expect_exact("[13 2]")
    child.expect_exact("saf-locks")
    child.expect_exact("> ")
    child.sendline("q")
    child.expect_exact("<stopped>")


def test_rest_of_a_paste_never_answers() -> None:
    """Where the terminal does not mark a paste, what follows a refused line is thrown away."""
    child = spawn(NO_READLINE + PROGRAM)
    child.send("no idea\nn\ny\n")
    child.expect_exact("is not an answer here")
    child.expect_exact("The rest of what was pasted is left out.")
    child.expect_exact("> ")
    child.sendline("q")
    child.expect_exact("Answered: 0 of 2 questions.")
    child.expect_exact("<stopped>")


def test_line_that_the_terminal_cuts() -> None:
    """Without readline a line is cut at 4,095 characters, and that is said."""
    child = spawn(NO_READLINE + PROGRAM)
    child.send("u " + "x" * 5000 + "\n")
    child.expect_exact("its end may be missing")
    child.expect_exact("> ")
    child.sendline("q")
    child.expect_exact("<stopped>")


@pytest.mark.parametrize("program", [PROGRAM, NO_READLINE + PROGRAM], ids=["readline", "plain"])
def test_interrupt_and_end(program: str) -> None:
    """Ctrl-C passes through; Ctrl-D stops like `q`. The terminal echoes again afterwards."""
    interrupted = spawn(program)
    interrupted.sendintr()
    interrupted.expect_exact("<interrupted>")

    ended = spawn(program)
    ended.sendeof()
    ended.expect_exact("<stopped>")

    echo = termios.tcgetattr(ended.child_fd)[3] & termios.ECHO
    assert echo


def test_nothing_is_recalled() -> None:
    """The up arrow and Enter do not give an earlier answer again."""
    child = spawn()
    child.sendline("u")
    child.expect_exact("saf-locks")
    child.expect_exact("> ")
    child.send("\x1b[A\r")
    child.expect_exact("Nothing was typed, so nothing is recorded.")
    child.expect_exact("> ")
    child.sendline("q")
    child.expect_exact("<stopped>")


def test_real_pipe() -> None:
    """Between processes the same lines work, and running out is told from stopping."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(ROOT)],
        input="u\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert "> u\n[0 0]\nSaved: could not tell.\n" in done.stdout
    assert done.stdout.endswith("<The answers ran out.>\n")
    assert done.stderr == ""
