"""An audit that is only begun hides nothing of the one before it, and is not taken for it."""

import csv
import json
import shutil
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Shell

ON = ("--today", "2026-11-26")
BEFORE = ("--today", "2026-11-25")
FARM, ACADEMY = "meadow-lane-farm-project", "brightwater-academy"


@pytest.fixture(scope="session")
def renewed_school(example_school: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, with two renewals begun and nothing answered: one after the worst advice."""
    folder = tmp_path_factory.mktemp("renewed")
    shutil.copytree(example_school, folder, dirs_exist_ok=True)
    for slug in ("lantern-online-tutors", "hillside-skills-centre"):
        shutil.rmtree(folder / "providers" / slug)
    for slug in (FARM, ACADEMY):
        renew(Shell(folder), slug)
    return folder


def renew(shell: Shell, slug: str) -> None:
    """Begin another audit, and answer nothing."""
    words = ("new", slug, "--renew", "--blank", "--by", "AP lead", *BEFORE)
    shell.fine(*words, "-C", str(shell.folder))


@pytest.fixture
def renewed(shell: Shell, renewed_school: Path) -> Shell:
    """A copy of it."""
    shutil.copytree(renewed_school, shell.folder, dirs_exist_ok=True)
    return shell


def rows(shell: Shell) -> dict[str, dict[str, Any]]:
    """The register's rows by folder."""
    said = json.loads(shell.fine("register", *ON, "-f", "json"))
    return {row["slug"]: row for row in said["rows"]}


def due(shell: Shell) -> list[tuple[str, str, str]]:
    """What is due within a year, but for what the school's rhythm asks."""
    said = json.loads(shell.fine("due", *ON, "--json", "--within", "1y"))
    return sorted(
        (row["about"], row["on"], row["what"]) for group in said["groups"] for row in group["rows"]
    )


def test_the_register_keeps_the_advice(renewed: Shell) -> None:
    """Good or bad, of its own day; and says of which day the one begun is."""
    found = rows(renewed)[FARM]

    assert (found["title"], found["last"]) == ("Do not place", "2 November 2026")
    assert found["begun"] == (
        "Audit of 25 November 2026, 0 of 73 questions answered. Too little to go by yet."
        " Until then the advice is that of 2 November 2026."
    )
    said = renewed.fine("register", *ON)
    farm = next(line for line in said.splitlines() if line.startswith("Meadow"))
    assert "✗ gateways failed  29 of 34 " in farm
    assert "renewing" in farm
    assert "2 providers are being audited anew, as listed." in said
    table = list(csv.DictReader(StringIO(renewed.fine("register", *ON, "-f", "csv"))))
    assert [row["begun"] != "" for row in table] == [True, True]


def test_nothing_leaves_what_is_due(renewed: Shell) -> None:
    """Actions, evidence, recorded dates and the next audit stand as before."""
    now = due(renewed)
    for path in renewed.folder.glob("providers/*/audits/2026-11-25*"):
        path.unlink()
    assert now == due(renewed)
    assert any(about == FARM for about, _, _ in now)


def test_what_is_answered_anew_is_no_longer_due_by_the_old_answer(renewed: Shell) -> None:
    """Question by question: the newest audit that answers it says what runs out."""
    asked = "Is there a written fire risk assessment for the site, within its own review date?"
    before = [one for one in due(renewed) if one[0] == FARM and one[2] == asked]
    renewed.fine("answer", FARM, "hs-fire-assessment", "cannot-tell", "--note", "-", *BEFORE)

    assert before
    assert not [one for one in due(renewed) if one[0] == FARM and one[2] == asked]


def test_a_gateway_that_fails_counts_at_once(renewed: Shell) -> None:
    """Bad news does not wait for the other questions."""
    words = ("answer", ACADEMY, "hs-insurance-public", "not-met", "--note", "It ran out.")
    renewed.fine(*words, *BEFORE)
    found = rows(renewed)[ACADEMY]
    assert (found["title"], found["last"], found["begun"]) == (
        "Do not place",
        "25 November 2026",
        "",
    )


def test_what_could_not_be_told_so_far_is_said(renewed: Shell) -> None:
    """It does not take the place of the advice, and is not passed over."""
    renewed.fine("answer", ACADEMY, "hs-insurance-public", "cannot-tell", "--note", "-", *BEFORE)
    found = rows(renewed)[ACADEMY]
    assert found["title"] == "Suitable to use"
    assert "1 of 73 questions answered, 1 gateway looked at and not shown." in found["begun"]


def test_a_decision_counts_at_once(renewed: Shell) -> None:
    """However little was looked at."""
    (path,) = (renewed.folder / "providers" / FARM / "audits").glob("2026-11-25*")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  state: open", "  state: signed"), encoding="utf-8")
    assert rows(renewed)[FARM]["last"] == "25 November 2026"


def test_the_audit_before_cannot_be_judged(renewed: Shell) -> None:
    """Then nothing is known, and no audit older still speaks for it."""
    path = renewed.folder / "providers" / FARM / "audits/2026-11-02.ap-provider.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("digest: sha256:", "digest: sha256:" + "0" * 64 + " #"), "utf-8")

    found = rows(renewed)[FARM]
    assert found["title"] == "The audit before the one begun does not fit its checklist"
    assert found["begun"] == "Audit of 25 November 2026, 0 of 73 questions answered."
    said = renewed.fine("score", FARM, *ON)
    assert "What stands until then is not known: the audit before cannot be judged." in said


def test_the_first_audit_speaks_whatever_it_is(shell: Shell) -> None:
    """There is nothing before it."""
    shell.begin()
    (found,) = rows(shell).values()
    assert (found["title"], found["begun"]) == ("Not yet shown to be suitable", "")
    assert "TAKE CARE" not in shell.fine("score", "hillside", *ON)


def test_another_checklist_that_decides(renewed: Shell) -> None:
    """Moving to a checklist of the trust's own is a renewal like any other."""
    (path,) = (renewed.folder / "providers" / FARM / "audits").glob("2026-11-25*")
    path.unlink()
    checklists = renewed.folder / "checklists"
    checklists.mkdir(exist_ok=True)
    (checklists / "trust-ap@1.yaml").write_text(
        'format: ap-audit/overlay@1\nid: trust-ap\nversion: "1"\ntitle: Our audit\n'
        "extends: ap-provider@2026.1\npublished: 2026-11-01\n",
        encoding="utf-8",
    )
    words = ("new", FARM, "--checklist", "trust-ap", "--blank")
    renewed.fine(*words, "--by", "AP lead", *BEFORE)
    found = rows(renewed)[FARM]
    assert (found["title"], found["last"]) == ("Do not place", "2 November 2026")
    assert "Audit of 25 November 2026" in found["begun"]


def test_score_and_report_say_what_stands(renewed: Shell) -> None:
    """Beside the advice of the audit that is asked for."""
    stands = "Until then the advice of 2 November 2026 stands: Do not place."
    still = (
        "The advice on 2 November 2026 was: Do not place."
        " Too little has been looked at yet to change it."
    )
    for words in (("score", FARM), ("report", FARM, "-f", "md", "-o", "-")):
        said = renewed.fine(*words, *ON)
        assert stands in said
        assert still in said
    (scored,) = json.loads(renewed.fine("score", FARM, "--json", *ON))["audits"]
    assert scored["until_then"].endswith(stands)
    older = renewed.fine("score", f"{FARM}/audits/2026-11-02.ap-provider", *ON)
    assert "TAKE CARE" not in older


def test_what_changed(renewed: Shell) -> None:
    """Nothing became of the advice yet, and governors are not led to ask why it is worse."""
    said = renewed.fine("diff", ACADEMY, *ON)
    assert (
        "The advice was: Suitable to use. Too little has been looked at yet to change it." in said
    )
    report = renewed.fine("report", ACADEMY, "-f", "md", "-o", "-", *ON)
    assert "Now it is: Not yet shown" not in report


def test_side_by_side(renewed: Shell) -> None:
    """Each provider by the audit that says how it stands; one that is named stays."""
    said = renewed.fine("compare", FARM, ACADEMY, *ON)
    assert "Audit of 2 November 2026, ap-provider@2026.1" in said
    assert "Meadow Lane Farm Project: another audit is begun, of 25 November 2026" in said
    named = f"{FARM}/audits/2026-11-25.ap-provider"
    assert "Audit of 25 November 2026" in renewed.fine("compare", named, ACADEMY, *ON)


def test_the_year_keeps_the_advice(renewed: Shell) -> None:
    """The running half-term shows the audit that advised something."""
    lines = renewed.fine("register", "--trend", *ON).splitlines()
    assert next(line for line in lines if line.startswith("Meadow")).endswith("✗ gateways failed")
    assert next(line for line in lines if line.startswith("Bright")).endswith("✓ shown")


def test_the_home_screen_names_the_worst_first(renewed: Shell) -> None:
    """Which audit waits, and what stands until then; in ten lines."""
    lines = renewed.fine().splitlines()
    at = lines.index(f"73 questions left: ap-audit resume {FARM}, and 1 other audit begun")
    assert lines[at + 1] == "Until then its advice is: Do not place (2 November 2026)"
    assert len(lines) <= 10


def test_exceptions_and_evidence_stay_listed(renewed: Shell) -> None:
    """What the audit before rests on is what the advice rests on."""
    words = ("exception", "add", f"{FARM}/audits/2026-11-02.ap-provider", "hs-insurance-public")
    by = ("--until", "2026-12-18", "--by", "Headteacher", "--reason", "Promised.")
    renewed.fine(*words, *by, *ON)
    assert "hs-insurance-public" in renewed.fine("exception", "list", *ON)
    assert FARM in renewed.fine("evidence", "list", FARM, *ON)


@pytest.mark.parametrize("answers", [(), ("--answers", "review.yaml")])
def test_a_review_only_begun_is_none(example: Shell, answers: tuple[str, ...]) -> None:
    """The placement's review stays due until somebody has looked."""
    (example.folder / "placements").mkdir()
    (example.folder / "placements/P12.yaml").write_text(
        "format: ap-audit/placement@1\nstart: 2026-09-07\nproviders:\n"
        f"  {FARM}: {{hours: 10, sessions: 4}}\n",
        encoding="utf-8",
    )
    given = Path(__file__).parents[2] / "docs/a-year/p12-november.yaml"
    shutil.copy(given, example.folder / "review.yaml")
    words = ("new", FARM, "--checklist", "placement-review", "--placement", "P12")
    example.fine(*words, *(answers or ("--blank",)), "--by", "AP lead", "--today", "2026-11-24")
    reviews = [on for _, on, what in due(example) if what == "Review the placement"]
    assert reviews == (["2027-02-12"] if answers else ["2026-10-23"])
