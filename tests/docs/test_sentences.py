"""The program's own words: no sentence of twenty words or more, on any screen or page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from ap_audit.cli.app import app

ROOT = Path(__file__).parents[2]
MOST = 19
# Words to look for in people's text, and never shown to anybody.
NOT_SHOWN = frozenset(("privacy_words.py",))
MODULES = [p for p in sorted((ROOT / "ap_audit").rglob("*.py")) if p.name not in NOT_SHOWN]
TEMPLATES = [
    path
    for path in sorted((ROOT / "templates").iterdir())
    if path.name.endswith((".html.j2", ".md.j2"))
]
_END = re.compile(r"(?<=[.?!])[\"”’)]*\s+")
_SILENT = re.compile(r"\{#.*?#\}|\{% block style %\}.*?\{% endblock %\}", re.DOTALL)
_FILLED_IN = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_WITHIN_A_SENTENCE = re.compile(r"</?(?:span|strong|a)\b[^>]*>")
_APART = re.compile(r"\{%.*?%\}|<[^>]*>", re.DOTALL)


def long_sentences(text: str) -> list[str]:
    """The sentences that are too long; a new line begins another."""
    return [
        sentence
        for line in text.split("\n")
        for sentence in _END.split(line)
        if sum(any(map(str.isalnum, word)) for word in sentence.split()) > MOST
    ]


def said_in_code(path: Path) -> Iterator[str]:
    """Every text of a module but its docstrings; what is filled in later counts as one word."""
    ahead: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while ahead:
        node = ahead.pop()
        match node:
            case ast.Expr(value=ast.Constant()):
                continue
            case ast.Constant(value=str(text)):
                yield text
            case ast.JoinedStr(values=parts):
                yield "".join(str(p.value) if isinstance(p, ast.Constant) else "X" for p in parts)
            case _:
                ahead += ast.iter_child_nodes(node)


def said_in_template(path: Path) -> str:
    """The words of a template; where another element or part begins, so does another line."""
    text = _SILENT.sub("", path.read_text(encoding="utf-8"))
    text = _WITHIN_A_SENTENCE.sub("", _FILLED_IN.sub("X", text))
    return _APART.sub("\n", text)


def helps(command: Any, name: str = "ap-audit") -> Iterator[tuple[str, str]]:  # noqa: ANN401 -- Typer's
    """The help of every command and option, a paragraph to a line."""
    for text in (command.help, *(getattr(one, "help", None) for one in command.params)):
        for paragraph in (text or "").split("\n\n"):
            yield name, " ".join(paragraph.split())
    for inner, made in getattr(command, "commands", {}).items():
        yield from helps(made, f"{name} {inner}")


def test_messages_and_reports() -> None:
    """Every text that a module holds."""
    found = {
        path.name: long
        for path in MODULES
        if (long := [one for text in said_in_code(path) for one in long_sentences(text)])
    }
    assert found == {}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates(path: Path) -> None:
    """The words that a page has of its own."""
    assert long_sentences(said_in_template(path)) == []


def test_helps() -> None:
    """What `-h` says of every command."""
    said = list(helps(get_command(app)))
    assert len({name for name, _ in said}) > 40  # those within groups too
    assert [(name, long) for name, text in said if (long := long_sentences(text))] == []


def test_the_test_counts() -> None:
    """Nineteen words pass, twenty do not; a new line begins anew."""
    nineteen = " ".join(["word"] * 19)
    assert long_sentences(f"{nineteen}. {nineteen}?\n{nineteen}\n- {nineteen}") == []
    assert long_sentences(f"{nineteen} more") == [f"{nineteen} more"]
