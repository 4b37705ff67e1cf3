"""Hostile text in the pages of tables: providers side by side, the register, what is due."""

import csv
from functools import cache
from io import StringIO

import pytest
from msgspec.structs import replace

from ap_audit.model.duration import Duration
from ap_audit.report.due import DueReport, due_view
from ap_audit.report.due_items import of_audit
from ap_audit.report.due_text import due_table
from ap_audit.report.finished import wrong_with_page
from ap_audit.report.json import report_json
from ap_audit.report.particulars import NOBODY, particulars
from ap_audit.report.register import Listed, RegisterReport, entry, register_view
from ap_audit.report.register_text import register_table
from ap_audit.report.render import Form, render
from ap_audit.report.sheet import sheet
from ap_audit.report.side_by_side import Compared, ProvidersReport, providers_view
from ap_audit.report.side_by_side_text import providers_table
from ap_audit.rules.ranking import Candidate
from tests.report.builders import DAY, TEMPLATES, blank
from tests.report.hostile import HARMLESS, HOSTILE, blocks, elements, filled, hidden

PAGES = ("compare", "register", "due")
Tables = ProvidersReport | RegisterReport | DueReport


@cache
def view(page: str, text: str) -> Tables:
    """One of the reports, with one text wherever a person's text can stand."""
    case = filled(text)
    judged = case.judged()
    if page == "compare":
        candidate = Candidate(
            slug="a", checklist=case.checklist, depth=case.audit.depth, assessment=judged.assessment
        )
        other = replace(candidate, slug="b", assessment=blank().judged().assessment)
        both = [Compared(name=text, audit=case.audit, candidate=one) for one in (candidate, other)]
        return providers_view(tuple(both), school=text, today=DAY)
    if page == "register":
        known = particulars(case.provider, judged.assessment, NOBODY)
        whole = Listed(
            slug="a", name=text, newest=judged, trouble="", renewal=None, particulars=known
        )
        broken = Listed(
            slug="b", name=text, newest=None, trouble=text, renewal=None, particulars=known
        )
        return register_view([entry(whole, DAY), entry(broken, DAY)], school=text, today=DAY)
    items = sorted(of_audit(judged, text), key=lambda item: item.order)
    return due_view(tuple(items), DAY, Duration(days=400), school=text, never=())


@cache
def page_of(page: str, text: str, form: Form) -> str:
    """The same as a page."""
    return render(view(page, text), form, shipped=TEMPLATES)


def table(page: str, text: str) -> str:
    """The same for a spreadsheet."""
    match view(page, text):
        case ProvidersReport() as report:
            return sheet(providers_table(report))
        case RegisterReport() as report:
            return sheet(register_table(report))
        case DueReport() as report:
            return sheet(due_table(report))


@pytest.mark.parametrize("page", PAGES)
def test_the_text_is_on_the_page(page: str) -> None:
    """Else the tests below would look at nothing."""
    for form in ("html", "md"):
        assert page_of(page, HARMLESS, form).count(HARMLESS) > 2


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("page", PAGES)
def test_no_text_changes_the_html(page: str, text: str) -> None:
    """Elements and attributes are those of harmless words, and nothing can act."""
    made = page_of(page, text, "html")
    assert elements(made) == elements(page_of(page, HARMLESS, "html"))
    assert wrong_with_page(made, must_show=frozenset()) == []
    assert hidden(made) == set()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("page", PAGES)
def test_no_text_changes_the_markdown(page: str, text: str) -> None:
    """Blocks, tables and marks are those of harmless words."""
    made = page_of(page, text, "md")
    assert blocks(made) == blocks(page_of(page, HARMLESS, "md"))
    assert hidden(made) == set()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("page", PAGES)
def test_no_text_acts_in_json_or_a_spreadsheet(page: str, text: str) -> None:
    """No hidden character, and no cell that a spreadsheet takes for a formula."""
    assert hidden(report_json(view(page, text))) == set()
    cells = [cell for row in csv.reader(StringIO(table(page, text))) for cell in row]
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert hidden("".join(cells)) == set()
