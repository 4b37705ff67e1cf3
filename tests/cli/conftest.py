"""A folder to start commands in."""

import sys
from pathlib import Path

import pytest

from tests.cli.copies import Copy, copied
from tests.cli.running import Shell

# Windows has no pseudo-terminals.
collect_ignore = ["test_beginning.py", "test_leaving.py"] if sys.platform == "win32" else []


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """An empty folder, and commands started in it."""
    folder = tmp_path / "school"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Shell(folder)


@pytest.fixture(scope="session")
def example_copy(example_school: Path) -> Copy:
    """The example workspace, to be written elsewhere."""
    return copied(example_school)


@pytest.fixture
def example(shell: Shell, example_copy: Copy) -> Shell:
    """A copy of the example workspace, and commands started in it."""
    example_copy.lay_out(shell.folder)
    return shell
