"""The pages that are made from the checklists, the glossary and the file formats are fresh."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ap_audit.files.library import Library
from ap_audit.report.checklist_page import checklist_page
from ap_audit.report.glossary_page import glossary_page
from ap_audit.report.tables import COLUMNS, FORMAT
from tests.docs.keys_page import keys_page

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LIBRARY = Library(shipped=ROOT / "checklists")
PUBLISHED = [one for one in LIBRARY.references() if not LIBRARY.is_draft(one)]


@pytest.mark.parametrize("reference", PUBLISHED)
def test_checklists(reference: str, kept: Callable[[Path, str], None]) -> None:
    """One page for each published edition, with every question on it; a draft may yet change."""
    edition = LIBRARY.edition(reference)
    page = checklist_page(edition.checklist, edition.register, LIBRARY.glossary())

    kept(DOCS / "checklists" / f"{reference}.md", page)
    assert all(f"`{criterion.id}`" in page for criterion in edition.checklist.criteria())
    assert all(f"`{name}`" in page for name in edition.checklist.rules)


def test_glossary(kept: Callable[[Path, str], None]) -> None:
    """Every word of the shipped glossary."""
    kept(DOCS / "glossary.md", glossary_page(LIBRARY.glossary(), LIBRARY.register()))


def test_the_index_lists_every_page() -> None:
    """Nobody finds a page that no other names."""
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} - {"README.md"}

    assert {page for page in pages if f"({page})" not in index} == set()


def test_keys(kept: Callable[[Path, str], None]) -> None:
    """What the keys of the files mean, as the model says it."""
    kept(DOCS / "file-keys.md", keys_page())


def test_the_columns_of_export_are_the_documented_ones() -> None:
    """Every table, and every column in its order."""
    page = (DOCS / "tables.md").read_text(encoding="utf-8")
    for name, columns in COLUMNS.items():
        part = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        assert re.findall(r"`([^`]+)`", part.splitlines()[-1]) == list(columns)
    assert FORMAT in page
