import json
from datetime import date
from pathlib import Path

import pytest

from ap_audit.files.document import read_document
from ap_audit.model.audit import Action, Audit
from tests.cli.running import TODAY, Shell

ON = ("--today", TODAY)
HILLSIDE = "hillside-skills-centre"
NEWEST = f"providers/{HILLSIDE}/audits/2026-11-09.ap-provider.yaml"
SIGNED = f"{HILLSIDE}/audits/2025-11-17.ap-provider"
ADD = ("action", "add", HILLSIDE, "saf-policy-current")
LETTER = ("--what", "Get the new policy", "--owner", "AP lead")
CLOSE = ("action", "close", HILLSIDE)


def actions(shell: Shell, name: str = NEWEST) -> dict[str, Action]:
    """Every action of an audit, by its id."""
    audit = read_document(shell.folder / name, Audit).value
    return {
        f"{criterion}/{key}": action
        for criterion, answer in audit.answers.items()
        for key, action in answer.actions.items()
    }


def listed(shell: Shell, *words: str) -> list[dict[str, str]]:
    """The rows of the list."""
    found = json.loads(shell.fine("action", "list", *words, "-f", "json", *ON))
    assert found["format"] == "ap-audit/actions@1"
    rows: list[dict[str, str]] = found["actions"]
    return rows


def test_late_ones_first(example: Shell) -> None:
    """Each with its day, its owner, how much its finding matters, and what closes it."""
    lines = example.fine("action", "list", *ON).splitlines()
    assert lines[0] == "15 actions open, 6 overdue."
    assert (
        lines[lines.index("    Send the new certificate with the wood on it") - 1]
        == "  6 November 2026, 18 days late: Meadow Lane Farm Project, Farm manager,"
        " decides the advice"
    )
    assert "    meadow-lane-farm-project hs-insurance-public/certificate" in lines


def test_filters(example: Shell) -> None:
    """By owner, by provider, by the weight of the finding, with those that are done."""
    everything = listed(example, "--all")
    assert {one["state"] for one in everything} == {"overdue", "open", "done"}
    assert {one["state"] for one in listed(example)} == {"overdue", "open"}
    assert {one["owner"] for one in listed(example, "--owner", "ap LEAD")} == {"AP lead"}
    assert {one["name"] for one in listed(example, "--provider", "hillside")} == {
        "Hillside Skills Centre"
    }
    assert {one["severity"] for one in listed(example, "--severity", "stop")} == {"stop"}
    assert "Did you mean 'hillside-skills-centre'?" in example.refused(
        2, "action", "list", "--provider", "hilside"
    )


def test_an_older_audits_action_stays_open(example: Shell) -> None:
    """Also where the newer audit does not mention it; it is due as well, until it is closed."""
    (gate,) = [one for one in listed(example) if "2025" in one["audit"]]
    assert gate["id"] == "saf-site-security/gate"
    assert gate["what"] in example.fine("due", *ON)

    example.fine("action", "close", gate["audit"], gate["id"], "--note", "Now the bell", *ON)

    assert not [one for one in listed(example) if "2025" in one["audit"]]
    assert gate["what"] not in example.fine("due", *ON)
    report = example.fine("report", "meadow", "--for", "full", "-f", "md", "-o", "-", *ON)
    assert "Keep the lane gate shut and put a bell on it" in report.partition("open then")[2]
    assert "Done 24 November 2026" in report or "done 24 November 2026" in report


def test_the_later_audit_counts(example: Shell) -> None:
    """An action under the same id in a later audit is one action, not two."""
    older = next(iter((example.folder / "providers/meadow-lane-farm-project/audits").glob("2025*")))
    newer = next(iter((example.folder / "providers/meadow-lane-farm-project/audits").glob("2026*")))
    text = newer.read_text(encoding="utf-8")
    assert "saf-site-security:" in older.read_text(encoding="utf-8")
    newer.write_text(text.replace("      bell:\n", "      gate:\n"), encoding="utf-8")
    rows = [one for one in listed(example) if one["id"] == "saf-site-security/gate"]
    assert [one["audit"] for one in rows] == ["meadow-lane-farm-project"]


