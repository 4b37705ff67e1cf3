"""`verify`: signed audits as they were signed, and what git knows of them."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from ap_audit.files.change import save_change
from ap_audit.files.document import read_document
from ap_audit.model.audit import Audit
from ap_audit.model.seal import digest_of
from ap_audit.model.words import Part
from tests.cli.git_school import School
from tests.cli.signing import ACCEPTED, PREPARED, edited, signable

FALLS_SHORT = 1


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school whose audit is prepared and accepted."""
    school = signable(tmp_path / "school")
    monkeypatch.chdir(school.folder)
    school.fine(*PREPARED)
    school.fine(*ACCEPTED)
    return school


def verified(school: School, code: int = 0, *names: str) -> str:
    """What is said of the audits."""
    result = school.run("verify", *names)
    assert result.exit_code == code, result.output
    return result.stdout


def test_as_it_was_signed(school: School) -> None:
    """Who signed, in order; that it is not kept in git is a remark, and no fault."""
    result = school.run("verify")
    assert result.stdout == (
        "providers/hillside/audits/2026-11-23.visit-basics.yaml: as it was signed\n"
        "  Prepared: A. Silva, AP lead, 24 November 2026\n"
        "  Accepted: R. Okafor, Head, 24 November 2026\n"
        "  Decision: Suitable to use\n"
        "\n"
        "1 signed audit: 1 as signed, none otherwise.\n"
    )
    assert result.stderr == "Commits and tags were not looked at: this folder is not kept in git.\n"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("rating: partly", "rating: met", "Answers, the heading or who signed were changed"),
        ("outcome: Suitable to use", "outcome: Use", "The decision, or who accepted it, was"),
        ("  state: signed", "  state: open", "It was accepted, and the decision is not there."),
        ("name: R. Okafor", "name: S. Okafor", "The decision, or who accepted it, was changed"),
    ],
)
def test_a_change_by_hand(school: School, old: str, new: str, says: str) -> None:
    """What is not as it was signed falls short, and is said to."""
    edited(school, old, new)
    said = verified(school, FALLS_SHORT)
    assert "visit-basics.yaml: NOT AS IT WAS SIGNED\n" in said
    assert f"  {says}" in said
    assert said.endswith("1 signed audit: 0 as signed, 1 not.\n")


def test_comments_and_layout_do_not_count(school: School) -> None:
    """Only what the file says."""
    edited(school, "    note: no eye wash", '    # by hand\n    note: "no   eye wash"')
    edited(
        school,
        "      e1:\n        what: tried every door\n",
        "      e1:\n        what:   tried every door # twice\n",
    )
    verified(school)


def test_a_signature_taken_out(school: School) -> None:
    """A decision that nobody accepted falls short."""
    text = school.audit.read_text(encoding="utf-8")
    school.audit.write_text(text[: text.index("signatures:")], encoding="utf-8")
    said = verified(school, FALLS_SHORT)
    assert "It says that it is decided, and nobody has signed that it was accepted." in said


def test_other_advice_than_was_seen(school: School) -> None:
    """Where the same answers give other advice now, somebody should look: terms, or our mistake."""
    document = read_document(school.audit, Audit)
    audit = replace(
        document.value, decision=replace(document.value.decision, advice_shown="Do not place")
    )
    made = audit.signatures[Part.ACCEPTED]
    again = replace(made, digest=digest_of(audit, Part.ACCEPTED, made))
    signatures = {**audit.signatures, Part.ACCEPTED: again}
    save_change(document, replace(audit, signatures=signatures), as_signed=True)
    assert "those who signed saw “Do not place”." in verified(school, FALLS_SHORT)


def test_an_audit_that_nobody_signed(school: School) -> None:
    """Among all it is counted; asked for by name it falls short."""
    school.fine(
        "new",
        "hillside",
        "--checklist",
        "visit-basics",
        "--renew",
        "--blank",
        "--today",
        "2027-01-11",
    )
    assert "1 audit is not signed by anybody.\n" in verified(school)
    said = verified(school, FALLS_SHORT, "hillside")
    assert "2027-01-11.visit-basics.yaml: not signed\n" in said
    assert "1 audit: 0 as signed, 1 not.\n" in said


def test_a_file_that_cannot_be_read(school: School) -> None:
    """The others are looked at all the same."""
    signed = school.audit
    second = signed.with_name("2026-11-25.visit-basics.yaml")
    second.write_text("format: ap-audit/audit@1\n", encoding="utf-8")
    result = school.run("verify")
    assert result.exit_code == 3
    assert "1 signed audit: 1 as signed, no other could be read.\n" in result.stdout
    signed.unlink()
    assert "signed audit" not in school.run("verify").stdout
    assert "1 file could not be looked at." in result.stderr


