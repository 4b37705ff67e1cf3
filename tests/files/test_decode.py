"""From a tree to a typed value: what fits, and what is said where it does not."""

from datetime import date

import pytest

from ap_audit.files.decode import decode
from ap_audit.files.events import LOADER
from ap_audit.files.lines import MOST_PROBLEMS, Lines
from ap_audit.model.audit import Audit
from ap_audit.model.checklist import Checklist
from ap_audit.model.placement import Placement
from ap_audit.model.provider import Provider
from ap_audit.model.words import CriterionClass, Rating, Stage
from tests.files.reading import problems_of, read, tree_of

PROVIDER = "format: ap-audit/provider@1\nname: Acme\n"
CHECKLIST = """\
format: ap-audit/checklist@1
id: own
version: 1.10
title: Ours
subject: provider
published: 2026-11-23
sections:
  - id: all
    title: All
    floor: 60
    criteria:
      - id: a
        ask: Is it?
        class: gateway
        hard: true
        not_applicable: [no staff]
        stage: [desk, yearly]
        when: {b: met}
        ratings: {met: Yes., not-met: no}
verdicts: {}
"""


def test_every_type() -> None:
    """Text, words, numbers, dates, truth, lists and conditions become what the model says."""
    found = read(CHECKLIST, Checklist)
    (criterion,) = found.criteria()

    assert found.version == "1.10"
    assert found.published == date(2026, 11, 23)
    assert found.sections[0].floor == 60
    assert criterion.class_ is CriterionClass.GATEWAY
    assert criterion.hard is True
    assert criterion.not_applicable == ("no staff",)
    assert criterion.stage == (Stage.DESK, Stage.YEARLY)
    assert criterion.ratings == {Rating.MET: "Yes.", Rating.NOT_MET: "no"}
    assert criterion.when is not None


def checklist(old: str, new: str) -> list[str]:
    """What is wrong with the checklist once a part of it is another."""
    assert old in CHECKLIST
    return problems_of(CHECKLIST.replace(old, new), Checklist)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("floor: 60", "floor: 101", "10:12 101 does not fit here (expected: a whole number from 0 to 100)"),
        ("floor: 60", "floor: 6.5", "10:12 '6.5' is not a whole number (expected: a whole number from 0 to 100)"),
        ("floor: 60", "floor: ٦", "10:12 '٦' is not a whole number (expected: a whole number from 0 to 100)"),
        ("hard: true", "hard: yes", "15:15 'yes' is not one of the words used here (use one of: true, false)"),
        ("class: gateway", "class: Gateway", "14:16 'Gateway' is not one of the words used here (did you mean 'gateway'?)"),
        ("[no staff]", "sometimes", "16:25 'sometimes' is not one of the words used here (use one of: never, with-reason)"),
        ("[no staff]", "[]", None),
        ("[desk, yearly]", "desk", "17:16 a list is needed here (start each entry with '- ', or: [one, two])"),
        ("2026-11-23", "2026-02-30", "6:12 there is no date 2026-02-30 (write year, month, day: 2026-11-23)"),
        ("2026-11-23", "23 November", "6:12 '23 November' is not a date (write it like this: 2026-11-23)"),
        ("{b: met}", "[b]", "18:15 is not a condition (write {criterion-id: {name: test}}, or all:, any:, not:)"),
        ("{met: Yes.", "{mett: Yes.", "19:19 'mett' is not one of the words used here (did you mean 'met'?)"),
        ("title: Ours", "title: ''", "4:8 this text is empty (write something, or delete the line)"),
        ("title: Ours", "title:", "4:7 nothing is written here (write a value, or delete the line)"),
        ("title: Ours", 'title: "a\\nb"', "4:8 this text must be one line (join its lines, or use a note for it)"),
        ("title: Ours", "title: " + "x" * 301, "4:8 this text has 301 characters; at most 300 fit here (shorten it; a longer text can stand in a note)"),
        ("title: Ours", "title: {a: b}", "4:8 one piece of text is needed here, not a list or keys (put text that starts with [ or { in quotes)"),
        ("id: own", "id: our own", "2:5 'our own' does not fit here (expected: letters, digits, hyphens and full stops)"),
        ("        ask: Is it?\n", "", "12:9 'ask' is missing (add a line 'ask: ' with its value)"),
        ("        ask: Is it?\n", "        Ask: Is it?\n        ask: b\n", "13:9 'Ask' is not known here (did you mean 'ask'?)"),
        ("verdicts: {}\n", "", "0:0 'verdicts' is missing (add a line 'verdicts: ' with its value)"),
        ("verdicts: {}", "verdicts: []", "20:11 keys and values are needed here (write 'key: value' on lines of their own, indented)"),
    ],
)  # fmt: skip
def test_what_does_not_fit(old: str, new: str, expected: str | None) -> None:
    """What does not fit is said at its place, with what would."""
    assert checklist(old, new) == ([] if expected is None else [expected])


def test_no_value_without_a_sound_file() -> None:
    """One problem anywhere, and there is no value at all."""
    tree, _ = tree_of(PROVIDER + "sites:\n  a: {address: x}\n  B: {address: y}\n", LOADER)
    assert tree is not None

    value, problems = decode(tree, Provider, Lines("x.yaml", ""))

    assert value is None
    assert len(problems) == 1


def test_a_hundred_problems_end_the_list() -> None:
    """A file full of unknown keys is not searched to its end for better words."""
    text = PROVIDER + "".join(f"key-{number}: x\n" for number in range(5000))

    found = problems_of(text, Provider)

    assert len(found) == MOST_PROBLEMS + 1
    assert "0:0 has more than 100 problems; the rest are not listed" in "\n".join(found)


def test_words_of_a_choice_of_texts() -> None:
    """A word that may be left out is still one of its words where it stands."""
    text = "format: ap-audit/placement@1\nlooked_after: no\n"

    assert problems_of(text, Placement) == [
        "2:15 'no' is not one of the words used here (use one of: applies, does-not-apply)"
    ]


def test_all_that_is_missing() -> None:
    """Every key that a file lacks is named."""
    found = problems_of("format: ap-audit/audit@1\n", Audit)

    names = [problem.split("'")[1] for problem in found]
    assert names == [
        "subject", "checklist", "digest", "depth", "date", "auditor", "answers", "decision",
    ]  # fmt: skip
