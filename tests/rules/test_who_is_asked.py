"""Nobody is asked what cannot apply: how many questions four typical providers get, and which."""

from datetime import date
from pathlib import Path

import pytest

from ap_audit.files.library import Edition, Library
from ap_audit.model.audit import Answer, Audit, Decision
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Depth, Rating
from ap_audit.rules.assess import assess
from tests.builders import CALENDAR

CHECKLISTS = Path(__file__).parents[2] / "checklists"
TODAY = date(2026, 11, 24)


def facts(
    setting: str, where: str, does: str, *, volunteers: str = "none", medical: str = "none"
) -> dict[str, dict[str, str]]:
    """What is recorded of a provider before anything is rated."""
    sections = ("site", "home", "online")
    activities = ("workshop", "adventure", "animals", "food", "driven")
    known = {
        "about-pupils": {"attend": "attending"},
        "about-where": {name: "some" if name in where.split() else "none" for name in sections},
        "about-subcontractors": {"use": "none"},
        "about-volunteers": {"help": volunteers},
        "about-medical": {"need": medical},
        "about-social-worker": {"involved": "some"},
        "reg-setting-type": {"setting": setting},
    }
    if where != "online":
        known["about-activities"] = {
            name: "some" if name in does.split() else "none" for name in activities
        }
    return known


PROVIDERS = {
    "registered academy": facts("ap-academy", "site", "food", medical="some"),
    "small workshop": facts("non-school", "site", "workshop"),
    "online tutor": facts("online", "online", ""),
    "farm": facts("non-school", "site", "animals driven", volunteers="regular", medical="some"),
}


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The shipped edition."""
    return Library(shipped=CHECKLISTS).edition("ap-provider@2026.1")


def asked(edition: Edition, name: str, depth: Depth = Depth.CORE) -> set[str]:
    """The ids of what is judged in an audit of this provider."""
    criteria = edition.checklist.by_id()
    answers = {
        key: Answer(
            rating=None if criteria[CriterionId(key)].is_record else Rating.MET, values=values
        )
        for key, values in PROVIDERS[name].items()
    }
    audit = Audit(
        format="ap-audit/audit@1",
        subject=edition.checklist.subject,
        provider="acme",
        checklist=edition.checklist.reference,
        digest=edition.digest,
        depth=depth,
        date=TODAY,
        auditor="AP lead",
        answers={CriterionId(key): answer for key, answer in answers.items()},
        decision=Decision(state="open"),
    )
    return {
        outcome.criterion.id
        for outcome in assess(edition.checklist, audit, TODAY, CALENDAR).judged()
    }


@pytest.mark.parametrize(
    ("name", "core", "full"),
    [
        ("registered academy", 59, 85),
        ("small workshop", 61, 88),
        ("online tutor", 49, 72),
        ("farm", 64, 91),
    ],
)
def test_how_many(edition: Edition, name: str, core: int, full: int) -> None:
    """The counts that the documentation gives; a core audit stays well below 90 questions."""
    counts = len(asked(edition, name)), len(asked(edition, name, Depth.FULL))

    assert counts == (core, full)
    assert core < 90


@pytest.mark.parametrize(
    ("name", "never"),
    [
        (
            "registered academy",
            "reg-fulltime-pupils reg-fulltime-ehcp-lac reg-la-list onl-supervised",
        ),
        (
            "registered academy",
            "reg-unregistered-question reg-vns-self-assessment hs-asbestos-utilities",
        ),
        ("registered academy", "vfm-finance-sound saf-home-visits act-animals-water reg-oeas"),
        (
            "small workshop",
            "reg-urn-checked reg-latest-inspection reg-warning-notice onl-supervised",
        ),
        ("small workshop", "act-adventure-licence act-transport act-animals-water hs-food"),
        ("online tutor", "hs-fire-assessment hs-fire-drill hs-first-aid hs-site-risk prem-toilets"),
        ("online tutor", "prem-suitable saf-site-security saf-adult-to-adult beh-restrictive"),
        ("online tutor", "about-activities act-workshop-safety act-transport hs-first-visit"),
        ("farm", "act-adventure-licence about-adventure onl-supervised saf-home-visits"),
    ],
)
def test_what_cannot_apply(edition: Edition, name: str, never: str) -> None:
    """A school is not asked what is for others, an online tutor nothing about a building."""
    assert asked(edition, name, Depth.FULL).isdisjoint(never.split())


@pytest.mark.parametrize(
    ("name", "always"),
    [
        ("registered academy", "reg-urn-checked reg-warning-notice prem-suitable beh-restrictive"),
        ("small workshop", "reg-fulltime-pupils act-workshop-safety hs-fire-assessment"),
        (
            "online tutor",
            "onl-supervised reg-fulltime-pupils saf-addresses-known att-session-report",
        ),
        (
            "farm",
            "act-animals-water act-transport staff-volunteers-barred-list saf-allergy-medical",
        ),
    ],
)
def test_what_does(edition: Edition, name: str, always: str) -> None:
    """What decides for each kind of provider is asked even in a core audit."""
    assert set(always.split()) <= asked(edition, name)
