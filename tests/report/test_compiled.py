import sys
from pathlib import Path

import pytest

from ap_audit.report import compiled
from ap_audit.report.compiled import Compiled
from ap_audit.report.sandbox import Sandbox
from ap_audit.report.template_files import TemplateFiles


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one template, on a machine that keeps what it compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "page.html.j2").write_text("<p>{{ name }}</p>\n", encoding="utf-8")
    return tmp_path


def page(shipped: Path, *, own: Path | None = None) -> str:
    """The template, rendered as a new process would."""
    files = TemplateFiles(shipped, own)
    sandbox = Sandbox(files, markdown=False, compiled=Compiled(shipped, "html"))
    return sandbox.get_template("page.html.j2").render(name="<b>")


def kept(shipped: Path) -> list[Path]:
    """What was kept of it."""
    return sorted((shipped / "__pycache__").glob("*"))


def test_compiled_once(shipped: Path) -> None:
    """The second time nothing is written, and the page is the same."""
    first = page(shipped)
    (path,) = kept(shipped)
    before = path.stat().st_mtime_ns

    assert page(shipped) == first == "<p>&lt;b&gt;</p>\n"
    assert path.stat().st_mtime_ns == before


def test_an_edit_is_seen(shipped: Path) -> None:
    """However little changed."""
    page(shipped)
    (shipped / "page.html.j2").write_text("<i>{{ name }}</i>\n", encoding="utf-8")

    assert page(shipped) == "<i>&lt;b&gt;</i>\n"


def test_other_rules_are_seen(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was compiled by another sandbox might not escape as this one does."""
    page(shipped)
    rules = shipped / "sandbox.py"
    rules.touch()
    monkeypatch.setattr(compiled, "_RULES", rules)

    page(shipped)
    assert len(kept(shipped)) == 2


@pytest.mark.parametrize("content", [b"", b"j2", b"\x00" * 200])
def test_what_is_damaged_is_made_anew(shipped: Path, content: bytes) -> None:
    """A file cut short is no fault that anybody sees."""
    page(shipped)
    (path,) = kept(shipped)
    path.write_bytes(content)

    assert page(shipped) == "<p>&lt;b&gt;</p>\n"
    assert path.stat().st_size > 200


def test_where_nothing_can_be_kept(shipped: Path) -> None:
    """A folder that cannot be made is no fault either."""
    (shipped / "__pycache__").write_text("a file", encoding="utf-8")

    assert page(shipped) == "<p>&lt;b&gt;</p>\n"


def test_python_was_told_not_to(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What keeps Python from writing compiled modules keeps us from it."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    page(shipped)

    assert kept(shipped) == []


def test_nothing_is_kept_in_a_workspace(shipped: Path, tmp_path: Path) -> None:
    """Nor taken from it: an own template is kept beside the shipped ones."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "page.html.j2").write_text("<u>{{ name }}</u>\n", encoding="utf-8")

    assert page(shipped, own=own) == "<u>&lt;b&gt;</u>\n"
    assert [path.name for path in own.iterdir()] == ["page.html.j2"]
    assert len(kept(shipped)) == 1
