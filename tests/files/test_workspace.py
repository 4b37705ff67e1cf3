from pathlib import Path

import pytest
from msgspec.structs import replace

from ap_audit.errors import InvalidFile, Refused
from ap_audit.files.making import make_audit, make_provider, make_workspace
from ap_audit.files.workspace import Workspace, find_workspace
from ap_audit.model.about import About
from ap_audit.model.audit import Audit
from ap_audit.model.provider import Provider
from ap_audit.model.words import Rating, Subject
from tests.builders import audit, checklist, criterion

ACME = Provider(format="ap-audit/provider@1", name="Acme")
ONE = checklist(criterion("a"))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A new workspace with one provider."""
    made = make_workspace(tmp_path / "school", "Example School")
    make_provider(made, "acme", ACME)
    return made


def blank(**fields: str) -> Audit:
    """An audit with nothing answered."""
    return replace(audit({"a": Rating.NOT_CHECKED}), **fields)


def test_new_workspace(workspace: Workspace) -> None:
    """A new one holds the school's name, and keeps documents out of git."""
    assert workspace.settings().value.school == "Example School"
    assert "providers/*/evidence/" in (workspace.root / ".gitignore").read_text(encoding="utf-8")


def test_found_from_below(workspace: Workspace, tmp_path: Path) -> None:
    """A workspace is found from any folder in it, and none from outside."""
    found = find_workspace(workspace.root / "providers" / "acme")

    assert found == workspace
    assert find_workspace(tmp_path) is None


def test_never_made_twice(workspace: Workspace) -> None:
    """A workspace is not made over another, and a provider not over another."""
    before = (workspace.root / "ap-audit.yaml").read_bytes()

    with pytest.raises(Refused, match="is there already"):
        make_workspace(workspace.root, "Other School")
    with pytest.raises(Refused, match="is there already"):
        make_provider(workspace, "acme", ACME)
    assert (workspace.root / "ap-audit.yaml").read_bytes() == before


def test_own_gitignore_stays(tmp_path: Path) -> None:
    """A folder's own list of what git leaves out is left as it is."""
    (tmp_path / ".gitignore").write_text("mine\n", encoding="utf-8")

    make_workspace(tmp_path, "Example School")

    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine\n"


def test_audits_in_order(workspace: Workspace) -> None:
    """A second audit of a day gets a number, and a tenth comes after a second."""
    made = [make_audit(workspace, blank(), ONE).path.name for _ in range(11)]

    assert made[:2] == ["2026-11-23.test.yaml", "2026-11-23-2.test.yaml"]
    assert [path.name for path in workspace.audits()] == made


def test_audits_of_one_thing(workspace: Workspace) -> None:
    """The audits of one provider, placement or the school are told apart by where they lie."""
    make_audit(workspace, blank(), ONE)
    placement = make_audit(
        workspace, replace(blank(), subject=Subject.PLACEMENT, placement="P07"), ONE
    )
    school = make_audit(workspace, replace(blank(), subject=Subject.SCHOOL, provider=None), ONE)

    assert workspace.audits(About(Subject.PLACEMENT, "acme", "P07")) == (placement.path,)
    assert workspace.audits(About(Subject.SCHOOL)) == (school.path,)
    assert school.path.parent == workspace.root / "school" / "audits"
    assert len(workspace.audits(checklist="test")) == 3
    assert workspace.audits(checklist="other") == ()


def test_hundred_audits_of_a_day(workspace: Workspace) -> None:
    """There is an end to the audits of one day."""
    first = make_audit(workspace, blank(), ONE).path
    for number in range(2, 100):
        first.with_name(f"2026-11-23-{number}.test.yaml").touch()

    with pytest.raises(Refused, match="There are a hundred audits of 2026-11-23"):
        make_audit(workspace, blank(), ONE)


def test_followed(workspace: Workspace) -> None:
    """The audit that one follows is found beside it; a path to elsewhere is not followed."""
    first = make_audit(workspace, blank(), ONE)
    second = make_audit(workspace, blank(follows=first.path.stem), ONE)
    third = make_audit(workspace, blank(follows="../../../ap-audit"), ONE)

    found = workspace.followed(second)

    assert found is not None
    assert found.path == first.path
    assert workspace.followed(first) is None
    assert workspace.followed(third) is None


def test_missing_provider(workspace: Workspace) -> None:
    """A provider that is not there is a problem with its file."""
    with pytest.raises(InvalidFile):
        workspace.provider("none")


def test_what_no_command_reads(workspace: Workspace) -> None:
    """An audit that an editor gave another ending; not a copy that was kept aside."""
    kept = make_audit(workspace, blank(), ONE).path
    for ending in (".yml", ".YAML", ".yaml.txt", ".yaml~", ".yaml.bak"):
        kept.with_name(f"2026-11-24.visit{ending}").touch()

    assert [path.name for path in workspace.passed_over()] == [
        "2026-11-24.visit.YAML",
        "2026-11-24.visit.yaml.txt",
        "2026-11-24.visit.yml",
    ]
    assert workspace.audits() == (kept,)
