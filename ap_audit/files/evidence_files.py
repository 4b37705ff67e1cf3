"""The files behind evidence: their hash, a copy kept beside the audits, and what became of them.

A file is known by its hash. Its name leads to it from the folder of what the audit is about
(``evidence/letter.pdf``), or is only a name where the school keeps its documents elsewhere.
"""

import contextlib
import hashlib
import os
import stat
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from msgspec import Struct

from ap_audit.errors import BadUsage, InvalidFile
from ap_audit.files.folders import inside
from ap_audit.files.here import is_folder
from ap_audit.files.save import is_free, make_folder, write_new
from ap_audit.model.audit import Evidence
from ap_audit.model.clean import clean
from ap_audit.model.file_state import FileState

FOLDER = "evidence"
"""Below the folder of what the audit is about."""
LARGEST_COPY = 100_000_000
"""Bytes. A larger one is better kept where documents are kept."""
_LONGEST = 200
_DOCUMENT = "Give the document itself, or leave the file out."


class EvidenceFile(Struct, frozen=True, kw_only=True):
    """A file as evidence records it."""

    name: str
    """For `file:`, with strokes as on the web, whatever the system."""
    sha256: str


def typed_path(text: str) -> Path:
    """The path that was typed or pasted: in quotes, as Windows copies it, or with ~ for home."""
    return Path(text.strip().strip("\"'")).expanduser()


def evidence_file(folder: Path, path: Path) -> EvidenceFile:
    """A file to be recorded in an audit about what *folder* belongs to; it is not copied.

    Raises BadUsage where there is no such file, or nothing in it.
    """
    digest = _hash(path)
    return EvidenceFile(name=_name(folder, path), sha256=digest)


def keep_copy(folder: Path, path: Path) -> EvidenceFile:
    """Copy a file into *folder*'s ``evidence`` and give the copy; the original stays as it is.

    What is there already is never written over: the same content counts as the copy, another gets
    a number. Raises BadUsage where there is no such file, Refused where it cannot be copied.
    """
    kept = folder / FOLDER
    # Said before it is hashed: a film is large.
    if _size(path) > LARGEST_COPY and not path.resolve().is_relative_to(kept.resolve()):
        raise BadUsage(
            f"'{clean(path.name)}' is larger than {LARGEST_COPY // 1_000_000} MB.",
            hint="Leave --copy out: its name and hash are recorded all the same.",
        )
    wanted = evidence_file(folder, path)
    if PurePosixPath(wanted.name).parts[0] == FOLDER:
        return wanted
    if not kept.is_dir():
        make_folder(kept)
        # The folder ignores itself: what is once in git cannot be taken back.
        write_new(kept / ".gitignore", b"*\n")
    number, target = 1, kept / path.name
    while not is_free(target) and not (target.is_file() and _hash(target) == wanted.sha256):
        number += 1
        target = kept / f"{path.stem}-{number}{path.suffix}"
    if is_free(target):
        write_new(target, path.read_bytes())
    return EvidenceFile(name=_name(folder, target), sha256=wanted.sha256)


class EvidenceFiles:
    """The files of a workspace, each looked at once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._hashes: dict[Path, str] = {}
        self._kept: dict[Path, frozenset[str] | None] = {}

    def state(self, about: str, piece: Evidence) -> FileState:
        """What became of a piece's file; *about* is the folder of what the audit is about."""
        if piece.file is None and piece.sha256 is None:
            return FileState.NONE
        folder = self._root / about
        found = self._found(folder, piece.file)
        if found is not None and piece.sha256 is None:
            return FileState.NO_HASH
        if found is not None and self._hash(found) == piece.sha256:
            return FileState.SAME
        kept = self._all_kept(folder)
        if kept is None or (found is not None and not os.access(found, os.R_OK)):
            return FileState.UNREADABLE
        if piece.sha256 in kept:
            return FileState.RENAMED if piece.file else FileState.SAME
        if found is not None:
            return FileState.CHANGED
        inside = piece.file is not None and "/" in _slashed(piece.file)
        return FileState.MISSING if inside else FileState.ELSEWHERE

    def _found(self, folder: Path, name: str | None) -> Path | None:
        if not name:
            return None
        for path in (folder / _slashed(name), folder / FOLDER / _slashed(name)):
            with contextlib.suppress(OSError, ValueError):
                # A file of the workspace alone: a name must not lead anywhere else.
                if path.is_file() and path.resolve().is_relative_to(self._root.resolve()):
                    return path
        return None

    def _all_kept(self, folder: Path) -> frozenset[str] | None:
        """The hashes of the files that are kept; None where that cannot be told."""
        if folder not in self._kept:
            self._kept[folder] = None
            with contextlib.suppress(OSError, InvalidFile):
                files = [path for path in inside(folder / FOLDER) if path.is_file()]
                self._kept[folder] = frozenset(self._hash(path) for path in files)
        return self._kept[folder]

    def _hash(self, path: Path) -> str:
        if path not in self._hashes:
            try:
                self._hashes[path] = _hash(path)
            except BadUsage:  # empty by now, or not to be read
                self._hashes[path] = ""
        return self._hashes[path]


def _name(folder: Path, path: Path) -> str:
    whole, inside = path.resolve(), folder.resolve()
    # Its name alone where it lies outside: no path of somebody's own machine.
    below = whole.is_relative_to(inside)
    name = whole.relative_to(inside).as_posix() if below else path.name
    if name != clean(name) or len(name) > _LONGEST:
        raise BadUsage(
            f"The file's name cannot be recorded: '{clean(name)[:60]}'.",
            hint=f"Rename it: at most {_LONGEST} ordinary characters.",
        )
    return name


def _hash(path: Path) -> str:
    shown = clean(str(path))
    if is_folder(path):
        raise BadUsage(f"'{shown}' is a folder, not a file.", hint=_DOCUMENT)
    try:
        # Not blocking, since a pipe in a file's place would wait for ever.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(path, "rb", opener=lambda name, _: os.open(name, flags)) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise BadUsage(f"'{shown}' is not a plain file.", hint=_DOCUMENT)
            digest = hashlib.file_digest(file, "sha256")
            if not file.tell():
                raise BadUsage(
                    f"'{shown}' is empty.", hint="See whether it was saved as it should."
                )
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise BadUsage(f"There is no file '{shown}'.", hint=_near(path)) from None
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise BadUsage(f"'{shown}' cannot be read: {why}.", hint=_DOCUMENT) from None
    return f"sha256:{digest.hexdigest()}"


def _size(path: Path) -> int:
    with contextlib.suppress(OSError, ValueError):  # said when it is read
        return path.stat().st_size
    return 0


def _near(path: Path) -> str:
    with contextlib.suppress(OSError, ValueError):
        close = get_close_matches(path.name, [one.name for one in path.parent.iterdir()], n=1)
        if close:
            return f"Did you mean '{clean(close[0])}'?"
    return "Give its path, or leave the file out."


def _slashed(name: str) -> str:
    return name.replace("\\", "/")
