"""Rules of the shipped checklists that rest on derived inputs."""

from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Action, Answer, Audit, Decision
from ap_audit.model.words import Depth, Rating
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Truth
from tests.builders import CALENDAR
from tests.rules.shipped import TODAY, shipped, truth

PROVIDER = shipped("ap-provider@2026.1")


@pytest.mark.parametrize(
    ("today", "found"),
    [(date(2027, 8, 31), Truth.FAILS), (date(2027, 9, 1), Truth.HOLDS)],
    ids=str,
)
def test_guidance_out_of_date(today: date, found: Truth) -> None:
    """R38: the edition says so from the day after its law and guidance were due another look."""
    assert truth(PROVIDER, "R38", {}, today=today) is found


@pytest.mark.parametrize(
    ("due", "found"), [(TODAY, Truth.FAILS), (date(2026, 11, 24), Truth.HOLDS)], ids=str
)
def test_overdue_actions(due: date, found: Truth) -> None:
    """R39: an action is late from the day after its date."""
    action = Action(what="Ask for the letter", owner="AP lead", due=due)
    answer = Answer(rating=Rating.PARTLY, actions={"letter": action})

    assert _truth("R39", {"saf-checks-written": answer}) is found


def test_much_is_not_known() -> None:
    """R42: an audit nobody has begun, or that could tell nothing, has more than a tenth open."""
    met = {c.id: Answer(rating=Rating.MET) for c in PROVIDER.checklist.criteria()}
    open_ = {name: replace(answer, rating=Rating.CANNOT_TELL) for name, answer in met.items()}

    assert _truth("R42", open_) is Truth.HOLDS
    assert _truth("R42", {}) is Truth.HOLDS


def _truth(rule: str, answers: dict[str, Answer]) -> Truth:
    audit = Audit(
        format="ap-audit/audit@1",
        subject=PROVIDER.checklist.subject,
        provider="acme",
        checklist=PROVIDER.checklist.reference,
        digest=PROVIDER.digest,
        depth=Depth.CORE,
        date=TODAY,
        auditor="AP lead",
        answers=answers,
        decision=Decision(state="open"),
    )
    found = assess(PROVIDER.checklist, audit, TODAY, CALENDAR)
    return next(result.truth for result in found.rules if result.id == rule)