def test_added(example: Shell) -> None:
    """It has an id of its own words, and changes no rating."""
    before = read_document(example.folder / NEWEST, Audit).value
    said = example.fine(*ADD, *LETTER, "--due", "7 dec", *ON)

    assert said == "Saved: saf-policy-current/get-the-new-policy. AP lead, by 7 December 2026.\n"
    made = actions(example)["saf-policy-current/get-the-new-policy"]
    assert made == Action(what="Get the new policy", owner="AP lead", due=date(2026, 12, 7))
    after = read_document(example.folder / NEWEST, Audit).value
    assert after.answers["saf-policy-current"].rating is before.answers["saf-policy-current"].rating
    assert example.fine("check") == ""


@pytest.mark.parametrize(
    ("about", "due", "said"),
    [
        (ADD[2:], (), "by 8 December 2026, the usual day; --due sets another"),
        (ADD[2:], ("--due", "none"), "with no date set"),
        (
            ("meadow", "hs-insurance-public"),
            (),
            "by 25 November 2026, the usual day; --due sets another",
        ),
    ],
)
def test_usual_day(example: Shell, about: tuple[str, ...], due: tuple[str, ...], said: str) -> None:
    """Without a day, the usual one for what is found; soon, where that decides."""
    assert example.fine("action", "add", *about, *LETTER, *due, *ON).endswith(
        f" AP lead, {said}.\n"
    )


def test_added_again_once_it_is_closed(example: Shell) -> None:
    """The id of the first is never used again."""
    example.fine(*ADD, *LETTER, *ON)
    example.fine(*CLOSE, "get-the-new-policy", "--note", "It came.", *ON)
    example.fine(*ADD, *LETTER, *ON)
    assert {"saf-policy-current/get-the-new-policy", "saf-policy-current/get-the-new-policy-2"} <= (
        actions(example).keys()
    )


def test_closed(example: Shell) -> None:
    """With the day, who closed it and what shows it; the answer stays as it is."""
    result = example.run(
        *CLOSE, "saf-staff-training/technician", "--evidence", "training-record.pdf",
        "--note", "Done in house.", "--on", "20/11/2026", "--by", "Head", *ON,
    )  # fmt: skip
    assert result.stdout == "Closed on 20 November 2026: saf-staff-training/technician.\n"
    assert result.stderr == "The answer stays partly met: closing an action answers no question.\n"
    closed = actions(example)["saf-staff-training/technician"]
    assert (closed.done, closed.closed_by) == (date(2026, 11, 20), "Head")
    assert (closed.closing_note, closed.closing_evidence) == (
        "Done in house.",
        "training-record.pdf",
    )
    report = example.fine("report", HILLSIDE, "--for", "full", "-f", "md", "-o", "-", *ON)
    assert "Done 20 November 2026 by Head." in report
    assert "Shown by: training-record.pdf" in report


def test_several_at_once_or_none(example: Shell) -> None:
    """Where one of them cannot be closed, no other is."""
    before = example.files()
    ids = ("technician", "see-record")
    said = example.refused(2, *CLOSE, *ids, "see-recrod", "--note", "Done", *ON)
    assert "Did you mean 'staff-single-record/see-record'?" in said
    assert example.files() == before

    result = example.run(*CLOSE, *ids, "technician", "--note", "Done", *ON)
    assert "saf-staff-training/technician, staff-single-record/see-record." in result.stdout
    assert "answer" in result.stderr
    assert listed(example, "--provider", "hillside") == []


def test_closed_in_a_signed_audit(example: Shell) -> None:
    """What a signature covers is what was agreed, not how it ended; nothing is added to it."""
    name = "meadow-lane-farm-project/audits/2025-11-10.ap-provider"
    example.fine("action", "close", name, "gate", "--note", "The bell is on.", *ON)
    path = f"providers/{name}.yaml"
    assert actions(example, path)["saf-site-security/gate"].done == date(2026, 11, 24)
    before = example.files()
    said = example.refused(4, "action", "add", SIGNED, *ADD[3:], *LETTER, *ON)
    assert "is signed" in said
    assert example.files() == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(("--owner", " "), "The owner is empty.", id="nobody"),
        pytest.param(("--what", ""), "The action is empty.", id="nothing"),
        pytest.param(("--what", "x" * 301), "at most 300 fit", id="too long"),
        pytest.param(("--due", "1/11/2026"), "is before the audit", id="before the audit"),
        pytest.param(("--due", "30/2/2027"), "There is no 30 February 2027.", id="no such day"),
    ],
)
def test_what_cannot_be_added(example: Shell, words: tuple[str, ...], says: str) -> None:
    """With the next step, and nothing is written."""
    before = example.files()
    assert says in example.refused(2, *ADD, *LETTER, *words, *ON)
    assert example.files() == before


