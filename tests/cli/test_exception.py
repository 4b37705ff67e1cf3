"""`exception add|list|end`: decided by whom, why, until when; and never a better verdict."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from ap_audit.files.document import read_document
from ap_audit.model.audit import Audit
from tests.cli.git_school import School
from tests.cli.running import Shell
from tests.cli.signing import PREPARED, signable

ON = ("--today", "2026-11-24")
LATER = ("--today", "2027-04-01")
ADD = ("exception", "add", "hillside", "premises-first-aid", "--by", "Headteacher")
WHY = ("--until", "31 mar", "--reason", "The eye wash comes with the new kit.")


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with an exception."""
    school = signable(tmp_path / "school")
    monkeypatch.chdir(school.folder)
    school.fine(*ADD, *WHY, *ON)
    return school


def test_added(school: School) -> None:
    """It stands in the answer, with who decided it and its last day."""
    made = read_document(school.audit, Audit).value.answers["premises-first-aid"].exception
    assert made is not None
    assert (made.role, str(made.until)) == ("Headteacher", "2027-03-31")
    assert made.reason == "The eye wash comes with the new kit."


def test_listed(school: School) -> None:
    """What it is from, how that stands, and that it opens nothing."""
    assert school.fine("exception", "list", *ON) == (
        "Until          Audit     Question            Stands      Decided by\n"
        "31 March 2027  hillside  premises-first-aid  partly met  Headteacher\n"
        "    Is there a first aid kit?\n"
        "    The eye wash comes with the new kit.\n"
        "\n"
        "1 exception, 0 run out. An exception opens no gateway.\n"
    )
    (row,) = csv.DictReader(StringIO(school.fine("exception", "list", "-f", "csv", *ON)))
    assert (row["format"], row["in_force"]) == ("ap-audit/exceptions@1", "yes")
    (one,) = json.loads(school.fine("exception", "list", "-f", "json", *LATER))["exceptions"]
    assert (one["until"], one["in_force"]) == ("2027-03-31", "run out")


def test_run_out(school: School) -> None:
    """Wherever it stands, once its last day is over."""
    assert "31 March 2027, HAS RUN OUT" in school.fine("exception", "list", *LATER)
    says = "Headteacher, until 31 March 2027: The eye wash comes with the new kit. It has run out."
    assert f"Exception from premises-first-aid: {says}\n" in school.fine(
        "score", "hillside", *LATER
    )
    assert says in " ".join(school.fine("show", "hillside", *LATER).split())
    report = school.fine("report", "hillside", "-f", "md", "-o", "-", *LATER)
    assert says in report
    assert "1 exception is recorded. 1 exception has run out." in report


def test_due(school: School) -> None:
    """When it ends, and after that as overdue."""
    said = school.fine("due", "--today", "2027-03-29")
    assert "An exception ends: Is there a first aid kit?" in said
    assert school.run("due", "--exit-code", *LATER).exit_code == 1


def test_ended_early(school: School) -> None:
    """It stays on record, and another one can be made."""
    said = school.fine("exception", "end", "hillside", "premises-first-aid", *ON)
    assert "ends today, 24 November 2026. It stays on record." in said
    assert "24 November 2026  hillside" in school.fine("exception", "list", *ON)
    school.fine(*ADD, *WHY, "--today", "2026-11-25")


def test_signed(school: School) -> None:
    """What was signed stays as it is, exceptions too."""
    school.fine(*PREPARED)
    said = school.refused(4, "exception", "end", "hillside", "premises-first-aid", *ON)
    assert "is signed" in said


def test_never_from_what_law_asks(example: Shell) -> None:
    """Nothing is written, and it says what to do instead."""
    words = ("exception", "add", "meadow-lane", "hs-fire-assessment", "--until", "10 dec")
    said = example.refused(4, *words, "--reason", "The assessor comes then.", *ON)
    assert said == (
        "Law or statutory guidance stands behind this gateway, so no exception can be made from"
        " it.\nNothing was written. Record what will be done about it as an action.\n"
    )
