"""What a person sees when a file is wrong: a sentence, a place, the right exit code."""

from pathlib import Path

import pytest

from tests.cli.running import TODAY, Shell
from tests.forked import in_a_copy, without_powers

NAME = "hillside-skills-centre"


def _break(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_no_workspace(shell: Shell) -> None:
    """Outside a workspace a command says how to make one."""
    said = shell.refused(2, "score", NAME)

    assert "There is no ap-audit workspace in" in said
    assert "ap-audit init" in said


def test_unknown_provider(shell: Shell) -> None:
    """A provider that is not there is named, with the nearest that is."""
    shell.begin()

    assert "Did you mean 'hillside-skills-centre'?" in shell.refused(2, "score", "hillside-skils")


def test_every_problem_at_once(shell: Shell) -> None:
    """All problems of a file are listed together, in the order of its lines."""
    path = shell.begin()
    _break(path, "depth: core", "depth: deep")
    _break(path, "auditor:", "auditer:")
    _break(
        path,
        "  saf-checks-written:\n    rating: not-checked",
        "  saf-checks-written:\n    rating: no",
    )

    said = shell.refused(3, "score", NAME)

    places = [
        line.split(": ")[0].rsplit("/", 1)[-1] for line in said.splitlines() if ".yaml:" in line
    ]
    assert len(places) == 4
    assert "'auditer' is not known here" in said
    assert "did you mean 'auditor'?" in said
    assert "    rating: no\n" in said
    assert "'auditor' is missing" in said


def test_unknown_edition(shell: Shell) -> None:
    """An audit on an edition that is not here is refused at its line, with what is here."""
    path = shell.begin()
    _break(path, "ap-provider@2026.1", "ap-provider@2031.1")

    said = shell.refused(3, "score", NAME)

    assert "there is no checklist 'ap-provider@2031.1' here" in said
    assert "there are: ap-provider@2026.1" in said


def test_checklist_changed_since(shell: Shell) -> None:
    """An audit whose checklist is not as it was is not judged."""
    path = shell.begin()
    _break(path, "digest: sha256:", "digest: sha256:" + "0" * 8)
    text = path.read_text(encoding="utf-8")
    start = text.index("digest: ")
    line = text[start : text.index("\n", start)]
    path.write_text(text.replace(line, line[:-8]), encoding="utf-8")

    assert "has changed since this audit began" in shell.refused(3, "score", NAME)


def test_criterion_that_is_not_asked(shell: Shell) -> None:
    """An answer to a question that the checklist does not ask is a problem at its key."""
    path = shell.begin()
    _break(path, "  saf-checks-written:\n", "  saf-check-written:\n")

    said = shell.refused(3, "score", NAME)

    assert "'saf-check-written' is not asked in ap-provider@2026.1" in said
    assert "did you mean 'saf-checks-written'?" in said


@pytest.mark.parametrize("name", ["ap-audit.yaml", f"providers/{NAME}/provider.yaml"])
def test_other_files(shell: Shell, name: str) -> None:
    """Settings and providers are checked like audits: key, line and next step."""
    shell.begin()
    path = shell.folder / name
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")

    result = shell.run("check")

    assert result.exit_code == 3
    assert f"{name}:4:1: 'colour' is not known here" in result.stdout


def test_one_broken_audit_does_not_hide_the_others(shell: Shell) -> None:
    """`list` names the broken file, lists the rest and exits with 3."""
    _break(shell.begin("Acme One"), "depth: core", "depth: deep")
    shell.begin("Acme Two")

    result = shell.run("list")

    assert result.exit_code == 3
    assert "acme-two" in result.stdout
    assert "acme-one" in result.stderr
    assert "1 of 2 audits could not be read; the others are listed." in result.stderr


def test_two_values_for_one_question(shell: Shell) -> None:
    """A question answered twice, as git can merge it, is refused: neither answer is dropped."""
    path = shell.begin()
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("decision:", "  saf-lead-named:\n    rating: met\n\ndecision:"),
        encoding="utf-8",
    )

    said = shell.refused(3, "score", NAME)

    assert "'saf-lead-named' stands here a second time" in said


def test_unfinished_merge(shell: Shell) -> None:
    """Conflict markers are called what they are."""
    path = shell.begin()
    _break(
        path, "depth: core\n", "<<<<<<< ours\ndepth: core\n=======\ndepth: full\n>>>>>>> theirs\n"
    )

    assert "an unfinished merge, lines 7 to 11" in shell.refused(3, "score", NAME)


def test_signed_audit_is_not_changed(shell: Shell) -> None:
    """A signed audit refuses an answer."""
    path = shell.begin()
    _break(path, "  state: open", "  state: signed")
    before = path.read_bytes()

    shell.refused(4, "answer", NAME, "saf-lead-named", "met")

    assert path.read_bytes() == before


def test_folder_that_cannot_be_written(shell: Shell) -> None:
    """A folder that may not be written is said, and nothing is lost."""
    path = shell.begin()
    before = path.read_bytes()
    path.parent.chmod(0o555)

    def answering() -> str:
        without_powers()  # root may write anywhere
        return shell.refused(4, "answer", NAME, "saf-lead-named", "met", "--today", TODAY)

    said, code = in_a_copy(answering)
    path.parent.chmod(0o755)

    assert "you may not write there" in said
    assert (code, path.read_bytes()) == (0, before)
