import hashlib
import os
import sys
from pathlib import Path

import pytest

from ap_audit.errors import BadUsage, Refused
from ap_audit.files.evidence_files import (
    LARGEST_COPY,
    EvidenceFiles,
    evidence_file,
    keep_copy,
    typed_path,
)
from ap_audit.model.audit import Evidence
from ap_audit.model.file_state import FileState
from ap_audit.model.words import Seen
from tests.forked import in_a_copy, without_powers

LETTER = b"Everyone who works here has been checked."
HASH = f"sha256:{hashlib.sha256(LETTER).hexdigest()}"
ABOUT = "providers/hillside"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a provider."""
    path = tmp_path / "school" / ABOUT
    path.mkdir(parents=True)
    return path


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A document that the school keeps outside of the workspace."""
    path = tmp_path / "letter.pdf"
    path.write_bytes(LETTER)
    return path


def piece(file: str | None = None, sha256: str | None = HASH) -> Evidence:
    """A piece of evidence that records this file."""
    return Evidence(what="Letter", seen=Seen.COPY, file=file, sha256=sha256)


def test_a_file_is_recorded_by_name_and_hash(folder: Path, letter: Path) -> None:
    """A path below the provider's folder, else the name alone: no path of somebody's machine."""
    inside = folder / "papers" / "letter.pdf"
    inside.parent.mkdir()
    inside.write_bytes(LETTER)

    assert (evidence_file(folder, letter).name, evidence_file(folder, letter).sha256) == (
        "letter.pdf",
        HASH,
    )
    assert evidence_file(folder, inside).name == "papers/letter.pdf"
    assert not (folder / "evidence").exists()


def test_a_copy_is_kept_out_of_git(folder: Path, letter: Path) -> None:
    """The original stays, and the folder ignores itself in a workspace of any age."""
    kept = keep_copy(folder, letter)

    assert (kept.name, kept.sha256) == ("evidence/letter.pdf", HASH)
    assert (folder / kept.name).read_bytes() == letter.read_bytes() == LETTER
    assert (folder / "evidence/.gitignore").read_bytes() == b"*\n"


def test_a_copy_writes_over_nothing(folder: Path, letter: Path, tmp_path: Path) -> None:
    """The same content is kept once; another document of the name gets a number."""
    keep_copy(folder, letter)
    other = tmp_path / "other" / "letter.pdf"
    other.parent.mkdir()
    other.write_bytes(b"Another letter.")

    assert keep_copy(folder, letter).name == "evidence/letter.pdf"
    assert keep_copy(folder, other).name == "evidence/letter-2.pdf"
    assert keep_copy(folder, folder / "evidence/letter-2.pdf").name == "evidence/letter-2.pdf"
    assert (folder / "evidence/letter.pdf").read_bytes() == LETTER


def test_a_copy_that_cannot_be_made(folder: Path, letter: Path) -> None:
    """A file in the folder's place is left as it is."""
    (folder / "evidence").write_bytes(b"notes")
    with pytest.raises(Refused):
        keep_copy(folder, letter)
    assert (folder / "evidence").read_bytes() == b"notes"


def test_a_copy_of_a_film_is_refused(folder: Path, letter: Path) -> None:
    """With the next step; nothing is copied."""
    os.truncate(letter, LARGEST_COPY + 1)
    with pytest.raises(BadUsage, match="larger than 100 MB") as found:
        keep_copy(folder, letter)
    assert "--copy" in found.value.hint
    assert not (folder / "evidence").exists()


@pytest.mark.parametrize(
    ("name", "says", "next_step"),
    [
        pytest.param("leter.pdf", "There is no file", "Did you mean 'letter.pdf'?", id="misspelt"),
        pytest.param("a/b.pdf", "There is no file", "Give its path", id="no such folder"),
        pytest.param("letter.pdf/b", "There is no file", "Give its path", id="below a file"),
        pytest.param("a\0b", "There is no file", "Give its path", id="no name of a file"),
        pytest.param("papers", "is a folder", "Give the document itself", id="a folder"),
        pytest.param("empty.pdf", "is empty", "See whether it was saved", id="empty"),
        pytest.param("x" * 300, "cannot be read", "Give the document itself", id="too long"),
    ],
)
def test_what_is_no_file(folder: Path, letter: Path, name: str, says: str, next_step: str) -> None:
    """It is refused with the next step."""
    (letter.parent / "papers").mkdir()
    (letter.parent / "empty.pdf").touch()
    with pytest.raises(BadUsage, match=says) as found:
        evidence_file(folder, letter.parent / name)
    assert next_step in found.value.hint


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_document(folder: Path, letter: Path) -> None:
    """A pipe is not waited for, and a name that could act on a screen is not recorded."""
    os.mkfifo(letter.parent / "pipe")
    with pytest.raises(BadUsage, match="not a plain file"):
        evidence_file(folder, letter.parent / "pipe")
    with pytest.raises(BadUsage, match="cannot be recorded"):
        evidence_file(folder, letter.rename(letter.with_name("a\x1bb")))


