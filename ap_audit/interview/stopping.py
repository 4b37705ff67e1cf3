"""Ctrl-Z and `fg`: the shell has written over the prompt and put the terminal in its own mode.

Python's `input` goes on waiting as if nothing had been: without a prompt, without editing, and with
lines cut at 4,095 characters. So it is left, and the same line asked again, with what was typed.
"""

import signal
import sys
import threading
from collections.abc import Callable


class _Continued(BaseException):
    """The program goes on after it was stopped; no handler of errors takes it for one."""


def asked_again(read: Callable[[str], str], prompt: str, *, edited: bool) -> str:
    """The line that *read* gives, at a prompt that is shown again whenever the program goes on.

    *edited*: readline holds what was typed so far. A plain terminal throws it away at Ctrl-Z.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        return read(prompt)  # Windows stops no programs, and only the main thread hears of it
    waiting = False

    def go_on(*_: object) -> None:
        nonlocal waiting
        if waiting:
            waiting = False  # only here is there somebody to catch it
            raise _Continued

    before = signal.signal(signal.SIGCONT, go_on)
    try:
        while True:
            try:
                waiting = True
                line = read(prompt)
                waiting = False
            except _Continued:
                if edited:
                    _begin_with_what_was_typed()
            except SystemError as error:
                # A window closed on a stopped program: it is ended and goes on at once, and Python
                # takes the second of the two signals for a fault of the first.
                raise error.__cause__ or error from None
            else:
                return line
    finally:
        waiting = False
        signal.signal(signal.SIGCONT, before)
        if edited:
            _begin_with("")


def _begin_with_what_was_typed() -> None:
    import readline  # noqa: PLC0415 -- which only a terminal loads

    _begin_with(readline.get_line_buffer())


def _begin_with(typed: str) -> None:
    """Let the next line begin with a text that can be edited."""
    import readline  # noqa: PLC0415 -- (same)

    readline.set_startup_hook((lambda: readline.insert_text(typed)) if typed else None)
