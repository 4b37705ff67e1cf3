"""A folder to start commands in."""

from pathlib import Path

import pytest

from tests.cli.running import Shell


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """An empty folder, and commands started in it."""
    folder = tmp_path / "school"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Shell(folder)
