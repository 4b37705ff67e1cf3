"""The JSON Schemas: as fresh as the model, and true of everything that is shipped."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ap_audit.files.builtin import schemas_folder
from ap_audit.files.document import expected_format
from ap_audit.files.events import LOADER
from ap_audit.files.kinds import KINDS
from ap_audit.files.schema import schema_text
from ap_audit.files.tree import Items, Keys, Node, Text
from tests.files.reading import tree_of

ROOT = Path(__file__).parents[2]
NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)")
POINTER = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def as_an_editor_reads(node: Node) -> object:
    """The tree with the types that YAML 1.2 gives to plain scalars."""
    match node:
        case Keys():
            return {name: as_an_editor_reads(child) for name, child in node.nodes.items()}
        case Items():
            return [as_an_editor_reads(child) for child in node.nodes]
        case Text(style=":", value="true" | "false"):
            return node.value == "true"
        case Text(style=":", value="" | "~" | "null"):
            return None
        case Text(style=":") if NUMBER.fullmatch(node.value):
            return float(node.value) if "." in node.value else int(node.value)
        case _:
            return node.value


def data_in(text: str) -> Any:  # noqa: ANN401 -- any YAML
    """What an editor reads in a text."""
    tree, _ = tree_of(text, LOADER)
    assert tree is not None
    return as_an_editor_reads(tree)


@cache
def made(kind: str) -> str:
    """The schema that the model makes."""
    return schema_text(kind)


@cache
def validator(kind: str) -> Draft202012Validator:
    """What an editor checks files of a kind with."""
    return Draft202012Validator(json.loads(made(kind)))


def complaints(kind: str, text: str) -> list[str]:
    """What an editor says of a text."""
    return sorted(error.message for error in validator(kind).iter_errors(data_in(text)))


@pytest.mark.parametrize("kind", KINDS)
def test_shipped_schemas_are_fresh(kind: str, request: pytest.FixtureRequest) -> None:
    """The schema that is shipped is the one that the model makes; `--update` writes it anew."""
    path = ROOT / "checklists" / "schema" / f"{kind}.schema.json"
    if request.config.getoption("--update"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(made(kind), encoding="utf-8")

    written = path.read_text(encoding="utf-8") if path.is_file() else ""
    assert written == made(kind), "write it anew with: pytest --update"
    assert schemas_folder() == path.parent
    Draft202012Validator.check_schema(json.loads(made(kind)))


SHIPPED = [
    *sorted(ROOT.glob("checklists/*.yaml")),
    *sorted(ROOT.glob("ap_audit/cli/example_workspace/*/**/*.yaml")),
]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_shipped_files(path: Path) -> None:
    """Every file that is shipped is right in an editor's eyes, too."""
    text = path.read_text(encoding="utf-8")
    family = text.partition("format: ")[2].partition("\n")[0]
    kind = next(name for name, kind in KINDS.items() if expected_format(kind) == family)

    assert complaints(kind, text) == []


def test_files_of_a_workspace(example_school: Path) -> None:
    """Every file that we make points to its schema, which stands there and is true of it."""
    files = sorted(path for path in example_school.rglob("*.yaml"))

    assert len(files) > 8
    for path in files:
        text = path.read_text(encoding="utf-8")
        found = POINTER.match(text)
        assert found, path
        schema = (path.parent / found[1]).resolve()
        assert schema.parent == example_school / "checklists" / "schema"
        assert complaints(schema.name.partition(".")[0], text) == []


def test_shipped_checklists_point_to_theirs() -> None:
    """A shipped checklist points to its schema, and so does a copy of it in a workspace."""
    for path in ROOT.glob("checklists/*.yaml"):
        found = POINTER.match(path.read_text(encoding="utf-8"))
        assert found, path
        assert (path.parent / found[1]).is_file()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("name: 42", None),
        ("name: Acme\nurn: 123456", None),
        (
            "name: Acme\ncolour: red",
            "Additional properties are not allowed ('colour' was unexpected)",
        ),
        ("name:", "None is not of type 'string', 'number'"),
        ("urn: '123456'", "'name' is a required property"),
    ],
    ids=["number", "digits", "unknown-key", "nothing", "missing"],
)  # fmt: skip
def test_what_an_editor_says(line: str, complaint: str | None) -> None:
    """An editor complains of what we refuse, and of nothing that we read."""
    text = f"format: ap-audit/provider@1\n{line}\n"

    assert complaints("provider", text) == ([complaint] if complaint else [])


@pytest.mark.parametrize("kind", KINDS)
def test_patterns_mean_the_same_everywhere(kind: str) -> None:
    r"""Digits are 0 to 9; to Python, ``\d`` is also those of other scripts, which are none here."""
    assert re.findall(r"\\\\[dws]", made(kind), re.IGNORECASE) == []


def test_keys_are_described() -> None:
    """A key says what it is for, in the model's words."""
    criterion = json.loads(made("checklist"))["$defs"]["Criterion"]["properties"]

    assert criterion["when"]["description"].startswith("Asked where this holds")
    assert criterion["hard"]["description"].startswith("Law or statutory guidance")
