"""`diff --rev`, with real repositories."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.git_school import School, begun
from tests.cli.running import Shell

AUDIT = "providers/hillside-skills-centre/audits/2026-11-24.ap-provider.yaml"


@pytest.fixture
def school(shell: Shell) -> School:
    """One audit, committed with one answer."""
    return begun(shell)


def test_an_audit_and_itself_before(school: School) -> None:
    """What was answered since a revision is said, whether or not it is committed."""
    school.answer("saf-staff-training", "not-met", "--note", "The policy is of 2019.")
    before = school.files()

    said = school.fine("diff", "hillside", "--rev", "HEAD", "--today", "2026-11-24")

    lines = said.splitlines()
    assert lines[0] == "Hillside Skills Centre, audit of 24 November 2026, HEAD to now"
    assert "Worse (1)" in lines
    assert "  saf-staff-training" in lines
    assert "    ✓ met → ✗ not met" in lines
    assert school.files() == before
    assert school.git("status", "--porcelain").split() == [
        "M",
        *school.git("diff", "--name-only").split(),
    ]


def test_two_branches(school: School) -> None:
    """Both sides are read from git, with what is in the folder left aside."""
    school.git("checkout", "--quiet", "-b", "term2")
    school.answer("saf-staff-training", "partly", "--note", "One page is missing.")
    school.commit("Look again")
    school.git("checkout", "--quiet", "main")
    school.audit.unlink()

    said = school.fine("diff", "hillside", "--rev", "main..term2", "--today", "2026-11-24")

    first = said.splitlines()[0]
    assert first == "Hillside Skills Centre, audit of 24 November 2026, main to term2"
    assert "    ✓ met → ~ partly met" in said


def test_from_a_folder_below_the_repository(shell: Shell) -> None:
    """The workspace need not be the repository's top folder."""
    inside = School(shell.folder / "audits")
    shell.fine("init", "audits", "--no-input")
    inside.git("init", "--quiet", "..")
    shell.fine(*("new", "Hillside", "--blank", "--today", "2026-11-24", "-C", str(inside.folder)))
    inside.commit("Begin")

    said = shell.fine("diff", "hillside", "--rev", "HEAD", "-C", str(inside.folder))

    assert "Hillside, audit of 24 November 2026, HEAD to now" in said


def renamed(school: School) -> tuple[str, str]:
    """Give the provider another folder and name in its files; the audit's old and new path."""
    old = school.folder / "providers" / "hillside-skills-centre"
    was = school.audit.relative_to(school.folder).as_posix()
    old.rename(old.with_name("hillside"))
    text = school.audit.read_text(encoding="utf-8")
    school.audit.write_text(text.replace("hillside-skills-centre", "hillside"), encoding="utf-8")
    school.commit("Rename the provider")
    return was, school.audit.relative_to(school.folder).as_posix()


def test_a_renamed_provider(school: School) -> None:
    """A guess of git's is not followed until a person names both files."""
    was, now = renamed(school)

    said = school.refused(2, "diff", "hillside", "--rev", "HEAD~1")

    assert f"git takes '{was}' to be the same file under an older name." in said
    assert f"ap-audit diff {was} {now} --rev HEAD~1" in said
    both = school.fine("diff", was, now, "--rev", "HEAD~1", "--today", "2026-11-24")
    assert "HEAD~1 to now" in both


def test_a_name_that_is_not_committed_yet(school: School) -> None:
    """Where git was told of a new name, both the old and the new one lead to the other."""
    was = school.audit.relative_to(school.folder).as_posix()
    school.git("mv", "providers/hillside-skills-centre", "providers/hillside")
    now = school.audit.relative_to(school.folder).as_posix()

    newer = school.refused(2, "diff", now, "--rev", "HEAD")
    older = school.refused(2, "diff", was, "--rev", "HEAD")

    assert f"git takes '{was}' to be the same file under an older name." in newer
    assert f"git takes '{now}' to be the same file under a newer name." in older.replace("\n", " ")
    assert f"ap-audit diff {was} {now} --rev HEAD" in older


