"""The terminal, or a pipe, as a person to talk with. Plain lines only; nothing is drawn over.

In its usual mode a terminal cuts a line at 4,095 characters (1,024 on a Mac) before any program
sees it. Python's own `input` reads through readline where that is installed, which has no such
limit, keeps a paste of several lines together, and puts the terminal back after every line.
"""

import io
import shutil
import sys
from typing import TextIO

from ap_audit.errors import Gone
from ap_audit.interview.editor import edited
from ap_audit.interview.lines import fitted
from ap_audit.interview.person import NoMoreAnswers, NotEdited
from ap_audit.interview.stopping import asked_again
from ap_audit.model.clean import clean

_REPLACED = "\ufffd"
_CUT_AT = 4095 if sys.platform != "darwin" else 1023
_FALLBACK = (80, 24)
_PLAINER = str.maketrans({"·": "-", "…": "...", "–": "-", "’": "'", "“": '"', "”": '"'})


class Terminal:
    """Reads lines from one stream and prints to another.

    *editor* is the command that opens a text, in words.
    """

    def __init__(self, stdin: TextIO, stdout: TextIO, editor: tuple[str, ...] = ()) -> None:
        self._stdin, self._stdout, self._editor = stdin, stdout, editor
        self._present = _is_terminal(stdin)
        for stream in (stdin, stdout):
            if isinstance(stream, io.TextIOWrapper):
                # A byte that is no text, or a sign the screen lacks, must not end an interview.
                stream.reconfigure(errors="replace")
        # `input` uses readline only between the standard streams, and only on a terminal.
        own = stdin is sys.stdin and stdout is sys.stdout
        self._edited = own and self._present and _is_terminal(stdout) and _readline_ready()

    @property
    def width(self) -> int:
        """The columns of the window; 80 where there is none."""
        return shutil.get_terminal_size(_FALLBACK).columns

    @property
    def present(self) -> bool:
        """Whether the lines come from a terminal."""
        return self._present

    def say(self, text: str = "") -> None:
        """Print lines, with whatever could act on the screen made visible."""
        self._write(f"{clean(text)}\n")

    def ask(self, prompt: str) -> str:
        """One line, however long, without its end; raises Gone where the terminal was closed."""
        read = self._line_edited if self._edited else self._line_plain
        try:
            line = asked_again(read, prompt, edited=self._edited) if self._present else read(prompt)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Gone from error
        if _REPLACED in line:
            self._tell(f"Some characters could not be read; each stands as {_REPLACED}.")
        return line

    def discard(self) -> None:
        """Throw away what waits at a terminal, and say so; in a pipe it is the next answers."""
        if self._present and _flush_waiting(self._stdin):
            self._tell("The rest of what was pasted is left out. For several lines, type m first.")

    def edit(self, text: str) -> str:
        """The text as the person's editor left it; raises NotEdited, on a pipe always."""
        if not self._present:
            raise NotEdited("An editor opens at a terminal only.")
        return edited(self._editor, text)

    def _tell(self, sentence: str) -> None:
        self.say(fitted(sentence, self.width))

    def _write(self, text: str) -> None:
        try:
            self._stdout.write(self._plainer(text))
            self._stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Gone from error

    def _plainer(self, text: str) -> str:
        """The text with signs that any screen has, where the screen's encoding lacks ours."""
        if text.isascii():
            return text
        try:
            text.encode(self._stdout.encoding or "utf-8")
        except (UnicodeEncodeError, LookupError):
            return text.translate(_PLAINER)
        return text

    def _line_edited(self, prompt: str) -> str:
        try:
            return input(prompt)
        except EOFError:
            self.say()
            raise NoMoreAnswers(at_keyboard=True) from None

    def _line_plain(self, prompt: str) -> str:
        self._write(prompt)
        line = self._stdin.readline().removeprefix("\ufeff")  # Windows begins a pipe with one
        if not self._present:
            # Nobody's typing shows here, and what is printed should read like a conversation.
            self.say(line.removesuffix("\n"))
        if not line:
            raise NoMoreAnswers(at_keyboard=self._present)
        line = line.removesuffix("\n")
        if self._present and len(line.encode(errors="replace")) >= _CUT_AT:
            self._tell("That line is as long as this terminal allows, and its end may be missing.")
        return line


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:  # closed
        return False


def _readline_ready() -> bool:
    """Whether `input` has no limit on a line: through readline, or on a Windows console."""
    if sys.platform == "win32":
        return True
    try:
        import readline  # noqa: PLC0415 - importing it is what makes `input` use it
    except ImportError:
        return False
    # Yesterday's answer is not to be had by pressing the up arrow and Enter.
    readline.set_auto_history(False)
    return True


if sys.platform == "win32":

    def _flush_waiting(stream: TextIO) -> bool:
        import msvcrt  # noqa: PLC0415 - Windows only

        del stream
        found = False
        while msvcrt.kbhit():
            msvcrt.getwch()
            found = True
        return found

else:

    def _flush_waiting(stream: TextIO) -> bool:
        import select  # noqa: PLC0415 - a terminal's business, and not on Windows
        import termios  # noqa: PLC0415 - (same)

        try:
            waiting = bool(select.select([stream], [], [], 0)[0])
            termios.tcflush(stream, termios.TCIFLUSH)
        except (OSError, ValueError, termios.error):
            return False
        return waiting
