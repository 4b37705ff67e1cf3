"""What is said of a whole section, from the command line to the reports."""

import re
import subprocess
from pathlib import Path

import pytest
from msgspec import json

from tests.cli.copies import made_once
from tests.cli.running import TODAY, Shell

PAGE = Path(__file__).parents[2] / "docs" / "any-checklist.md"
CLOSED = "the lake is closed this season"


@pytest.fixture
@made_once
def lake(shell: Shell) -> Shell:
    """A workspace with the activity centre of the guide and an audit begun on it."""
    shell.begin()
    (shell.folder / "checklists").mkdir(exist_ok=True)
    text = PAGE.read_text(encoding="utf-8")
    for name, body in re.findall(r"<!-- example: (\S+) -->\n```yaml\n(.*?)```", text, re.DOTALL):
        (shell.folder / "checklists" / name).write_text(body, encoding="utf-8")
    shell.fine("new", "Lake", "--checklist", "activity-centre", "--blank", "--today", TODAY)
    return shell


def path_of(shell: Shell) -> Path:
    """The audit's file."""
    (path,) = shell.folder.glob("providers/lake/audits/*.yaml")
    return path


def say(shell: Shell, section: str, word: str, *more: str) -> str:
    """Say something of a section."""
    return shell.fine("answer", "lake", section, word, *more, "--today", TODAY)


def leave_out(shell: Shell) -> str:
    """Leave the water out."""
    return say(shell, "B", "not-applicable", "--reason", CLOSED)


def test_a_block_for_each_section_from_the_start(lake: Shell) -> None:
    """Empty, with a blank line between, after the answers and before the decision."""
    text = path_of(lake).read_text(encoding="utf-8")

    assert "\nsections:\n\n  A: {}\n\n  B: {}\n\ndecision:\n" in text


def test_a_checklist_that_asks_nothing_of_sections_has_no_blocks(shell: Shell) -> None:
    """Other audits stay as they were."""
    assert "sections:" not in shell.begin().read_text(encoding="utf-8")


def test_left_out_shown_and_brought_back(lake: Shell) -> None:
    """One command each way; the gateway stays, and every view says what fell away."""
    before = path_of(lake).read_bytes()
    assert leave_out(lake) == "Saved: B, the whole section does not apply.\n"

    says = (
        f"Left out as a whole by AP lead, 24 November 2026: {CLOSED}."
        " 2 questions do not apply; 1 stays, for the advice or another question rests on what"
        " they ask."
    )
    scored = lake.fine("score", "lake", "--today", TODAY)
    report = lake.fine("report", "lake", "-f", "md", "-o", "-", "--today", TODAY)
    page = lake.fine("report", "lake", "-f", "html", "-o", "-", "--today", TODAY)
    document = json.decode(lake.fine("score", "lake", "--json", "--today", TODAY))
    seen = lake.fine("show", "lake", "--skipped", "--today", TODAY)

    assert f"On water: {says}" in scored
    assert "3 of 5 questions; 2 go with a section left out" in scored
    assert "B.a. Is a buoyancy aid worn by everyone afloat?" in scored
    assert f"- On water. {says}" in report
    assert says in page
    assert [one["left_out"] for one in document["audits"][0]["sections"]] == ["", says]
    assert "On water. Left out as a whole by AP lead" in seen
    assert f"The whole section does not apply: {CLOSED} (AP lead, 24" in " ".join(seen.split())

    assert say(lake, "B", "not-checked").startswith("Saved: B, nothing is said of it as a whole")
    assert path_of(lake).read_bytes() == before


