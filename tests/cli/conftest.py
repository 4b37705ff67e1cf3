"""A folder to start commands in."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.running import Shell

# Windows has no pseudo-terminals.
collect_ignore = ["test_leaving.py"] if sys.platform == "win32" else []


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """An empty folder, and commands started in it."""
    folder = tmp_path / "school"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Shell(folder)


@pytest.fixture
def example(shell: Shell, example_school: Path) -> Shell:
    """A copy of the example workspace, and commands started in it."""
    shutil.copytree(example_school, shell.folder, dirs_exist_ok=True)
    return shell
