"""Asking at a terminal what a first audit needs to know, before anything is made."""

import sys
from difflib import get_close_matches
from pathlib import Path

from ap_audit.cli.one_line import one_line
from ap_audit.cli.screen import tell
from ap_audit.errors import BadUsage
from ap_audit.files.making import make_workspace
from ap_audit.files.workspace import Workspace
from ap_audit.model.clean import clean

NO_NAME = "Our school"
NO_ROLE = "AP lead"
_NEARLY = 0.85
"""From which likeness on two names are taken for slips of one another."""


def at_terminal() -> bool:
    """Whether a person is at the keyboard."""
    return sys.stdin is not None and sys.stdin.isatty()


def in_quotes(words: list[str]) -> str | None:
    """The name given in one word, as a shell sees it; raises BadUsage where it was left in several.

    They are not joined: the second may be a reference, or an option without its dashes.
    """
    if len(words) > 1:
        name = clean(" ".join(words)).strip("“”‘’\"'")
        raise BadUsage(
            "A name of several words needs quotes round it.", hint=f'ap-audit new "{name}"'
        )
    return words[0] if words else None


def introduced(*, school: str, role: str, ask: bool) -> tuple[str, str]:
    """The school's name and the role of whoever answers: as given, else asked, else usual ones."""
    if not (school and role) and ask and at_terminal():
        from ap_audit.interview import introductions
        from ap_audit.interview.terminal import Terminal

        person = Terminal(sys.stdin, sys.stdout)
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


def known_instead(workspace: Workspace, slug: str, name: str, *, ask: bool) -> str:
    """The slug of a known provider that a new *name* is a slip for; empty where it is another.

    Asks where somebody is there to say. Where nobody is, it is another, and what is alike is said.
    """
    close = get_close_matches(slug, _same_numbers(workspace, slug), n=1, cutoff=_NEARLY)
    if not close:
        return ""
    known = workspace.provider(close[0]).value.name
    if ask and at_terminal():
        from ap_audit.interview.introductions import same_provider
        from ap_audit.interview.terminal import Terminal

        return close[0] if same_provider(Terminal(sys.stdin, sys.stdout), name, known) else ""
    tell(
        f"'{name}' is new here. A provider of nearly this name is known: '{known}' ({close[0]}).",
        f"If it is the same one, take the folder providers/{slug} away again.",
    )
    return ""


def _same_numbers(workspace: Workspace, slug: str) -> list[str]:
    """Those that are told apart by no number: site 1 and site 2 are two."""
    numbers = _numbers(slug)
    return [one for one in workspace.providers() if _numbers(one) == numbers]


def _numbers(slug: str) -> str:
    return "".join(filter(str.isdigit, slug))
