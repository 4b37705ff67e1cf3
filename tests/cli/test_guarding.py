"""Data about pupils is heard before it reaches git, and what is none is kept on record."""

import pytest

from ap_audit.files.document import read_document
from ap_audit.model.audit import Audit
from tests.cli.running import TODAY, Shell

ANSWER = ("answer", "hillside-skills-centre", "saf-staff-training", "partly", "--today", TODAY)
NAMED = ("--note", "pupil Jordan was not told")


def test_nothing_typed_reaches_the_disk(shell: Shell) -> None:
    """The answer is refused, with the way to keep words that are none."""
    path = shell.begin()
    before = path.read_bytes()

    said = shell.refused(4, *ANSWER, *NAMED)

    assert said.startswith("This looks like a pupil's name: after a word such as pupil")
    assert 'say why it may stay: --keep "a member of staff"' in said
    assert path.read_bytes() == before


def test_kept_on_record(shell: Shell) -> None:
    """With a reason it is saved, `check` is content, and the same words are not asked about."""
    path = shell.begin()

    shell.fine(*ANSWER, *NAMED, "--keep", "the name of our dog")

    answer = read_document(path, Audit).value.answers["saf-staff-training"]
    assert answer.kept == {"name": "the name of our dog"}
    assert shell.fine("check") == ""
    shell.fine(*ANSWER, "--seen", "told", "--what", "a talk")
    shell.fine(*ANSWER, "--note", "pupil Sam was not told", "--keep", "a made-up one")
    again = read_document(path, Audit).value.answers["saf-staff-training"]
    assert again.kept == {"name": "the name of our dog; a made-up one"}


@pytest.mark.parametrize(
    ("word", "code"), [("partly", 1), ("partlyy", 3)], ids=["privacy alone", "a wrong file"]
)
def test_exit_codes(shell: Shell, word: str, code: int) -> None:
    """A file that is wrong counts more than one that says too much."""
    path = shell.begin()
    wanted = "  saf-staff-training:\n    rating: not-checked\n"
    text = path.read_text(encoding="utf-8")
    assert wanted in text
    path.write_text(
        text.replace(
            wanted,
            f"  saf-staff-training:\n    rating: {word}\n    date: 2026-11-24\n"
            "    note: pupil Jordan was not told\n",
        ),
        encoding="utf-8",
    )

    result = shell.run("check")

    assert result.exit_code == code
    assert ("warning: this looks like a pupil's name" in result.stdout) == (code == 1)


def test_an_audit_that_does_not_fit_is_read_for_both(shell: Shell) -> None:
    """Names are heard, though the audit does not fit its checklist."""
    path = shell.begin()
    text = path.read_text(encoding="utf-8")
    text = text.replace("auditor: AP lead", "auditor: pupil Jordan").replace(
        "  saf-staff-training:", "  saf-staff-trained:"
    )
    path.write_text(text, encoding="utf-8")

    result = shell.run("check")

    assert result.exit_code == 3
    assert "this looks like a pupil's name" in result.stdout
    assert "'saf-staff-trained' is not asked" in result.stdout


def test_checklists_are_no_records(shell: Shell) -> None:
    """Guidance may say whom to ring; it is written about no pupil."""
    shell.begin()
    folder = shell.folder / "checklists"
    folder.mkdir(exist_ok=True)
    (folder / "glossary.yaml").write_text(
        "format: ap-audit/glossary@1\nterms: {}\n# ring 01632 960123\n", encoding="utf-8"
    )

    assert shell.fine("check") == ""
