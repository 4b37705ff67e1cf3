"""Putting bytes on a disk so that they survive a power cut, and nothing is ever half written.

    new temporary file in the same folder, write all, fsync, read back, compare,
    replace, fsync the folder

Only then may anyone say "saved". Leaving out the last step loses the newest answer in a power cut.
"""

import contextlib
import errno
import os
import secrets
import stat
import sys
import time
from pathlib import Path

from ap_audit.errors import Refused

_REPLACE_FOR = 2.0
"""Seconds to go on trying on Windows, where a virus scanner or OneDrive may hold the file."""
_HELD_BY_OTHERS = os.name == "nt"
_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}

_WHY = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file would be larger than is allowed",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOENT: "the folder is gone",
    errno.ENOTDIR: "a file stands where a folder is needed",
    errno.EISDIR: "a folder stands where a file is needed",
    errno.EIO: "the disk reported an error",
}


def write_new(path: Path, content: bytes) -> None:
    """Make a file that must not exist yet; raises Refused where it does, or cannot be made."""
    _write(path, content, mode=0o666, new=True)


def replace_file(path: Path, content: bytes) -> None:
    """Put new content in a file's place, all or nothing; raises Refused and leaves the old file."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mode = 0o666
    _write(path, content, mode=mode, new=False)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, durably; raises Refused where it cannot."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
        for folder in missing:
            _sync_folder(folder.parent)
    except OSError as error:
        raise refusal(path, error) from error


def refusal(path: Path, error: OSError) -> Refused:
    """Why a file could not be written, in words."""
    why = _WHY.get(error.errno or 0, error.strerror or "the system said no")
    return Refused(
        f"'{path}' could not be saved: {why}.",
        hint="Nothing saved before is lost. Free some space or ask for access, then try again.",
    )


def _write(path: Path, content: bytes, *, mode: int, new: bool) -> None:
    temporary = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.tmp")
    try:
        try:
            _write_temporary(temporary, content, mode)
            if new:
                _claim(temporary, path)
            else:
                _replace(temporary, path)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        _sync_folder(path.parent)
    except FileExistsError as error:
        raise Refused(f"'{path}' is there already, and was left as it is.") from error
    except OSError as error:
        raise refusal(path, error) from error


def _write_temporary(temporary: Path, content: bytes, mode: int) -> None:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(temporary, flags, mode), "w+b") as file:
        # A buffered file writes in a loop: a bare write near a full disk writes a part, silently.
        file.write(content)
        file.flush()
        _sync(file.fileno())
        file.seek(0)
        if file.read() != content:
            raise OSError(errno.EIO, os.strerror(errno.EIO))


def _claim(temporary: Path, path: Path) -> None:
    """Give the file its name only if nobody has it: a rename would overwrite."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # no hard links on this file system: the name is claimed empty, then replaced
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        _replace(temporary, path)


def _replace(temporary: Path, path: Path) -> None:
    give_up = time.monotonic() + _REPLACE_FOR
    while True:
        try:
            temporary.replace(path)
        except PermissionError:
            if not _HELD_BY_OTHERS or time.monotonic() > give_up:
                raise
            time.sleep(0.05)
        else:
            return


def _sync(descriptor: int) -> None:
    try:
        if sys.platform == "darwin":
            import fcntl  # noqa: PLC0415 -- only there

            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        else:
            os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:  # some network drives cannot, and say so
            raise


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)