def test_neither_twice_nor_to_no_question(example: Shell) -> None:
    """An open action of the same words is there already."""
    assert "Did you mean 'saf-policy-current'?" in example.refused(
        2, *ADD[:3], "saf-policy-curent", *LETTER, *ON
    )
    example.fine(*ADD, *LETTER, *ON)
    assert "is an open action of saf-policy-current already" in example.refused(
        2, *ADD, *LETTER, *ON
    )
    assert "Nothing was written" in example.refused(
        4, *ADD, "--what", "Tell pupil Jordan", "--owner", "AP lead", *ON
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(("technician",), "Say how it was done", id="neither note nor evidence"),
        pytest.param(("technician", "--note", " "), "Say how it was done", id="an empty note"),
        pytest.param(
            ("technician", "--note", "x", "--on", "25/11/2026"), "is still to come", id="tomorrow"
        ),
        pytest.param(
            ("technician", "--note", "x", "--on", "1/11/2026"), "is before the audit", id="before"
        ),
        pytest.param(("technician", "--note", "a\x07b"), "hidden characters", id="a bell"),
        pytest.param(("nothing-like-it", "--note", "x"), "See which there are", id="unknown"),
    ],
)
def test_what_cannot_be_closed(example: Shell, words: tuple[str, ...], says: str) -> None:
    """With the next step, and nothing is written."""
    before = example.files()
    assert says in example.refused(2, *CLOSE, *words, *ON)
    assert example.files() == before


def test_not_twice(example: Shell) -> None:
    """By a criterion's id its only open action is meant; once closed, it says when that was."""
    example.fine(*CLOSE, "saf-staff-training", "--note", "Done", *ON)
    for name in ("saf-staff-training", "technician", "saf-staff-training/technician"):
        said = example.refused(2, *CLOSE, name, "--note", "Done", *ON)
        assert "was closed on 24 November 2026." in said


def test_two_of_one_name(example: Shell) -> None:
    """Neither is guessed."""
    for criterion in ("saf-policy-current", "saf-lead-named"):
        example.fine("action", "add", HILLSIDE, criterion, *LETTER, *ON)
    said = example.refused(2, *CLOSE, "get-the-new-policy", "--note", "Done", *ON)
    assert "saf-lead-named/get-the-new-policy" in said
    assert "saf-policy-current/get-the-new-policy" in said


def test_a_broken_audit_hides_no_other(example: Shell, tmp_path: Path) -> None:
    """It is named; a file of the list is written all the same, and over itself."""
    (example.folder / NEWEST).write_text("actions: [", encoding="utf-8")
    target = tmp_path / "actions.csv"
    for _ in range(2):
        said = example.refused(3, "action", "list", "-f", "csv", "-o", str(target), *ON)
        assert "2026-11-09.ap-provider.yaml" in said
    assert "Meadow Lane" in target.read_text(encoding="utf-8")


def test_a_file_renamed_by_hand(example: Shell) -> None:
    """It stays the newest, by the date in it; and `check` says what to name it."""
    path = example.folder / NEWEST
    path.rename(path.with_name("our audit.yaml"))

    lines = example.fine("action", "list", *ON).splitlines()
    assert f"    {HILLSIDE} saf-staff-training/technician" in lines
    words = (f"{HILLSIDE}/audits/our audit", "saf-staff-training/technician")
    example.fine("action", "close", *words, "--note", "Done", *ON)
    said = example.run("check").output
    assert "name it 2026-11-09.ap-provider.yaml" in said


def test_no_actions(shell: Shell) -> None:
    """Says so."""
    shell.begin()
    assert shell.fine("action", "list", *ON) == "0 actions open, none overdue.\n"
