from pathlib import Path

import pytest

from ap_audit.files.here import is_file, is_folder, shown_path


def test_shown_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path below this folder is shown from here, any other whole."""
    monkeypatch.chdir(tmp_path)

    assert shown_path(tmp_path / "a" / "b.yaml") == str(Path("a/b.yaml"))
    assert shown_path(tmp_path.parent) == str(tmp_path.parent)


@pytest.mark.parametrize("name", ["x" * 300, "x/" * 3000, "a\0b", "nothing"])
def test_names_that_are_none(name: str) -> None:
    """A name that no file can have is that of no file and of no folder."""
    assert not is_file(Path(name))
    assert not is_folder(Path(name))


def test_names_that_are(tmp_path: Path) -> None:
    """A file is a file, and a folder a folder."""
    (tmp_path / "x").touch()

    assert is_file(tmp_path / "x")
    assert is_folder(tmp_path)
    assert not is_file(tmp_path)