def test_for_programs(school: School) -> None:
    """One versioned document, with a word for each state."""
    said = json.loads(verified(school, 0, "hillside", "--json"))
    (one,) = said["audits"]
    assert (said["format"], said["holds"]) == ("ap-audit/verify@1", True)
    assert (one["state"], one["holds"], one["git"]) == ("signed", True, None)
    assert one["signatures"][0] == {
        "part": "prepared",
        "name": "A. Silva",
        "role": "AP lead",
        "date": "24 November 2026",
        "holds": True,
    }


@pytest.fixture
def keyed(school: School, tmp_path: Path) -> School:
    """The school in git, with a key to sign by that its settings know."""
    program = shutil.which("ssh-keygen")
    if program is None:
        pytest.skip("there is no ssh-keygen here to make a key with")
    key = tmp_path / "key"
    subprocess.run(
        [program, "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True, capture_output=True
    )
    public = key.with_suffix(".pub").read_text(encoding="utf-8")
    known = tmp_path / "known"
    known.write_text(f"head@school.invalid {public}", encoding="utf-8")
    school.git("init", "--quiet", "-b", "main")
    for name, value in (
        ("gpg.format", "ssh"),
        ("user.signingkey", str(key)),
        ("gpg.ssh.allowedSignersFile", str(known)),
    ):
        school.git("config", name, value)
    return school


def test_signed_in_git(keyed: School) -> None:
    """Who signed the commit, by git; a signed tag counts too, and nothing is written."""
    keyed.commit("Not signed")
    assert "  In git: last changed in commit " in verified(keyed)
    assert ", not signed.\n" in verified(keyed)
    keyed.git("tag", "--sign", "-m", "Accepted by governors", "autumn")
    keyed.git("tag", "-m", "Not signed", "later")
    assert " Signed tag: autumn.\n" in verified(keyed)

    keyed.git("commit", "--quiet", "--amend", "-S", "-m", "Signed")
    before = {path: path.stat().st_mtime_ns for path in keyed.folder.rglob("*")}
    said = verified(keyed)
    assert ", signed by head@school.invalid, and the signature is good.\n" in said
    assert before == {path: path.stat().st_mtime_ns for path in keyed.folder.rglob("*")}

    edited(keyed, "auditor:", "# by hand\nauditor:")
    assert "Changed since then, and not yet committed.\n" in verified(keyed)


def test_signed_and_git_cannot_check(keyed: School) -> None:
    """Where nobody has told git whose keys are known, a signed commit is not called unsigned."""
    keyed.git("add", "-A")
    keyed.git("commit", "-q", "-S", "-m", "Signed")
    keyed.git("config", "--unset", "gpg.ssh.allowedSignersFile")
    said = verified(keyed)
    assert "signed, and it cannot be checked here." in said
    assert "git has no list of who may sign. Write one with a line for each person" in said
    assert "git config gpg.ssh.allowedSignersFile FILE\n" in said


def test_the_list_of_signers_is_not_there(keyed: School) -> None:
    """It may have stayed on another computer; without it nobody knows whose the key is."""
    keyed.git("add", "-A")
    keyed.git("commit", "-q", "-S", "-m", "Signed")
    keyed.git("config", "gpg.ssh.allowedSignersFile", "nowhere/signers")
    assert "The list of who may sign is not where git looks for it." in verified(keyed)
    said = json.loads(verified(keyed, 0, "hillside", "--json"))
    assert said["audits"][0]["git"]["missing"] == "list-file"


def test_the_public_key_is_not_there(keyed: School) -> None:
    """Of a signature by another kind of key, that key is what is missing."""
    keyed.git("add", "-A")
    keyed.git("commit", "-q", "-m", "Not signed")
    commit = keyed.git("cat-file", "commit", "HEAD")
    heading, _, message = commit.partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n made up\n -----END PGP SIGNATURE-----"
    made = keyed.folder.parent / "commit"
    made.write_text(f"{heading}\n{signature}\n\n{message}", encoding="utf-8")
    name = keyed.git("hash-object", "-t", "commit", "-w", str(made)).strip()
    keyed.git("update-ref", "HEAD", name)
    said = verified(keyed)
    assert "signed, and it cannot be checked here" in said
    assert "Ask for the key, and: gpg --import FILE" in said


def test_never_committed(keyed: School) -> None:
    """A repository without a commit knows nothing of it."""
    assert "In git" not in verified(keyed)