@pytest.mark.parametrize("name", ["hillside", AUDIT, "2026-11-24.ap-provider"])
def test_an_audit_that_was_deleted_since(school: School, name: str) -> None:
    """It is said that it was there, and how to bring it back."""
    school.audit.unlink()

    said = school.refused(2, "diff", name, "--rev", "HEAD")

    assert f"There is no '{AUDIT}' now; at HEAD it was there." in said
    assert f"Bring it back: git checkout HEAD -- {AUDIT}" in said


def test_a_name_that_was_never_there(school: School) -> None:
    """Where the revision has none either, that is all there is to say."""
    school.audit.unlink()

    assert "no provider or audit 'x'" in school.refused(2, "diff", "x", "--rev", "HEAD")


def test_two_providers_are_not_one(school: School) -> None:
    """Files that git never saw become each other are not compared."""
    other = school.begin("Lantern Tutors")
    school.commit("Another")
    one = school.audit.relative_to(school.folder).as_posix()
    two = other.relative_to(school.folder).as_posix()

    said = school.refused(2, "diff", one, two, "--rev", "HEAD")

    assert "are not about the same" in said


def unknown(school: School) -> None:
    """Nothing is the matter but the name."""


def not_there_yet(school: School) -> None:
    """The audit is younger than the revision."""
    school.audit.unlink()
    school.git("rm", "--quiet", "-r", "--cached", "providers")
    school.git("commit", "--quiet", "--amend", "-m", "Nothing yet")
    school.begin()


def binary(school: School) -> None:
    """At the revision the file is no text."""
    text = school.audit.read_bytes()
    school.audit.write_bytes(b"\xff\xfe\0a")
    school.commit("Spoil it")
    school.audit.write_bytes(text)


def huge(school: School) -> None:
    """At the revision the file is larger than any of ours."""
    text = school.audit.read_bytes()
    school.audit.write_bytes(text + b"#" * 2_000_000)
    school.commit("Spoil it")
    school.audit.write_bytes(text)


def no_workspace(school: School) -> None:
    """At the revision there are no settings."""
    school.git("rm", "--quiet", "--cached", "ap-audit.yaml")
    school.git("commit", "--quiet", "-m", "Forget the settings")


def deleted(school: School) -> None:
    """The newer of two revisions has it no more."""
    school.git("rm", "--quiet", "--cached", school.audit.relative_to(school.folder).as_posix())
    school.git("commit", "--quiet", "-m", "Delete it")


def lost(school: School) -> None:
    """The repository has lost what it kept."""
    shutil.rmtree(school.folder / ".git" / "objects")
    (school.folder / ".git" / "objects").mkdir()


