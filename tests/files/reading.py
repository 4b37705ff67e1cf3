"""Reading a text as a kind of file, by either parser."""

from pathlib import Path
from typing import TypeVar

import yaml
from msgspec import Struct

from ap_audit.errors import Problem
from ap_audit.files.document import Document, parse
from ap_audit.files.events import Loader, read_tree
from ap_audit.files.lines import Lines
from ap_audit.files.tree import Node

T = TypeVar("T", bound=Struct)
PURE: Loader = yaml.SafeLoader
"""The parser written in Python, which PyYAML falls back to where the one in C is missing."""


def document(text: str | bytes, kind: type[T], path: Path = Path("x.yaml")) -> Document[T]:
    """The document in a text that has nothing wrong with it."""
    content = text.encode() if isinstance(text, str) else text
    found, problems = parse(content, kind, path=path, shown_path=path.name)
    assert found is not None, problems
    return found


def read(text: str | bytes, kind: type[T]) -> T:
    """The value in a text that has nothing wrong with it."""
    return document(text, kind).value


def problems_of(text: str | bytes, kind: type[Struct]) -> list[str]:
    """What is wrong with a text: `line:column what (hint)`."""
    content = text.encode() if isinstance(text, str) else text
    found, problems = parse(content, kind, path=Path("x.yaml"), shown_path="x.yaml")
    assert (found is None) == bool(problems)
    return [said(problem) for problem in problems]


def said(problem: Problem) -> str:
    """A problem on one line, without its file."""
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"{problem.place.line}:{problem.place.column} {problem.what}{hint}"


def tree_of(text: str, loader: Loader) -> tuple[Node | None, list[Problem]]:
    """What one parser makes of a text."""
    return read_tree(text, Lines("x.yaml", text), loader=loader)
