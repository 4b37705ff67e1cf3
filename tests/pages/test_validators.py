"""What validators of other people say of the reports: HTML, Markdown, and Word by way of pandoc."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.pages.conftest import HERE, Pages, audit_report, node_module, program


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """A program, run to its end."""
    return subprocess.run(
        [str(word) for word in words], capture_output=True, encoding="utf-8", check=False
    )


def test_html_validate_finds_nothing(pages: Pages) -> None:
    """Every page holds to html-validate's recommended and standard rules."""
    tool = node_module("html-validate") / "bin" / "html-validate.mjs"
    done = run(
        program("node"), tool, "--config", HERE / "html-validate.json", "-f", "text", *pages.html()
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_nu_checker_finds_nothing(pages: Pages) -> None:
    """Every page is HTML by the checker that the standard's authors use, its styles included."""
    jar = node_module("vnu-jar") / "build" / "dist" / "vnu.jar"
    done = run(program("java"), "-jar", jar, "--format", "json", *pages.html())
    messages = json.loads(done.stderr)["messages"]
    assert [f"{m['url']}:{m.get('lastLine')} {m['message']}" for m in messages] == []


def test_markdownlint_finds_nothing(pages: Pages) -> None:
    """Every Markdown report is clean."""
    tool = node_module("markdownlint-cli2") / "markdownlint-cli2-bin.mjs"
    done = run(program("node"), tool, "--config", HERE / ".markdownlint.json", *pages.markdown())
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["typical", "hostile"])
def test_word_keeps_the_report(name: str, tmp_path: Path) -> None:
    """Through pandoc to Word and back, headings, tables and people's words are all there."""
    pandoc, source = program("pandoc"), tmp_path / "report.md"
    source.write_text(audit_report(name, "full", "md"), encoding="utf-8")
    word, back = tmp_path / "report.docx", tmp_path / "back.json"
    assert run(pandoc, "-f", "gfm", source, "-o", word).returncode == 0
    assert run(pandoc, word, "-t", "json", "-o", back).returncode == 0
    assert (
        run(pandoc, "-f", "gfm", source, "-t", "json", "-o", tmp_path / "there.json").returncode
        == 0
    )
    there = json.loads((tmp_path / "there.json").read_text(encoding="utf-8"))
    returned = json.loads(back.read_text(encoding="utf-8"))

    assert kinds(there, "Header") == kinds(returned, "Header")
    assert kinds(there, "Table") == kinds(returned, "Table")
    assert kinds(there, "RawBlock") + kinds(there, "RawInline") == 1  # the comment at its top
    assert letters(there) == letters(returned)


def kinds(node: object, kind: str) -> int:
    """How many parts of this kind a document has."""
    if isinstance(node, list):
        return sum(kinds(item, kind) for item in node)
    if isinstance(node, dict):
        return (node.get("t") == kind) + sum(kinds(item, kind) for item in node.values())
    return 0


def letters(node: object) -> str:
    """Every word of a document, run together: Word breaks lines and spaces as it likes."""
    if isinstance(node, list):
        return "".join(letters(item) for item in node)
    if isinstance(node, dict):
        if node.get("t") in ("Str", "Code"):
            content = node["c"]
            return str(content if isinstance(content, str) else content[1])
        return letters(node.get("c", [])) if "t" in node else letters(node.get("blocks", []))
    return ""
