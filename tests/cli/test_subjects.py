import json

import pytest

from tests.cli.copies import made_once
from tests.cli.own_checklists import write_checklists
from tests.cli.running import TODAY, Shell

START = ("new", "Hillside Skills Centre", "--checklist", "pupil-start", "--placement", "P07")
OWN = ("new", "--checklist", "own-practice")
BLANK = ("--blank", "--by", "AP lead", "--today", TODAY)
P07 = "providers/hillside-skills-centre/audits/2026-11-24.pupil-start.P07.yaml"
SCHOOL = "school/audits/2026-11-24.own-practice.yaml"


@pytest.fixture
@made_once
def both(shell: Shell) -> Shell:
    """A workspace with an audit of a provider, of a placement and of the school."""
    shell.fine("init", "--school", "Oakfield School")
    write_checklists(shell.folder)
    shell.begin()
    shell.fine(*START, *BLANK)
    shell.fine(*OWN, *BLANK)
    return shell


def test_files_of_each(both: Shell) -> None:
    """A placement's audit lies with its provider, named by its reference; the school's apart."""
    assert [name for name in both.files() if "audits/" in name] == [
        "providers/hillside-skills-centre/audits/2026-11-24.ap-provider.yaml",
        P07,
        SCHOOL,
    ]
    assert both.files()["placements/P07.yaml"].decode() == (
        "# yaml-language-server: $schema=../checklists/schema/placement.schema.json\n"
        "format: ap-audit/placement@1\nproviders:\n  hillside-skills-centre: {}\n"
    )
    assert both.fine("check") == ""


def test_headers(both: Shell) -> None:
    """The header says what the audit is about."""
    files = both.files()

    assert files[P07].decode().splitlines()[2:6] == [
        "subject: placement",
        "provider: hillside-skills-centre",
        "placement: P07",
        "checklist: pupil-start@1",
    ]
    assert files[SCHOOL].decode().splitlines()[2:4] == [
        "subject: school",
        "checklist: own-practice@1",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*OWN[:1], "Acme", *OWN[1:]), "own-practice is about the school itself"),
        ((*OWN, "--placement", "P07"), "own-practice is about the school itself"),
        (("new", "Acme", "--placement", "P07"), "ap-provider is about the provider"),
        (("new",), 'Say which provider.\nap-audit new "Name of the provider"\n'),
        (("new", "--checklist", "pupil-start"), "Say which provider."),
        (("new", "Acme", "--checklist", "pupil-start"), "pupil-start is about one placement."),
        (
            (*START[:-1], "Jamie Smith"),
            "It is one to three capital letters and up to four digits, such as P07. A reference",
        ),
        ((*START[:-1], "../P07"), "'../P07' cannot be the reference of a placement."),
    ],
)
def test_what_does_not_fit_the_checklist(both: Shell, words: tuple[str, ...], said: str) -> None:
    """What an audit is about must fit its checklist; else it is said, and nothing is made."""
    before = both.files()

    assert said in both.refused(2, *words, *BLANK)
    assert both.files() == before


def test_nothing_is_made_for_a_name(shell: Shell) -> None:
    """A reference that looks like a name is refused before anything reaches the disk."""
    shell.refused(2, "new", "Acme", "--checklist", "ap-provider", "--placement", "Jamie")

    assert shell.files() == {}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("hillside-skills-centre", "ap-provider@2026.1"),
        ("hillside", "ap-provider@2026.1"),
        ("P07", "pupil-start@1"),
        ("p07", "pupil-start@1"),
        ("hillside P07", "pupil-start@1"),
        ("hillside-skills-centre/P07", "pupil-start@1"),
        ("pupil-start", "pupil-start@1"),
        ("2026-11-24.pupil-start.P07", "pupil-start@1"),
        ("school", "own-practice@1"),
        (P07, "pupil-start@1"),
    ],
)
def test_names_of_an_audit(both: Shell, name: str, found: str) -> None:
    """A provider's name means its own audits, a reference a placement's, `school` the school's."""
    (scored,) = json.loads(both.fine("score", name, "--json", "--today", TODAY))["audits"]

    assert scored["checklist"] == found


def test_placement_at_two_providers(both: Shell) -> None:
    """A reference that two providers share needs the provider's name too."""
    both.fine("new", "Acme", *START[2:], *BLANK)

    said = both.refused(2, "score", "P07")

    assert said.startswith("'P07' could mean 2 audits: acme/P07, hillside-skills-centre/P07.\n")
    assert "Placement P07 at Acme" in both.fine("score", "acme/P07", "--today", TODAY)


def test_provider_known_only_from_placements(shell: Shell) -> None:
    """A provider with no audit of its own is not taken for one of its placements."""
    shell.fine("init")
    write_checklists(shell.folder)
    shell.fine(*START, *BLANK)

    said = shell.refused(2, "score", "hillside-skills-centre")

    assert said == (
        "'hillside-skills-centre' itself has no audit yet; its placements have.\n"
        "They are: hillside-skills-centre/P07\n"
    )


def test_list_by_subject(both: Shell) -> None:
    """Every audit is listed by what it is about, with the questions that apply."""
    both.fine("answer", "P07", "fact", "recorded", "--value", "kind=none", "--today", TODAY)

    rows = [line.split() for line in both.fine("list", "--today", TODAY).splitlines()]

    assert [row[0] for row in rows] == [
        "Audit",
        "hillside-skills-centre",
        "hillside-skills-centre/P07",
        "school",
    ]
    assert " ".join(rows[2]) == (
        "hillside-skills-centre/P07 24 November 2026 pupil-start@1 1 of 2 open"
    )
    assert " ".join(rows[3]) == "school 24 November 2026 own-practice@1 0 of 3 open"


