"""Checklists of other fields, from the first question to the report."""

import re
from pathlib import Path

import pytest

from tests.cli.running import TODAY, Shell

PAGE = Path(__file__).parents[2] / "docs" / "any-checklist.md"


@pytest.fixture
def kitchen(shell: Shell) -> Shell:
    """A workspace with the kitchen of the guide and an audit begun on it."""
    shell.begin()
    (shell.folder / "checklists").mkdir(exist_ok=True)
    text = PAGE.read_text(encoding="utf-8")
    for name, body in re.findall(r"<!-- example: (\S+) -->\n```yaml\n(.*?)```", text, re.DOTALL):
        (shell.folder / "checklists" / name).write_text(body, encoding="utf-8")
    shell.fine("new", "Canteen", "--checklist", "kitchen", "--blank", "--today", TODAY)
    return shell


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
