import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from ap_audit.files.document import read_document
from ap_audit.model.audit import Audit, Evidence
from ap_audit.model.words import Seen
from tests.cli.running import TODAY, Shell

ON = ("--today", TODAY)
HILLSIDE = "hillside-skills-centre"
NEWEST = f"providers/{HILLSIDE}/audits/2026-11-09.ap-provider.yaml"
ADD = ("evidence", "add", HILLSIDE, "saf-policy-current")
LETTER = b"Everyone who works here has been checked."
HASH = f"sha256:{hashlib.sha256(LETTER).hexdigest()}"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A document that the school keeps outside of the workspace."""
    path = tmp_path / "new-letter.pdf"
    path.write_bytes(LETTER)
    return path


def pieces(shell: Shell) -> dict[str, Evidence]:
    """The evidence of the answer."""
    audit = read_document(shell.folder / NEWEST, Audit).value
    return audit.answers["saf-policy-current"].evidence


def listed(shell: Shell, *words: str) -> list[dict[str, str]]:
    """The rows of the register."""
    found = json.loads(shell.fine("evidence", "list", *words, "-f", "json", *ON))
    assert found["format"] == "ap-audit/evidence@1"
    rows: list[dict[str, str]] = found["evidence"]
    return rows


def test_recorded_with_its_hash(example: Shell, letter: Path) -> None:
    """By name, hash, day and role; no rating changes, and what it amounts to is said."""
    before = read_document(example.folder / NEWEST, Audit).value
    result = example.run(
        *ADD, "--seen", "copy", "--file", str(letter), "--dated", "3 nov", "--on", "20 nov",
        "--until", "31/8/2027", "--note", "By post.", "--by", "DSL", *ON,
    )  # fmt: skip

    assert result.stdout == "Saved: saf-policy-current/new-letter-pdf, copy seen. new-letter.pdf\n"
    assert result.stderr == "It counts until 31 August 2027.\nThe answer stays as it is: Met.\n"
    assert pieces(example)["new-letter-pdf"] == Evidence(
        what="new-letter.pdf",
        seen=Seen.COPY,
        dated=date(2026, 11, 3),
        date=date(2026, 11, 20),
        by="DSL",
        until=date(2027, 8, 31),
        file="new-letter.pdf",
        sha256=HASH,
        note="By post.",
    )
    after = read_document(example.folder / NEWEST, Audit).value
    assert after.answers["saf-policy-current"].rating is before.answers["saf-policy-current"].rating
    assert example.fine("check") == ""
    assert "new-letter.pdf" not in " ".join(example.files())


def test_a_copy_is_kept(example: Shell, letter: Path) -> None:
    """In the provider's folder, outside of git; a change in it shows from then on."""
    words = ("--seen", "copy", "--file", str(letter), "--dated", "3 nov", "--copy", *ON)
    assert "evidence/new-letter.pdf" in example.fine(*ADD, "--what", "New letter", *words)
    copied = example.folder / "providers" / HILLSIDE / "evidence/new-letter.pdf"
    assert copied.read_bytes() == LETTER

    def state() -> str:
        (row,) = [one for one in listed(example) if one["id"] == "saf-policy-current/new-letter"]
        return row["file_state"]

    assert state() == "as-recorded"
    assert example.run("evidence", "check", "hillside", "--exit-code", *ON).exit_code == 0
    copied.write_bytes(b"Another letter.")
    assert state() == "changed"
    result = example.run("evidence", "check", "hillside", "--exit-code", *ON)
    assert result.exit_code == 1
    assert "Its file, evidence/new-letter.pdf: changed since it was recorded." in result.stdout
    assert example.run("evidence", "check", *ON).exit_code == 0
    copied.write_bytes(LETTER)
    copied.rename(copied.with_name("renamed by hand.pdf"))
    assert state() == "renamed"
    copied.with_name("renamed by hand.pdf").unlink()
    assert state() == "missing"
    assert "1 file missing." in example.fine("evidence", "check", *ON)


def test_what_was_seen_by_another_school(example: Shell) -> None:
    """It is labelled as such and opens no gateway."""
    result = example.run(*ADD, "--seen", "second-hand", "--what", "The council's visit", *ON)
    assert "seen by another commissioner, which does not count as seen." in result.stderr
    assert "It opens no gateway by itself." in result.stderr
    (row,) = [one for one in listed(example, "hillside") if one["seen"] == "second-hand"]
    assert (row["counts"], row["by"], row["date"]) == ("does-not-count", "AP lead", TODAY)


