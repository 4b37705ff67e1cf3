import csv
import json
from pathlib import Path

from ap_audit.report.tables import COLUMNS
from tests.cli.running import Shell

ON = ("--today", "2026-11-24")


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_table_for_each_thing(example: Shell) -> None:
    """Written again in place; every row says which format it is."""
    for _ in range(2):
        example.fine("export", *ON, "-o", "tables")
    tables = {path.stem: read(path) for path in (example.folder / "tables").iterdir()}
    assert set(tables) == set(COLUMNS)
    assert {row["format"] for rows in tables.values() for row in rows} == {"ap-audit/tables@1"}
    assert len(tables["providers"]) == 4
    assert len(tables["audits"]) == 8
    assert ("hillside-skills-centre", "visit") in {
        (row["provider"], row["kind"]) for row in tables["contacts"]
    }
    known = {row["audit"] for row in tables["audits"]}
    for name in ("answers", "values", "evidence", "actions", "findings"):
        assert {row["audit"] for row in tables[name]} <= known


def test_both_forms_say_the_same(example: Shell) -> None:
    """JSON lines for programs, where numbers are numbers."""
    example.fine("export", *ON)
    example.fine("export", *ON, "-f", "jsonl")
    folder = example.folder / "export"
    for name, columns in COLUMNS.items():
        text = (folder / f"{name}.jsonl").read_text(encoding="utf-8")
        lines = [json.loads(line) for line in text.splitlines()]
        rows = read(folder / f"{name}.csv")
        assert len(lines) == len(rows)
        assert all(list(line) == ["format", *columns] for line in lines)
    audits = json.loads((folder / "audits.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert isinstance(audits["gateways_open"], int)


def test_private_notes_stay_in_the_file(example: Shell) -> None:
    """In no table and in no form."""
    (path,) = (example.folder / "providers/hillside-skills-centre/audits").glob("2026*")
    text = path.read_text(encoding="utf-8")
    place = text.index("    rating: met\n")
    path.write_text(text[:place] + "    private: SECRET\n" + text[place:], encoding="utf-8")
    example.fine("export", *ON)
    for table in (example.folder / "export").iterdir():
        assert "SECRET" not in table.read_text(encoding="utf-8")


def test_nothing_acts_as_a_formula(example: Shell) -> None:
    """Whatever a person wrote in a note."""
    example.fine(
        "answer", "lantern-online-tutors", "saf-whereabouts", "not-met", "--note", "=1+1", *ON
    )
    example.fine("export", *ON)
    notes = {row["note"] for row in read(example.folder / "export/answers.csv")}
    assert "'=1+1" in notes


def test_another_persons_file_is_left_alone(example: Shell) -> None:
    """The folder may hold other things; a file of the same name that is not ours is kept."""
    (example.folder / "export").mkdir()
    (example.folder / "export/answers.csv").write_text("mine", encoding="utf-8")
    example.refused(4, "export", *ON)
    assert (example.folder / "export/answers.csv").read_text(encoding="utf-8") == "mine"


def test_a_broken_audit_is_named(example: Shell) -> None:
    """Once, although it was looked at twice; the others are in the tables."""
    (path,) = (example.folder / "providers/hillside-skills-centre/audits").glob("2026*")
    path.write_text("answers: [", encoding="utf-8")
    result = example.run("export", *ON)
    assert result.exit_code == 3
    assert "1 file could not be read" in result.stderr
    assert len(read(example.folder / "export/audits.csv")) == 7


def test_an_audit_that_is_only_begun_says_so(example: Shell) -> None:
    """In its own row, and in its provider's, whose advice is that of the one before."""
    words = ("new", "hillside-skills-centre", "--renew", "--blank", "--by", "AP lead", *ON)
    example.fine(*words)
    example.begin("New Place")
    example.fine("export", *ON)
    folder = example.folder / "export"
    known = {row["provider"]: row for row in read(folder / "providers.csv")}
    assert {name: (row["last_audit"], row["begun"]) for name, row in known.items()} == {
        "brightwater-academy": ("2026-11-16", ""),
        "hillside-skills-centre": ("2026-11-09", "2026-11-24"),
        "lantern-online-tutors": ("2026-11-23", "2026-11-23"),
        "meadow-lane-farm-project": ("2026-11-02", ""),
        "new-place": ("2026-11-24", "2026-11-24"),
    }
    begun = [row for row in read(folder / "audits.csv") if row["progress"] == "begun"]
    assert [(row["provider"], row["date"], row["answered"]) for row in begun] == [
        ("hillside-skills-centre", "2026-11-24", "0"),
        ("lantern-online-tutors", "2026-11-23", "18"),
        ("new-place", "2026-11-24", "0"),
    ]
    assert int(begun[0]["questions"]) > 60


def test_placements_to_act_on_are_counted(example: Shell) -> None:
    """Beside advice that counts none of them; providers come before placements."""
    review = ("--checklist", "placement-review", "--placement", "P07")
    example.fine("new", "brightwater-academy", *review, "--blank", *ON)
    example.fine("answer", "P07", "saf-voice-safe", "not-met", "--note", "Afraid there.", *ON)
    example.fine("export", *ON)
    folder = example.folder / "export"
    assert [row["placements_to_act_on"] for row in read(folder / "providers.csv")] == [
        *("1", "0", "0", "0")
    ]
    assert [row["placement"] for row in read(folder / "audits.csv")] == [*[""] * 8, "P07"]


def test_an_audit_still_to_come_is_in_no_table(example: Shell) -> None:
    """As the message says that names it."""
    example.fine("new", "hillside-skills-centre", "--renew", "--blank", "--today", "2027-06-01")
    said = example.run("export", *ON).stderr
    assert "1 audit is left out, since dated after today" in said
    assert len(read(example.folder / "export/audits.csv")) == 8
