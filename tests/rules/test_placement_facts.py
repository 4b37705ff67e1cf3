from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Answer, Audit
from ap_audit.model.placement import Attendance, Placement
from ap_audit.model.words import Subject
from ap_audit.rules.placement_facts import denied, denied_then, denies, disagreements
from tests.builders import audit

FILE = Placement(
    format="ap-audit/placement@1",
    start=date(2026, 9, 7),
    end=date(2027, 2, 12),
    providers={"acme": Attendance(sessions=5)},
    ehc_plan="applies",
    looked_after="does-not-apply",
)


def recorded(**values: dict[str, str]) -> Audit:
    """An audit of the placement that records these values."""
    answers = {name.replace("_", "-"): Answer(values=found) for name, found in values.items()}
    made = audit(answers)
    return replace(made, subject=Subject.PLACEMENT, provider="acme", placement="P07")


@pytest.mark.parametrize(
    ("given", "at", "says"),
    [
        pytest.param({}, None, "", id="nothing recorded"),
        pytest.param(
            {
                "pl_arrangement": {"first-day": "2026-09-07", "sessions": "5"},
                "pl_pupil": {"plan": "ehc-plan", "care": "social-worker"},
                "plan_max_length": {"ends": "2027-02-12"},
            },
            None,
            "",
            id="all the same",
        ),
        pytest.param(
            {"pl_arrangement": {"first-day": "2026-09-14"}},
            ("pl-arrangement", "first-day"),
            "7 September 2026",
            id="another first day",
        ),
        pytest.param(
            {"pl_arrangement": {"agreed-end": "2027-07-16"}},
            ("pl-arrangement", "agreed-end"),
            "12 February 2027",
            id="another agreed end",
        ),
        pytest.param(
            {"plan_max_length": {"ends": "2027-07-16"}},
            ("plan-max-length", "ends"),
            "12 February 2027",
            id="another planned end",
        ),
        pytest.param(
            {"pl_arrangement": {"sessions": "4"}},
            ("pl-arrangement", "sessions"),
            "5",
            id="sessions",
        ),
        pytest.param(
            {"pl_pupil": {"plan": "sen-support"}}, ("pl-pupil", "plan"), "otherwise", id="no plan"
        ),
        pytest.param(
            {"pl_pupil": {"care": "looked-after"}}, ("pl-pupil", "care"), "otherwise", id="in care"
        ),
    ],
)
def test_the_file_and_the_answers(
    given: dict[str, dict[str, str]], at: tuple[str, str] | None, says: str
) -> None:
    """What is recorded twice is the same, or somebody is told where it is not."""
    found = list(disagreements(recorded(**given), FILE))
    if at is None:
        assert found == []
        return
    (flaw,) = found
    assert flaw.warning
    assert flaw.path == ("answers", at[0], "values", at[1])
    assert flaw.what == f"the placement's own file says {says}"
    assert "placements/P07.yaml" in flaw.hint


def test_what_the_file_leaves_open_is_no_contradiction() -> None:
    """Also where the file names another provider, or several with one first day."""
    given = recorded(
        pl_arrangement={"first-day": "2026-09-14", "agreed-end": "2027-07-16", "sessions": "4"},
        pl_pupil={"plan": "neither", "care": "looked-after"},
    )
    bare = Placement(format="ap-audit/placement@1", providers={"acme": Attendance()})
    other = Placement(format="ap-audit/placement@1", providers={"other": Attendance(sessions=5)})
    two = replace(
        bare, start=date(2026, 9, 7), providers={"acme": Attendance(), "other": Attendance()}
    )
    assert [list(disagreements(given, one)) for one in (bare, other, two)] == [[], [], []]


def of_provider(attend: str, on: date | None = None) -> Audit:
    """A provider's audit of 23 November 2026 that records whether pupils attend."""
    return audit({"about-pupils": Answer(values={"attend": attend} if attend else {}, date=on)})


LEFT_OUT = ". What is asked where pupils attend was left out."


@pytest.mark.parametrize(
    ("attend", "there", "begun", "says"),
    [
        ("none-yet", 0, 0, ""),
        (
            "none-yet",
            1,
            0,
            "The audit records that none of our pupils attends, and 1 placement there goes on",
        ),
        (
            "none-yet",
            2,
            2,
            "The audit records that none of our pupils attends, and 2 placements there go on",
        ),
        ("starting", 1, 0, ""),
        (
            "starting",
            2,
            1,
            "The audit records that pupils only start soon, and 1 placement there has begun",
        ),
        ("attending", 3, 3, ""),
        ("", 3, 3, ""),
    ],
)
def test_pupils_whom_an_audit_leaves_out(attend: str, there: int, begun: int, says: str) -> None:
    """It records that none attends, and some do; a day that nobody knows may be to come."""
    found = of_provider(attend)
    assert denied(found, there, begun) == (f"{says}{LEFT_OUT}" if says else "")
    assert denies(found) is (attend in ("none-yet", "starting"))


@pytest.mark.parametrize(
    ("attend", "on", "start", "end", "wrong"),
    [
        ("none-yet", None, date(2026, 11, 23), None, True),
        ("none-yet", None, date(2026, 11, 24), None, False),
        ("none-yet", date(2026, 9, 6), date(2026, 9, 7), None, False),
        ("none-yet", None, date(2026, 9, 7), date(2026, 11, 22), False),
        ("none-yet", None, date(2026, 9, 7), date(2026, 11, 23), True),
        ("none-yet", None, None, None, False),
        ("starting", None, date(2026, 9, 7), None, True),
        ("attending", None, date(2026, 9, 7), None, False),
    ],
)
def test_what_cannot_be_so_on_the_day_of_an_answer(
    attend: str, on: date | None, start: date | None, end: date | None, *, wrong: bool
) -> None:
    """Whoever started later, or had left, makes no answer wrong."""
    assert denied_then(of_provider(attend, on), replace(FILE, start=start, end=end)) is wrong
