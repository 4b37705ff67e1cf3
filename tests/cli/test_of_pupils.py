"""What was found of one pupil stands in every overview, whatever the advice on the provider."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from ap_audit.cli import home
from tests.cli.copies import made_once
from tests.cli.running import Shell

ON = ("--today", "2026-11-24")
SAID = "P07: “Tell the safeguarding lead and the head today”, 24 November 2026"
WARNING = f"Brightwater Academy, {SAID}"
ACADEMY, FARM = "brightwater-academy", "meadow-lane-farm-project"


@made_once
def with_findings(example: Shell) -> Shell:
    """The example, where P07 is found to be afraid at a provider that is suitable."""
    review = ("--checklist", "placement-review", "--placement", "P07")
    example.fine("new", ACADEMY, *review, "--blank", *ON)
    example.fine("answer", "P07", "saf-voice-safe", "not-met", "--note", "Afraid there.", *ON)
    return example


@pytest.fixture
def afraid(example: Shell) -> Shell:
    """A copy of it."""
    return with_findings(example)


def review(shell: Shell) -> Path:
    """The file of P07's review."""
    (path,) = shell.folder.glob("providers/*/audits/*.P07.yaml")
    return path


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("due",),
        ("due", "-f", "html"),
        ("due", "-f", "md"),
        ("due", "-f", "json"),
        ("due", "-f", "csv"),
        ("register",),
        ("register", "-f", "html"),
        ("register", "-f", "md"),
        ("register", "-f", "json"),
        ("compare", ACADEMY, FARM),
        ("compare", ACADEMY, FARM, "-f", "html"),
        ("compare", ACADEMY, FARM, "-f", "md"),
        ("compare", ACADEMY, FARM, "-f", "json"),
    ],
    ids=" ".join,
)
def test_it_comes_first(afraid: Shell, words: tuple[str, ...]) -> None:
    """By the provider's name, before any advice and before anything that is due."""
    said = " ".join(afraid.fine(*words, *(ON if words else ())).split())
    assert WARNING in said
    later = () if "json" in words else ("overdue", "Suitable to use")
    assert all(said.index(WARNING) < said.index(one) for one in later if one in said)


def test_beside_the_provider_itself(afraid: Shell) -> None:
    """Who looks up one line alone reads it there, too."""
    lines = afraid.fine("register", *ON).splitlines()
    assert any(
        line.startswith("Brightwater Academy       ✓ shown, but see P07  ") for line in lines
    )
    for form in ("html", "md"):
        for words in (("register",), ("compare", ACADEMY, FARM)):
            assert afraid.fine(*words, "-f", form, *ON).count("P07: “Tell the ") == 2
    assert f"  TAKE CARE. {SAID}\n" in afraid.fine("compare", ACADEMY, FARM, *ON)


def test_in_tables_for_programs(afraid: Shell) -> None:
    """A column of its own; empty where nothing presses."""
    rows = list(csv.DictReader(StringIO(afraid.fine("register", "-f", "csv", *ON))))
    assert [row["placements"] for row in rows] == [SAID, "", "", ""]
    said = csv.DictReader(StringIO(afraid.fine("compare", ACADEMY, FARM, "-f", "csv", *ON)))
    (line,) = (row for row in said if row["id"] == "placements")
    assert (line[ACADEMY], line[FARM]) == (SAID, "")
    known = json.loads(afraid.fine("register", "-f", "json", *ON))["rows"][0]["placements"]
    assert known == [{"label": "P07", "text": SAID.removeprefix("P07: ")}]


def test_what_cannot_be_read_may_press(afraid: Shell) -> None:
    """A review that is broken is not taken for one that found nothing."""
    review(afraid).write_text("format: ap-audit/audit@1\nanswers: [\n", encoding="utf-8")
    said = "P07: the newest audit could not be read"
    assert f"Brightwater Academy, {said}" in afraid.run("register", *ON).stdout
    assert f"TAKE CARE. Brightwater Academy, {said}\n" in afraid.fine()
    assert f"  TAKE CARE. {said}\n" in afraid.fine("compare", ACADEMY, FARM, *ON)
    assert f"TAKE CARE. Of our placements there: {said}." in afraid.fine("score", ACADEMY, *ON)


