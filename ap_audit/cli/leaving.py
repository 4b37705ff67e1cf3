"""Leaving when the system says so: a signal, or a terminal that is closed."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from ap_audit.cli.screen import tell


class Signalled(BaseException):
    """The system asks the program to end; no handler of errors takes it for one."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


@contextmanager
def signals_end_it() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into Signalled, so that the terminal is put back and a save ends.

    Nothing rests on this: each answer is on the disk before the next question is put.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    names = ("SIGTERM", "SIGHUP")  # Windows has no SIGHUP
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.signal(number, _raise) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def going_on_said(called: str) -> Iterator[None]:
    """Say how to go on where Ctrl-C ends it; that all is saved is said after it."""
    try:
        yield
    except KeyboardInterrupt:
        tell("", f"To go on: ap-audit resume {called}")
        raise


def _raise(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # once is enough
    raise Signalled(number)
