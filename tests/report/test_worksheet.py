import csv
import io
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from ap_audit.model.audit import Answer
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating
from ap_audit.report.finished import wrong_with_page
from ap_audit.report.render import render
from ap_audit.report.table import as_csv, cell, rows
from ap_audit.report.workbook import as_xlsx
from ap_audit.report.worksheet import Worksheet, worksheet
from tests.interview.builders import CHECKLIST, CHECKS, LEAD, LOCKS, SCALE, SITE

TEMPLATES = Path(__file__).parents[2] / "templates"
ANSWERS = {
    CriterionId(CHECKS.id): Answer(
        rating=Rating.PARTLY, note="=two\nmissing", values={"confirmed-on": "2026-11-03"}
    )
}


def sheet(*, claims: bool = False) -> Worksheet:
    """The short checklist's sheet, with one answer recorded."""
    return worksheet(
        CHECKLIST,
        name="Hillside <Skills>",
        school="Example School",
        date="24 November 2026",
        claims=claims,
        answers=ANSWERS,
        asked=frozenset(CHECKLIST.by_id()),
    )


def test_rows() -> None:
    """Each question has its row, each value one of its own; what is recorded stands there."""
    found = rows(sheet())

    assert found[0] == ("id", "part", "question", "answer", "note", "evidence", "seen", "dated")
    assert [row[:2] for row in found[1:6]] == [
        ("kind", "setting"),
        ("pupils", "number"),
        ("pupils", "since"),
        ("saf-checks-written", ""),
        ("saf-checks-written", "confirmed-on"),
    ]
    assert found[4][3:5] == ("partly met", "=two / missing")
    assert found[5][3] == "3 November 2026"


def test_question_the_other_way_round() -> None:
    """Whoever ticks a box must not take met for yes."""
    asked = {row[0]: row[2] for row in rows(sheet(claims=True))}

    assert asked[LOCKS.id] == "Is any child ever locked in? (Yes counts as not met.)"


def test_for_the_provider() -> None:
    """A provider is asked what is rated and shown nothing that the school recorded."""
    found = rows(sheet(claims=True))

    assert found[0] == ("id", "part", "question", "claim", "note")
    assert [row[0] for row in found[1:]] == [
        "saf-checks-written",
        "saf-lead",
        "saf-site",
        "saf-locks",
        "saf-urn",
    ]
    assert "two" not in repr(sheet(claims=True))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+44",
        "-5",
        "@SUM(A1)",
        "\t=1",
        " =1",
        '"=1',
        "\uff1d1",
        "\xa0-1",
    ],
)
def test_cells_that_would_act(text: str) -> None:
    """A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    assert cell(text).startswith("'")
    assert "\n" not in cell(f"{text}\n{text}")


@pytest.mark.parametrize("text", ["met", "18 hours", "a=b", "£5", "(none)", ""])
def test_cells_that_do_nothing(text: str) -> None:
    """Other text stands as it is."""
    assert cell(text) == text


def test_csv() -> None:
    """The file is one that spreadsheets open as UTF-8, and no cell acts."""
    text = as_csv(sheet())

    assert text.startswith("\ufeffid,part,")
    read = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert read[4][4] == "'=two / missing"
    assert {len(row) for row in read} == {8}


def test_own_scale() -> None:
    """A checklist with words of its own asks in them, best first, and says what they count as."""
    graded = {**ANSWERS, CriterionId(LEAD.id): Answer(rating=Rating.MET, grade="good")}
    own = worksheet(
        replace(CHECKLIST, scale=SCALE),
        name="Hillside",
        school="Example School",
        date="24 November 2026",
        claims=False,
        answers=graded,
        asked=frozenset(CHECKLIST.by_id()),
    )
    page = render(own, "html", shipped=TEMPLATES)
    lists = load_workbook(io.BytesIO(as_xlsx(own)))["Lists"]

    by_id = {row.id: row for section in own.sections for row in section.rows}
    assert by_id[CHECKS.id].choices == ("Excellent", "Good", "Fair", "Poor", "could not tell")
    assert by_id[CHECKS.id].so_far == "partly met"  # given without a word of the scale
    assert by_id[LEAD.id].so_far == "Good"
    assert '<li><span class="box"></span>Excellent</li>' in page
    assert "Excellent counts as met; Good counts as met; Fair counts as partly met; " in page
    assert [cell.value for cell in lists["B"]][:4] == ["Excellent", "Good", "Fair", "Poor"]


def test_workbook() -> None:
    """Each answer has its list to choose from, no cell is a formula, and text stays text."""
    book = load_workbook(io.BytesIO(as_xlsx(sheet())))
    page = book["Questions"]

    lists = {str(one.sqref): one.formula1 for one in page.data_validations.dataValidation}
    assert len(lists) == 4  # five ratings, with and without "does not apply"; seen; the setting
    assert not [one for row in page.iter_rows() for one in row if one.data_type == "f"]
    assert page["A5"].value == "saf-checks-written"
    assert page["D5"].number_format == "@"
    assert [one.value for one in book["Lists"]["A"]][:2] == [
        "Registered school",
        "Centre that is not a school",
    ]
    assert "D2" in next(where for where, formula in lists.items() if "$A$1:$A$2" in formula)


def test_page() -> None:
    """The page to print has boxes, runs nothing, and escapes what people wrote."""
    page = render(sheet(), "html", shipped=TEMPLATES)

    assert wrong_with_page(page, must_show=frozenset()) == []
    assert "Hillside &lt;Skills&gt;" in page
    assert '<li><span class="box"></span>partly met</li>' in page
    assert "Does not apply only where: the site is not shared; our pupils attend no site" in page
    assert SITE.ask in page
