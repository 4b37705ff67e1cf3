import json
import re
import sys
from datetime import datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.running import Shell

ON = ("--today", "2026-11-24")


@pytest.fixture
def example(example: Shell) -> Shell:
    """The example workspace, with one placement that has never been reviewed."""
    (example.folder / "placements").mkdir()
    (example.folder / "placements/P07.yaml").write_text(
        "format: ap-audit/placement@1\nstart: 2026-09-07\nend: 2027-07-16\nproviders:\n"
        '  hillside-skills-centre: {hours: "12.5", sessions: 5}\n',
        encoding="utf-8",
    )
    return example


def kinds(example: Shell, *words: str) -> dict[str, list[tuple[str, str]]]:
    """What is due, by state: kind and day."""
    said = json.loads(example.fine("due", *ON, "--json", *words))
    return {
        group["id"]: [(row["kind"], row["on"]) for row in group["rows"]] for group in said["groups"]
    }


def test_overdue_due_and_coming(example: Shell) -> None:
    """Late ones first, each with its day and who sees to it."""
    lines = example.fine("due", *ON).splitlines()
    assert lines[1] == "9 overdue, 6 due within a week, 4 coming."
    assert (
        "  6 November 2026, 18 days late: action, Meadow Lane Farm Project, Farm manager" in lines
    )


def test_a_placement_is_reviewed_half_termly(example: Shell) -> None:
    """By the last school day of a half-term; `test_only_begun` has it reviewed."""
    assert ("review", "2026-10-23") in kinds(example)["overdue"]
    assert ("end of placement", "2027-07-16") in kinds(example, "--within", "1y")["coming"]


def test_the_rhythm_is_the_schools_own(example: Shell) -> None:
    """Set in the settings; where it is not, a year and a half-term."""
    assert ("audit", "2027-11-02") in kinds(example, "--within", "1y")["coming"]
    with (example.folder / "ap-audit.yaml").open("a", encoding="utf-8") as file:
        file.write("rhythm:\n  provider_audit: 20 days\n  placement_review: 2 school weeks\n")
    found = kinds(example)
    assert ("audit", "2026-11-22") in found["overdue"]
    assert ("review", "2026-09-21") in found["overdue"]


def test_a_rhythm_that_is_none(example: Shell) -> None:
    """The message says what would be one."""
    with (example.folder / "ap-audit.yaml").open("a", encoding="utf-8") as file:
        file.write("rhythm:\n  provider_audit: often\n")
    said = example.refused(3, "due", *ON)
    assert "half-term, or a number and days, weeks, school weeks, months or years" in said


def test_visits_where_pupils_attend(example: Shell) -> None:
    """In the half-term after the last one that is recorded."""
    found = kinds(example, "--within", "1y")
    visits = [one for group in found.values() for one in group if one[0] == "visit"]
    assert visits == [("visit", "2027-02-12")]


def contacts_due(example: Shell, *words: str) -> list[tuple[str, str]]:
    """When the next contact and the next visit are due."""
    found = kinds(example, "--within", "1y", *words)
    return [one for group in found.values() for one in group if one[0] in ("contact", "visit")]


def test_contact_each_school_week(example: Shell) -> None:
    """After the last visit that an audit records, or after whatever stands in the log since."""
    assert contacts_due(example) == [("contact", "2026-11-24"), ("visit", "2027-02-12")]
    words = ("contact", "add", "hillside", "--with", "centre manager", *ON)
    example.fine(*words, "--kind", "call", "--on", "23/11/2026")
    assert contacts_due(example) == [("contact", "2026-11-30"), ("visit", "2027-02-12")]


def test_a_visit_in_the_log(example: Shell) -> None:
    """It counts like one in an audit; one still to come and a hand's slip in a name do not."""
    log = example.folder / "providers/hillside-skills-centre/contacts"
    log.mkdir(exist_ok=True)
    text = "format: ap-audit/contact@1\ndate: {}\nkind: visit\nwith: centre manager\n"
    (log / "our visit.yaml").write_text(text.format("2027-01-11"), encoding="utf-8")
    (log / "2027-13-01-visit-abc.yaml").write_text(text.format("2027-01-12"), encoding="utf-8")
    assert contacts_due(example, "--today", "2026-11-24")[1] == ("visit", "2027-02-12")


