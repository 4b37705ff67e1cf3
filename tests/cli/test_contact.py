import json
from pathlib import Path

import pytest

from tests.cli.git_school import begun
from tests.cli.running import TODAY, Shell

ON = ("--today", TODAY)
VISIT = ("contact", "add", "hillside", "--kind", "visit", "--with", "centre manager")
HILLSIDE = "providers/hillside-skills-centre/contacts"


@pytest.fixture
def placed(example: Shell) -> Shell:
    """The example workspace, with one placement."""
    path = example.folder / "placements/P07.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        "format: ap-audit/placement@1\nstart: 2026-09-07\nproviders:\n"
        "  hillside-skills-centre: {sessions: 5}\n",
        encoding="utf-8",
    )
    return example


def recorded(shell: Shell) -> dict[str, bytes]:
    """The files of the log."""
    return {name: content for name, content in shell.files().items() if "/contacts/" in name}


def test_a_contact_is_a_file(placed: Shell) -> None:
    """A British date, a role, a note; the school's own role where none is given."""
    before = recorded(placed)
    said = placed.fine(
        *VISIT, "--on", "20 nov", "--note", "Saw two workshops.", "--placement", "p07", *ON
    )

    (name,) = recorded(placed).keys() - before.keys()
    assert said == f"Saved: Visit, 20 November 2026, with centre manager. {Path(name)}\n"
    assert recorded(placed)[name].decode().partition("\n")[2] == (
        "format: ap-audit/contact@1\ndate: 2026-11-20\nkind: visit\nwith: centre manager\n"
        "placement: P07\nby: AP lead\nnote: Saw two workshops.\n"
    )
    assert placed.fine("check") == ""


def test_today_where_no_day_is_given(example: Shell) -> None:
    """And by whom as it was said."""
    before = recorded(example)
    example.fine(*VISIT, "--by", "DSL", *ON)

    (name,) = recorded(example).keys() - before.keys()
    assert name.startswith(f"{HILLSIDE}/{TODAY}-visit-")
    assert b"by: DSL" in recorded(example)[name]


def test_words_kept_on_record(example: Shell) -> None:
    """What looks like pupil data and is none may stay with a reason."""
    words = (*VISIT, "--note", "pupil Jordan was told", *ON)
    assert "Nothing was written" in example.refused(4, *words)
    example.fine(*words, "--keep", "the name of our dog")
    assert example.fine("check") == ""


def test_a_name_is_better_a_role(example: Shell) -> None:
    """It is saved all the same: whether it is a name cannot be known."""
    result = example.run(*VISIT[:-1], "Jo Silva", *ON)
    assert result.exit_code == 0
    assert result.stderr == (
        "'Jo Silva' may be a name. A role, such as 'centre manager', says enough.\n"
    )


def test_a_placement_elsewhere(placed: Shell) -> None:
    """It is saved, and said; a placement's file that is broken is no matter of the contact."""
    words = ("contact", "add", "meadow", "--kind", "call", "--with", "farm manager", *ON)
    result = placed.run(*words, "--placement", "P07")
    assert result.stderr == "By its own file, P07 is not at meadow-lane-farm-project.\n"
    (placed.folder / "placements/P07.yaml").write_text("start: [", encoding="utf-8")
    assert placed.run(*words, "--placement", "P07", "--note", "Again").stderr == ""


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        pytest.param(("--on", "25 nov 2026"), 2, "is still to come", id="tomorrow"),
        pytest.param(("--on", "31/2/2026"), 2, "There is no 31 February 2026.", id="no such day"),
        pytest.param(("--on", "soon"), 2, "Give a date such as 4 dec", id="no day"),
        pytest.param(("--placement", "P08"), 2, "Did you mean 'P07'?", id="no such placement"),
        pytest.param(("--placement", "ZZ1999"), 2, "--placement ZZ1999", id="nothing like it"),
        pytest.param(("--placement", "Jamie"), 2, "never who the pupil is", id="a name"),
        pytest.param(("--with", " "), 2, "The role of the person is empty.", id="nobody"),
        pytest.param(("--note", "a\x07b"), 2, "hidden characters", id="a bell"),
        pytest.param(("--kind", "phone"), 2, "'visit', 'call', 'email'", id="no such kind"),
    ],
)
def test_what_is_refused(placed: Shell, words: tuple[str, ...], code: int, says: str) -> None:
    """With the next step, and nothing is written."""
    before = placed.files()
    said = placed.refused(code, *VISIT, *words, *ON)
    assert says in " ".join(said.split())
    assert placed.files() == before


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("hilside", "Did you mean 'hillside-skills-centre'?"),
        ("nobody-knows", "See what there is: ap-audit register"),
        ("", "There is no provider ''"),
    ],
)
def test_a_provider_that_is_not_there(example: Shell, name: str, says: str) -> None:
    """It is never made by recording a contact."""
    before = example.files()
    assert says in example.refused(2, "contact", "add", name, *VISIT[3:], *ON)
    assert example.files() == before


def test_two_providers_of_a_beginning(example: Shell) -> None:
    """Neither is chosen."""
    provider = example.folder / "providers/hillside-farm/provider.yaml"
    provider.parent.mkdir()
    provider.write_text("format: ap-audit/provider@1\nname: Hillside Farm\n", encoding="utf-8")
    assert "could mean: hillside-farm, hillside-skills-centre." in example.refused(2, *VISIT, *ON)


