"""Windows: pseudo-terminals of the system, with a process of its own at the other end of each."""

import fcntl
import os
import struct
import termios
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from pexpect.fdpexpect import fdspawn

from tests.standby import PROGRAM, Copy


class Window(fdspawn):  # type: ignore[type-arg]  # which it takes for its types only
    """A terminal in which something runs; nothing waits here but for what is to be shown."""

    def __init__(
        self,
        *words: str,
        work: str = PROGRAM,
        folder: Path | None = None,
        columns: int = 80,
        environment: dict[str, str] | None = None,
    ) -> None:
        """Open a window and do the work in it; see `Copy`."""
        ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        super().__init__(ours, encoding="utf-8", timeout=30)
        self._copy = Copy(
            [theirs],
            *words,
            work=work,
            folder=folder or Path.cwd(),
            environment={"TERM": "xterm", "COLUMNS": str(columns), **(environment or {})},
            terminal=True,
        )
        os.close(theirs)

    def kill(self, number: int) -> None:
        """Send the process a signal."""
        os.kill(self._copy.pid, number)

    def ended(self) -> int:
        """The code with which the process ended, once it has shown all it had to show."""
        self.expect(pexpect.EOF)
        return self.shut()

    def shut(self) -> int:
        """Close the window; the code with which the process then ended."""
        self.close()
        return self._copy.code()


def noticed(
    window: "Window | pexpect.spawn[str]", signal: Callable[[], object], *, said: str
) -> None:
    """Send a signal until what is said of it is shown.

    Python does not notice one that comes between the prompt and the wait for a key; a person would
    press Ctrl-C again.
    """
    for _ in range(3):
        signal()
        if window.expect_exact([said, pexpect.TIMEOUT], timeout=10) == 0:
            return
    pytest.fail(f"A signal was not noticed: nothing said {said}")
