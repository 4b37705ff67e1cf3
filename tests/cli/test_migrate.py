"""An audit moved from one edition of a school's own checklist to the next."""

from pathlib import Path

import pytest

from ap_audit.files.document import read_document
from ap_audit.model.audit import Audit
from ap_audit.model.words import Rating, Seen
from tests.cli.copies import made_once
from tests.cli.running import Shell

FORM = """\
format: ap-audit/checklist@1
id: visit
version: "{version}"
title: Our visit
subject: provider
published: 2026-11-23
{more}sections:
  - id: first
    title: First
    criteria:
{criteria}verdicts:
  stop: {{title: Not as it should be, says: Something that must be met is not.}}
  not-shown: {{title: Not yet shown, says: Something that must be met is not shown.}}
  conditions: {{title: With conditions, says: Something is left to do.}}
  clear: {{title: In order, says: What was asked has been shown.}}
"""
CRITERION = """\
      - id: {name}
        ask: {ask}
        class: {kind}
        why: It matters.
        ratings: {{met: It is., partly: In part., not-met: It is not.}}
"""
CHANGES = """\
changes:
  reworded: {became: [reworded], meaning: wider, why: It covers vans too.}
  gone: {became: [], why: Nobody needs it.}
"""


def write(folder: Path, version: str, *criteria: tuple[str, str, str], more: str = "") -> Path:
    """An edition in the workspace's own folder."""
    text = "".join(CRITERION.format(name=name, ask=ask, kind=kind) for name, kind, ask in criteria)
    path = folder / "checklists" / f"visit@{version}.yaml"
    path.parent.mkdir(exist_ok=True)
    text = FORM.format(version=version, criteria=text, more=more)
    path.write_text(text, encoding="utf-8")
    return path


GATE = ("gate", "gateway", "Is it shown?")
SAME = ("same", "standard", "Is it the same?")
OLD = (GATE, SAME, ("reworded", "key", "Is the bus safe?"), ("gone", "standard", "Is it gone?"))
NEW = (GATE, SAME, ("reworded", "key", "Are buses safe?"), ("new", "standard", "Is it new?"))


@pytest.fixture
@made_once
def school(shell: Shell) -> Shell:
    """An audit on the first edition, each question of it answered."""
    shell.fine("init", "--no-input")
    write(shell.folder, "1", *OLD)
    shell.fine(*("new", "Hillside", "--checklist", "visit", "--blank", "--today", "2026-11-20"))
    for name, rating in (("same", "met"), ("reworded", "met"), ("gone", "met")):
        shell.fine(*("answer", "hillside", name, rating, "--today", "2026-11-20"))
    shell.fine(
        *("answer", "hillside", "gate", "met", "--seen", "copy", "--what", "a letter"),
        *("--dated", "2026-11-01", "--today", "2026-11-20"),
    )
    return shell


def test_a_plan_and_what_it_does(school: Shell) -> None:
    """The plan is shown first; then a new audit follows the old, with what may be carried over."""
    write(school.folder, "2", *NEW, more=CHANGES)
    before = school.files()

    shown = school.run("migrate", "hillside")

    assert shown.exit_code == 0
    assert shown.stdout == (
        "hillside, 20 November 2026: visit@1 → visit@2\n"
        "Questions: 1 reworded, 1 no longer asked, 1 new and 2 the same.\n"
        "\n"
        "Reworded: to be confirmed, with last time's answer beside it (1)\n"
        "  reworded\n"
        "    It covers vans too.\n"
        "    last time: met\n"
        "\n"
        "No longer asked: the answers stay in the older audit (1)\n"
        "  gone\n"
        "    Nobody needs it.\n"
        "    last time: met\n"
        "\n"
        "New questions (1)\n"
        "  new\n"
        "    Is it new?\n"
        "\n"
        "2 answers carried over, with their dates and who gave them.\n"
        "Of 1 gateway among them, how each was shown is asked again.\n"
        "The decision, signatures and exceptions stay with the older audit, which is not touched.\n"
    )
    assert shown.stderr == "Nothing was written. To do it: ap-audit migrate hillside --write\n"
    assert school.files() == before

    school.fine("migrate", "hillside", "--write", "--today", "2026-11-25")

    after = school.files()
    assert {name: after[name] for name in before} == before
    path = school.folder / "providers/hillside/audits/2026-11-25.visit.yaml"
    audit = read_document(path, Audit).value
    assert (audit.checklist, audit.follows) == ("visit@2", "2026-11-20.visit")
    assert {name: answer.rating for name, answer in audit.answers.items()} == {
        "gate": Rating.MET,
        "same": Rating.MET,
        "reworded": Rating.NOT_CHECKED,
        "new": Rating.NOT_CHECKED,
    }
    assert audit.answers["gate"].evidence == {}
    school.fine("check")
    assert "Not yet shown" in school.fine("score", "hillside", "--today", "2026-11-25")
    shown = school.run("resume", "hillside", "--today", "2026-11-25", typed="q\n")
    assert "Last time" in shown.output


