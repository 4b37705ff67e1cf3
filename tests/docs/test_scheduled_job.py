"""The job that docs/git.md gives runs as it stands, on the example workspace."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ap_audit.files.events import read_tree
from ap_audit.files.lines import Lines
from ap_audit.files.tree import plain
from tests.standby import asking

PAGE = (Path(__file__).parents[2] / "docs" / "git.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    """The block of the page below a mark."""
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1]


@pytest.fixture(scope="module")
def school(example_school: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example workspace, where the job would look for it."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(example_school, home / "audits")
    (home / "bin").mkdir()
    asking(home / "bin")
    return home / "audits"


def sh(command: str, folder: Path, home: Path) -> int:
    """Run a line in a shell that finds the program on its path; its exit code."""
    path = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=os.environ | {"HOME": str(home), "PATH": path},
        check=False,
        capture_output=True,
    ).returncode


def steps() -> list[str]:
    """What the workflow runs of ours."""
    tree, problems = read_tree(block("workflow"), Lines("", block("workflow")))
    assert tree is not None, problems
    workflow = plain(tree)
    assert isinstance(workflow, dict)
    jobs = workflow["jobs"]
    assert isinstance(jobs, dict)
    job = jobs["audits"]
    assert isinstance(job, dict)
    return [str(step["run"]) for step in job["steps"] if "run" in step]  # type: ignore[index,call-overload]  # data of a page


@pytest.mark.skipif(sys.platform == "win32", reason="there is no /bin/sh")
def test_every_step_runs(school: Path) -> None:
    """Each ends well, but for what is overdue; the reports are there."""
    ours = [step for step in steps() if step.startswith("ap-audit ")]

    codes = [sh(step, school, school.parent) for step in ours]

    assert codes[:4] == [0, 0, 0, 0]
    assert codes[4] in (0, 1)  # by the day on which it runs
    assert {path.name for path in (school / "reports").iterdir()} >= {
        "due.html",
        "hillside.html",
        "register.html",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="there is no /bin/sh")
def test_the_line_for_cron(school: Path) -> None:
    """What cron would give to the shell runs, and leaves what was said in a file."""
    command = block("cron").strip().split(None, 5)[5]

    assert sh(command, school.parent, school.parent) in (0, 1)
    assert "0 problems" in (school / "reports" / "weekly.txt").read_text(encoding="utf-8")