def test_the_register(example: Shell) -> None:
    """Of one provider or of all; of the newest audits, or of older ones too."""
    lines = example.fine("evidence", "list", "hillside", *ON).splitlines()
    assert lines[0].endswith("pieces of evidence.")
    assert "Hillside Skills Centre (hillside-skills-centre)" in lines
    assert "    letter-of-assurance-2026-10.pdf" in lines
    newest, everything = listed(example), listed(example, "--all")
    assert {one["audit"] for one in newest} < {one["audit"] for one in everything}
    printed = example.fine("evidence", "list", "hillside", "-f", "csv", *ON).splitlines()
    assert printed[0].startswith("format,audit,id,name,what,seen,date,by,dated,counts,")


def test_what_is_out_of_date(example: Shell) -> None:
    """As it stands today, also in an audit that is signed; what has a successor is not named."""
    later = ("--today", "2027-03-24")
    assert "nothing to look into" in example.fine("evidence", "check", "hillside", *ON)
    result = example.run("evidence", "check", "hillside", "--exit-code", *later)
    assert result.exit_code == 1
    assert "hillside-allegations-2026.pdf" in result.stdout
    words = ("evidence", "add", HILLSIDE, "saf-allegations", "--seen", "copy")
    example.fine(*words, "--what", "allegations-2027.pdf", "--dated", "1 feb 2027", *later)
    said = example.fine("evidence", "check", "hillside", *later)
    assert "hillside-allegations-2026.pdf" not in said
    signed = json.loads(
        example.fine("evidence", "list", "hillside", "--all", "-f", "json", *later)
    )["evidence"]
    assert "out-of-date" in {one["counts"] for one in signed if "2025" in one["audit"]}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(("--dated", "25/11/2026"), "is still to come", id="a document of tomorrow"),
        pytest.param(("--on", "25/11/2026"), "is still to come", id="seen tomorrow"),
        pytest.param(("--until", "1/1/2026"), "stop counting on 1 January 2026", id="over before"),
        pytest.param(("--until", "32/1/2027"), "There is no 32 January 2027.", id="no such day"),
        pytest.param(("--file", "nothing.pdf"), "There is no file", id="no such file"),
        pytest.param(("--copy",), "Give the file too", id="nothing to copy"),
        pytest.param(("--note", "a\x07b"), "hidden characters", id="a bell"),
        pytest.param(("--what", " "), "The evidence is empty.", id="nothing"),
        pytest.param(("--seen", "seen"), "'told', 'second-hand', 'copy'", id="no such way"),
        pytest.param(("--what", "policy of pupil Jordan"), "a pupil's name", id="a pupil's name"),
    ],
)
def test_what_is_refused(example: Shell, words: tuple[str, ...], says: str) -> None:
    """With the next step, and nothing is written."""
    before = example.files()
    result = example.run(*ADD, "--seen", "copy", "--what", "Policy", *words, *ON)
    assert result.exit_code in (2, 4)
    assert says in " ".join(result.stderr.split())
    assert example.files() == before


def test_nothing_is_copied_where_something_is_wrong(example: Shell, letter: Path) -> None:
    """Neither for a question that is not asked, nor into an audit that is signed, nor twice."""
    words = ("--seen", "copy", "--file", str(letter), "--copy", *ON)
    before = example.files()
    assert "Did you mean 'saf-policy-current'?" in example.refused(
        2, *ADD[:3], "saf-policy-curent", *words
    )
    signed = f"{HILLSIDE}/audits/2025-11-17.ap-provider"
    assert "is signed" in example.refused(4, "evidence", "add", signed, *ADD[3:], *words)
    assert example.files() == before
    example.fine(*ADD, *words)
    after = example.files()
    said = example.refused(2, *ADD, *words)
    assert "is recorded with saf-policy-current already" in said
    assert example.files() == after


def test_from_another_folder(example: Shell, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file's path counts from where the command was started."""
    monkeypatch.chdir(letter.parent)
    example.fine(*ADD, "--seen", "copy", "--file", letter.name, "-C", str(example.folder), *ON)
    assert pieces(example)["new-letter-pdf"].sha256 == HASH


def test_an_audit_that_cannot_be_read(example: Shell) -> None:
    """It is named, and every other one is there."""
    (example.folder / NEWEST).write_text("answers: [", encoding="utf-8")
    result = example.run("evidence", "check", *ON)
    assert result.exit_code == 3
    assert "2026-11-09.ap-provider.yaml" in result.stderr
    assert "of evidence" in result.stdout
