"""Shipped editions are kept decoded beside their YAML, and it is always the YAML that counts."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ap_audit.errors import InvalidFile
from ap_audit.files import kept as kept_module
from ap_audit.files.builtin import checklists_folder
from ap_audit.files.library import SOURCES, Edition, Library
from tests.forked import in_a_copy, in_copies, without_powers

REFERENCE = "placement-end@2026.1"
Read = Callable[[], Edition]


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of shipped files of its own, in a Python that keeps what it compiles beside it."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    folder = tmp_path / "checklists"
    folder.mkdir()
    for name in (f"{REFERENCE}.yaml", SOURCES):
        shutil.copy(checklists_folder() / name, folder)
    return folder


@pytest.fixture
def read(shipped: Path) -> Read:
    """The edition, as a process that has read nothing yet finds it."""

    def found() -> Edition:
        kept_module.in_memory.clear()
        return Library(shipped=shipped).edition(REFERENCE)

    return found


def _place(shipped: Path) -> Path:
    return shipped / "__pycache__" / f"{REFERENCE}.msgpack"


def _reword(shipped: Path) -> None:
    path = shipped / f"{REFERENCE}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\ntitle: ", "\ntitle: Not ", 1), encoding="utf-8")


def test_the_same_from_either(read: Read, shipped: Path) -> None:
    """What is kept gives the same edition as the file, with the same digest."""
    first = read()
    written = _place(shipped).stat().st_mtime_ns

    again = read()

    assert (again.checklist, again.digest) == (first.checklist, first.digest)
    assert again.register == first.register
    assert _place(shipped).stat().st_mtime_ns == written


def test_every_shipped_edition_can_be_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each one reads back from its kept form as it was, or it would be read as YAML for ever."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    kept_module.in_memory.clear()
    library = Library(shipped=checklists_folder())

    for reference in library.references():
        library.edition(reference)
    library.glossary()

    found = {path.stem for path in tmp_path.rglob("*.msgpack")}
    assert found == {*library.references(), "sources", "glossary"}


def test_an_edit_is_seen_at_once(read: Read, shipped: Path) -> None:
    """Also one that leaves size and time as they were, and one in the sources."""
    before = read()
    path = shipped / f"{REFERENCE}.yaml"
    times = path.stat()
    text = path.read_text(encoding="utf-8")
    title = before.checklist.title
    path.write_text(text.replace(title, title[::-1], 1), encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    after = read()

    assert after.checklist.title == title[::-1]
    assert after.digest != before.digest


def test_an_edit_is_seen_by_the_same_process(shipped: Path) -> None:
    """What a process remembers is held against the file each time."""
    library = Library(shipped=shipped)
    before = library.edition(REFERENCE).checklist.title
    _reword(shipped)

    assert library.edition(REFERENCE).checklist.title == f"Not {before}"


def test_an_edit_of_a_cited_source_is_seen(read: Read, shipped: Path) -> None:
    """The digest is of the checklist and of what it cites."""
    before = read()
    sources = shipped / SOURCES
    text = sources.read_text(encoding="utf-8")
    sources.write_text(text.replace("edition: ", "edition: not "), encoding="utf-8")

    assert read().digest != before.digest


def test_an_edit_that_breaks_it_is_seen(read: Read, shipped: Path) -> None:
    """A file that has become wrong is said to be wrong, whatever was kept of it."""
    read()
    with (shipped / f"{REFERENCE}.yaml").open("a", encoding="utf-8") as file:
        file.write("nonsense: 1\n")

    with pytest.raises(InvalidFile) as told:
        read()
    assert told.value.problems[0].what == "'nonsense' is not known here"


@pytest.mark.parametrize("end", [0, 1, 1000, -1])
def test_cut_short(read: Read, shipped: Path, end: int) -> None:
    """A kept form that ends too early is as good as none, and is made anew."""
    first, whole = read(), _place(shipped).read_bytes()
    _place(shipped).write_bytes(whole[:end])

    assert read().checklist == first.checklist
    assert _place(shipped).read_bytes() == whole


def test_damaged(read: Read, shipped: Path) -> None:
    """A kept form in which one letter of one question has changed is not used."""
    first, whole = read(), _place(shipped).read_bytes()
    ask = next(first.checklist.criteria()).ask.encode()
    before, found, after = whole.rpartition(ask)
    assert found
    _place(shipped).write_bytes(before + ask[::-1] + after)

    assert read().checklist == first.checklist


def test_of_another_program(read: Read, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version made is not used: it may have read the same bytes otherwise."""
    first = read()
    written = _place(shipped).read_bytes()
    monkeypatch.setattr(kept_module, "VERSION", "0.0.1")

    assert read().checklist == first.checklist
    assert _place(shipped).read_bytes() != written


def test_nothing_can_be_kept(read: Read, shipped: Path) -> None:
    """Where no folder can be made, the file is read each time, and nobody is told."""
    (shipped / "__pycache__").write_text("in the way", encoding="utf-8")

    assert read().checklist == read().checklist
    assert sorted(path.name for path in shipped.iterdir()) == sorted(
        ["__pycache__", f"{REFERENCE}.yaml", SOURCES]
    )


def test_read_only(read: Read, shipped: Path) -> None:
    """A program installed by somebody else works, and leaves nothing behind."""
    shipped.chmod(0o555)

    def digest() -> str:
        without_powers()
        return read().digest

    said, code = in_a_copy(digest)
    shipped.chmod(0o755)

    assert (said, code) == (read().digest, 0)


def test_nothing_may_be_kept(read: Read, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`PYTHONDONTWRITEBYTECODE` says so of this as of what Python compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    read()

    assert not (shipped / "__pycache__").exists()


def test_kept_elsewhere(
    read: Read, shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`PYTHONPYCACHEPREFIX` says where."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "elsewhere"))

    read()

    assert not (shipped / "__pycache__").exists()
    assert list((tmp_path / "elsewhere").rglob(_place(shipped).name))


def test_several_at_once(read: Read, shipped: Path) -> None:
    """Processes that all find nothing kept all read the same, and one whole form is left."""
    found = in_copies(lambda: read().digest, 4)

    assert set(found) == {(read().digest, 0)}
    assert sorted(path.name for path in _place(shipped).parent.iterdir()) == [
        _place(shipped).name,
        "sources.msgpack",
    ]
