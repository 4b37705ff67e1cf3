"""Putting bytes on a disk so that they survive a power cut, and nothing is ever half written.

    new temporary file in the same folder, write all, fsync, read back, compare,
    replace, fsync the folder

Only then may anyone say "saved". Leaving out the last step loses the newest answer in a power cut.
"""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from ap_audit.errors import Refused
from ap_audit.files.here import shown_path

_REPLACE_FOR = 2.0
"""Seconds to go on trying on Windows, where a virus scanner or OneDrive may hold the file."""
_LOCK_FOR = 5.0
"""Seconds to wait for another program that saves in the same folder; a save takes hundredths."""
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
_THEN = "Free some space or ask for access, then try again."


def write_new(path: Path, content: bytes, *, private: bool = False) -> None:
    """Make a file that must not exist yet; raises Refused where it does, or cannot be made.

    A *private* one can be read by nobody else.
    """
    _write(path, content, mode=0o600 if private else None, new=True)


def replace_file(path: Path, content: bytes) -> None:
    """Put new content in a file's place, all or nothing; raises Refused and leaves the old file."""
    path = path.resolve()  # a link stays a link, to the file that is changed
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mode = None
    # The rename would ask the folder alone, and somebody protected this file.
    if mode is not None and not os.access(path, os.W_OK):
        raise refusal(path, PermissionError(errno.EACCES, ""))
    _write(path, content, mode=mode, new=False)


@contextlib.contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold a folder while a file in it is read again and replaced.

    Raises Refused where another program holds it for seconds. The folder itself is locked, so no
    lock is left behind, and a killed program lets go. Where a folder cannot be locked (Windows,
    some network drives), what the file holds is compared all the same.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # on Windows a folder cannot be opened
        yield
        return
    try:
        give_up = time.monotonic() + _LOCK_FOR
        while not _locked(descriptor):
            if time.monotonic() > give_up:
                raise Refused(
                    f"Another program is saving in '{shown_path(folder)}', and does not end.",
                    hint="Nothing was written. See what else is running there, then try again.",
                )
            time.sleep(0.01)
        yield
    finally:
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    """Whether the folder is ours now; True also where it cannot be locked at all."""
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415 -- not on Windows

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def make_folder(path: Path) -> None:
    """Make a folder and those above it, durably; raises Refused where it cannot."""
    try:
        missing = [folder for folder in (path, *path.parents) if not folder.exists()]
        path.mkdir(parents=True, exist_ok=True)
        for folder in missing:
            _sync_folder(folder.parent)
    except OSError as error:
        raise refusal(path, error) from error


def is_free(path: Path) -> bool:
    """Whether nothing is there yet; raises Refused where that cannot be told."""
    try:
        return not path.exists()
    except OSError as error:
        raise refusal(path, error) from error


def refusal(path: Path, error: OSError) -> Refused:
    """Why a file could not be written, in words."""
    why = _WHY.get(error.errno or 0, error.strerror or "the system said no")
    return Refused(
        f"'{shown_path(path)}' could not be saved: {why}.",
        hint="Nothing saved before is lost. "
        + ("Give a shorter name." if error.errno == errno.ENAMETOOLONG else _THEN),
    )


def _write(path: Path, content: bytes, *, mode: int | None, new: bool) -> None:
    temporary = path.with_name(f".{path.name[:100]}.{os.urandom(6).hex()}.tmp")
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
        raise Refused(f"'{shown_path(path)}' is there already, and was left as it is.") from error
    except OSError as error:
        raise refusal(path, error) from error


def _write_temporary(temporary: Path, content: bytes, mode: int | None) -> None:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(temporary, flags, 0o666), "w+b") as file:
        if mode is not None:
            with contextlib.suppress(OSError):  # some drives keep no permissions
                temporary.chmod(mode)
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
