"""Hostile text, the typical audit filled with it, and what of a page it must not change."""

from functools import cache
from html.parser import HTMLParser

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
from ap_audit.model.provider import Provider, Site
from ap_audit.model.words import Part, Rating, Seen
from tests.report.builders import (
    CHECKS,
    DAY,
    DIGEST,
    Case,
    typical,
)

HARMLESS = "harmless words"
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


# One question of each section, answered in each of the ways there are, is enough to read.
KEPT = frozenset(
    [
        "about-use",
        "registration-1",
        "safeguarding-1",
        "safeguarding-8",
        "safeguarding-10",
        "staffing-2",
        "health-4",
        "education-2",
    ]
)


@cache
def filled(text: str) -> Case:
    """A few questions of the typical audit with one text in every field that holds text."""
    case = shortened(typical())
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
    site = Site(address=text, use=text)
    provider = Provider(format="ap-audit/provider@1", name=text, sites={"one": site})
    return Case(audit=audit, checklist=case.checklist, provider=provider)


def shortened(case: Case) -> Case:
    """With the questions that are enough to read."""
    sections = tuple(
        replace(one, criteria=tuple(asked for asked in one.criteria if asked.id in KEPT))
        for one in case.checklist.sections
    )
    answers = {name: answer for name, answer in case.audit.answers.items() if name in KEPT}
    return Case(
        audit=replace(case.audit, answers=answers),
        checklist=replace(case.checklist, sections=sections),
        provider=case.provider,
    )


def hidden(text: str) -> set[str]:
    """The characters of a text that a reader cannot see, but for line breaks."""
    return {c for c in set(text) if not c.isprintable() and c != "\n"}


@cache
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


@cache
def blocks(text: str) -> list[str]:
    """The blocks and marks of a document, without its words."""
    found = []
    for token in ENGINE.parse(text):
        found.append(token.type)
        found += [child.type for child in token.children or [] if child.type != "text"]
    return found