def test_not_twice(school: Shell) -> None:
    """An audit is moved to an edition once."""
    write(school.folder, "2", *NEW, more=CHANGES)
    old = "2026-11-20.visit"
    school.fine("migrate", old, "--write", "--today", "2026-11-25")

    refused = school.refused(2, "migrate", old, "--write", "--today", "2026-11-25")

    assert "follows this audit on visit@2 already." in refused


def test_what_is_not_declared_stops(school: Shell) -> None:
    """Another question under the same id is not answered by the old one, whatever it is called."""
    write(school.folder, "2", *NEW)
    before = school.files()

    shown = school.run("migrate", "hillside", "--write", "--today", "2026-11-25")

    assert shown.exit_code == 4
    assert "Not declared: compare the texts yourself (2)" in shown.stdout
    assert "was asked as “Is the bus safe?”, and is now “Are buses safe?”" in " ".join(
        shown.stdout.split()
    )
    assert "Of 2 questions it is not known what became" in shown.stderr
    assert school.files() == before
    school.fine("migrate", "hillside", "--write", "--ask-again", "--today", "2026-11-25")
    path = school.folder / "providers/hillside/audits/2026-11-25.visit.yaml"
    answers = read_document(path, Audit).value.answers
    assert answers["reworded"].rating is Rating.NOT_CHECKED


def test_a_draft_is_never_chosen_for_anyone(school: Shell) -> None:
    """An edition marked as a draft is used where it is named, and nowhere else."""
    draft = "status: draft\n"
    write(school.folder, "2", *NEW, more=draft + CHANGES)

    said = school.refused(2, "migrate", "hillside")

    assert "visit@1 is the newest published edition here. There is a draft: --to visit@2" in said
    assert "visit@2 is a draft" in school.fine("migrate", "hillside", "--to", "visit@2")
    other = ("--checklist", "visit", "--blank", "--today", "2026-11-25")
    school.fine("new", "Lantern", *other)
    (path,) = school.folder.glob("providers/lantern/audits/*.yaml")
    assert read_document(path, Audit).value.checklist == "visit@1"


def test_publishing_a_draft_changes_no_audit(school: Shell) -> None:
    """An audit begun on a draft is judged on, once the draft is published as it is."""
    path = write(school.folder, "2", *NEW, more="status: draft\n" + CHANGES)
    school.fine("migrate", "hillside", "--to", "visit@2", "--write", "--today", "2026-11-25")

    path.write_text(path.read_text(encoding="utf-8").replace("status: draft\n", ""), "utf-8")

    school.fine("score", "hillside", "--today", "2026-11-25")


@pytest.mark.parametrize("to", ["visit@9", "ap-provider@2026.1"])
def test_no_later_edition(school: Shell, to: str) -> None:
    """Only a later edition of the same checklist can be moved to."""
    assert "is not a later edition of visit@1." in school.refused(
        2, "migrate", "hillside", "--to", to
    )


def test_its_own_edition(school: Shell) -> None:
    """Where an audit is already, it cannot be moved to."""
    said = school.refused(2, "migrate", "hillside", "--to", "visit@1")

    assert said == "This audit is on visit@1 already.\n"


def test_the_newest_edition_already(school: Shell) -> None:
    """There is nothing to do, and that is said."""
    said = school.refused(2, "migrate", "hillside")

    assert "visit@1 is the newest published edition here." in said


