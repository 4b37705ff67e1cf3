"""A file given as evidence, at the prompt."""

from pathlib import Path

import pytest

from ap_audit.cli.documents import DocumentsHere
from ap_audit.errors import Unfinished
from ap_audit.files.evidence_files import evidence_file
from ap_audit.model.audit import Evidence
from ap_audit.model.words import Seen
from tests.fakes import Scripted
from tests.interview.builders import LEAD, TODAY, Talk, checklist_of, hold


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a provider, and beside it a document."""
    (tmp_path / "letter.pdf").write_bytes(b"a letter")
    made = tmp_path / "providers" / "hillside"
    made.mkdir(parents=True)
    return made


def _added(folder: Path, *replies: str, present: bool = True) -> Talk:
    return hold(
        checklist=checklist_of(LEAD),
        person=Scripted(["v", *replies, "q"], present=present, width=1000),
        documents=DocumentsHere(folder),
    )


def test_hashed_and_copied(folder: Path) -> None:
    """The name and the hash are recorded, then the copy's place; the original stays."""
    letter = folder.parent.parent / "letter.pdf"
    digest = evidence_file(folder, letter).sha256

    talk = _added(folder, f'c "{letter}"', "c")

    recorded = [audit.answers[LEAD.id].evidence["letter-pdf"] for audit in talk.disk.saved]
    assert recorded == [
        Evidence(
            what="letter.pdf", seen=Seen.COPY, date=TODAY, by="AP lead", file=name, sha256=digest
        )
        for name in ("letter.pdf", "evidence/letter.pdf")
    ]
    assert "Saved: copied to evidence/letter.pdf." in talk.text
    assert (folder / "evidence" / "letter.pdf").read_bytes() == letter.read_bytes()


def test_left_where_it_is(folder: Path) -> None:
    """Copying is offered, not done."""
    talk = _added(folder, "c", f"{folder.parent.parent}/letter.pdf", "later", "s")

    assert talk.audit.answers[LEAD.id].evidence["letter-pdf"].file == "letter.pdf"
    assert "Type c to copy it, or s to leave it." in talk.text
    assert not (folder / "evidence").exists()


def test_no_offer_for_what_is_there(folder: Path) -> None:
    """What lies in the folder already is not copied again."""
    (folder / "evidence").mkdir()
    (folder / "evidence" / "rota.pdf").write_bytes(b"rota")

    talk = _added(folder, f"o {folder}/evidence/rota.pdf")

    assert "Copy it" not in talk.text
    assert talk.audit.answers[LEAD.id].evidence["rota-pdf"].file == "evidence/rota.pdf"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("/nowhere/letter.pdf", "There is no file '/nowhere/letter.pdf'."),
        ("C:\\Users\\jo\\letter.pdf", "There is no file 'C:\\Users\\jo\\letter.pdf'."),
        ("~nobody-at-all/letter.pdf", ""),
    ],
)
def test_no_such_file(folder: Path, typed: str, says: str) -> None:
    """It is said, and the name alone may be kept: not the path of somebody's own computer."""
    talk = _added(folder, f"c {typed}", *(["k"] if says else []))

    assert says in talk.text
    piece = next(iter(talk.audit.answers[LEAD.id].evidence.values()))
    assert piece.what == ("letter.pdf" if says else typed)
    assert (piece.file, piece.sha256) == (None, None)


def test_folder_is_refused(folder: Path) -> None:
    """Another path may be typed, or it is left out."""
    better = _added(folder, f"c {folder}", f"{folder.parent.parent}/letter.pdf", "s")
    left = _added(folder, f"c {folder}", "s")

    assert "is a folder, not a file." in better.text
    assert better.audit.answers[LEAD.id].evidence["letter-pdf"].sha256
    assert left.disk.saved == []
    assert "Left out for now" in left.text


def test_on_a_pipe(folder: Path) -> None:
    """Nothing more is asked: the hash is recorded, and of a file that is not there the name."""
    there = _added(folder, f"c {folder.parent.parent}/letter.pdf", present=False)
    missing = _added(folder, "c /nowhere/letter.pdf", present=False)

    assert there.audit.answers[LEAD.id].evidence["letter-pdf"].sha256
    assert missing.audit.answers[LEAD.id].evidence["letter-pdf"].sha256 is None
    assert not isinstance(missing.error, Unfinished)
    assert "Its name alone is recorded: letter.pdf" in missing.text


def test_cannot_be_copied(folder: Path) -> None:
    """Where there is no room for a copy, what was recorded stays recorded."""
    (folder / "evidence").write_text("in the way")

    talk = _added(folder, f"c {folder.parent.parent}/letter.pdf", "c")

    assert "its name and fingerprint are recorded." in talk.text.replace("\n", " ")
    assert talk.audit.answers[LEAD.id].evidence["letter-pdf"].file == "letter.pdf"


def test_name_of_a_pupil(folder: Path) -> None:
    """A file whose name was changed as a pupil's is not copied under the old one."""
    letter = folder.parent.parent / "pupil Adam Brown.pdf"
    letter.write_bytes(b"a note")

    talk = _added(folder, f"c {letter}", "c", "note on P07", "c", "P07.pdf")

    assert [*talk.audit.answers[LEAD.id].evidence] == ["note-on-p07"]
    assert "Copy it" not in talk.text
    assert "Adam Brown" not in str(talk.audit)
