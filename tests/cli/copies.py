"""Workspaces that take several commands to make: made by the first test, copied for the others."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, Protocol, TypeVar


class InFolder(Protocol):
    """Commands started in a folder."""

    @property
    def folder(self) -> Path: ...


Made = TypeVar("Made", bound=InFolder)
Given = ParamSpec("Given")


@dataclass(frozen=True)
class Copy:
    """A folder with everything below it."""

    folders: tuple[str, ...]
    files: dict[str, bytes]

    def lay_out(self, folder: Path) -> None:
        """Write it all into another folder."""
        for name in self.folders:
            (folder / name).mkdir(exist_ok=True)
        for name, content in self.files.items():
            (folder / name).write_bytes(content)


def copied(folder: Path) -> Copy:
    """What a folder holds now."""
    below = [(path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*"))]
    return Copy(
        folders=tuple(name for name, path in below if path.is_dir()),
        files={name: path.read_bytes() for name, path in below if path.is_file()},
    )


def made_once(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """*make* as it is where it is called first; after that, a copy of the files that it left.

    It is given something in an empty folder, or in one with the same files each time.
    """
    left: list[tuple[Callable[[Path], Made], Copy]] = []

    @wraps(make)
    def copy(*args: Given.args, **named: Given.kwargs) -> Made:
        if not left:
            made = make(*args, **named)
            left.append((type(made), copied(made.folder)))
            return made
        again, files = left[0]
        given: Any = args[0] if args else next(iter(named.values()))
        files.lay_out(given.folder)
        return again(given.folder)

    return copy
