"""A folder that cannot be opened is said; only one that is not there is empty."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ap_audit.errors import InvalidFile
from ap_audit.files.contacts import contact_paths
from ap_audit.files.folders import inside, inside_or_itself, may_be
from ap_audit.files.making import make_workspace
from tests.forked import in_a_copy, without_powers


def test_what_lies_inside(tmp_path: Path) -> None:
    """Those with the ending that is asked for; nothing where there is no folder."""
    for name in ("a.yaml", "b.yaml~", "c.md"):
        (tmp_path / name).touch()

    assert inside(tmp_path, ".yaml") == [tmp_path / "a.yaml"]
    assert inside(tmp_path / "nowhere") == []
    assert inside(tmp_path / "c.md" / "audits") == []


def a_file(folder: Path) -> None:
    """A plain file."""
    folder.touch()


def a_link_to_itself(folder: Path) -> None:
    """A link that leads to itself."""
    folder.symlink_to(folder)


def a_link_to_nowhere(folder: Path) -> None:
    """A link to a drive that is not connected, say."""
    folder.symlink_to(folder.with_name("gone"))


@pytest.mark.parametrize("stand_in", [a_file, a_link_to_itself, a_link_to_nowhere])
def test_no_folder_is_not_an_empty_one(tmp_path: Path, stand_in: Callable[[Path], None]) -> None:
    """What is no folder, or leads to none, is refused: else every provider would be gone."""
    workspace = make_workspace(tmp_path, "Example School")
    stand_in(tmp_path / "providers")

    for ask in (workspace.providers, workspace.addresses):
        with pytest.raises(InvalidFile) as raised:
            ask()
        assert "providers" in raised.value.problems[0].place.path


def test_what_cannot_be_told_may_be(tmp_path: Path) -> None:
    """Below a closed folder anything may be; below a file, nothing."""
    closed = tmp_path / "closed"
    closed.mkdir()
    (tmp_path / "file").touch()

    def ask() -> str:
        closed.chmod(0)
        without_powers()
        found = may_be(closed / "x"), may_be(tmp_path / "file" / "x"), may_be(tmp_path / "y")
        closed.chmod(0o755)
        return repr(found)

    assert in_a_copy(ask) == ("(True, False, False)", 0)


def test_a_folder_that_stands_for_what_is_in_it(tmp_path: Path) -> None:
    """Reading it says why not; one that is not there stands for nothing."""
    (tmp_path / "a.yaml").touch()
    assert inside_or_itself(tmp_path) == [tmp_path / "a.yaml"]
    assert inside_or_itself(tmp_path / "nowhere") == []
    assert inside_or_itself(tmp_path / "a.yaml") == [tmp_path / "a.yaml"]


@pytest.mark.parametrize("name", [".DS_Store", "desktop.ini", "README.md"])
def test_a_file_beside_the_providers_is_none(tmp_path: Path, name: str) -> None:
    """Systems leave files of their own in folders, and people notes."""
    workspace = make_workspace(tmp_path, "Example School")
    (tmp_path / "providers").mkdir()
    (tmp_path / "providers" / name).touch()
    assert (workspace.providers(), workspace.addresses(), contact_paths(workspace)) == ((), (), ())


def test_a_provider_whose_file_is_gone(tmp_path: Path) -> None:
    """Its audits are still there, so it is one; an empty folder is none."""
    workspace = make_workspace(tmp_path, "Example School")
    for folder in ("known/audits", "nothing"):
        (tmp_path / "providers" / folder).mkdir(parents=True)
    assert workspace.providers() == ("known",)
