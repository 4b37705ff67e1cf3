"""What lies in a folder. One that cannot be opened is no empty one: what is in it may decide."""

from pathlib import Path

from ap_audit.errors import InvalidFile, Place, Problem
from ap_audit.files.here import shown_path

YAML = ".yaml"


def inside(folder: Path, ending: str = "") -> list[Path]:
    """What lies in a folder and ends so, in no order; nothing where there is no such folder.

    Raises InvalidFile where it cannot be told: no permission, a link that leads nowhere, a file.
    """
    try:
        found = list(folder.iterdir())
    except FileNotFoundError:
        if not folder.is_symlink():
            return []
        raise _closed(folder, "leads to a folder that is not there") from None
    except OSError as error:
        raise _closed(folder, f"cannot be opened: {(error.strerror or '').lower()}") from None
    return [path for path in found if path.name.endswith(ending)]


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
