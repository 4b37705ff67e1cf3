"""The year in the guide, run through the command line as it stands there."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ap_audit.cli.app import app
from tests.docs.a_year import ANSWERS, BLOCK, PAGE, steps

LEFT_OUT = "…\n"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the year; the files of answers lie in it."""
    folder = tmp_path_factory.mktemp("northgate")
    shutil.copytree(ANSWERS, folder / "a-year")
    return folder


def played(block: str, folder: Path) -> Iterator[str]:
    """What each command of a block prints."""
    for words, text in steps(block):
        if words[0] == "cat":
            path = folder / words[2]
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            continue
        assert words[0] == "ap-audit", words
        result = CliRunner().invoke(app, words[1:])
        assert result.exit_code in (0, 1, 4), result.output
        assert "inside ap-audit" not in result.output
        # The end of a contact's name is chosen by chance.
        yield re.sub(r"(contacts/[\w-]+)-\w{3}\.yaml", r"\1-k3f.yaml", result.output)


def test_a_year(
    school: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Every command, in order; what is shown of their output is what they print."""
    monkeypatch.chdir(school)
    page = PAGE.read_text(encoding="utf-8")
    said = ""

    def as_it_is(found: re.Match[str]) -> str:
        nonlocal said
        kind, text = found[1], found[2]
        if kind == "sh":
            said = "".join(played(text, school))
            return found[0]
        return f"```text\n{shown(said, text)}```"

    fresh = BLOCK.sub(as_it_is, page)
    if request.config.getoption("--update"):
        PAGE.write_text(fresh, encoding="utf-8")
    else:
        assert fresh == page


def shown(said: str, kept: str) -> str:
    """The output as far as the page shows it: a line … stands for what is left out."""
    parts = re.split(f"(?m)^{LEFT_OUT}", kept)
    lines = said.splitlines(keepends=True)
    if len(parts) == 1 or parts == ["", ""]:
        return said
    first, last = (part.splitlines(keepends=True) for part in parts)
    head = "".join(lines[: len(first)])
    tail = "".join(lines[len(lines) - len(last) :]) if last else ""
    return f"{head}{LEFT_OUT}{tail}"
