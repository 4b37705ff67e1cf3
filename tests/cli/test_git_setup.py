"""Readable differences, with the real git."""

import sys
from pathlib import Path

import pytest

from tests.cli.git_school import School, begun
from tests.cli.running import Shell
from tests.standby import asking


@pytest.fixture
def school(shell: Shell) -> School:
    """One audit in a repository that is set up."""
    school = begun(shell)
    school.fine("git-setup", "--write")
    school.commit("Set up")
    return school


@pytest.fixture
def quick(school: School) -> School:
    """The same, where git calls a program that stands by."""
    hasten(school)
    return school


def hasten(school: School) -> None:
    """From now on git calls a program that stands by, in the very same way."""
    if sys.platform != "win32":
        setting = school.git("config", "--get", "diff.ap-audit.textconv").strip()
        ours = f"{Path(sys.executable).as_posix()} -P -m ap_audit"
        assert ours in setting
        setting = setting.replace(ours, asking(school.folder.parent).as_posix())
        school.git("config", "diff.ap-audit.textconv", setting)


def test_shown_before_it_is_done(shell: Shell) -> None:
    """Without --write nothing is written; done once, nothing is left to do."""
    school = begun(shell)
    before = school.files()

    shown = school.run("git-setup")

    assert "providers/*/audits/*.yaml diff=ap-audit" in shown.stdout
    assert "diff.ap-audit.textconv = " in shown.stdout
    assert "Nothing was written. To do it: ap-audit git-setup --write" in shown.stderr
    assert school.files() == before
    school.fine("git-setup", "--write")
    assert school.run("git-setup").stderr == "Everything is set up already.\n"


def test_attributes_that_are_there_stay(shell: Shell) -> None:
    """Our lines come after a person's own, even where their last line has no end."""
    school = begun(shell)
    path = school.folder / ".gitattributes"
    path.write_bytes(b"*.pdf binary")

    school.fine("git-setup", "--write")

    lines = path.read_bytes().splitlines()
    assert lines[0] == b"*.pdf binary"
    assert lines[1:] == [
        b"providers/*/audits/*.yaml diff=ap-audit",
        b"school/audits/*.yaml diff=ap-audit",
    ]


def test_one_line_for_each_answer(school: School) -> None:
    """`git diff` and `git log -p` show the answer that changed, in words, and no other."""
    school.answer("saf-staff-training", "partly", "--note", "Two tutors\nare missing.")

    lines = school.git("diff").splitlines()

    changed = [line for line in lines if line[:1] in "+-" and line[:3] not in ("---", "+++")]
    who = "date: 2026-11-24 | by: AP lead"
    assert changed == [
        f"-saf-staff-training: met | {who}",
        f"+saf-staff-training: partly met | {who} | note: Two tutors are missing.",
    ]
    hasten(school)
    school.commit("Look again")
    assert changed[1] in school.git("log", "-p", "-1").splitlines()


def test_a_hunk_carries_the_id(school: School) -> None:
    """Also where the file itself is shown, a hunk is named after its answer."""
    note = "".join(f"      Line {number}.\n" for number in range(12))
    text = school.audit.read_text(encoding="utf-8")
    block = "  saf-staff-training:\n    rating: met\n"
    assert block in text
    text = text.replace(block, f"{block}    note: |\n{note}")
    school.audit.write_text(text, encoding="utf-8")
    school.commit("A long note")
    school.audit.write_text(text.replace("Line 9.", "Line nine."), encoding="utf-8")

    hunks = [line for line in school.git("diff", "--no-textconv").splitlines() if "@@" in line]

    assert [hunk.split("@@")[2].strip() for hunk in hunks] == ["saf-staff-training"]
    name = school.audit.relative_to(school.folder).as_posix()
    assert "A long note" in school.git("log", f"-L:saf-staff-training:{name}")


def test_a_program_that_is_gone(school: School) -> None:
    """Git shows the file as it stands, and not an error instead of every difference."""
    setting = school.git("config", "--get", "diff.ap-audit.textconv").strip()
    assert Path(sys.executable).as_posix() in setting
    gone = setting.replace(Path(sys.executable).as_posix(), "/nowhere/python")
    school.git("config", "diff.ap-audit.textconv", gone)
    school.answer("saf-staff-training", "partly", "--note", "One.")

    assert "+    rating: partly" in school.git("diff").splitlines()


def test_in_the_middle_of_a_merge(quick: School) -> None:
    """The answers in conflict are shown, a line to each version, and no others."""
    quick.git("checkout", "--quiet", "-b", "term2")
    quick.answer("saf-staff-training", "partly", "--note", "Two.")
    quick.commit("Two")
    quick.git("checkout", "--quiet", "main")
    quick.answer("saf-staff-training", "not-met", "--note", "One.")
    quick.commit("One")
    quick.git("merge", "--quiet", "term2", code=1)

    lines = quick.git("diff").splitlines()

    who = "date: 2026-11-24 | by: AP lead"
    assert [line for line in lines if line[:2].strip() and "@@" not in line][-5:] == [
        "++<<<<<<< HEAD",
        f" +saf-staff-training: not met | {who} | note: One.",
        "++=======",
        f"+ saf-staff-training: partly met | {who} | note: Two.",
        "++>>>>>>> term2",
    ]
    assert len(lines) < 20


def test_what_is_no_text(quick: School) -> None:
    """Bytes that are no text are counted, and not shown."""
    quick.audit.write_bytes(b"\x1b[2J\0\xff")

    (line,) = [one for one in quick.git("diff").splitlines() if one.startswith("+no text")]
    assert line.startswith("+no text: 6 bytes, sha256:")


def test_what_cannot_be_read_is_shown_as_it_is(quick: School) -> None:
    """A file in the middle of a merge is shown whole."""
    quick.audit.write_bytes(quick.audit.read_bytes() + b"<<<<<<< HEAD\n")

    assert "+<<<<<<< HEAD" in quick.git("diff").splitlines()


def test_a_folder_called_like_the_program(school: School) -> None:
    """Code that lies in a repository is not run when its differences are shown."""
    (school.folder / "ap_audit").mkdir()
    (school.folder / "ap_audit" / "__init__.py").write_text("raise SystemExit('run')")
    school.answer("saf-staff-training", "partly", "--note", "One.")

    assert "partly met" in school.git("diff")
