"""Old files are read for ever, and moved to a newer format by a plan that a person sees first.

No format has a second version yet. So the way is proven with one that is older than the first and
made up here: its audits called a rating a mark, and kept the auditor's name and role apart.
"""

import json
from pathlib import Path

import pytest

from ap_audit.cli.formatting import to_newest_format
from ap_audit.errors import InvalidFile, Refused
from ap_audit.files.data import data_of
from ap_audit.files.document import format_hint, read_document
from ap_audit.files.formats import (
    STEPS,
    FormatPlan,
    Step,
    carry_out_format,
    format_plan,
    steps_from,
)
from ap_audit.files.kinds import KINDS
from ap_audit.model.audit import Audit
from ap_audit.model.condition import Data

KEPT = Path(__file__).parents[1] / "data" / "formats"
FILES = sorted(KEPT.glob("*/*.yaml"))
OLDEST = """\
# ours
format: ap-audit/audit@-1
subject: provider
provider: hillside
checklist: visit@1
digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
depth: core
date: 2026-11-23
auditor_name: AP lead   # since September

answers:

  premises-locks:
    # ask again in spring
    mark: met      # seen
    date: 2026-11-23
    note: |
      Seen # in every room.

  premises-open:
    mark: not-checked
decision: {state: open}
"""
MOVED = (
    OLDEST.replace("audit@-1", "audit@1")
    .replace("auditor_name:", "auditor:")
    .replace("mark:", "rating:")
)


def _rating(data: dict[str, Data]) -> dict[str, Data]:
    answers = data["answers"]
    assert isinstance(answers, dict)
    made: dict[str, Data] = {}
    for name, answer in answers.items():
        assert isinstance(answer, dict)
        made[name] = {"rating" if key == "mark" else key: child for key, child in answer.items()}
    return {**data, "answers": made}


def _auditor(data: dict[str, Data]) -> dict[str, Data]:
    return {"auditor" if key == "auditor_name" else key: child for key, child in data.items()}


MADE_UP = (
    Step(
        older="ap-audit/audit@-1",
        newer="ap-audit/audit@0",
        says="What was called a mark is called a rating.",
        change=_rating,
    ),
    Step(
        older="ap-audit/audit@0",
        newer="ap-audit/audit@1",
        says="The auditor's role stands under auditor.",
        change=_auditor,
    ),
)


def plan_of(path: Path) -> FormatPlan:
    """The plan for a file, by the made-up steps."""
    plan = format_plan(path, Audit, path.name, MADE_UP)
    assert plan is not None
    return plan


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An audit in the oldest format."""
    path = tmp_path / "old.yaml"
    path.write_text(OLDEST, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.name}/{path.stem}" for path in FILES])
def test_files_of_every_version_are_read_for_ever(path: Path) -> None:
    """As they are or moved on, and they say what they said."""
    assert steps_from(path.read_bytes()) == (), "move it, then compare"
    said = data_of(read_document(path, KINDS[path.stem]).value)

    assert said == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def test_every_kind_is_kept() -> None:
    """A new kind of file adds one of its own here, once its format is settled."""
    assert {path.stem for path in KEPT.glob("1/*.yaml")} == set(KINDS)


def test_no_step_leads_nowhere() -> None:
    """The steps of a kind follow one another up to today's format."""
    today = {kind.__annotations__["format"].__args__[0] for kind in KINDS.values()}
    assert {step.newer for step in STEPS} <= today | {step.older for step in STEPS}


def test_a_plan(old: Path) -> None:
    """Both steps in order, and just the lines that change."""
    plan = plan_of(old)

    assert [step.newer for step in plan.steps] == ["ap-audit/audit@0", "ap-audit/audit@1"]
    assert [line for line in plan.lines() if line.startswith("+")][1:] == [
        "+format: ap-audit/audit@1",
        "+auditor: AP lead   # since September",
        "+    rating: met      # seen",
        "+    rating: not-checked",
    ]
    assert old.read_text(encoding="utf-8") == OLDEST


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "mark"])
def test_carried_out(old: Path, end: str, mark: str) -> None:
    """Comments, line ends and the mark of Windows stay; the file is one of today's."""
    old.write_bytes((mark + OLDEST.replace("\n", end)).encode())

    carry_out_format(plan_of(old))

    assert old.read_bytes() == (mark + MOVED.replace("\n", end)).encode()
    assert read_document(old, Audit).value.auditor == "AP lead"
    assert format_plan(old, Audit, old.name, MADE_UP) is None


def test_changed_meanwhile(old: Path) -> None:
    """What a person did not see is not written over."""
    plan = plan_of(old)
    old.write_text(OLDEST.replace("seen", "looked at"), encoding="utf-8")

    with pytest.raises(Refused, match="was changed since the plan was made"):
        carry_out_format(plan)
    assert "looked at" in old.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("mark: met", "mark: mett", "'mett' is not one of the words used here"),
        ("mark: met", 'mark: "met', "a quotation mark is opened here"),
        ("depth: core\n", "", "'depth' is missing"),
        ("seen", "gesehen \xfc", "is not saved as UTF-8"),
    ],
)
def test_a_file_that_is_wrong(old: Path, before: str, after: str, told: str) -> None:
    """It is said what is wrong and where, and nothing is planned."""
    old.write_text(OLDEST.replace(before, after), encoding="latin-1")

    with pytest.raises(InvalidFile) as error:
        format_plan(old, Audit, old.name, MADE_UP)

    assert any(told in problem.what for problem in error.value.problems)


def test_what_cannot_be_moved_without_harm(old: Path) -> None:
    """A file that stands between { } has no lines of its own; it is said to be in the way."""
    old.write_text("{answers: {},\nformat: ap-audit/audit@-1\n}\n", encoding="utf-8")

    with pytest.raises(InvalidFile) as error:
        format_plan(old, Audit, old.name, MADE_UP)

    assert "without disturbing what else is in it" in error.value.problems[0].what


def test_on_the_command_line(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same view as of a move to another edition: first shown, then done."""
    assert to_newest_format(old, "old.yaml", write=False, steps=MADE_UP)

    shown = capsys.readouterr()
    assert shown.out.startswith(
        "old.yaml: ap-audit/audit@-1 → ap-audit/audit@1\n"
        "  What was called a mark is called a rating.\n"
        "  The auditor's role stands under auditor.\n"
        "@@ -2 +2 @@\n"
        "-format: ap-audit/audit@-1\n"
        "+format: ap-audit/audit@1\n"
    )
    assert shown.err == "Nothing was written. To do it: ap-audit migrate old.yaml --write\n"
    assert to_newest_format(old, "old.yaml", write=True, steps=MADE_UP)
    assert capsys.readouterr().err == "Moved old.yaml to ap-audit/audit@1.\n"
    assert not to_newest_format(old, "old.yaml", write=True, steps=MADE_UP)


@pytest.mark.parametrize(
    ("found", "hint"),
    [
        ("ap-audit/audit@4", "this file needs a newer ap-audit"),
        (
            "ap-audit/audit@2",
            "it is in an older format; to see what moving it would change: ap-audit migrate a.yaml",
        ),
        ("ap-audit/audit@0", "write ap-audit/audit@3"),
        ("ap-audit/audit@new", "write ap-audit/audit@3"),
        ("ap-audit/provider@3", "a file of format ap-audit/audit@3 is expected here"),
    ],
)
def test_what_to_do_about_another_format(found: str, hint: str) -> None:
    """Older, newer, another kind, or none that ever was."""
    assert format_hint(found, "ap-audit/audit@3", "a.yaml") == hint
