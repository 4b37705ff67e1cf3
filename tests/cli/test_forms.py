"""A file gets what its name says, unless another form is asked for."""

import json
from pathlib import Path

import pytest

from ap_audit.cli.forms import Form, form_of
from tests.cli.running import Shell

ON = ("--today", "2026-11-26")
HILLSIDE = "hillside-skills-centre"


@pytest.mark.parametrize(
    ("given", "output", "meant"),
    [
        (None, None, Form.TEXT),
        (None, "-", Form.TEXT),
        (None, "register.html", Form.HTML),
        (None, "Register.HTML", Form.HTML),
        (None, "register.v2.md", Form.MD),
        (None, "register.docx", Form.TEXT),
        (None, "html", Form.TEXT),
        (Form.CSV, "register.html", Form.CSV),
        (Form.TEXT, "register.json", Form.TEXT),
    ],
)
def test_which_is_meant(given: Form | None, output: str | None, meant: Form) -> None:
    """What is asked for counts; then how the name ends; then what is usual."""
    assert form_of(given, Path(output) if output else None, Form.TEXT) is meant


@pytest.mark.parametrize(
    "words",
    [
        ("register",),
        ("register", "--trend"),
        ("due",),
        ("compare", HILLSIDE, "brightwater-academy"),
        ("diff", HILLSIDE),
        ("report", HILLSIDE),
        ("action", "list"),
        ("contact", "list"),
        ("evidence", "list"),
        ("exception", "list"),
    ],
)
def test_every_command_that_writes_a_file(example: Shell, words: tuple[str, ...]) -> None:
    """JSON, where the file's name says so."""
    example.fine(*words, *ON, "-o", "out.json")

    json.loads((example.folder / "out.json").read_text(encoding="utf-8"))


def test_a_worksheet(example: Shell) -> None:
    """A sheet for a spreadsheet, where the file's name says so."""
    example.fine("worksheet", HILLSIDE, *ON, "-o", "out.csv")

    head, *_ = (example.folder / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head.startswith("id,")
