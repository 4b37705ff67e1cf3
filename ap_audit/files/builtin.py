"""Where the shipped checklists and templates stand: beside the package, or inside it.

A checkout keeps them at the top level, where people read and edit them; a wheel carries them in
``ap_audit/builtin``. Beside comes first, because an editable install leaves a copy in site-packages
that no edit reaches.
"""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def checklists_folder() -> Path:
    """The folder of the shipped checklists and their sources."""
    return _folder("checklists")


def schemas_folder() -> Path:
    """The folder of the shipped JSON Schemas, one for each kind of file."""
    return checklists_folder() / "schema"


def templates_folder() -> Path:
    """The folder of the shipped report templates."""
    return _folder("templates")


@cache
def _folder(name: str, *, package: Path = _PACKAGE) -> Path:
    beside = package.parent / name
    # In site-packages, `checklists` beside us would be another project's.
    if beside.is_dir() and _is_checkout(package.parent):
        return beside
    return package / "builtin" / name


def _is_checkout(folder: Path) -> bool:
    try:
        project = (folder / "pyproject.toml").read_text(encoding="utf-8")
    except OSError:
        return False
    # Read as text: the line is our own, and a TOML parser costs a fifth of a bare start.
    return 'name = "ap-audit"' in project.splitlines()
