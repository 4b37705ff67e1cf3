"""How a path is shown to a person, and whether one that was typed can be a path at all."""

from pathlib import Path


def shown_path(path: Path) -> str:
    """From here where it lies below, else whole."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def is_file(path: Path) -> bool:
    """Whether there is a file; a name that no file can have is that of none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether there is a folder; a name that no folder can have is that of none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
