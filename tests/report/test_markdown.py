import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ap_audit.model.clean import clean
from ap_audit.report import figures, gateways, markdown, wording
from ap_audit.report.markdown import escaped, paragraphs
from tests.characters import ANY_CHARACTER

ENGINE = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def shape(text: str) -> list[str]:
    """The blocks and marks of a document, without its words."""
    found = []
    for token in ENGINE.parse(text):
        found.append(token.type)
        children = token.children or []
        found += [child.type for child in children if child.type != "text"]
    return found


def words(text: str) -> str:
    """What a reader sees of a document."""
    inline = (token for token in ENGINE.parse(text) if token.type == "inline")
    return "".join(child.content for token in inline for child in token.children or [])


@pytest.mark.parametrize(
    "text",
    [
        "# Overall: Good",
        "**bold** _and_ *more* ~~gone~~",
        "<script>alert(1)</script>",
        "<!-- hidden -->",
        "[click](javascript:alert(1))",
        "![pixel](https://example.org/p.png)",
        "[ref]: https://example.org",
        "https://example.org and www.example.org and a@example.org",
        "&#106;avascript: &amp;",
        "a | b | c",
        "- item",
        "+ item",
        "* item",
        "1. item",
        "1) item",
        "(1) item",
        "> quote",
        "---",
        "===",
        "    code",
        "```code```",
        "`code`",
        "#12 and @name and !34",
        "line one\nline two\n\n# line three",
        "ends in a backslash \\",
        "\\# already escaped",
        ":skull: $x^2$ ~sub~",
        "| --- |",
        "% title",
        ": definition",
        "2026. A year at the beginning",
    ],
)
def test_hostile_text_is_only_words(text: str) -> None:
    """In a paragraph, a list, a table and a heading it makes what harmless words make."""
    for template in ("{}", "- {}", "## {}", "| a | b |\n| - | - |\n| {} | x |", "**{}**"):
        assert shape(template.format(escaped(text))) == shape(template.format("harmless words"))


@pytest.mark.parametrize("mark", r"\`*_{}[]<>#|~&@$^!")
def test_marks_of_every_reader(mark: str) -> None:
    """Also what acts in GitHub, GitLab or pandoc, and not in the engine that looks here."""
    assert escaped(f"a{mark}b") == f"a\\{mark}b"


@given(st.text(ANY_CHARACTER))
def test_any_text_is_only_words(text: str) -> None:
    """Whatever is written, the structure is that of harmless words, and every word is shown."""
    shown = escaped(text)
    if not shown:
        return
    row = "| a | b |\n| - | - |\n| {} | x |"
    assert shape(row.format(shown)) == shape(row.format("harmless words"))
    assert words(f"x {shown} x").split() == f"x {text_as_shown(text)} x".split()


LINES = st.lists(
    st.sampled_from(["", " ", "---", "===", "- a", "1. b", "| - |", "a\\", "# c", "d"])
)


@given(st.one_of(st.text(ANY_CHARACTER), LINES.map("\n".join)))
def test_any_text_by_itself_is_only_paragraphs(text: str) -> None:
    """As many paragraphs as there were, as many lines in each, and every word is shown."""
    shown = paragraphs(text)
    lines = [bool(text_as_shown(line)) for line in text.split("\n")]
    like = "\n".join("words" if there else "" for there in lines)
    assert shape(shown) == shape(paragraphs(like))
    assert shape(shown).count("hardbreak") + shape(shown).count("inline") == sum(lines)
    assert words(shown).split() == "".join(map(text_as_shown, text.split("\n"))).split()


def test_a_note_keeps_its_lines() -> None:
    """A break in a line, and a blank line between two paragraphs, however many there were."""
    assert paragraphs("one\ntwo\n \n\n# three\n") == "one\\\ntwo\n\n\\# three"
    assert paragraphs(" \n") == ""


def text_as_shown(text: str) -> str:
    """The text as a reader should see it."""
    return " ".join(clean(text).split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two tutors are missing.", "Two tutors are missing."),
        ("It's 12,000 (about).", "It's 12,000 (about)."),
        ("a|b", r"a\|b"),
        ("#12 @name", r"\#12 \@name"),
        ("- no", r"\- no"),
        ("well-being", "well-being"),
        ("3.5 hours", "3.5 hours"),
        ("1. First", r"1\. First"),
        ("two\nlines", "two lines"),
    ],
)
def test_ordinary_text_stays_readable(text: str, expected: str) -> None:
    """Only what could act gets a backslash, since people read Markdown as it stands, too."""
    assert escaped(text) == expected


@pytest.mark.parametrize("module", [markdown, wording, figures, gateways])
def test_the_examples_hold(module: object) -> None:
    """The examples in the docstrings are true."""
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]  # it is a module