def test_a_visit_later(example: Shell) -> None:
    """A name given by hand hides nothing."""
    log = example.folder / "providers/hillside-skills-centre/contacts"
    log.mkdir(exist_ok=True)
    text = "format: ap-audit/contact@1\ndate: 2027-01-11\nkind: visit\nwith: centre manager\n"
    (log / "our visit.yaml").write_text(text, encoding="utf-8")
    said = json.loads(example.fine("due", "--today", "2027-01-12", "--json", "--within", "6m"))
    assert ("visit", "2027-03-19") in [
        (row["kind"], row["on"]) for group in said["groups"] for row in group["rows"]
    ]


def test_a_log_that_is_not_kept(example: Shell) -> None:
    """The settings may say never."""
    with (example.folder / "ap-audit.yaml").open("a", encoding="utf-8") as file:
        file.write("rhythm:\n  contact: never\n  visit: never\n")
    assert contacts_due(example) == []


def test_nobody_was_ever_in_touch(example: Shell) -> None:
    """Where pupils attend and nothing is recorded, it counts from the placement's first day."""
    path = example.folder / "placements/P07.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("hillside-skills-centre", "new-one"), encoding="utf-8")
    provider = example.folder / "providers/new-one/provider.yaml"
    provider.parent.mkdir()
    provider.write_text("format: ap-audit/provider@1\nname: New One\n", encoding="utf-8")
    assert contacts_due(example) == [("contact", "2026-09-14"), ("visit", "2026-10-23")]


def test_the_schools_own_audit(example: Shell) -> None:
    """Once there has been one that is not only begun, a year later."""
    example.fine("new", "--checklist", "school-practice", "--blank", "--by", "AP lead", *ON)
    assert ("audit", "2027-11-24") not in kinds(example, "--within", "13m")["coming"]
    (path,) = example.folder.glob("school/audits/*.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  state: open", "  state: signed"), encoding="utf-8")
    assert ("audit", "2027-11-24") in kinds(example, "--within", "13m")["coming"]


def ids_in(path: Path) -> list[str]:
    """The id of each event of a calendar; a long line goes on in the next, after a space."""
    text = path.read_bytes().decode().replace("\r\n ", "")
    return re.findall(r"^UID:(.*)\r$", text, re.MULTILINE)


def test_a_calendar(example: Shell, tmp_path: Path) -> None:
    """Whole days with alarms and ids that stay; written over itself, and over nothing else."""
    target = tmp_path / "due.ics"
    example.fine("due", *ON, "--ics", str(target))
    before = ids_in(target)
    example.fine("due", "--today", "2026-11-25", "--ics", str(target))
    after = Calendar.from_ical(target.read_bytes())
    assert len(before) == len(set(before))
    assert before == [str(event["uid"]) for event in after.walk("VEVENT")]
    assert all(len(event.walk("VALARM")) == 2 for event in after.walk("VEVENT"))
    assert all(not isinstance(event.decoded("dtstart"), datetime) for event in after.walk("VEVENT"))
    target.write_text("my own notes", encoding="utf-8")
    example.refused(4, "due", *ON, "--ics", str(target))


def test_an_action_is_known_again_after_a_renewal(example: Shell, tmp_path: Path) -> None:
    """Its entry stays the same one while it is open, whichever audit is the newest."""

    def ids() -> set[str]:
        target = tmp_path / "due.ics"
        example.fine("due", *ON, "--ics", str(target))
        return {name for name in ids_in(target) if name.startswith("action-")}

    before = ids()
    assert before
    example.fine("new", "hillside-skills-centre", "--renew", "--blank", "--by", "AP lead", *ON)
    assert ids() == before


