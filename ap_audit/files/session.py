"""Who has an audit open: a lock beside the audits, for a message and for nothing else.

Saving never rests on it: two people may answer one audit at once, and a save puts different
answers together. The lock is the kernel's, so that a killed program lets go; the file stays, since
removing one that is held would let a second holder in.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDER = ".ap-audit"
_LONGEST = 400
_FAR = 1 << 20
"""On Windows nobody can read the bytes that are locked, so a byte after all of them is."""


@contextlib.contextmanager
def held(root: Path, name: str, who: str) -> Iterator[str]:
    """Hold the lock of an audit, and give what its other holder wrote; empty where there is none.

    Where a folder allows no lock, nothing is said.
    """
    descriptor = _opened(root / FOLDER / "locks", name)
    if descriptor is None:
        yield ""
        return
    try:
        if _locked(descriptor):
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, 0)
                os.write(descriptor, who.encode())
            yield ""
        else:
            yield _read(descriptor)
    finally:
        with contextlib.suppress(OSError):
            os.close(descriptor)


def _opened(folder: Path, name: str) -> int | None:
    flags = os.O_RDWR | os.O_CREAT
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ignore = folder.parent / ".gitignore"
        if not ignore.exists():  # the folder ignores itself, whoever made the workspace
            ignore.write_text("*\n", encoding="utf-8")
        return os.open(folder / f"{name}.lock", flags, 0o666)
    except OSError:
        return None


def _read(descriptor: int) -> str:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        return os.read(descriptor, _LONGEST).decode("utf-8", errors="replace")
    except OSError:
        return ""


if sys.platform == "win32":

    def _locked(descriptor: int) -> bool:
        import msvcrt  # noqa: PLC0415 -- Windows only

        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:

    def _locked(descriptor: int) -> bool:
        import fcntl  # noqa: PLC0415 -- not on Windows

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # no locks on this drive
            return True
        return True
