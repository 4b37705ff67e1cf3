"""Shipped files in decoded form, kept beside them as Python keeps its own: in `__pycache__`.

Reading the longest checklist as YAML takes as long as three bare interpreters; its kept form takes
a fifth of one. It is used only where it was made from these very bytes by this very program.
Anything else (nothing kept, an older form, a damaged one) is as good as nothing, and the file
itself is read.
"""

import contextlib
import os
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec import MsgspecError, Struct, msgpack

from ap_audit.files.data import data_of
from ap_audit.model.condition import Condition, Data, condition_from, input_from
from ap_audit.version import VERSION

T = TypeVar("T", bound=Struct)


class _Kept(Struct, frozen=True):
    program: str
    sources: tuple[bytes, ...]
    """All of them, so that no hash has to be trusted, or loaded."""
    checksum: int
    body: bytes


in_memory: dict[Path, tuple[tuple[bytes, ...], Struct]] = {}
"""What this process has read, and from what."""


def kept(path: Path, kind: type[T], sources: tuple[bytes, ...], make: Callable[[], T]) -> T:
    """What *make* gives, or its form kept beside *path* where that was made from these *sources*.

    The sources are the bytes of every file that *make* reads. Whatever *make* raises is raised, and
    nothing is kept then.
    """
    place = _place(path)
    before, value = in_memory.get(place, (None, None))
    if before != sources or not isinstance(value, kind):
        value = _read(place, kind, sources)
        if value is None:
            value = make()
            _write(place, value, sources)
        in_memory[place] = sources, value
    return value


def _place(path: Path) -> Path:
    if sys.pycache_prefix:
        folder = Path(sys.pycache_prefix, *path.absolute().parent.parts[1:])
    else:
        folder = path.parent / "__pycache__"
    return folder / f"{path.stem}.msgpack"


def _program() -> str:
    """What reads and decodes, as Python's own cache knows it: by time and size of its source."""
    package = Path(__file__).parents[1]
    modules = [
        (entry.name, entry.stat().st_mtime_ns, entry.stat().st_size)
        for room in ("files", "model")
        for entry in os.scandir(package / room)
        if entry.name.endswith(".py")
    ]
    return f"{VERSION} {sorted(modules)}"


def _read(place: Path, kind: type[T], sources: tuple[bytes, ...]) -> T | None:
    try:
        found = msgpack.decode(place.read_bytes(), type=_Kept)
    except (OSError, MsgspecError):
        return None
    if (found.program, found.sources) != (_program(), sources):
        return None
    return _decoded(found.body, kind) if zlib.crc32(found.body) == found.checksum else None


def _write(place: Path, value: Struct, sources: tuple[bytes, ...]) -> None:
    if sys.dont_write_bytecode:
        return
    body = msgpack.encode(data_of(value), enc_hook=str)
    if _decoded(body, type(value)) != value:
        return
    content = msgpack.encode(_Kept(_program(), sources, zlib.crc32(body), body))
    temporary = place.with_name(f"{place.name}.{os.getpid()}")
    with contextlib.suppress(OSError):  # another's folder, a full disk: then it is read each time
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(content)
            temporary.replace(place)
        finally:
            temporary.unlink(missing_ok=True)


def _decoded(body: bytes, kind: type[T]) -> T | None:
    try:
        # Not strict, since numbers stand as text, as in the file itself.
        return msgpack.decode(body, type=kind, strict=False, dec_hook=_from_data)
    except MsgspecError:
        return None


def _from_data(kind: type, data: Data) -> object:
    """A condition or the input of a computed value, which msgspec does not know."""
    read = condition_from(data)[0] if kind is Condition else input_from(data)
    if read is None:
        raise ValueError(data)
    return read