def test_a_checklist_that_was_changed_under_an_audit(school: Shell) -> None:
    """No answer is trusted; each is asked again, with last time's beside it, in a new audit."""
    write(school.folder, "1", *OLD[:2], *NEW[2:])
    before = school.files()

    said = school.refused(3, "score", "hillside")
    assert "see what would become of the answers: ap-audit migrate hillside" in said
    shown = school.run("migrate", "hillside")

    assert shown.exit_code == 0
    said = " ".join(shown.stdout.split())
    assert said.startswith(
        "hillside, 20 November 2026: visit@1 as it was → visit@1 visit@1 has changed"
    )
    assert "So no answer can be carried over: each question is asked again" in said
    assert "4 answers to be given again. 4 questions now. No longer asked: gone. New: new." in said
    assert "To do it: ap-audit migrate hillside --ask-again --write\n" in shown.stderr
    school.refused(4, "migrate", "hillside", "--write", "--today", "2026-11-25")
    assert school.files() == before

    again = ("--write", "--ask-again", "--today", "2026-11-25")
    school.fine("migrate", "hillside", *again)

    path = school.folder / "providers/hillside/audits/2026-11-25.visit.yaml"
    audit = read_document(path, Audit).value
    assert {answer.rating for answer in audit.answers.values()} == {Rating.NOT_CHECKED}
    assert "Not yet shown" in school.fine("score", "hillside", "--today", "2026-11-25")


def test_changed_and_moved_at_once(school: Shell) -> None:
    """To a later edition too: what the answers meant is not known there either."""
    write(school.folder, "1", *OLD[:2], *NEW[2:])
    write(school.folder, "2", *NEW, more=CHANGES)

    shown = school.fine("migrate", "hillside", "--to", "visit@2")

    assert "visit@1 as it was → visit@2" in shown


def test_check_refuses_what_is_not_declared(school: Shell) -> None:
    """An edition that changes a question in silence is not sound."""
    path = write(school.folder, "2", *NEW)

    result = school.run("checklist", "check", str(path))

    assert result.exit_code == 3
    assert "'reworded' was asked as" in result.output
    assert "does not say what became of 'gone' of visit@1" in result.output
    write(school.folder, "2", *NEW, more=CHANGES)
    school.fine("checklist", "check", str(path))


def test_two_editions_side_by_side(school: Shell) -> None:
    """Authors see what is different; a first block of changes: is drafted for them."""
    write(school.folder, "2", *NEW)

    shown = school.fine("checklist", "diff", "visit@1", "visit@2")
    drafted = school.fine("checklist", "diff", "visit@1", "visit@2", "--draft")

    assert shown == (
        "visit@1 → visit@2\n"
        "  reworded\n"
        "    was asked as “Is the bus safe?”, and is now “Are buses safe?”\n"
        "  new\n"
        "    new: Is it new?\n"
        "  gone\n"
        "    gone, and the edition does not say what became of it\n"
        "2 questions are the same.\n"
    )
    assert drafted.startswith("changes:\n  reworded:\n    became:\n      - reworded\n")
    path = write(school.folder, "2", *NEW, more=drafted)
    refused = school.run("checklist", "check", str(path))
    assert refused.exit_code == 3
    assert "is still the words of the draft" in refused.stdout
    path = write(school.folder, "2", *NEW, more=drafted.replace("Say in a sentence why.", "So."))
    school.fine("checklist", "check", str(path))


def test_evidence_of_a_question_that_is_no_gateway(school: Shell) -> None:
    """It stands in the new audit with its own dates."""
    school.fine(
        *("answer", "hillside", "same", "met", "--seen", "copy", "--what", "a plan"),
        *("--today", "2026-11-21"),
    )
    write(school.folder, "2", *NEW, more=CHANGES)

    school.fine("migrate", "hillside", "--write", "--today", "2026-11-25")

    path = school.folder / "providers/hillside/audits/2026-11-25.visit.yaml"
    (piece,) = read_document(path, Audit).value.answers["same"].evidence.values()
    assert (piece.what, piece.seen) == ("a plan", Seen.COPY)
