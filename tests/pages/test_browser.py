"""What a browser makes of a report: for eyes, for a screen reader, on a phone and on paper."""

import re
import subprocess

import pytest

from tests.pages.conftest import Looks, program

LATER = re.compile(
    r"^(Conditions and what is not known|Every gateway|Sections|What changed.*)$", re.MULTILINE
)
"""Headings that come after page 1."""
VIEWS = ("desktop", "phone", "print", "forced-colours")


def of(looks: Looks, view: str, what: str) -> dict[str, object]:
    """What was found in one view, by page; pages without a finding are left out."""
    found = {str(seen["page"]): seen[what] for seen in looks.seen if seen["view"] == view}
    assert len(found) >= 10
    return {page: value for page, value in found.items() if value}


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(looks: Looks, view: str) -> None:
    """No rule of WCAG 2.2 AA, nor of axe's own good practice, is broken."""
    assert of(looks, view, "broken") == {}
    assert all(int(str(seen["passed"])) > 20 for seen in looks.seen)


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_fetched(looks: Looks, view: str) -> None:
    """A report asks nobody for anything, and nothing in it goes wrong."""
    assert of(looks, view, "fetched") == {}
    assert of(looks, view, "errors") == {}


def test_a_phone_need_not_scroll_sideways(looks: Looks) -> None:
    """Everything fits on 320 pixels."""
    assert of(looks, "phone", "overflow") == {}


def test_the_print_is_tagged(looks: Looks) -> None:
    """A PDF carries its structure, its language and its outline."""
    printed = sorted(looks.pdfs.glob("*.pdf"))
    assert len(printed) >= 10
    for pdf in printed:
        content = pdf.read_bytes()
        for needed in (b"/StructTreeRoot", b"/Lang", b"/Outlines"):
            assert needed in content, (pdf.name, needed)


def test_page_1_stands_alone(looks: Looks) -> None:
    """Paper page 1 ends with the figures, and what follows begins on page 2."""
    for pdf in sorted(looks.pdfs.glob("[abst]*.pdf")):  # not hostile ones: every line is long
        first, second = page_text(looks, pdf.name, 1), page_text(looks, pdf.name, 2)
        assert "Advice from this audit" in first, pdf.name
        assert "Look again by" in first or "Coverage" in first, pdf.name
        assert "Page 1 of" in first, pdf.name
        assert not LATER.search(first), pdf.name
        assert LATER.search(second), pdf.name


def page_text(looks: Looks, name: str, number: int) -> str:
    """The words on one page of a PDF."""
    words = [program("pdftotext"), "-layout", "-f", str(number), "-l", str(number)]
    done = subprocess.run(
        [*words, str(looks.pdfs / name), "-"], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout
