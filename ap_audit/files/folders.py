"""What lies in a folder. One that cannot be opened is no empty one: what is in it may decide."""

from pathlib import Path

from ap_audit.errors import InvalidFile, Place, Problem
from ap_audit.files.here import shown_path

YAML = ".yaml"


def inside(folder: Path, ending: str = "") -> list[Path]:
    """What lies in a folder and ends so, in no order; nothing where there is no such folder.

    Raises InvalidFile where it cannot be told: no permission, a link that leads nowhere, a file.
    Beside folders, some systems leave files of their own; below one of those there is nothing.
    """
    try:
        found = list(folder.iterdir())
    except FileNotFoundError:
        if not folder.is_symlink():
            return []
        raise _closed(folder, "leads to a folder that is not there") from None
    except OSError as error:
        if isinstance(error, NotADirectoryError) and not may_be(folder):
            return []
        raise _closed(folder, f"cannot be opened: {(error.strerror or '').lower()}") from None
    return [path for path in found if path.name.endswith(ending)]


def inside_or_itself(folder: Path, ending: str = YAML) -> list[Path]:
    """The files in a folder; where it cannot be opened, the folder, and reading it says why not.

    What is in there would otherwise be missing without a word.
    """
    try:
        return inside(folder, ending)
    except InvalidFile:
        return [folder]


def may_be(path: Path) -> bool:
    """Whether there is such a file or folder; also where that cannot be told."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _closed(folder: Path, what: str) -> InvalidFile:
    place = Place(path=shown_path(folder))
    hint = "until it can be opened, what is in it is missing here: ask whoever looks after the disk"
    return InvalidFile((Problem(place=place, what=what, hint=hint),))
