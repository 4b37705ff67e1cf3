"""Hostile text in every field that a person can fill."""

from functools import cache
from io import StringIO

import pytest

from ap_audit.report.audit_report import AuditReport
from ap_audit.report.console import show
from ap_audit.report.finished import wrong_with_page
from ap_audit.report.json import report_json
from ap_audit.report.render import Form, render
from ap_audit.report.score_text import score_lines
from ap_audit.rules.assess import assess
from tests.builders import CALENDAR
from tests.report.builders import CHECKS, DAY, REGISTER, TEMPLATES, typical
from tests.report.hostile import HARMLESS, HOSTILE, blocks, elements, filled, hidden


@cache
def view(text: str) -> AuditReport:
    """The report with one text everywhere."""
    return filled(text).view()


@cache
def report(text: str, form: Form) -> str:
    """The same as a page."""
    return render(view(text), form, shipped=TEMPLATES)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_changes_the_html(text: str) -> None:
    """Elements and attributes are those of harmless words, and nothing can act."""
    page = report(text, "html")
    assert elements(page) == elements(report(HARMLESS, "html"))
    assert wrong_with_page(page, must_show=frozenset(("advice",))) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_changes_the_markdown(text: str) -> None:
    """Blocks, tables and marks are those of harmless words on as many lines."""
    like = "\n".join(HARMLESS if line else "" for line in text.split("\n"))
    assert blocks(report(text, "md")) == blocks(report(like, "md"))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", ["html", "md"])
def test_no_hidden_character_reaches_a_report(text: str, form: Form) -> None:
    """Control, bidirectional and zero-width characters are visible stand-ins."""
    assert hidden(report(text, form)) == set()


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_acts_in_a_terminal(text: str) -> None:
    """Without colour no escape is printed at all; with colour none but styles of our own."""
    plain, coloured = StringIO(), StringIO()
    show(view(text), plain, width=80)
    show(view(text), coloured, width=80, colour=True)
    assert hidden(plain.getvalue()) == set()
    assert "\x1b]" not in coloured.getvalue()
    assert hidden(coloured.getvalue()) <= {"\x1b"}


def test_marks_of_rich_are_shown_as_text() -> None:
    """What looks like a style or an emoji is printed as it was written."""
    printed = StringIO()
    show(filled("[red]x[/red] :skull:").view(), printed, width=200)
    assert "[red]x[/red] :skull:" in printed.getvalue()


@pytest.mark.parametrize("text", HOSTILE)
def test_no_hidden_character_reaches_the_json(text: str) -> None:
    """A JSON document is as clean as a page."""
    assert hidden(report_json(view(text))) == set()


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_private_note_leaves_no_trace(form: Form) -> None:
    """`private:` is in no form of the report."""
    case = typical()
    assert case.audit.answers[CHECKS].private == "She sounded unsure on the telephone."
    assert "telephone" not in render(case.view(), form, shipped=TEMPLATES)


def test_a_private_note_is_in_no_plain_text() -> None:
    """Nor is it in the terminal, the JSON or the explained score."""
    case, printed = typical(), StringIO()
    show(case.view(), printed, skipped=True)
    found = assess(case.checklist, case.audit, DAY, CALENDAR)
    lines = score_lines(
        found, case.audit, case.provider, case.checklist, explain=True, register=REGISTER
    )
    for text in (printed.getvalue(), report_json(case.view()), "\n".join(lines)):
        assert "telephone" not in text