def test_a_clock_that_is_wrong(shell: Shell) -> None:
    """Where only the clock says what day it is, and the files say otherwise, nothing is guessed."""
    path = shell.begin()
    path.rename(path.with_name("2199-01-04.ap-provider.yaml"))

    said = shell.refused(2, *VISIT)
    assert "but '2199-01-04.ap-provider.yaml' is of a later day." in said
    assert "--today" in said
    shell.fine(*VISIT, "--on", "20/11/2026")
    shell.fine(*VISIT, *ON)


def test_the_list(placed: Shell) -> None:
    """Oldest first; of one provider, of one placement, from a day on."""
    placed.fine(*VISIT, "--on", "20 nov", "--placement", "P07", *ON)
    placed.fine("contact", "add", "meadow", "--kind", "call", "--with", "farm manager", *ON)

    def listed(*words: str) -> list[tuple[str, str, str]]:
        found = json.loads(placed.fine("contact", "list", *words, "-f", "json", *ON))
        assert found["format"] == "ap-audit/contacts@1"
        return [(one["date"], one["provider"], one["kind"]) for one in found["contacts"]]

    everything = listed()
    assert everything == sorted(everything)
    assert ("2026-11-20", "hillside-skills-centre", "visit") in everything
    assert {one[1] for one in listed("hillside")} == {"hillside-skills-centre"}
    assert listed("--placement", "P07") == [("2026-11-20", "hillside-skills-centre", "visit")]
    assert listed("--since", "24/11")[-1] == (TODAY, "meadow-lane-farm-project", "call")


def test_the_list_as_text_and_csv(example: Shell, tmp_path: Path) -> None:
    """Columns with the note below; in a spreadsheet no cell acts as a formula."""
    example.fine(*VISIT, "--on", "20 nov", "--note", "=1+1", *ON)

    lines = example.fine("contact", "list", "hillside", *ON).splitlines()
    assert lines[0].split() == ["Date", "Contact", "Provider", "Placement"]
    assert "    =1+1" in lines
    printed = example.fine("contact", "list", "-f", "csv", *ON)
    assert printed.splitlines()[0] == ("format,provider,date,kind,with_whom,by,placement,note")
    assert ",'=1+1\n" in printed
    target = tmp_path / "contacts.csv"
    for _ in range(2):
        example.fine("contact", "list", "-f", "csv", "-o", str(target), *ON)
    assert target.read_bytes().startswith(b"\xef\xbb\xbfformat,provider")
    target.write_text("my own notes", encoding="utf-8")
    example.refused(4, "contact", "list", "-f", "csv", "-o", str(target), *ON)


def test_one_that_cannot_be_read(example: Shell) -> None:
    """It is named, and every other one is there."""
    example.fine(*VISIT, *ON)
    (example.folder / HILLSIDE / "2026-11-01-call-zzz.yaml").write_text("kind: [", encoding="utf-8")

    result = example.run("contact", "list", *ON)
    assert result.exit_code == 3
    assert "centre manager" in result.stdout
    assert "2026-11-01-call-zzz.yaml" in result.stderr


def test_nothing_recorded(shell: Shell) -> None:
    """Says how to record one."""
    shell.begin()
    result = shell.run("contact", "list")
    assert result.exit_code == 0
    assert "ap-audit contact add" in result.stderr


def test_in_the_report(example: Shell) -> None:
    """What passed since the last audit; a file that cannot be read hides no report."""
    example.fine(*VISIT, "--on", "6 nov", "--note", "Saw two workshops.", *ON)
    (example.folder / HILLSIDE / "2026-11-01-call-zzz.yaml").write_text("kind: [", encoding="utf-8")
    words = ("report", "hillside", "-f", "md", "-o", "-", *ON)

    assert "1 file of the log could not be read." in example.fine(*words)
    full = example.fine(*words, "--for", "full")
    assert "| 6 November 2026 | Visit | With centre manager, by AP lead | | Saw two" in full
    assert "Saw two workshops" not in example.fine(*words)


def test_two_people_never_conflict(shell: Shell) -> None:
    """On two branches each records a contact of the day, and both the same one: git merges all."""
    school = begun(shell)
    add = ("contact", "add", "hillside", "--with", "centre manager", "--by", "AP lead", *ON)
    school.git("switch", "--quiet", "-c", "other")
    school.fine(*add, "--kind", "visit", "--note", "Saw the kitchen.")
    school.fine(*add, "--kind", "call", "--note", "Both of us were on the line.")
    school.commit("Theirs")
    school.git("switch", "--quiet", "main")
    school.fine(*add, "--kind", "visit", "--note", "Saw two workshops.")
    school.fine(*add, "--kind", "call", "--note", "Both of us were on the line.")
    school.commit("Ours")

    school.git("merge", "--quiet", "other", "-m", "Both")

    found = json.loads(school.fine("contact", "list", "-f", "json", *ON))["contacts"]
    assert sorted(one["note"] for one in found) == [
        "Both of us were on the line.",
        "Saw the kitchen.",
        "Saw two workshops.",
    ]
