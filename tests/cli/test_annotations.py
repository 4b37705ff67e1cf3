import shutil
from pathlib import Path

import pytest

from ap_audit.cli.annotations import annotation
from ap_audit.errors import Place, Problem
from tests.cli.running import Shell

START = Path.cwd()


def problem(
    path: str, what: str, *, line: int = 0, hint: str = "", warning: bool = False
) -> Problem:
    """A problem of a file."""
    place = Place(path=path, line=line, column=5 if line else 0)
    return Problem(place=place, what=what, hint=hint, warning=warning)


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (problem("a.yaml", "is wrong"), "::error file=a.yaml::is wrong"),
        (
            problem("a,b:c.yaml", "100% wrong", line=3, hint="mend it:\nnow", warning=True),
            "::warning file=a%2Cb%3Ac.yaml,line=3,col=5::100%25 wrong%0Amend it:%0Anow",
        ),
        (problem("/elsewhere/a.yaml", "is wrong"), "::error file=/elsewhere/a.yaml::is wrong"),
    ],
)
def test_a_problem_on_one_line(found: Problem, line: str) -> None:
    """Whatever stands in a message, it is one command of the workflow and no more."""
    assert annotation(found, START) == line


def test_check_in_a_workflow(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are named from where the run started, though the workspace lies below."""
    shell.fine("init", "audits", "--no-input")
    monkeypatch.chdir(shell.folder)
    path = shell.folder / "audits" / "ap-audit.yaml"
    path.write_text("format: ap-audit/workspace@1\nschool: A\nodd: 1\n", encoding="utf-8")

    result = shell.run("check", "--format", "github", "-C", "audits")

    assert result.exit_code == 3
    assert result.stdout.startswith("::error file=audits/ap-audit.yaml,line=3,col=1::'odd' is not")
    assert result.stderr == "1 file checked: 1 problem.\n"


def test_a_file_of_a_workspace_below(shell: Shell, example_school: Path) -> None:
    """A file that is named is checked as part of the workspace it lies in."""
    shutil.copytree(example_school, "audits")
    path = next((shell.folder / "audits").glob("providers/lantern*/audits/*.yaml"))
    text = path.read_text(encoding="utf-8").replace("date: 2026-11-23", "date: 2026-11-22", 1)
    path.write_text(text, encoding="utf-8")

    result = shell.run("check", path.relative_to(shell.folder).as_posix())

    assert "is not the date in the file's name" in result.output
