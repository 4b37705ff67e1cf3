"""Processes without a start: one stands by with the program loaded, and each is a copy of it.

It is not a copy of the process of the tests, in which pytest has taken the streams and has loaded
readline. What Python decides as it starts is decided once here: who tests a start makes one.
"""

import atexit
import fcntl
import gc
import marshal
import os
import pkgutil
import select
import socket
import subprocess
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import ap_audit
from ap_audit.cli import clock
from ap_audit.files.builtin import checklists_folder
from ap_audit.files.library import Library
from tests.clock import TheDay

ROOT = Path(__file__).parents[1]
PROGRAM = "ap_audit.__main__:main"
WORDS = 1 << 16
"""More bytes than an environment and a command line have here."""
LAST = 1000
"""A file with a higher number than any other, which is closed after them."""
UNSAID = b"\x46"
SELDOM = {"ap_audit.report.calendar_file", "ap_audit.report.workbook"}
"""What loads the libraries of the extras, which takes as long as all the rest."""

# As little as can be, since it is started anew each time: `socket` would double its start.
ASK = f"""\
#!{sys.executable} -IS
import _socket, marshal, os, sys
call = _socket.socket(_socket.AF_UNIX)
call.connect("DOOR")
asked = "{PROGRAM}", sys.argv, os.getcwd(), dict(os.environ), False
streams = b"".join(number.to_bytes(4, sys.byteorder) for number in range(3))
call.sendmsg([marshal.dumps(asked)], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, streams)])
call.recv(4, _socket.MSG_WAITALL)
os._exit(int.from_bytes(call.recv(4, _socket.MSG_WAITALL) or {UNSAID!r}))
"""


@cache
def door() -> str:
    """The socket at which a process stands by, until this one ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.standby"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        encoding="utf-8",
    )
    assert process.stdin
    assert process.stdout
    atexit.register(process.communicate)
    return process.stdout.readline().strip()


def asking(folder: Path) -> Path:
    """A program `ap-audit` in a folder, for a shell or for git; each run of it is a copy."""
    path = folder / "ap-audit"
    path.write_text(ASK.replace("DOOR", door()), encoding="utf-8")
    path.chmod(0o755)
    return path


class Copy:
    """A process that does what was asked, with a folder, an environment and streams."""

    def __init__(
        self,
        streams: list[int],
        *words: str,
        work: str = PROGRAM,
        folder: Path,
        environment: dict[str, str],
        terminal: bool = False,
    ) -> None:
        """Do *work*, a `module:function`, on three streams, or on the one that is a terminal."""
        self._call = socket.socket(socket.AF_UNIX)
        self._call.connect(door())
        asked = work, ["ap-audit", *words], str(folder), os.environ | environment, terminal
        socket.send_fds(self._call, [marshal.dumps(asked)], streams)
        self.pid = int.from_bytes(self._call.recv(4, socket.MSG_WAITALL))

    def code(self) -> int:
        """Its exit code, once it has ended; 70 where it was killed."""
        with self._call:
            ended = self._call.recv(4, socket.MSG_WAITALL) or UNSAID
            self._call.recv(1)  # nothing comes: it is closed with the last of its files
        return int.from_bytes(ended)

    def __del__(self) -> None:
        """Hang up, also where a test failed before the process ended."""
        self._call.close()


def stand_by() -> None:
    """Load the program, say where the door is, and be copied for everyone who comes."""
    for module in pkgutil.walk_packages(ap_audit.__path__, "ap_audit."):
        if module.name not in SELDOM:
            import_module(module.name)
    library = Library(shipped=checklists_folder())
    for edition in library.references():
        library.edition(edition)
    gc.freeze()  # a copy that looks for rubbish here would have to copy it first
    # What was written outlives a process that is killed: `fsync` is for a power cut.
    setattr(os, "fsync", lambda _: None)  # noqa: B010 -- not ours to assign
    setattr(clock, "date", TheDay)  # noqa: B010 -- as above
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as here:
        here.bind(f"{folder}/door")
        here.listen()
        print(f"{folder}/door", flush=True)  # noqa: T201 -- what it was started for
        while sys.stdin not in select.select([here, sys.stdin], [], [])[0]:
            call, _ = here.accept()
            with call:
                copied(call)
            reap()


def copied(call: socket.socket) -> None:
    """Copy this process for one who calls."""
    asked, streams, _, _ = socket.recv_fds(call, WORDS, 3)
    child = os.fork()
    if not child:
        become(call, streams, *marshal.loads(asked))  # noqa: S302 -- from ourselves
    call.send(child.to_bytes(4))
    for stream in streams:
        os.close(stream)


def reap() -> None:
    """Let go of the copies that have ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def become(
    call: socket.socket,
    streams: list[int],
    work: str,
    words: list[str],
    folder: str,
    environment: dict[str, str],
    terminal: bool,  # noqa: FBT001 -- as it was packed
) -> NoReturn:
    """Do the work as a process that was started for it does, and tell who called how it ended."""
    code: object = 1
    teller = fcntl.fcntl(call.fileno(), fcntl.F_DUPFD_CLOEXEC, LAST)
    try:
        if terminal:
            os.login_tty(streams[0])
        else:
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
        os.closerange(3, LAST)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        time.tzset()
        sys.argv = words
        encoding = environment.get("PYTHONIOENCODING", "utf-8")
        sys.stdin, sys.stdout, sys.stderr = (
            os.fdopen(number, mode, encoding=encoding, errors=errors, closefd=False)
            for number, mode, errors in (
                (0, "r", "strict"),
                (1, "w", "strict"),
                (2, "w", "backslashreplace"),
            )
        )
        module, _, name = work.partition(":")
        getattr(import_module(module), name)()
        code = 0
    except SystemExit as end:
        code = end.code or 0
    except BaseException:  # noqa: BLE001 -- whatever it is, it is shown
        traceback.print_exc()
    finally:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        code = code if isinstance(code, int) else 1
        with suppress(OSError):
            os.write(teller, code.to_bytes(4))
        os._exit(code)


if __name__ == "__main__":
    stand_by()
