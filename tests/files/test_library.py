from pathlib import Path

import pytest
from msgspec.structs import replace

from ap_audit.errors import BadUsage, InvalidFile
from ap_audit.files.builtin import checklists_folder
from ap_audit.files.data import data_of
from ap_audit.files.emit import emit
from ap_audit.files.library import SOURCES, Library
from ap_audit.model.checklist import Checklist
from ap_audit.model.source import SourceRegister
from tests.builders import REGISTER, checklist, criterion


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The shipped checklists, and own ones in three editions."""
    own = tmp_path / "checklists"
    own.mkdir()
    for version in ("2026.9", "2026.10", "2025.1"):
        keep(own, replace(checklist(criterion("a")), version=version))
    return Library(shipped=checklists_folder(), own=own)


def keep(folder: Path, found: Checklist, name: str = "") -> Path:
    """Write a checklist into a folder, under its own name or another."""
    path = folder / f"{name or found.reference}.yaml"
    path.write_text(emit(data_of(found)), encoding="utf-8")
    return path


def test_references(library: Library) -> None:
    """Editions are in the order people count in: 2026.10 comes after 2026.9."""
    own = [name for name in library.references() if name.startswith("test@")]

    assert own == ["test@2025.1", "test@2026.9", "test@2026.10"]
    assert "ap-provider@2026.1" in library.references()


def test_newest(library: Library) -> None:
    """An id means its newest edition; a reference means itself."""
    assert library.newest("test") == "test@2026.10"
    assert library.newest("test@2025.1") == "test@2025.1"
    assert library.edition("test").checklist.version == "2026.10"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("tset@2025.1", "Did you mean 'test@2025.1'?"), ("zzz", "There are: ap-provider@2026.1, ")],
)
def test_unknown(library: Library, name: str, hint: str) -> None:
    """What is not there is named, with the nearest that is, or all that are."""
    with pytest.raises(BadUsage, match=f"There is no checklist '{name}'") as told:
        library.newest(name)
    assert told.value.hint.startswith(hint)


def test_shipped_or_own(library: Library) -> None:
    """An edition says whether it was shipped, and has its digest."""
    assert library.edition("ap-provider").shipped
    assert not library.edition("test").shipped
    assert library.edition("test").digest.startswith("sha256:")


def problem(library: Library, path: Path) -> str:
    """The one problem with a checklist's file."""
    with pytest.raises(InvalidFile) as told:
        library.read(path)
    (found,) = told.value.problems
    return f"{found.what} ({found.hint})"


def test_misnamed(library: Library) -> None:
    """A file holds the edition that it is called after."""
    assert library.own is not None
    path = keep(library.own, checklist(criterion("a")), "test@7")

    assert problem(library, path) == (
        "holds test@1, which is not what the file is called (name it test@1.yaml)"
    )


@pytest.mark.parametrize("name", ["ap-provider", "AP-Provider"])
def test_id_of_a_shipped_one(library: Library, name: str) -> None:
    """A shipped id is never redefined, in any edition or case."""
    assert library.own is not None
    path = keep(library.own, replace(checklist(criterion("a")), id=name, version="9"))

    assert problem(library, path) == (
        f"'{name}' is the id of a shipped checklist (give your own checklist an id of its own)"
    )


def test_own_sources(library: Library) -> None:
    """Own sources stand beside the shipped ones, and never in place of one."""
    assert library.own is not None
    shipped = library.register().sources
    name = next(iter(shipped))
    ours = REGISTER.sources["LAW"]
    own = SourceRegister(format=REGISTER.format, sources={"OURS": ours, name: ours})
    (library.own / SOURCES).write_text(emit(data_of(own)), encoding="utf-8")

    found = library.register().sources

    assert found["OURS"] == ours
    assert found[name] == shipped[name]
    assert len(found) == len(shipped) + 1


def test_no_own_checklists(tmp_path: Path) -> None:
    """Without a folder of one's own the shipped ones are there."""
    for own in (None, tmp_path / "none"):
        assert "ap-provider@2026.1" in Library(shipped=checklists_folder(), own=own).references()
