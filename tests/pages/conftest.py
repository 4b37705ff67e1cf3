"""Finished reports, and the programs of other people that look at them.

A laptop without these programs skips the tests and says so; where AP_AUDIT_PAGES=required, as in
continuous integration, a missing one fails them.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from ap_audit.files.builtin import checklists_folder
from ap_audit.files.library import Library
from ap_audit.model.audit import Answer
from ap_audit.model.words import Rating
from ap_audit.report.render import Form, render
from ap_audit.report.reports import Report
from ap_audit.report.view import Audience
from ap_audit.report.worksheet import Worksheet, worksheet
from tests.report.builders import TEMPLATES, Case, all_met, blank, decided, signed, stopped, typical
from tests.report.hostile import filled
from tests.report.test_comparison import this_year_and_last
from tests.report.test_due import due
from tests.report.test_register import register
from tests.report.test_side_by_side import four
from tests.report.test_year import year

HERE = Path(__file__).parent
# Read at once: the fixture that scrubs the environment would take them away.
REQUIRED = os.environ.get("AP_AUDIT_PAGES") == "required"
NODE_FOLDER = Path(os.environ.get("AP_AUDIT_PAGE_TOOLS", HERE))
HOSTILE = '<img src=x onerror=alert(1)> {{ 7*7 }} | `#12` @name [a](javascript:alert(1)) "q"'
FORMS: tuple[Form, ...] = ("html", "md")
AUDIENCES: tuple[Audience, ...] = ("governors", "full")
CASES: dict[str, Callable[[], Case]] = {
    "typical": typical,
    "blank": blank,
    "stopped": stopped,
    "stopped-signed": lambda: decided(stopped()),
    "all-met": all_met,
    "signed": signed,
    "hostile": lambda: filled(HOSTILE),
}


def program(name: str) -> str:
    """Where a program is; without it the test is skipped, or fails where it is required."""
    found = shutil.which(name)
    return found or missing(f"'{name}' is not installed")


def node_module(name: str) -> Path:
    """Where a module of package.json is; see `program`."""
    found = NODE_FOLDER / "node_modules" / name
    return found if found.exists() else Path(missing(f"npm's '{name}' is not installed"))


def missing(what: str) -> str:
    """Skip the test, or fail it where the checks of pages are required."""
    if REQUIRED:
        pytest.fail(what)
    pytest.skip(f"{what}: this check was NOT made. See docs/pages.md.")


@dataclass(frozen=True)
class Pages:
    """Reports as files: HTML and Markdown, by name; written once a program is there to look."""

    folder: Path

    def html(self) -> list[Path]:
        """Every page."""
        return sorted(self.written().glob("*.html"))

    def markdown(self) -> list[Path]:
        """Every Markdown report."""
        return sorted(self.written().glob("*.md"))

    def written(self) -> Path:
        """The folder with every kind of report in it."""
        if not self.folder.exists():
            self.folder.mkdir()
            write_all(self.folder)
        return self.folder


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Every kind of report, of audits that are typical, empty, all met, signed and hostile."""
    return Pages(tmp_path_factory.mktemp("pages") / "written")


def audit_report(name: str, audience: Audience, form: Form) -> str:
    """The report of one of the cases."""
    return render(CASES[name]().view(audience), form, shipped=TEMPLATES)


def write_all(folder: Path) -> None:
    """Write every report into a folder."""
    for name in CASES:
        for audience in AUDIENCES:
            for form in FORMS:
                text = audit_report(name, audience, form)
                (folder / f"{name}-{audience}.{form}").write_text(text, encoding="utf-8")
    for form in FORMS:
        text = render(this_year_and_last(), form, shipped=TEMPLATES)
        (folder / f"comparison.{form}").write_text(text, encoding="utf-8")
        others: dict[str, Report] = {
            "providers": four(),
            "register": register(),
            "due": due(),
            "year": year(),
        }
        for name, report in others.items():
            text = render(report, form, shipped=TEMPLATES)
            (folder / f"{name}.{form}").write_text(text, encoding="utf-8")
    for name, sheet in worksheets().items():
        text = render(sheet, "html", shipped=TEMPLATES)
        (folder / f"worksheet-{name}.html").write_text(text, encoding="utf-8")


def worksheets() -> dict[str, Worksheet]:
    """The questions of a shipped checklist, to fill in at the school and at the provider."""
    library = Library(shipped=checklists_folder())
    checklist = library.edition(library.newest("ap-provider")).checklist
    answer = Answer(rating=Rating.PARTLY, note=HOSTILE, by=HOSTILE)
    return {
        whom: worksheet(
            checklist,
            name=HOSTILE if whom == "hostile" else "Hillside Skills Centre",
            school="Example School",
            date="24 November 2026",
            claims=whom == "provider",
            answers=dict.fromkeys(checklist.by_id(), answer) if whom == "hostile" else {},
            asked=frozenset(checklist.by_id()),
        )
        for whom in ("school", "provider", "hostile")
    }


@dataclass(frozen=True)
class Looks:
    """What Chromium saw of every page in every view, and the PDF files it printed."""

    seen: list[dict[str, object]]
    pdfs: Path


@pytest.fixture(scope="session")
def looks(pages: Pages, tmp_path_factory: pytest.TempPathFactory) -> Looks:
    """Every page, looked at once in all views: starting a browser is what takes the time."""
    for name in ("axe-core", "playwright-core"):
        node_module(name)
    pdfs = tmp_path_factory.mktemp("pdf")
    words = [program("node"), str(HERE / "look.mjs"), program("chromium"), str(pdfs)]
    done = subprocess.run(
        [*words, *map(str, pages.html())],
        env={**os.environ, "PAGE_TOOLS": str(NODE_FOLDER)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Looks(json.loads(done.stdout), pdfs)