def test_a_placement_that_was_to_end(afraid: Shell) -> None:
    """It may go on all the same, so it is still named, and that day with it."""
    path = afraid.folder / "placements/P07.yaml"
    kept = path.read_text(encoding="utf-8")
    path.write_text(f"{kept}start: 2026-09-07\nend: 2026-11-23\n", encoding="utf-8")
    ended = f"{SAID}, agreed to end on 23 November 2026"
    assert ended in " ".join(afraid.fine("register", *ON).split())
    assert f"TAKE CARE. Brightwater Academy, {ended}\n" in afraid.fine("due", *ON)
    assert ended in afraid.fine("score", ACADEMY, *ON)
    path.write_text(f"{kept}start: 2026-09-07\nend: 2026-11-24\n", encoding="utf-8")
    assert "agreed to end" not in afraid.fine("register", *ON)
    path.unlink()
    assert SAID in afraid.fine("score", ACADEMY, *ON)


def test_a_greeting_in_a_large_workspace(afraid: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """The placements are read where they are few; else it says where they are looked at."""
    assert home.MOST == 100
    monkeypatch.setattr(home, "MOST", 3)  # so many are not made here
    lines = afraid.fine().splitlines()
    assert lines[1] == f"TAKE CARE. {WARNING}"
    assert lines[2].startswith("4 providers. What is due: ap-audit due.")
    (afraid.folder / "providers" / ACADEMY / "provider.yaml").write_text("name: [", "utf-8")
    lines = afraid.fine().splitlines()
    assert lines[1] == f"TAKE CARE. {ACADEMY}, {SAID}"
    assert lines[2] == "1 file could not be read. What is wrong: ap-audit check"
    monkeypatch.setattr(home, "MOST", 0)
    assert "1 placement with audits. Which of them say to act today: ap-audit register" in (
        afraid.fine()
    )


def test_a_placement_that_goes_on_where_nobody_should_be_placed(example: Shell) -> None:
    """It is named where the day begins, and in what is due."""
    (example.folder / "placements").mkdir(exist_ok=True)
    (example.folder / "placements/P07.yaml").write_text(
        f"format: ap-audit/placement@1\nstart: 2026-09-07\nproviders:\n  {FARM}: {{}}\n",
        encoding="utf-8",
    )
    said = (
        "TAKE CARE. Meadow Lane Farm Project: “Do not place”, 2 November 2026,"
        " and 1 placement there goes on\n"
    )
    assert said in example.fine()
    assert said in example.fine("due", *ON)


LEFT_OUT = (
    "The audit records that none of our pupils attends, and 1 placement there goes on."
    " What is asked where pupils attend was left out."
)


@pytest.mark.parametrize("kept", ["start: 2026-09-07", ""], ids=["by its file", "by its audit"])
def test_an_audit_that_says_none_attends(example: Shell, kept: str) -> None:
    """The overview, its own score and page 1 say that it leaves out who is there."""
    example.fine("answer", FARM, "about-pupils", "recorded", "--value", "attend=none-yet", *ON)
    assert "none of our pupils attends" not in example.fine("score", FARM, *ON)
    start = ("--checklist", "placement-start", "--placement", "P07", "--blank", *ON)
    example.fine("new", FARM, *start)
    path = example.folder / "placements/P07.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}{kept}\n", encoding="utf-8")
    if not kept:
        first = ("recorded", "--value", "first-day=2026-09-07")
        example.fine("answer", "P07", "pl-arrangement", *first, *ON)

    assert f"Meadow Lane Farm Project. {LEFT_OUT}" in " ".join(
        example.fine("register", *ON).split()
    )
    for form in ("html", "md"):
        assert example.fine("register", "-f", form, *ON).count(LEFT_OUT) == 2
    rows = csv.DictReader(StringIO(example.fine("register", "-f", "csv", *ON)))
    assert [row["denied"] for row in rows] == ["", "", "", LEFT_OUT]
    said = " ".join(example.fine("compare", ACADEMY, FARM, *ON).split())
    assert f"Meadow Lane Farm Project. {LEFT_OUT}" in said
    compared = csv.DictReader(StringIO(example.fine("compare", ACADEMY, FARM, "-f", "csv", *ON)))
    (line,) = (row for row in compared if row["id"] == "denied")
    assert (line[ACADEMY], line[FARM]) == ("", LEFT_OUT)
    assert f"TAKE CARE. {LEFT_OUT}\n" in example.fine("score", FARM, *ON)
    assert LEFT_OUT in example.fine("report", FARM, "-f", "md", "-o", "-", *ON)
    checked = example.fine("check", "placements/P07.yaml", *ON)
    assert ("an audit records that none of our pupils attended" in checked) is bool(kept)
