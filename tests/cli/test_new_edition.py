"""The way to `ap-provider@2026.2`, the draft for the autumn, in the example workspace."""

import pytest

from ap_audit.files.builtin import checklists_folder
from ap_audit.files.document import read_document
from ap_audit.files.library import Library
from ap_audit.model.audit import Audit
from ap_audit.model.words import Rating
from ap_audit.rules.migrate import Fate, plan
from tests.cli.copies import made_once
from tests.cli.running import Shell

TODAY = ("--today", "2026-11-26")
HILLSIDE = "hillside-skills-centre"
TO = ("--to", "ap-provider@2026.2")
LIBRARY = Library(shipped=checklists_folder())


@pytest.fixture
@made_once
def moved(example: Shell) -> Shell:
    """The example workspace, with Hillside's audit moved to the draft."""
    example.fine("migrate", HILLSIDE, *TO, "--write", *TODAY)
    return example


def newest(shell: Shell) -> Audit:
    """Hillside's newest audit."""
    path = max(shell.folder.glob(f"providers/{HILLSIDE}/audits/*.yaml"))
    return read_document(path, Audit).value


def test_what_becomes_of_each_question() -> None:
    """Two are asked otherwise, one is two, one is new; every other is word for word the same."""
    editions = [LIBRARY.edition(f"ap-provider@2026.{n}").checklist for n in (1, 2)]

    found = plan(editions)

    told = {fate: [(step.old, step.new) for step in found.of(fate)] for fate in Fate}
    same = told.pop(Fate.SAME)
    assert told == {
        Fate.UNDECLARED: [],
        Fate.REWORDED: [
            (("saf-policy-current",), ("saf-policy-current",)),
            (("saf-online-safety",), ("saf-online-tools",)),
        ],
        Fate.SPLIT: [(("data-cctv-photos",), ("data-images", "data-ai-tools"))],
        Fate.MERGED: [],
        Fate.RETIRED: [],
        Fate.NEW: [((), ("saf-allergy-policy",))],
    }
    assert len(same) == len(editions[0].by_id()) - 3


def test_a_draft_is_used_by_its_reference_alone(example: Shell) -> None:
    """It is listed as one, said to be one, and chosen for nobody."""
    assert "ap-provider@2026.2  Alternative provision provider audit  (108 criteria, a draft)" in (
        example.fine("checklist", "list")
    )
    shown = example.fine("checklist", "show", "ap-provider@2026.2")
    assert "A draft of 26 November 2026, which may still change." in shown
    assert "There is a draft: --to ap-provider@2026.2" in example.refused(2, "migrate", HILLSIDE)
    example.fine("new", "Riverside", "--blank", *TODAY)
    (path,) = example.folder.glob("providers/riverside/audits/*.yaml")
    assert read_document(path, Audit).value.checklist == "ap-provider@2026.1"


def test_nothing_unread_is_stated_as_read() -> None:
    """What rests on the 2026 guidance says each time that its final text has not been read."""
    checklist = LIBRARY.edition("ap-provider@2026.2").checklist
    of_criteria = [one for criterion in checklist.criteria() for one in criterion.sources]
    of_rules = [one for rule in checklist.rules.values() for one in rule.sources]
    cited = [one for one in (*of_criteria, *of_rules) if one.source.startswith("KCSIE")]

    assert {one.source for one in cited} == {"KCSIE26"}
    assert all("unverified, final text not read" in (one.note or "") for one in cited)


def test_from_the_plan_to_the_score(moved: Shell) -> None:
    """Answers go over with their dates; how gateways were shown is asked again, and says so."""
    audit = newest(moved)

    assert (audit.checklist, audit.follows) == ("ap-provider@2026.2", "2026-11-09.ap-provider")
    assert {audit.answers[name].rating for name in ("saf-policy-current", "saf-online-tools")} == {
        Rating.NOT_CHECKED
    }
    assert audit.answers["saf-staff-training"].date is not None
    assert moved.fine("check") == ""
    assert "Not yet shown to be suitable" in moved.fine("score", HILLSIDE, *TODAY)
    told = moved.fine("diff", HILLSIDE, *TODAY)
    assert "Reworded, so not compared (1)\n  saf-policy-current" in told
    assert "no longer in date" not in told
    assert "Open before, not shown again (27)" in told


def test_a_report_says_that_it_is_a_draft(moved: Shell) -> None:
    """On page 1, where governors look."""
    page = moved.fine("report", HILLSIDE, "-f", "md", "-o", "-", *TODAY)

    assert "2026.2 is a draft: its questions may still change." in page
    assert "Of 110 questions: 27 not shown again." in page


def test_last_time_is_beside_what_was_reworded(moved: Shell) -> None:
    """The older answer is shown with the question, and not taken over."""
    asked = moved.run("resume", HILLSIDE, "--from", "saf-policy-current", *TODAY, typed="q\n")

    assert "Last time:  met, 9 November 2026." in asked.output
