"""In no report of the example does a short form come before what it stands for."""

import html
import re
from pathlib import Path

import pytest

from ap_audit.cli.opening import library_of, workspace_at
from tests.cli.running import Shell

TODAY = "2026-11-26"
PROVIDERS = (
    "brightwater-academy",
    "hillside-skills-centre",
    "lantern-online-tutors",
    "meadow-lane-farm-project",
)
REPORTS = {
    **{
        f"{name}-{whom}": ("report", name, "--for", whom)
        for name in PROVIDERS
        for whom in ("full", "governors")
    },
    "diff": ("diff", "meadow-lane-farm-project", "-f", "html"),
    "compare": ("compare", *PROVIDERS, "-f", "html"),
    "register": ("register", "-f", "html"),
    "due": ("due", "-f", "html"),
    "worksheet": ("worksheet", "meadow-lane-farm-project"),
}
_NOT_READ = re.compile(r"<(style|title|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)


@pytest.mark.parametrize("command", REPORTS.values(), ids=REPORTS)
def test_nothing_short_comes_first(
    command: tuple[str, ...], example_school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a reader goes through the page."""
    monkeypatch.chdir(example_school)
    page = Shell(example_school).fine(*command, "--today", TODAY, "-o", "-")
    words = " ".join(html.unescape(_NOT_READ.sub(" ", page)).split())
    assert too_early(words, abbreviations(example_school)) == []


def abbreviations(folder: Path) -> dict[str, str]:
    """Every short form of the glossary, and what it stands for."""
    terms = library_of(workspace_at(folder)).glossary().terms
    return {word: term.stands_for for word, term in terms.items() if term.stands_for}


def too_early(words: str, known: dict[str, str]) -> list[str]:
    """The short forms whose first use is not next to what they stand for."""
    found = []
    for short, long in known.items():
        first = re.search(rf"(?<![\w-]){re.escape(short)}s?(?![\w-])", words)
        if first is None:
            continue
        before, after = words[: first.start()].casefold(), words[first.end() :].casefold()
        spelled = long.casefold()
        if not (
            before.endswith(f"{spelled} (") or after[1:].startswith((f"({spelled}", f"[{spelled}"))
        ):
            found.append(f"{before[-60:]}{first[0]}{after[:60]}")
    return found


def test_the_test_sees_a_short_form() -> None:
    """Before its long form, or far after it."""
    known = {"DBS": "Disclosure and Barring Service"}
    assert too_early("The DBS. Disclosure and Barring Service", known)
    assert too_early("Disclosure and Barring Service. It says what the DBS does.", known)
    assert not too_early("A DBS (Disclosure and Barring Service) check", known)
