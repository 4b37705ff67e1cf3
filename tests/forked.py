"""Work done in a process of its own, a copy of this one: there is no start to wait for."""

import ctypes
import os
import sys
import traceback
from collections.abc import Callable


def in_a_copy(work: Callable[[], str]) -> tuple[str, int]:
    """What the work returned in its own process, and the exit code: -9 where it was killed."""
    (found,) = in_copies(work, 1)
    return found


def in_copies(work: Callable[[], str], number: int) -> list[tuple[str, int]]:
    """The same of several processes that do the work at once."""
    return [_ended(copy) for copy in [_start(work) for _ in range(number)]]


def _start(work: Callable[[], str]) -> tuple[int, int]:
    reading, writing = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if not child:
        code = 1
        # On a disk that takes no more, half a compiled module would be left for everybody else.
        sys.dont_write_bytecode = True
        try:
            os.close(reading)
            os.write(writing, work().encode())
            code = 0
        except BaseException:  # noqa: BLE001 -- whatever it is, the test reads it
            os.write(writing, traceback.format_exc().encode())
        finally:
            os._exit(code)
    os.close(writing)
    return child, reading


def _ended(copy: tuple[int, int]) -> tuple[str, int]:
    child, reading = copy
    with os.fdopen(reading, encoding="utf-8") as pipe:
        said = pipe.read()
    return said, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def without_powers() -> None:
    """Give up what makes root pass every permission; nothing changes for anybody else."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    nothing = (ctypes.c_uint32 * 6)()
    if ctypes.CDLL(None, use_errno=True).capset(header, nothing):
        raise OSError(ctypes.get_errno(), "capset")
