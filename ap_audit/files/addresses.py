"""The name of an audit's file, and what it says: DATE[-2].CHECKLIST[.REF].yaml in its folder."""

import re
from pathlib import Path, PurePosixPath

from msgspec import Struct

from ap_audit.model.about import SCHOOL, About
from ap_audit.model.words import Subject

_HEADING = 4096
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-(\d+))?\.([A-Za-z0-9-]+)(?:\.([A-Z0-9-]+))?")


class Address(Struct, frozen=True, kw_only=True):
    """What can be told of an audit without opening its file."""

    path: PurePosixPath
    """From the workspace's folder."""
    about: About
    date: str = ""
    """By the name; by the heading where the file was given another name by hand."""
    number: int = 0
    """1 for the first audit of its day; 0 where the name does not say it."""
    checklist: str = ""

    @property
    def age(self) -> tuple[str, int, str]:
        """Smaller for an older one."""
        return (self.date, self.number, self.path.name)


def address_of(root: Path, path: Path) -> Address:
    """The address of an audit's file in the workspace *root*."""
    below = PurePosixPath(path.relative_to(root).as_posix())
    found = _NAME.fullmatch(path.stem)
    said = {} if found else _heading(path)
    reference = found[4] or "" if found else said.get("placement", "")
    if below.parts[0] == SCHOOL:
        about = About(Subject.SCHOOL)
    elif reference:
        about = About(Subject.PLACEMENT, below.parts[1], reference)
    else:
        about = About(Subject.PROVIDER, below.parts[1])
    if found is None:
        checklist = said.get("checklist", "").partition("@")[0]
        return Address(path=below, about=about, date=said.get("date", ""), checklist=checklist)
    return Address(
        path=below, about=about, date=found[1], number=int(found[2] or 1), checklist=found[3]
    )


def _heading(path: Path) -> dict[str, str]:
    """The lines at the top of a file whose name says nothing: else it would count as the oldest."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            top = file.read(_HEADING)
    except OSError:
        return {}
    plain = r"""^(date|checklist|placement):[ ]+["']?([A-Za-z0-9@.-]+)["']?[ ]*$"""
    return dict(re.findall(plain, top, re.MULTILINE))


def stem_for(date: str, number: int, checklist: str, reference: str) -> str:
    """The name of an audit's file, without its ending."""
    again = f"-{number}" if number > 1 else ""
    return f"{date}{again}.{checklist}" + (f".{reference}" if reference else "")


def is_stem(text: str) -> bool:
    """Whether this can be the name of an audit's file, and so no path to anywhere else."""
    return _NAME.fullmatch(text) is not None
