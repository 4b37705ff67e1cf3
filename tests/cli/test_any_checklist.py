"""Checklists of other fields, from the first question to the report."""

import csv
import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.copies import made_once
from tests.cli.running import TODAY, Shell

PAGE = Path(__file__).parents[2] / "docs" / "any-checklist.md"


@pytest.fixture
@made_once
def guide(shell: Shell) -> Shell:
    """A workspace with the checklists of the guide."""
    shell.begin()
    (shell.folder / "checklists").mkdir(exist_ok=True)
    text = PAGE.read_text(encoding="utf-8")
    for name, body in re.findall(r"<!-- example: (\S+) -->\n```yaml\n(.*?)```", text, re.DOTALL):
        (shell.folder / "checklists" / name).write_text(body, encoding="utf-8")
    return shell


@pytest.fixture
@made_once
def kitchen(guide: Shell) -> Shell:
    """An audit begun on the kitchen."""
    guide.fine("new", "Canteen", "--checklist", "kitchen", "--blank", "--today", TODAY)
    return guide


@pytest.fixture
@made_once
def office(guide: Shell) -> Shell:
    """An audit begun on the school's data protection."""
    guide.fine("new", "--checklist", "data-protection", "--blank", "--today", TODAY)
    return guide


def why(shell: Shell, name: str, *answer: str) -> str:
    """What `score --explain` says of a question once it has this answer."""
    shell.fine("answer", name, *answer, "--today", TODAY)
    said = shell.fine("score", name, "--explain", "--today", TODAY)
    return said[said.index(f"\n  {answer[0]}: ") :].strip()


def answered(shell: Shell, second: str, third: str) -> None:
    """Answer the three questions; the first, a gateway, is met and seen."""
    first = ("--value", "warmest=5", "--seen", "on-site", "--what", "thermometer")
    shell.fine("answer", "canteen", "1.1", "excellent", *first, "--today", TODAY)
    shell.fine("answer", "canteen", "1.2", second, "--note", "So it was", "--today", TODAY)
    shell.fine("answer", "canteen", "1.10", third, "--note", "So it was", "--today", TODAY)


@pytest.mark.parametrize(
    ("second", "third", "points", "title"),
    [
        ("excellent", "excellent", "10 of 10 = 100.00 %", "Very good"),
        ("excellent", "fair", "9 of 10 = 90.00 %", "Very good"),
        ("good", "fair", "8.5 of 10 = 85.00 %", "Generally satisfactory"),
        ("excellent", "poor", "8 of 10 = 80.00 %", "Generally satisfactory"),
        ("good", "poor", "7.5 of 10 = 75.00 %", "Improvement needed"),
        ("cannot-tell", "excellent", "5 of 5 = 100.00 %", "Only with conditions"),
    ],
)
def test_points_and_bands(kitchen: Shell, second: str, third: str, points: str, title: str) -> None:
    """Weights are points; 90 and 80 percent are exact; what is open counts as not met."""
    answered(kitchen, second, third)

    said = kitchen.fine("score", "canteen", "--today", TODAY)

    assert f"Advice: {title}\n" in said
    assert f"Score of what was rated: {points}\n" in said


def test_a_critical_item_outweighs_every_point(kitchen: Shell) -> None:
    """A gateway that is only fair stops, whatever the score."""
    answered(kitchen, "excellent", "excellent")
    kitchen.fine("answer", "canteen", "1.1", "fair", "--note", "One fridge", "--today", TODAY)

    assert "Advice: Stop serving\n" in kitchen.fine("score", "canteen", "--today", TODAY)


def test_only_the_best_rung_passes(kitchen: Shell) -> None:
    """A band below the best is not the best, for scripts as for people."""
    answered(kitchen, "good", "fair")

    kitchen.refused(1, "score", "canteen", "--exit-code", "--today", TODAY)
    report = kitchen.fine(
        "report", "canteen", "--for", "full", "--format", "md", "-o", "-", "--today", TODAY
    )

    assert "Generally satisfactory" in report
    assert "The worst case is 85.00 %: less than 9/10." in report
    assert "Fair" in report


def test_ids_stay_as_they_are_written(kitchen: Shell) -> None:
    """1.10 is neither 1.1 nor before 1.2."""
    (path,) = kitchen.folder.glob("providers/canteen/audits/*.yaml")

    written = re.findall(
        r"^  ['\"]?([0-9.]+)['\"]?:", path.read_text(encoding="utf-8"), re.MULTILINE
    )

    assert written == ["1.1", "1.2", "1.10"]


def test_a_grade_alone_in_a_file_of_answers(kitchen: Shell) -> None:
    """The rating is filled in; a word that is not in the scale is refused in its own line."""
    file = kitchen.folder / "answers.yaml"
    text = "format: ap-audit/answers@1\nanswers:\n  '1.2':\n    grade: {}\n"
    file.write_text(text.format("good"), encoding="utf-8")
    kitchen.fine("new", "Canteen", "--checklist", "kitchen", "--answers", "answers.yaml")
    (path,) = kitchen.folder.glob("providers/canteen/audits/*.yaml")
    file.write_text(text.format("goood"), encoding="utf-8")

    said = kitchen.refused(
        3, "new", "Canteen", "--checklist", "kitchen", "--answers", "answers.yaml"
    )

    assert "rating: met\n    grade: good" in path.read_text(encoding="utf-8")
    assert "answers.yaml:4:12: 'goood' is not in this checklist's scale" in said


