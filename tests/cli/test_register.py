import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from ap_audit.cli import registering
from tests.cli.running import Shell

ON = ("--today", "2026-11-24")


def test_every_provider(example: Shell) -> None:
    """A line each, in order of their folders."""
    lines = example.fine("register", *ON).splitlines()
    assert lines[0] == "Example School: register of providers, 24 November 2026"
    rows = [line.split("  ")[0] for line in lines if line.startswith(("B", "H", "L", "M"))]
    assert rows == [
        "Brightwater Academy",
        "Hillside Skills Centre",
        "Lantern Online Tutors",
        "Meadow Lane Farm Project",
    ]


def test_what_an_inspector_asks_for_first(example: Shell) -> None:
    """From the provider's file, its newest audit and the placements."""
    (example.folder / "placements").mkdir()
    (example.folder / "placements/P07.yaml").write_text(
        "format: ap-audit/placement@1\nstart: 2026-09-07\nproviders:\n"
        '  hillside-skills-centre: {hours: "12.5", sessions: 5}\n',
        encoding="utf-8",
    )
    said = json.loads(example.fine("register", *ON, "-f", "json"))
    known = {row["slug"]: row["particulars"] for row in said["rows"]}
    assert known["hillside-skills-centre"] == {
        "address": "Unit 4, Sawmill Yard, Exampleton, ZZ1 4AA",
        "kind": "Non-school provider (not registered as a school)",
        "registration": "Not asked of this kind of setting",
        "urn": "not recorded",
        "pupils": "1 of ours, 12 pupils at most at one time",
        "hours": "12.5 hours a week",
    }
    assert known["brightwater-academy"]["urn"] == "999999"
    assert known["brightwater-academy"]["registration"].startswith("Looked up on the national")
    assert known["lantern-online-tutors"]["address"] == "not recorded"


def test_a_broken_file_is_named_and_the_others_count(example: Shell) -> None:
    """Nothing older is shown in its place."""
    (path,) = (example.folder / "providers/hillside-skills-centre/audits").glob("2026*")
    path.write_text("format: ap-audit/audit@1\nanswers: [\n", encoding="utf-8")
    result = example.run("register", *ON)
    assert result.exit_code == 3
    assert "1 provider could not be read: Hillside Skills Centre." in result.stdout
    assert "✗ gateways failed" in result.stdout
    assert path.name in result.stderr
    assert result.stderr.rstrip().endswith("1 file could not be read; everything else is there.")


def test_a_broken_providers_file(example: Shell) -> None:
    """Its audit still counts; the folder stands for the name."""
    path = example.folder / "providers/hillside-skills-centre/provider.yaml"
    path.write_text("name: [", encoding="utf-8")
    result = example.run("register", *ON)
    assert result.exit_code == 3
    assert "hillside-skills-centre  " in result.stdout


def test_an_audit_that_does_not_fit_is_not_judged(example: Shell) -> None:
    """It says so instead of being left out."""
    (path,) = (example.folder / "providers/hillside-skills-centre/audits").glob("2026*")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("digest: sha256:", "digest: sha256:" + "0" * 64 + " #"), "utf-8")
    said = json.loads(example.fine("register", *ON, "-f", "json"))
    assert said["rows"][1]["title"] == "The newest audit does not fit its checklist"


def test_the_audit_that_decides_is_shown(example: Shell) -> None:
    """Not a newer one on a checklist without gateways."""
    words = ("new", "hillside-skills-centre", "--checklist", "non-school-standards", "--blank")
    example.fine(*words, "--by", "AP lead", *ON)
    said = json.loads(example.fine("register", *ON, "-f", "json"))
    assert said["rows"][1]["checklist"].startswith("ap-provider@")


@pytest.mark.parametrize("form", ["html", "md", "json", "csv"])
def test_written_to_a_file(example: Shell, form: str, tmp_path: Path) -> None:
    """It is written over itself, and over nothing else."""
    target = tmp_path / f"register.{form}"
    for _ in range(2):
        example.fine("register", *ON, "-f", form, "-o", str(target))
    assert "ap-audit/register@1" in target.read_text(encoding="utf-8")
    target.write_text("my own notes", encoding="utf-8")
    example.refused(4, "register", *ON, "-f", form, "-o", str(target))


