from datetime import date, timedelta
from pathlib import Path

import pytest

from ap_audit.cli.opening import OpenAudit, open_file
from ap_audit.files.workspace import find_workspace
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating, Seen
from ap_audit.rules.assessment import Gate
from tests.cli.running import Shell

TODAY = date(2026, 11, 24)
VERDICTS = {
    "brightwater-academy/2025-11-20": "clear",
    "brightwater-academy/2026-11-16": "clear",
    "hillside-skills-centre/2024-11-18": "stop",
    "hillside-skills-centre/2025-11-17": "stop",
    "hillside-skills-centre/2026-11-09": "conditions",
    "lantern-online-tutors/2026-11-23": "not-shown",
    "meadow-lane-farm-project/2025-11-10": "conditions",
    "meadow-lane-farm-project/2026-11-02": "stop",
}


@pytest.fixture(scope="module")
def audits(example_school: Path) -> dict[str, OpenAudit]:
    """Every audit of the example, by provider and day."""
    workspace = find_workspace(example_school)
    assert workspace is not None
    opened = [open_file(workspace, path) for path in workspace.audits()]
    return {f"{found.audit.provider}/{found.audit.date}": found for found in opened}


def test_init_makes_a_workspace_with_nothing_wrong(shell: Shell, example_school: Path) -> None:
    """`check` finds nothing in the example; it is the same wherever and whenever it is made."""
    said = shell.fine("init", "--example", "--no-input")
    made = shell.files()

    checked = shell.run("check")
    assert "The school and the providers in it are made up." in said
    assert (checked.exit_code, checked.stdout) == (0, "")
    assert checked.stderr == "21 files checked: 0 problems.\n"
    assert len(made) == 22
    assert made == Shell(example_school).files()


def test_verdicts(audits: dict[str, OpenAudit]) -> None:
    """The story that the example tells; what was decided last year is judged as at that day."""
    assert {name: found.assessed(TODAY).verdict.rung for name, found in audits.items()} == VERDICTS


def test_advice_that_the_signers_saw(audits: dict[str, OpenAudit]) -> None:
    """The advice in each decision is the one that the audit gives as at its day."""
    signed = [found for found in audits.values() if found.audit.decision.state == "signed"]

    assert len(signed) == 4
    for found in signed:
        assert found.audit.decision.advice_shown == found.assessed(TODAY).verdict.title


def test_steady_for_a_while(audits: dict[str, OpenAudit]) -> None:
    """Brightwater stays suitable until Christmas, so the first weeks show it as it is meant."""
    brightwater = audits["brightwater-academy/2026-11-16"]

    for days in range(31):
        assert brightwater.assessed(TODAY + timedelta(days)).verdict.rung == "clear"


def test_told_and_second_hand_open_no_gateway(audits: dict[str, OpenAudit]) -> None:
    """Meadow Lane's forest-school leader: met, they say, and still not shown."""
    assessed = audits["meadow-lane-farm-project/2026-11-02"].assessed(TODAY)
    leader = assessed.outcome(CriterionId("saf-subcontracted"))
    insurance = assessed.outcome(CriterionId("hs-insurance-public"))

    assert leader.recorded is Rating.MET
    assert [piece.evidence.seen for piece in leader.evidence] == [Seen.SECOND_HAND]
    assert leader.gate is Gate.NOT_SHOWN
    assert insurance.gate is Gate.FAILED


def test_actions(audits: dict[str, OpenAudit]) -> None:
    """Some are late at Meadow Lane, none at Hillside, and some are done."""
    meadow = audits["meadow-lane-farm-project/2026-11-02"]
    hillside = audits["hillside-skills-centre/2026-11-09"]

    assert [found.overdue for found in meadow.assessed(TODAY).actions].count(True) == 5
    assert [found.overdue for found in hillside.assessed(TODAY).actions] == [False, False]
    insurance = meadow.audit.answers["hs-insurance-public"]
    assert [key for key, action in insurance.actions.items() if not action.done] == ["certificate"]


def test_something_to_go_on_with(audits: dict[str, OpenAudit]) -> None:
    """Lantern has about a third answered, and is the only audit with questions left."""
    unfinished = {name for name, found in audits.items() if found.unfinished(TODAY)}
    lantern = audits["lantern-online-tutors/2026-11-23"].assessed(TODAY)

    assert unfinished == {"lantern-online-tutors/2026-11-23"}
    assert 0.3 < 1 - len(lantern.unanswered()) / sum(1 for _ in lantern.judged()) < 0.4


def test_dates_do_not_run_ahead(audits: dict[str, OpenAudit]) -> None:
    """Nothing was answered or seen after the day of the story, or before its audit began."""
    for found in audits.values():
        last = found.audit.decision.as_at or TODAY
        for answer in found.audit.answers.values():
            assert answer.date is None or found.audit.date <= answer.date <= last
            for piece in answer.evidence.values():
                assert piece.date is None or (answer.date and piece.date <= answer.date)


def test_second_year_follows_the_first(audits: dict[str, OpenAudit]) -> None:
    """The audit of 2026 names the one it renews."""
    assert audits["hillside-skills-centre/2026-11-09"].audit.follows == "2025-11-17.ap-provider"
    assert audits["hillside-skills-centre/2024-11-18"].audit.follows is None


def test_settings(example_school: Path) -> None:
    """The settings name the role that answers."""
    workspace = find_workspace(example_school)
    assert workspace is not None
    assert workspace.settings().value.auditor == "AP lead"
    assert workspace.providers() == (
        "brightwater-academy",
        "hillside-skills-centre",
        "lantern-online-tutors",
        "meadow-lane-farm-project",
    )
