from pathlib import Path

import pytest

from ap_audit.errors import BadUsage
from ap_audit.files.finding import find_audit, shortest_name
from ap_audit.files.making import make_workspace
from ap_audit.files.workspace import Workspace

HILLSIDE = "providers/hillside-skills/audits"
EVERY = (
    f"{HILLSIDE}/2025-11-20.ap-provider.yaml",
    f"{HILLSIDE}/2026-11-23.ap-provider.yaml",
    f"{HILLSIDE}/2026-11-23-2.ap-provider.yaml",
    f"{HILLSIDE}/2026-11-24.placement-start.P07.yaml",
    f"{HILLSIDE}/2027-01-18.placement-review.P07.yaml",
    f"{HILLSIDE}/2027-03-22.placement-review.P07.yaml",
    f"{HILLSIDE}/2026-12-01.placement-start.P08.yaml",
    "providers/hillside/audits/2026-11-02.non-school-standards.yaml",
    "providers/meadow-lane/audits/2026-11-25.placement-start.P08.yaml",
    "providers/meadow-lane/audits/kept by hand.yaml",
    "school/audits/2026-10-01.school-practice.yaml",
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Audits of all three subjects; what is in them does not matter for finding one."""
    made = make_workspace(tmp_path_factory.mktemp("finding") / "ours", "Oakfield School")
    for name in EVERY:
        path = made.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    for slug in ("hillside-skills", "hillside", "meadow-lane"):
        (made.root / "providers" / slug / "provider.yaml").write_text("", encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("hillside-skills", 2, id="the newest of the provider itself"),
        pytest.param("hillside", 7, id="an exact name before the beginning of one"),
        pytest.param("P07", 5, id="the newest of a placement, on whichever checklist"),
        pytest.param("p07", 5, id="small letters"),
        pytest.param("P07/placement-start", 3, id="narrowed by a checklist"),
        pytest.param("placement-start P07", 3, id="in any order"),
        pytest.param("hillside-skills/P08", 6, id="of one of two providers"),
        pytest.param("meadow P08", 8, id="the beginning of a provider's name"),
        pytest.param("meadow-lane\\P08", 8, id="a stroke as Windows has it"),
        pytest.param("school", 10, id="the school"),
        pytest.param("non-school-standards", 7, id="a checklist that was used once"),
        pytest.param("2025-11-20.ap-provider", 0, id="the end of a path"),
        pytest.param("2025-11-20.ap-provider.yaml", 0, id="with its ending"),
        pytest.param("hillside-skills/audits/2026-11-23.ap-provider", 1, id="more of a path"),
        pytest.param("2027-01-18.placement-review.P07", 4, id="an older review"),
        pytest.param("kept by hand", 9, id="a file with a name of its own"),
    ],
)
def test_found(workspace: Workspace, name: str, found: int) -> None:
    """A name finds the newest audit of what it names, or the one whose path it ends."""
    assert find_audit(workspace, name) == workspace.root / EVERY[found]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("P08", "'P08' could mean 2 audits: hillside-skills/P08, meadow-lane/P08."),
        ("start.P08", "'start.P08' could mean 2 audits: hillside-skills/P08, meadow-lane/P08."),
        ("hillside-skils", "There is no provider or audit 'hillside-skils'"),
        ("P09", "There is no provider or audit 'P09'"),
        ("hillside P07", "There is no provider or audit 'hillside P07'"),
        (
            "review.P07",
            f"'review.P07' could mean 2 audits: {EVERY[4]}, {EVERY[5]}.",
        ),
        ("24.placement-start", "There is no provider or audit"),
        ("", "There is no provider or audit ''"),
        ("/", "There is no provider or audit '/'"),
    ],
)
def test_not_found(workspace: Workspace, name: str, said: str) -> None:
    """What could mean several, or means nothing, is refused with what there is."""
    with pytest.raises(BadUsage) as refused:
        find_audit(workspace, name)

    assert refused.value.message.startswith(said)


def test_beginning_of_a_name(workspace: Workspace) -> None:
    """A beginning that only one provider has is named; nothing is taken for it."""
    with pytest.raises(BadUsage) as refused:
        find_audit(workspace, "Mead")

    assert refused.value.hint == "Did you mean 'meadow-lane'?"


@pytest.mark.parametrize("name", EVERY)
def test_shortest_name(workspace: Workspace, name: str) -> None:
    """The name that is said for an audit always finds that very audit."""
    path = workspace.root / name

    assert find_audit(workspace, shortest_name(workspace, path)) == path


def test_names_that_are_said(workspace: Workspace) -> None:
    """The name that is said is short."""
    said = [shortest_name(workspace, workspace.root / name) for name in EVERY]

    assert [said[index] for index in (2, 3, 5, 6, 10)] == [
        "hillside-skills",
        "hillside-skills/P07/placement-start",
        "P07",
        "hillside-skills/P08",
        "school",
    ]


def test_audit_outside(workspace: Workspace, tmp_path: Path) -> None:
    """A file that lies outside is found by its path, and said by it."""
    path = tmp_path / "copy.yaml"
    path.write_text("", encoding="utf-8")

    assert find_audit(workspace, str(path)) == path
    assert shortest_name(workspace, path).endswith("copy.yaml")