def test_what_became_of_a_file(folder: Path, letter: Path) -> None:
    """It is compared by its hash, wherever below the provider's folder it lies."""
    keep_copy(folder, letter)
    (folder / "evidence/changed.pdf").write_bytes(b"Something else.")
    (folder / "evidence/empty.pdf").touch()
    files = EvidenceFiles(folder.parents[1])
    other = "sha256:" + "0" * 64

    assert {
        (file, sha256): files.state(ABOUT, piece(file, sha256))
        for file, sha256 in (
            (None, None),
            ("evidence/letter.pdf", HASH),
            ("evidence\\letter.pdf", HASH),
            ("letter.pdf", HASH),
            (None, HASH),
            ("evidence/old-name.pdf", HASH),
            ("evidence/changed.pdf", other),
            ("evidence/empty.pdf", other),
            ("evidence/gone.pdf", other),
            ("kept-on-a-drive.pdf", other),
            ("../../../letter.pdf", other),
            ("a\0b", other),
            (None, other),
            ("evidence/letter.pdf", None),
        )
    } == {
        (None, None): FileState.NONE,
        ("evidence/letter.pdf", HASH): FileState.SAME,
        ("evidence\\letter.pdf", HASH): FileState.SAME,
        ("letter.pdf", HASH): FileState.SAME,
        (None, HASH): FileState.SAME,
        ("evidence/old-name.pdf", HASH): FileState.RENAMED,
        ("evidence/changed.pdf", other): FileState.CHANGED,
        ("evidence/empty.pdf", other): FileState.CHANGED,
        ("evidence/gone.pdf", other): FileState.MISSING,
        ("kept-on-a-drive.pdf", other): FileState.ELSEWHERE,
        ("../../../letter.pdf", other): FileState.MISSING,
        ("a\0b", other): FileState.ELSEWHERE,
        (None, other): FileState.ELSEWHERE,
        ("evidence/letter.pdf", None): FileState.NO_HASH,
    }
    assert FileState.CHANGED.title == "changed since it was recorded"


def test_a_provider_without_the_folder(folder: Path) -> None:
    """Its files are missing or elsewhere."""
    files = EvidenceFiles(folder.parents[1])
    assert files.state(ABOUT, piece("evidence/letter.pdf")) is FileState.MISSING
    assert files.state("providers/nobody", piece("letter.pdf")) is FileState.ELSEWHERE


@pytest.mark.parametrize("text", ['"a b.pdf"', "'a b.pdf'", " a b.pdf "])
def test_a_path_as_it_is_pasted(text: str) -> None:
    """Windows copies a path in quotes."""
    assert typed_path(text) == Path("a b.pdf")


def test_a_path_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """~ is the home folder."""
    monkeypatch.setenv("USERPROFILE" if os.name == "nt" else "HOME", str(tmp_path))
    assert typed_path("~/a.pdf") == tmp_path / "a.pdf"


def test_what_cannot_be_opened_is_neither_changed_nor_missing(folder: Path) -> None:
    """Nothing is known of one file, or of all in a closed folder."""
    kept = folder / "evidence"
    kept.mkdir()
    (kept / "letter.pdf").write_bytes(LETTER)

    def look(closed: Path) -> str:
        closed.chmod(0)
        without_powers()
        files = EvidenceFiles(folder.parents[1])
        names = ("evidence/letter.pdf", "kept-on-a-drive.pdf", None)
        found = [files.state(ABOUT, piece(name)).value for name in names]
        closed.chmod(0o755)
        return " ".join(found)

    unread = FileState.UNREADABLE.value
    assert in_a_copy(lambda: look(kept)) == (f"{unread} {unread} {unread}", 0)
    assert in_a_copy(lambda: look(kept / "letter.pdf")) == (f"{unread} elsewhere elsewhere", 0)
