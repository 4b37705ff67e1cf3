"""A small school whose audit can be signed, and the commands that sign it."""

import shutil
from pathlib import Path

from tests.cli.git_school import School

SCHOOL = Path(__file__).parents[1] / "errors" / "_school"
ON = ("--today", "2026-11-24")
PREPARED = ("sign", "hillside", "--role", "prepared", "--name", "A. Silva", *ON)
CHECKED = ("sign", "hillside", "--role", "checked", "--name", "B. Cole", "--by", "DSL", *ON)
ACCEPTED = ("sign", "hillside", "--role", "accepted", "--name", "R. Okafor", "--by", "Head", *ON)
REOPENED = ("sign", "hillside", "--reopen", "--name", "R. Okafor", "--by", "Head", *ON)
WHY = ("--reason", "One door was looked at on the wrong day.")


def signable(folder: Path) -> School:
    """A school with one audit that can be signed."""
    shutil.copytree(SCHOOL, folder)
    return School(folder)


def edited(school: School, old: str, new: str) -> None:
    """A change by hand."""
    text = school.audit.read_text(encoding="utf-8")
    assert old in text
    school.audit.write_text(text.replace(old, new, 1), encoding="utf-8")