def test_a_calendar_is_printed_alone(example: Shell) -> None:
    """So that another program can read it."""
    said = example.fine("due", *ON, "--ics", "-")
    assert said.startswith("BEGIN:VCALENDAR")
    assert said.rstrip().endswith("END:VCALENDAR")


def test_without_the_calendars_library(example: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says what to install; that nothing else needs it, test_boundary.py says."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "ap_audit.report.calendar_file", raising=False)

    said = example.refused(2, "due", *ON, "--ics", "-")

    assert "pip install 'ap-audit[ics]'" in said


def test_the_exit_code_says_whether_anything_is_overdue(example: Shell) -> None:
    """For a job that runs every morning."""
    assert example.run("due", *ON, "--exit-code").exit_code == 1
    assert example.run("due", *ON).exit_code == 0
    assert example.run("due", "--today", "2025-11-29", "--exit-code").exit_code in (0, 1)


@pytest.mark.parametrize("span", ["28d", "4w", "4 weeks", "28 days"])
def test_how_far_ahead(example: Shell, span: str) -> None:
    """Short or in words."""
    said = json.loads(example.fine("due", *ON, "--json", "--within", span))
    assert said["until"] == "22 December 2026"


def test_what_is_no_span(example: Shell) -> None:
    """The hint shows one."""
    assert "28d, 4w" in example.refused(2, "due", "--within", "soon")


def test_a_broken_placement_is_named(example: Shell) -> None:
    """Everything else is still there."""
    (example.folder / "placements/P08.yaml").write_text("start: [", encoding="utf-8")
    result = example.run("due", *ON)
    assert result.exit_code == 3
    assert "9 overdue" in result.stdout
    assert "P08.yaml" in result.stderr


START = ("new", "hillside-skills-centre", "--checklist", "placement-start", "--placement", "P08")
ARRANGED = ("answer", "P08", "pl-arrangement", "recorded", "--value", "first-day=2026-09-14")


def test_a_placement_whose_start_only_an_audit_records(example: Shell) -> None:
    """Its review falls due all the same; where nobody has recorded it, that is said."""
    example.fine(*START, "--blank", "--by", "AP lead", *ON)
    lines = example.fine("due", *ON).splitlines()
    assert "1 placement has no start in placements/, so no review falls due: P08." in lines

    path = example.folder / "placements/P08.yaml"
    example.fine(
        *ARRANGED, "--value", "basis=ordinary", "--value", "setting=non-school",
        "--value", "place=site", "--value", "work=none", *ON,
    )  # fmt: skip
    example.fine("answer", "P08", "plan-max-length", "recorded", "--value", "ends=2027-01-15", *ON)
    said = example.fine("due", *ON, "--within", "3m")
    assert "no start in placements/" not in said
    assert "23 October 2026, 32 days late: review, Placement P08" in said
    assert "15 January 2027, in 52 days: end of placement, Placement P08" in said

    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}start: 2026-09-07\nend: 2027-01-15\n", encoding="utf-8")
    said = example.run("check").output
    assert "the placement's own file says 7 September 2026" in said
    assert "15 January" not in said
    path.write_text(f"{text}start: [\n", encoding="utf-8")
    assert "own file says" not in example.run("check").output


def test_an_audit_that_does_not_fit_its_checklist(example: Shell) -> None:
    """What falls due in it cannot be told: silence would read as nothing due."""
    path = (
        example.folder
        / "providers"
        / "hillside-skills-centre"
        / "audits/2026-11-09.ap-provider.yaml"
    )
    text = path.read_text(encoding="utf-8")
    at = text.index("digest: sha256:") + len("digest: sha256:")
    path.write_text(text[:at] + ("1" if text[at] == "0" else "0") + text[at + 1 :], "utf-8")

    result = example.run("due", *ON)
    assert result.exit_code == 3
    assert (
        "1 audit does not fit its checklist, so what is due in it is not known: " in result.stdout
    )
    assert "Not all that is due is known: ap-audit check" in result.stderr
    assert "1 file could not be read or judged. What is wrong: ap-audit check" in example.fine()
