"""Our hook, run by the real pre-commit program on a real repository."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ap_audit.cli.checking import every_file
from ap_audit.files.events import read_tree
from ap_audit.files.lines import Lines
from ap_audit.files.tree import plain
from ap_audit.files.workspace import find_workspace
from tests.cli.git_school import School, begun
from tests.cli.running import Shell
from tests.standby import asking

pytest.importorskip("pre_commit", reason="pre-commit is not installed")
HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
pytestmark = pytest.mark.skipif(not HOOKS.is_file(), reason="an sdist has no hooks")


@pytest.fixture
def school(shell: Shell) -> School:
    """A school whose repository uses our hook; the program is on the path."""
    school = begun(shell)
    (school.folder.parent / "bin").mkdir()
    asking(school.folder.parent / "bin")
    tree, problems = read_tree(HOOKS.read_text(encoding="utf-8"), Lines("", ""))
    assert tree is not None, problems
    hooks = plain(tree)
    assert isinstance(hooks, list)
    hook = hooks[0]
    assert isinstance(hook, dict)
    hook |= {"language": "system"}
    settings = yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]})
    (school.folder / ".pre-commit-config.yaml").write_text(settings, encoding="utf-8")
    (school.folder / "unlike.yaml").write_text("not: ours\n", encoding="utf-8")
    school.git("add", "--all")
    return school


def run(school: School) -> tuple[int, str]:
    """Run the hooks on every file; the exit code, and what was printed."""
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color=never"],
        cwd=school.folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={
            "PATH": f"{school.folder.parent / 'bin'}:/usr/bin:/bin",
            "HOME": str(school.folder),
        },
    )
    return done.returncode, done.stdout + done.stderr


def test_sound_files(school: School) -> None:
    """They pass, and files that are not ours are not looked at."""
    code, said = run(school)

    assert code == 0, said
    assert "check the files of ap-audit" in said
    assert "Passed" in said


def test_a_file_that_is_wrong(school: School) -> None:
    """The commit is stopped, with the place and the next step."""
    text = school.audit.read_text(encoding="utf-8").replace("rating: met", "rating: mett")
    school.audit.write_text(text, encoding="utf-8")
    school.git("add", "--all")

    code, said = run(school)

    assert code == 1
    assert "'mett' is not one of" in said or "did you mean 'met'?" in said
    assert "providers/hillside-skills-centre/audits/2026-11-24.ap-provider.yaml:" in said


def test_data_about_a_pupil(school: School) -> None:
    """The commit is stopped before anything of it is in the history."""
    text = school.audit.read_text(encoding="utf-8")
    school.audit.write_text(text + "# pupil Jordan Smith\n", encoding="utf-8")
    school.git("add", "--all")

    code, said = run(school)

    assert code == 1
    assert "this looks like a pupil's name" in said


def test_the_pattern_fits_every_file_that_check_looks_at(example: Shell) -> None:
    """Contacts, placements, sources and glossaries too; and nothing else in a workspace."""
    more = (
        "providers/lantern-online-tutors/contacts/2026-11-23-visit-k3f.yaml",
        "placements/P07.yaml",
        "school/audits/2026-11-23.school-practice.yaml",
        "checklists/our-trust@1.yaml",
        "checklists/sources.yaml",
        "checklists/glossary.yaml",
    )
    for name in more:
        path = example.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (example.folder / "reports").mkdir()
    (example.folder / "reports" / "notes.yaml").touch()
    found = re.search(r"files: >-\n((?:    .*\n)+)", HOOKS.read_text(encoding="utf-8"))
    assert found
    pattern = re.compile(" ".join(found[1].split()))
    names = [path.relative_to(example.folder).as_posix() for path in example.folder.rglob("*.yaml")]
    workspace = find_workspace(example.folder)
    assert workspace is not None

    looked_at = {path.relative_to(example.folder).as_posix() for path in every_file(workspace)}

    assert {name for name in names if pattern.search(name)} == looked_at
    assert set(more) <= looked_at