def test_judged_beside_the_figures(lake: Shell) -> None:
    """The word, by whom and why, and what the figures alone would say."""
    say(lake, "A.a", "met")
    say(lake, "A.b", "not-met", "--note", "None could")
    assert say(lake, "A", "strong", "--note", "New and keen") == (
        "Saved: A, judged as a whole: Strong.\n"
    )

    made = "Judged as a whole by AP lead, 24 November 2026: Strong. New and keen."
    figures = "66.66 % with all that is not known counted as not met."
    scored = lake.fine("score", "lake", "--today", TODAY)
    seen = " ".join(lake.fine("show", "lake", "--today", TODAY).split())
    report = lake.fine("report", "lake", "-f", "md", "-o", "-", "--today", TODAY)
    document = json.decode(lake.fine("score", "lake", "--json", "--today", TODAY))

    differs = f"{made} The figures alone would say Sound: {figures}"
    assert f"Leaders: {differs}\n" in scored
    assert f"Leaders. {differs}" in seen
    assert f"- Leaders. {differs}\n" in report
    assert document["audits"][0]["sections"][0]["judged"] == differs

    say(lake, "A", "sound", "--note", "Well led")
    assert f"Well led. The figures say the same: {figures}" in (
        lake.fine("score", "lake", "--today", TODAY)
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("A", "not-applicable", "--reason", "x"), "The section 'A' always applies."),
        (("B", "not-applicable"), "'B' needs a reason to be left out."),
        (
            ("B", "not-applicable", "--reason", "too far"),
            "'too far' is no reason for which 'B' is left out.",
        ),
        (("A", "grand"), "'grand' is not said of the section 'A'."),
        (("A", "strong"), "A judgement of 'A' needs its reason."),
        (("A", "strong", "--note", "a\u202eb"), "The note has hidden characters in it"),
    ],
)
def test_what_cannot_be_said(lake: Shell, words: tuple[str, ...], says: str) -> None:
    """Nothing is written, and the message says what could be said instead."""
    before = lake.files()

    assert says in lake.refused(2, "answer", "lake", *words, "--today", TODAY)
    assert lake.files() == before


def test_a_rating_in_a_section_left_out(lake: Shell) -> None:
    """The two cannot stand beside each other, whichever comes first, in a command or in a file."""
    leave_out(lake)
    second = lake.refused(2, "answer", "lake", "B.b", "partly", "--note", "Old", "--today", TODAY)
    say(lake, "B", "not-checked")
    say(lake, "B.b", "partly", "--note", "Old")
    first = lake.refused(2, "answer", "lake", "B", "not-applicable", "--reason", CLOSED)
    path = path_of(lake)
    text = path.read_text(encoding="utf-8")
    out = f"  B:\n    not_applicable: {{reason: {CLOSED}, by: Head, date: 2026-11-24}}\n"
    path.write_text(text.replace("  B: {}\n", out), encoding="utf-8")

    assert "'B' does apply: 'B.b' in it was found partly met" in second
    assert "'B' does apply: 'B.b' in it was found partly met." in first
    assert "'B' does apply: 'B.b' in it was found partly met" in lake.refused(3, "score", "lake")


def test_two_people_and_two_sections(lake: Shell) -> None:
    """What each says of another section merges with plain git."""
    path = path_of(lake)
    base = path.read_bytes()
    leave_out(lake)
    ours = path.read_bytes()
    path.write_bytes(base)
    say(lake, "A", "sound", "--note", "Well led")
    theirs = path.read_bytes()
    for name, content in (("ours", ours), ("base", base), ("theirs", theirs)):
        (lake.folder / name).write_bytes(content)

    done = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"],
        cwd=lake.folder,
        capture_output=True,
        check=True,
    )
    path.write_bytes(done.stdout)
    scored = lake.fine("score", "lake", "--today", TODAY)

    assert "On water: Left out as a whole" in scored
    assert "Leaders: Judged as a whole" in scored


def test_two_audits_that_say_different_things_of_a_section(lake: Shell) -> None:
    """They are not merged until both say the same: nothing is lost, and nothing contradicts."""
    path = path_of(lake)
    first, second = path.name, path.with_name("2026-11-24-2.activity-centre.yaml")
    second.write_bytes(path.read_bytes())
    leave_out_in = ("answer", second.name, "B", "not-applicable", "--reason", CLOSED)
    lake.fine(*leave_out_in, "--today", TODAY)

    said = lake.refused(2, "merge", first, second.name)

    assert "The two audits do not say the same of whole sections: B." in said
    lake.fine("answer", second.name, "B", "not-checked", "--today", TODAY)
    lake.fine("merge", first, second.name)
    lake.fine("answer", second.name, "A", "sound", "--note", "Well led", "--today", TODAY)
    assert "whole sections: A." in lake.refused(2, "merge", first, second.name)
    assert "nothing" in lake.fine("merge", second.name, first)
