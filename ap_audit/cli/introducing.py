"""Asking at a terminal what a first audit needs to know, before anything is made."""

import sys
from pathlib import Path

from ap_audit.cli.one_line import one_line
from ap_audit.cli.screen import tell
from ap_audit.files.making import make_workspace
from ap_audit.files.workspace import Workspace
from ap_audit.interview.person import Person

NO_NAME = "Our school"
NO_ROLE = "AP lead"


def at_keyboard() -> Person | None:
    """Whoever is at the keyboard, to be asked; None where nobody is."""
    if sys.stdin is None or not sys.stdin.isatty():
        return None
    from ap_audit.interview.terminal import Terminal

    return Terminal(sys.stdin, sys.stdout)


def introduced(*, school: str, role: str, ask: bool) -> tuple[str, str]:
    """The school's name and the role of whoever answers: as given, else asked, else usual ones."""
    if not (school and role) and ask and (person := at_keyboard()):
        from ap_audit.interview import introductions

        said = introductions.introduced(person, school=school, role=role, kept=one_line)
        return said.school, said.role
    return school or NO_NAME, role or NO_ROLE


def begin_workspace(root: Path, school: str) -> Workspace:
    """Make a workspace, and say so where nobody was asked what the school is called."""
    workspace = make_workspace(root, school)
    if school == NO_NAME:
        tell(
            f"Nobody said what the school is called, so its reports say '{NO_NAME}'.",
            'To change it: the line "school:" in ap-audit.yaml.',
        )
    return workspace