@pytest.mark.parametrize(
    ("make", "revision", "code", "says"),
    [
        (unknown, "", 2, "--rev names no revision."),
        (unknown, "HEAD..nope", 2, "There is no revision 'nope' in this git repository."),
        (unknown, "HEAD:providers", 2, "'HEAD:providers' is no commit, or one that is missing"),
        (deleted, "HEAD~1..HEAD", 2, "There is no provider or audit 'hillside' at HEAD."),
        (unknown, ":/no such words", 2, "There is no revision ':/no such words' in this git"),
        (lost, "HEAD", 2, "'HEAD' is no commit, or one that is missing"),
        (unknown, "HEAD~9", 2, "There is no revision 'HEAD~9' in this git repository."),
        (unknown, "--all", 2, "There is no revision '--all' in this git repository."),
        (unknown, "HEAD:ap-audit.yaml", 2, "'HEAD:ap-audit.yaml' is no commit"),
        (unknown, "HEAD...HEAD", 2, "has three dots; two revisions are joined by two."),
        (not_there_yet, "HEAD", 2, "it is newer, or was deleted there."),
        (binary, "HEAD", 3, "HEAD:providers/hillside-skills-centre/audits/2026-11-24.ap-provider"),
        (huge, "HEAD", 2, "was larger than a file of ours can be, so it is not read."),
        (no_workspace, "HEAD", 2, "At HEAD there was no ap-audit workspace in this folder."),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_what_cannot_be_read(
    school: School, make: object, revision: str, code: int, says: str
) -> None:
    """A sentence says what it is, and nothing is written."""
    assert callable(make)
    make(school)
    before = school.files()

    said = school.refused(code, "diff", "hillside", f"--rev={revision}")

    assert says in said
    assert school.files() == before


def test_a_file_that_the_newer_revision_has_no_more(school: School) -> None:
    """It is said of which of the two that is so."""
    deleted(school)

    said = school.refused(2, "diff", AUDIT, "--rev", "HEAD~1..HEAD")

    assert f"At HEAD there was no '{AUDIT}': it was deleted, or is newer." in said


def test_no_commits_yet(shell: Shell) -> None:
    """A repository that was just made has nothing to compare with."""
    shell.begin()
    subprocess.run(["git", "init", "--quiet"], cwd=shell.folder, check=True)

    said = shell.refused(2, "diff", "hillside", "--rev", "HEAD")

    assert said.startswith("This git repository has no commits yet")


def test_a_folder_of_somebody_else(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a shared drive git asks for trust first; how to give it is said, and the rest works."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # what git's own tests set

    for command in (("diff", "hillside", "--rev", "HEAD"), ("git-setup",)):
        said = school.refused(4, *command)
        assert said.startswith("This folder belongs to somebody else, so git does not read it.")
        assert "git config --global --add safe.directory" in said
    school.fine("check")


def test_a_shallow_clone(school: School, tmp_path: Path) -> None:
    """What a shallow clone lacks is said to be that."""
    school.answer("saf-staff-training", "partly", "--note", "Old.")
    school.commit("Look again")
    school.git(
        "clone", "--quiet", "--depth", "1", f"file://{school.folder}", str(tmp_path / "copy")
    )

    said = school.refused(2, "diff", "hillside", "--rev", "HEAD~1", "-C", str(tmp_path / "copy"))

    assert "this clone holds only part of the history." in said
    assert "git fetch --unshallow" in said


def test_a_clone_without_older_files(school: School, tmp_path: Path) -> None:
    """What a partial clone left on the server is not fetched, and how to fetch it is said."""
    school.answer("saf-staff-training", "partly", "--note", "Old.")
    school.commit("Look again")
    school.git("config", "uploadpack.allowFilter", "true")
    copy = tmp_path / "copy"
    school.git("clone", "--quiet", "--filter=blob:none", f"file://{school.folder}", str(copy))

    said = school.refused(4, "diff", "hillside", "--rev", "HEAD~1", "-C", str(copy))

    assert said.startswith("This clone leaves out the files of older revisions")
    assert "git fetch --refetch --no-filter" in said


def test_no_repository(shell: Shell) -> None:
    """Without a repository there are no revisions, and the rest works."""
    shell.begin()

    assert "is not in a git repository" in shell.refused(2, "diff", "hillside", "--rev", "HEAD")
    shell.fine("show", "hillside")


def test_no_git(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git it is said that git is missing."""
    monkeypatch.setenv("PATH", str(school.folder))

    said = school.refused(2, "diff", "hillside", "--rev", "HEAD")

    assert "there is no git on this machine." in said


def test_an_edition_that_is_gone(school: School) -> None:
    """On the same text of a checklist, what is recorded is compared, and nothing is judged."""
    text = school.audit.read_text(encoding="utf-8")
    school.audit.write_text(text.replace("@2026.1", "@2025.9"), encoding="utf-8")
    school.commit("An edition of old")
    text = school.audit.read_text(encoding="utf-8")
    school.audit.write_text(text.replace("rating: met", "rating: not-met"), encoding="utf-8")

    said = school.fine("diff", "hillside", "--rev", "HEAD")

    assert "so nothing is judged and no advice is given." in said
    assert "  saf-staff-training: met → not met" in said
    assert "there is no report" in school.refused(
        2, "diff", "hillside", "--rev", "HEAD", "-f", "html"
    )


def test_two_texts_of_which_one_is_gone(school: School) -> None:
    """Where an id may mean another question, nothing is compared."""
    now = school.audit.read_text(encoding="utf-8")
    then = now.replace("ap-provider@2026.1", "ap-provider@2025.9")
    school.audit.write_text(then, encoding="utf-8")
    school.commit("An edition of old")
    school.audit.write_text(now, encoding="utf-8")

    said = school.refused(3, "diff", "hillside", "--rev", "HEAD")

    assert "there is no checklist 'ap-provider@2025.9' here" in said
    assert "An id alone does not say that the question was the same" in said
