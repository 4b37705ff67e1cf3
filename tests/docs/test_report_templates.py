import ast
import inspect
import re
import types
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from ap_audit.errors import InvalidFile
from ap_audit.report.audit_report import AuditReport
from ap_audit.report.render import render
from ap_audit.report.view import FORMAT
from tests.report.builders import TEMPLATES, typical

PAGE = Path(__file__).parents[2] / "docs" / "report-templates.md"
EXAMPLES = re.compile(r"<!-- example: (\S+) -->\n```jinja\n(.*?)```", re.DOTALL)
BLOCK = re.compile(r"\{% block (\w+) %\}")


def structs(kind: type[Struct], seen: list[type[Struct]] | None = None) -> list[type[Struct]]:
    """A struct and every struct inside it, in the order they are met."""
    seen = [] if seen is None else seen
    if kind not in seen:
        seen.append(kind)
        for hint in typing.get_type_hints(kind).values():
            for inner in parts(hint):
                structs(inner, seen)
    return seen


def parts(hint: object) -> Iterator[type[Struct]]:
    """The structs in a type."""
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
    for inner in typing.get_args(hint):
        yield from parts(inner)


def said(hint: object) -> str:
    """A type in words."""
    names = {str: "text", int: "number", bool: "true or false"}
    if isinstance(hint, type) and issubclass(hint, Struct):
        return f"[{hint.__name__}](#{hint.__name__.casefold()})"
    if hint in names and isinstance(hint, type):
        return names[hint]
    inside = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return f"list of {said(inside[0])}"
    if typing.get_origin(hint) is types.UnionType:
        return f"{said(inside[0])}, or none"
    return ", ".join(f"`{word}`" for word in inside)


def notes(kind: type[Struct]) -> dict[str, str]:
    """What stands under each field."""
    (body,) = ast.parse(inspect.getsource(kind)).body
    assert isinstance(body, ast.ClassDef)
    found, name = {}, ""
    for line in body.body:
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
            name = line.target.id
        elif isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) and name:
            found[name] = " ".join(str(line.value.value).split())
    return found


def fields() -> str:
    """Every struct of the view-model with its fields."""
    lines: list[str] = []
    for kind in structs(AuditReport):
        lines += [f"### {kind.__name__}", "", inspect.getdoc(kind) or "", ""]
        lines += ["| field | holds | |", "| --- | --- | --- |"]
        noted, hints = notes(kind), typing.get_type_hints(kind)
        lines += [
            f"| `{name}` | {said(hints[name])} | {noted.get(name, '')} |"
            for name in kind.__struct_fields__
        ]
        lines += [""]
    return "\n".join(lines)


def blocks() -> str:
    """The blocks of each shipped template that has any."""
    lines = ["| template | blocks |", "| --- | --- |"]
    for path in sorted(TEMPLATES.glob("*.html.j2")):
        names = BLOCK.findall(path.read_text(encoding="utf-8"))
        if names:
            lines.append(f"| `{path.name}` | {', '.join(f'`{name}`' for name in names)} |")
    return "\n".join([*lines, ""])


@pytest.mark.parametrize(("part", "made"), [("blocks", blocks), ("fields", fields)])
def test_the_page_lists_what_there_is(
    part: str, made: typing.Callable[[], str], request: pytest.FixtureRequest
) -> None:
    """Blocks and fields are generated from templates and types; `--update` writes them anew."""
    between = re.compile(rf"(<!-- generated: {part} -->\n).*?(<!-- end -->)", re.DOTALL)
    text = PAGE.read_text(encoding="utf-8")
    fresh = between.sub(lambda found: f"{found[1]}\n{made()}\n{found[2]}", text)
    if request.config.getoption("--update"):
        PAGE.write_text(fresh, encoding="utf-8")
        return
    assert text == fresh, "write it anew with: pytest --update"


@pytest.mark.parametrize(
    ("name", "text"), EXAMPLES.findall(PAGE.read_text(encoding="utf-8")), ids=lambda part: part[:15]
)
def test_the_examples_make_a_report(name: str, text: str, tmp_path: Path) -> None:
    """Each is used as it stands, and page 1 is in what it makes."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    made = render(
        typical().view("governors"),
        "html",
        shipped=TEMPLATES,
        own=tmp_path,
        template=name.removesuffix(".html.j2"),
    )
    assert 'id="advice"' in made
    assert ("Ask the office" in made) or ("For the board" in made)


def test_a_named_template_that_leaves_out_page_1_is_refused(tmp_path: Path) -> None:
    """Under any name."""
    (tmp_path / "bare.html.j2").write_text("<p>{{ report.name }}</p>", encoding="utf-8")
    with pytest.raises(InvalidFile) as refused:
        render(typical().view(), "html", shipped=TEMPLATES, own=tmp_path, template="bare")
    assert "leaves out or changes the advice" in refused.value.problems[0].what


def test_the_page_names_the_version_of_the_view_model() -> None:
    """So that a template's author knows what may change."""
    assert FORMAT in PAGE.read_text(encoding="utf-8")