def filled_in(kitchen: Shell, name: str, words: dict[str, str], *options: str) -> None:
    """A worksheet of the audit, CSV or XLSX, with these words in its fourth column."""
    form = name.rpartition(".")[2]
    kitchen.fine("worksheet", "canteen", "-f", form, "-o", name, "--today", TODAY, *options)
    path = kitchen.folder / name
    if form == "xlsx":
        book = load_workbook(path)
        for row in book["Questions"].iter_rows(min_row=2):
            if not row[1].value:
                row[3].value = words.get(str(row[0].value))
        book.save(path)
        return
    head, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))
    out = io.StringIO(newline="")
    csv.writer(out).writerows(
        [head, *([*row[:3], words.get(row[0], ""), *row[4:]] for row in rows if not row[1])]
    )
    path.write_text(out.getvalue(), encoding="utf-8", newline="")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_worksheet_in_words_of_its_own(kitchen: Shell, form: str) -> None:
    """The sheet is filled in with the words of the scale, as they are shown or as in a file."""
    filled_in(kitchen, f"sheet.{form}", {"1.1": "Good", "1.2": "poor"})
    (path,) = kitchen.folder.glob("providers/canteen/audits/*.yaml")

    kitchen.fine("resume", "canteen", "--answers", f"sheet.{form}", "--today", TODAY)

    text = path.read_text(encoding="utf-8")
    assert text.count("    grade: good\n") == 1
    assert text.count("    grade: poor\n") == 1
    again = kitchen.fine("worksheet", "canteen", "-f", "csv", "-o", "-", "--today", TODAY)
    assert ",Good,," in again


def test_claims_in_words_of_its_own(kitchen: Shell) -> None:
    """A provider claims in them too; a word that is none of them is refused with what there is."""
    (path,) = kitchen.folder.glob("providers/canteen/audits/*.yaml")
    taken = ("resume", "canteen", "--answers", "sheet.csv", "--today", TODAY)
    filled_in(kitchen, "sheet.csv", {"1.1": "Good"}, "--for", "provider")

    kitchen.fine(*taken)
    (kitchen.folder / "sheet.csv").unlink()
    filled_in(kitchen, "sheet.csv", {"1.1": "splendid", "1.2": "met"})
    said = kitchen.refused(3, *taken)

    assert "    claim:\n      rating: met\n      grade: good\n" in path.read_text(encoding="utf-8")
    assert "1.1: 'splendid' is not a rating here\n  the words are: " in said
    assert "1.2: 'met' is not a rating here\n  write which: " in said


def test_evidence_compulsory_for_a_rating(office: Shell) -> None:
    """Met counts as partly until it was seen in date, and `check` says what is missing."""
    missing = "Counts as partly met until this is recorded: Evidence in date."
    seen = ("--seen", "original", "--what", "the record", "--dated")

    bare = why(office, "school", "5.a", "met")
    (path,) = office.folder.glob("school/audits/*.yaml")
    warned = office.run("check", str(path)).output
    old = why(office, "school", "5.a", "met", *seen, "2025-01-01")
    shown = why(office, "school", "5.a", "met", *seen, "2026-11-01")

    assert bare.startswith("5.a: partly met")
    assert missing in bare
    assert "met without evidence that was seen" in warned
    assert missing in old
    assert shown.startswith("5.a: met")


def test_a_note_compulsory_for_a_rating(office: Shell) -> None:
    """Met without it is partly met, and does not apply without it could not be told."""
    reason = ("5.c", "not-applicable", "--reason", "No cameras")

    assert why(office, "school", "5.b", "met").startswith("5.b: partly met")
    assert why(office, "school", "5.b", "met", "--note", "20 files").startswith("5.b: met")
    assert why(office, "school", *reason).startswith("5.c: could not tell")
    assert why(office, "school", *reason, "--note", "Walked round").startswith(
        "5.c: does not apply"
    )


@pytest.mark.parametrize(
    ("answer", "counts_as", "because"),
    [
        (("1.2",), "could not tell", "This question always applies."),
        (("1.2", "--reason", "no meat"), "could not tell", "This question always applies."),
        (
            ("1.10", "--reason", "no time"),
            "could not tell",
            "It is only left out for one of these reasons: nothing is stored.",
        ),
        (("1.10", "--reason", "nothing is stored"), "does not apply", ""),
    ],
)
def test_does_not_apply_never_or_from_a_list(
    kitchen: Shell, answer: tuple[str, ...], counts_as: str, because: str
) -> None:
    """What is not accepted is kept as it was given, and counts as could not tell."""
    said = why(kitchen, "canteen", answer[0], "not-applicable", *answer[1:])

    assert said.startswith(f"{answer[0]}: {counts_as}")
    assert because in said


@pytest.mark.parametrize(("typed", "rating"), [("y", "not-met"), ("n", "met")])
def test_a_question_where_yes_is_bad(kitchen: Shell, typed: str, rating: str) -> None:
    """Typed yes is kept as not met, and said so at the prompt."""
    word = {"y": "", "n": "1\n"}[typed]
    said = kitchen.run("resume", "canteen", "--from", "1.2", typed=f"{typed} so it was\n{word}q\n")
    (path,) = kitchen.folder.glob("providers/canteen/audits/*.yaml")

    assert "Asked the other way round: yes counts as not met." in said.output
    assert f"1.2:\n    rating: {rating}\n" in path.read_text(encoding="utf-8").replace('"', "")


def test_lettered_ids_keep_their_order(guide: Shell) -> None:
    """In the file and in every view they stand as the checklist has them."""
    guide.fine("new", "Lake", "--checklist", "activity-centre", "--blank", "--today", TODAY)
    said = guide.fine("score", "lake", "--explain", "--today", TODAY)

    assert re.findall(r"^  ([AB]\.[a-z]): ", said, re.MULTILINE) == [
        "A.a",
        "A.b",
        "B.a",
        "B.b",
        "B.j",
    ]
