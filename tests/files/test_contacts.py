from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from ap_audit.errors import InvalidFile, Refused
from ap_audit.files.contacts import contact_paths
from ap_audit.files.making import make_provider, make_workspace
from ap_audit.files.making_contacts import make_contact
from ap_audit.files.workspace import Workspace
from ap_audit.model.contact import LoggedContact
from ap_audit.model.provider import Provider
from ap_audit.model.words import ContactKind

VISIT = LoggedContact(
    format="ap-audit/contact@1",
    date=date(2026, 11, 23),
    kind=ContactKind.VISIT,
    with_="centre manager",
    by="AP lead",
    note="Saw two workshops.",
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A new workspace with one provider."""
    made = make_workspace(tmp_path / "school", "Example School")
    make_provider(made, "acme", Provider(format="ap-audit/provider@1", name="Acme"))
    return made


def test_one_file_each(workspace: Workspace) -> None:
    """Named by day and kind, and by three letters that come from what is in it."""
    made = make_contact(workspace, "acme", VISIT)

    assert made.value == VISIT
    assert made.path.relative_to(workspace.root).as_posix() == (
        "providers/acme/contacts/2026-11-23-visit-rbj.yaml"
    )
    assert made.path.read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../../../checklists/schema/contact.schema.json\n"
        "format: ap-audit/contact@1\ndate: 2026-11-23\nkind: visit\nwith: centre manager\n"
        "by: AP lead\nnote: Saw two workshops.\n"
    )


def test_two_on_one_day(workspace: Workspace) -> None:
    """Two people who record two contacts write two files; the very same one is recorded once."""
    first = make_contact(workspace, "acme", VISIT).path
    second = make_contact(workspace, "acme", replace(VISIT, note="Saw the kitchen.")).path

    assert len({first, second}) == 2
    with pytest.raises(Refused, match="recorded already"):
        make_contact(workspace, "acme", VISIT)
    assert sorted((first, second)) == sorted(one.path for one in contact_paths(workspace))


def test_another_contact_under_the_name(workspace: Workspace) -> None:
    """It is not written over: the next three letters are taken."""
    path = make_contact(workspace, "acme", VISIT).path
    other = path.read_bytes().replace(b"two workshops", b"the kitchen")
    path.write_bytes(other)

    again = make_contact(workspace, "acme", VISIT).path
    assert again.name != path.name
    assert path.read_bytes() == other


def test_a_broken_file_under_the_name(workspace: Workspace) -> None:
    """It is told of, and left as it is."""
    path = make_contact(workspace, "acme", VISIT).path
    path.write_text("note: [", encoding="utf-8")

    with pytest.raises(InvalidFile):
        make_contact(workspace, "acme", VISIT)
    assert path.read_text(encoding="utf-8") == "note: ["


def test_which_there_are(workspace: Workspace) -> None:
    """By provider, oldest first; a name given by hand says nothing."""
    for name in (
        "b/contacts/2026-02-01-call-xyz",
        "b/contacts/2026-01-31-visit-bcd",
        "c/contacts/x",
    ):
        path = workspace.root / "providers" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    assert [(one.provider, one.date, one.kind) for one in contact_paths(workspace)] == [
        ("b", "2026-01-31", "visit"),
        ("b", "2026-02-01", "call"),
        ("c", "", ""),
    ]
    assert [one.path.name for one in contact_paths(workspace, "c")] == ["x.yaml"]