def test_list_with_a_checklist_that_changed(both: Shell) -> None:
    """An audit whose checklist has changed is still listed, by the questions in its file."""
    path = both.folder / "checklists/own-practice@1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Is it so", "Was it so"), "utf-8")

    assert "own-practice@1      0 of 3 in the file" in both.fine("list", "--today", TODAY)


@pytest.mark.parametrize(
    ("name", "title"),
    [("P07", "# Placement P07 at Hillside Skills Centre\n"), ("school", "# Oakfield School\n")],
)
def test_each_is_reported(both: Shell, name: str, title: str) -> None:
    """A report is titled by what it is about, in the words of its own checklist."""
    text = both.fine("report", name, "-f", "md", "-o", "-", "--today", TODAY)

    assert title in text
    assert "Not yet shown" in text
    assert "place only" not in text.casefold()
    assert "pupil is placed" not in text


def test_each_is_shown(both: Shell) -> None:
    """The terminal shows each of them."""
    assert both.fine("show", "P07").startswith("Placement P07 at Hillside Skills Centre\n")
    assert both.fine("show", "school").startswith("Oakfield School\n")


def test_each_is_asked(both: Shell) -> None:
    """The interview ends with the name by which the same audit is found again."""
    said = both.run("resume", "P07", "--today", TODAY, typed="1\nq\n").output
    assert "To go on: ap-audit resume P07\n" in said

    said = both.run("resume", "school", "--today", TODAY, typed="2\nq\n").output
    assert "To go on: ap-audit resume school\n" in said
    assert "not to place" not in said


def test_reports_lie_with_their_audits(both: Shell) -> None:
    """A report goes beside the audits of what it is about."""
    both.fine("report", "school", "-f", "md", "--today", TODAY)
    both.fine("report", "P07", "-f", "md", "--today", TODAY)

    assert [name for name in both.files() if "/reports/" in name] == [
        "providers/hillside-skills-centre/reports/2026-11-24.pupil-start.P07.governors.md",
        "school/reports/2026-11-24.own-practice.governors.md",
    ]


def test_several_are_unfinished(both: Shell) -> None:
    """`resume` alone lists every audit that waits, by the name to give."""
    said = both.refused(2, "resume", "--today", TODAY)

    assert said == "3 audits are unfinished.\nSay which: hillside-skills-centre, P07, school\n"


def test_header_that_names_too_little_or_too_much(both: Shell) -> None:
    """An audit of a placement names it, and an audit of the school names neither."""
    placed, own = both.folder / P07, both.folder / SCHOOL
    placed.write_text(placed.read_text("utf-8").replace("placement: P07\n", ""), "utf-8")
    own.write_text(
        own.read_text("utf-8").replace("checklist:", "provider: acme\nchecklist:"), "utf-8"
    )

    said = both.run("check").output

    assert f"{P07}:3:10: 'placement' is missing" in said
    assert f"{SCHOOL}:4:1: does not belong in an audit of the school" in said


def test_reference_in_a_file_that_is_a_name(both: Shell) -> None:
    """A name written where the reference belongs is refused with what was expected."""
    placed = both.folder / P07
    placed.write_text(
        placed.read_text("utf-8").replace("placement: P07", "placement: Jamie"), "utf-8"
    )

    assert (
        "expected: one to three capital letters and up to four digits, such as P07"
        in both.run("check").output
    )


def test_file_in_the_wrong_place(both: Shell) -> None:
    """Where the header and the file's name or folder differ, `check` warns."""
    placed = both.folder / P07
    placed.rename(placed.with_name("2026-11-25.pupil-start.P08.yaml"))

    said = both.fine("check")

    assert "warning: is not the placement in the file's name" in said
    assert "warning: is not the date in the file's name" in said


def test_placement_file_is_checked(both: Shell) -> None:
    """A placement's file says its dates, hours, sessions and flags; anything else is refused."""
    path = both.folder / "placements/P07.yaml"
    path.write_text(
        "format: ap-audit/placement@1\n"
        "start: 2026-11-30\n"
        "end: 2027-02-12\n"
        "providers:\n"
        "  hillside-skills-centre: {hours: 12.5, sessions: 4}\n"
        "ehc_plan: applies\n"
        "looked_after: does-not-apply\n",
        "utf-8",
    )
    assert both.fine("check") == ""

    path.write_text(path.read_text("utf-8") + "name: Jamie\nsocial_worker: yes\n", "utf-8")
    said = both.refused(3, "check")
    assert "'name'" in both.run("check").output
    assert "2 problems" in said


def test_placement_file_that_cannot_be(both: Shell) -> None:
    """A file named by a pupil is refused, an end before the start too; both are named."""
    (both.folder / "placements/Jamie.yaml").write_text(
        "format: ap-audit/placement@1\n"
        "start: 2026-11-30\n"
        "end: 2026-11-02\n"
        "providers:\n"
        "  acme: {}\n",
        "utf-8",
    )

    said = both.run("check").output

    assert "Jamie.yaml:1:9: the file's name, 'Jamie.yaml', is not the reference of a" in said
    assert "Jamie.yaml:3:6: is before the start" in said
    assert "Jamie.yaml:5:3: warning: there is no provider 'acme' here" in said


def test_school_that_is_not_yet_a_workspace(shell: Shell) -> None:
    """A checklist that is not there is refused before a workspace is made."""
    shell.refused(2, "new", "--checklist", "own-practise")

    assert shell.files() == {}
