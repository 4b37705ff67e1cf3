"""Hostile text in every field that a person can fill."""

from functools import cache
from html.parser import HTMLParser
from io import StringIO

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

from ap_audit.model.audit import (
    Action,
    Answer,
    Decision,
    Evidence,
    Moderation,
    OtherAnswer,
    SchoolException,
    Signature,
)
from ap_audit.model.provider import Provider
from ap_audit.model.words import Part, Rating, Seen
from ap_audit.report.console import show
from ap_audit.report.finished import wrong_with_page
from ap_audit.report.json import report_json
from ap_audit.report.render import Form, render
from ap_audit.report.score_text import score_lines
from ap_audit.rules.assess import assess
from tests.builders import CALENDAR
from tests.report.builders import CHECKS, DAY, DIGEST, REGISTER, TEMPLATES, Case, typical

ENGINE = MarkdownIt("gfm-like", {"linkify": False, "html": True})
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "<meta http-equiv=refresh content=0;url=//example.org>",
    "{{ 7 * 7 }} {% raw %}",
    "# **Overall: Good**",
    "| a | b |\n| - | - |\n\n---\n\n1. one\n- two",
    "![p](https://example.org/p.png) [x](javascript:alert(1))",
    "<!-- hidden",
    "[/bold] [red]x[/red] [link=https://example.org]y[/link] :skull:",
    "\x1b]8;;https://example.org\x07click\x1b]8;;\x07 \x1b[31mred\x9b2J",
    "\u202egnp.exe \u200b\ufeff\U000e0041",
    "#12 @name +1 = -1 \\",
)


@cache
def filled(text: str) -> Case:
    """The typical audit with one text in every field that holds text."""
    case = typical()
    answer = Answer(
        rating=Rating.PARTLY,
        reason=text,
        date=DAY,
        by=text,
        note=text,
        values={"confirmed-on": "2026-11-03"},
        evidence={
            "one": Evidence(what=text, seen=Seen.COPY, dated=DAY, date=DAY, by=text, note=text),
            "two": Evidence(what=text, seen=Seen.TOLD, by=text),
        },
        actions={
            "one": Action(what=text, owner=text, due=DAY, note=text),
            "two": Action(what=text, owner=text, done=DAY, note=text),
        },
        claim=OtherAnswer(rating=Rating.MET, note=text, by=text, date=DAY),
        other=OtherAnswer(rating=Rating.MET, note=text, by=text, date=DAY),
        moderated=Moderation(by=text, date=DAY, reason=text),
        exception=SchoolException(role=text, reason=text, until=DAY),
    )
    decision = Decision(
        state="signed",
        outcome=text,
        by=text,
        role=text,
        date=DAY,
        reason=text,
        advice_shown=text,
        as_at=DAY,
    )
    signature = Signature(name=text, role=text, date=DAY, digest=DIGEST)
    audit = replace(
        case.changed(CHECKS, answer).audit,
        auditor=text,
        follows=text,
        decision=decision,
        signatures={Part.PREPARED: signature},
    )
    provider = Provider(format="ap-audit/provider@1", name=text)
    return Case(audit=audit, checklist=case.checklist, provider=provider)


@cache
def report(text: str, form: Form) -> str:
    """The report with one text everywhere."""
    return render(filled(text).view(), form, shipped=TEMPLATES)


HARMLESS = "harmless words"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_changes_the_html(text: str) -> None:
    """Elements and attributes are those of harmless words, and nothing can act."""
    page = report(text, "html")
    assert elements(page) == elements(report(HARMLESS, "html"))
    assert wrong_with_page(page, must_show=frozenset(("advice",))) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_changes_the_markdown(text: str) -> None:
    """Blocks, tables and marks are those of harmless words."""
    assert blocks(report(text, "md")) == blocks(report(HARMLESS, "md"))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", ["html", "md"])
def test_no_hidden_character_reaches_a_report(text: str, form: Form) -> None:
    """Control, bidirectional and zero-width characters are visible stand-ins."""
    assert hidden(report(text, form)) == set()


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_acts_in_a_terminal(text: str) -> None:
    """Without colour no escape is printed at all; with colour none but styles of our own."""
    plain, coloured = StringIO(), StringIO()
    show(filled(text).view(), plain, width=80)
    show(filled(text).view(), coloured, width=80, colour=True)
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
    assert hidden(report_json(filled(text).view())) == set()


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


def hidden(text: str) -> set[str]:
    """The characters of a text that a reader cannot see, but for line breaks."""
    return {c for c in text if not c.isprintable() and c != "\n"}


def elements(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every element of a page with the names of its attributes."""

    class Reader(HTMLParser):
        found: list[tuple[str, tuple[str, ...]]]

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.found.append((tag, tuple(name for name, _ in attrs)))

    reader = Reader()
    reader.found = []
    reader.feed(page)
    return reader.found


def blocks(text: str) -> list[str]:
    """The blocks and marks of a document, without its words."""
    found = []
    for token in ENGINE.parse(text):
        found.append(token.type)
        found += [child.type for child in token.children or [] if child.type != "text"]
    return found