def test_as_a_table(example: Shell) -> None:
    """One row for each provider, under its headings."""
    rows = list(csv.DictReader(StringIO(example.fine("register", *ON, "-f", "csv"))))
    assert [row["gateways_open"] for row in rows] == ["32", "32", "5", "29"]
    assert rows[3]["section: Health and safety"] == "gateway failed 83 %"


def test_too_many_for_a_page(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table holds them all; a page would open in no browser."""
    assert registering.MOST_ON_A_PAGE == 2000
    monkeypatch.setattr(registering, "MOST_ON_A_PAGE", 20)  # so many are not made here
    shell.fine("init", "--no-input", "--school", "Example School")
    for number in range(21):
        folder = shell.folder / f"providers/p{number}"
        folder.mkdir(parents=True)
        (folder / "provider.yaml").touch()
    said = shell.refused(2, "register", "-f", "html")
    assert said.startswith("21 providers do not fit a page")


def test_a_year_of_audits(example: Shell) -> None:
    """Each half-term with the audits of its day, in every form."""
    said = example.fine("register", "--trend", *ON)
    assert "Better advice at the end than at first: Hillside Skills Centre.\n" in said
    assert "Worse: Meadow Lane Farm Project.\n" in said
    for form in ("html", "md", "json", "csv"):
        assert "ap-audit/year@1" in example.fine("register", "--trend", "-f", form, *ON)


def test_a_year_with_a_broken_audit(example: Shell) -> None:
    """It is said to be broken, and the rest is there."""
    path = example.folder / "providers/hillside-skills-centre/audits/2026-11-09.ap-provider.yaml"
    path.write_text("format: ap-audit/audit@1\n", encoding="utf-8")
    result = example.run("register", "--trend", *ON)
    assert result.exit_code == 3
    assert "! could not be read" in result.stdout


def test_a_year_of_an_empty_workspace(shell: Shell) -> None:
    """There is nothing to show, and that is said."""
    shell.fine("init", "--no-input")
    assert "0 providers in 6 half-terms.\n" in shell.fine("register", "--trend", *ON)


def test_a_placement_that_begins_next_week_is_not_counted(example: Shell) -> None:
    """Also where only its audit says when, since the file that `new` makes has no dates."""
    words = ("new", "lantern-online-tutors", "--checklist", "placement-start", "--placement", "P07")
    said = example.run(*words, "--blank", "--by", "AP lead", *ON).stderr
    assert "Made placements/P07.yaml. Add its first day, end and hours." in said

    def pupils() -> str:
        rows = json.loads(example.fine("register", *ON, "-f", "json"))["rows"]
        return str(rows[2]["particulars"]["pupils"])

    assert pupils().startswith("1 of ours")
    first = ("recorded", "--value", "first-day=2026-12-01")
    example.fine("answer", "P07", "pl-arrangement", *first, *ON)
    assert "of ours" not in pupils()


def test_what_one_pupils_review_found_is_not_hidden(example: Shell) -> None:
    """A provider may be shown to be suitable, and a pupil afraid there: both are said."""
    review = ("--checklist", "placement-review", "--placement", "P07")
    example.fine("new", "brightwater-academy", *review, "--blank", *ON)
    untroubled = example.fine("register", *ON)
    assert "P07" not in untroubled

    example.fine("answer", "P07", "saf-voice-safe", "not-met", "--note", "Afraid there.", *ON)
    said = example.fine("register", *ON)
    assert "Academy, P07: “Tell the safeguarding lead and the head today”, 24 November" in said
    assert "Brightwater Academy       ✓ shown" in said
    for words in (("score", "brightwater"), ("report", "brightwater", "-f", "md", "-o", "-")):
        said = " ".join(example.fine(*words, *ON).split())
        assert (
            "Of our placements there: P07: “Tell the safeguarding lead and the head today”" in said
        )


def test_a_provider_whose_file_is_gone_stays(example: Shell) -> None:
    """What its audits say is shown by the folder's name, and the missing file is named."""
    (example.folder / "providers/meadow-lane-farm-project/provider.yaml").unlink()
    (example.folder / "providers/.DS_Store").touch()
    result = example.run("register", *ON)
    assert result.exit_code == 3
    assert "meadow-lane-farm-project  ✗ gateways failed" in result.stdout
    assert "meadow-lane-farm-project/provider.yaml: there is no such file" in result.stderr
    assert result.stderr.rstrip().endswith("1 file could not be read; everything else is there.")
