"""The shipped checklist: what it must hold, and each of its rules on both sides of its boundary."""

from datetime import date
from pathlib import Path

import pytest

from ap_audit.files.library import Edition, Library
from ap_audit.model.audit import Answer, Audit, Decision
from ap_audit.model.words import CriterionClass, Depth, Rating
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Truth
from ap_audit.rules.soundness import soundness
from tests.builders import CALENDAR

CHECKLISTS = Path(__file__).parents[2] / "checklists"
TODAY = date(2026, 11, 24)
HOLDS, FAILS, UNKNOWN, MOOT = Truth.HOLDS, Truth.FAILS, Truth.UNKNOWN, Truth.MOOT
CATALOGUE = """
    reg-setting-type reg-urn-checked reg-fulltime-hours reg-fulltime-pupils reg-fulltime-ehcp-lac
    reg-unregistered-question reg-split-timetable reg-governance-owner reg-oeas
    reg-latest-inspection reg-warning-notice
    reg-la-list reg-la-told reg-vns-self-assessment
    saf-checks-written saf-staff-change-notice saf-addresses-known saf-whereabouts saf-subcontracted
    saf-policy-current saf-lead-named saf-staff-training saf-report-route saf-allegations
    saf-plan-known saf-risk-assessment-pupil saf-missing-procedure saf-site-security
    saf-adult-to-adult saf-online-safety saf-allergy-medical saf-concern-history saf-voice-safe
    saf-prevent saf-home-visits
    staff-single-record staff-dbs-enhanced staff-volunteers-barred-list staff-prohibition
    staff-management-ban staff-identity-rtw-refs staff-qualified staff-ratio
    staff-dbs-latest-date staff-overseas staff-agency staff-induction-training staff-conduct-code
    att-session-report att-absence-chase
    beh-policy beh-restrictive beh-seclusion beh-bullying beh-searching
    onl-supervised onl-live onl-camera-1to1
    com-termination com-no-subcontract com-fees-clear com-right-to-visit com-complaints
    com-whistleblowing vfm-cost-day vfm-hours-delivered vfm-finance-sound out-provider-results
    data-sharing-agreement data-security data-ico data-breach data-return data-cctv-photos
    hs-policy hs-site-risk hs-activity-risk hs-fire-assessment hs-first-aid hs-accident-log
    hs-insurance-employers hs-insurance-public hs-first-visit hs-insurance-scope hs-lone-working
    hs-fire-drill hs-emergency-plan hs-asbestos-utilities hs-food
    act-adventure-licence act-instructor-qualified act-workshop-safety act-animals-water
    act-transport
    prem-suitable prem-toilets prem-accessible prem-shared-use
""".split()  # noqa: SIM905 -- read like the catalogue
HARD = """
    reg-unregistered-question reg-fulltime-pupils reg-fulltime-ehcp-lac saf-checks-written
    saf-staff-change-notice saf-addresses-known saf-whereabouts staff-dbs-enhanced
    staff-volunteers-barred-list hs-insurance-employers hs-fire-assessment act-adventure-licence
""".split()  # noqa: SIM905 -- read like the catalogue


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The shipped edition."""
    return Library(shipped=CHECKLISTS).edition("ap-provider@2026.1")


def test_sound(edition: Edition) -> None:
    """The shipped checklist has no flaw and no warning."""
    assert soundness(edition.checklist, edition.register) == ()


def test_every_row_of_the_catalogue_is_asked(edition: Edition) -> None:
    """Every row of the catalogue about a provider is there under its own id."""
    own = {key for key in edition.checklist.by_id() if not key.startswith("about-")}

    assert own == set(CATALOGUE)


def test_hard_gateways(edition: Edition) -> None:
    """What law or statutory guidance asks for cannot be softened."""
    assert {c.id for c in edition.checklist.criteria() if c.hard} == set(HARD)


def test_everything_is_described(edition: Edition) -> None:
    """Every rated criterion says what each rating means, why it matters and what to look for."""
    bare = [
        c.id
        for c in edition.checklist.criteria()
        if not c.why or not c.look_for or (not c.is_record and len(c.ratings) < 3)
    ]

    assert bare == []


def test_no_rule_fails_a_check_for_its_age(edition: Edition) -> None:
    """A DBS check does not expire: no rule looks at its age unless a trust sets an interval."""
    values = {"oldest-check": "1999-01-01"}
    found = _truth(edition, "R23", {"staff-dbs-latest-date": values}, TODAY)

    assert found is MOOT
    (dbs,) = (c for c in edition.checklist.criteria() if c.id == "staff-dbs-enhanced")
    assert dbs.evidence.expires_after is None


def test_a_gateway_is_always_asked_for(edition: Edition) -> None:
    """No gateway waits for an audit of full depth."""
    deeper = [c.id for c in edition.checklist.criteria() if c.is_gateway and c.depth is Depth.FULL]

    assert deeper == []


NON_SCHOOL = {"reg-setting-type": {"setting": "non-school"}}
SCHOOL = {"reg-setting-type": {"setting": "independent-school"}}
VOLUNTEERS = {"about-volunteers": {"help": "regular"}}
PUPILS, EHC, HOURS = "reg-fulltime-pupils", "reg-fulltime-ehcp-lac", "reg-fulltime-hours"
LETTER, LEAD = "saf-checks-written", "saf-lead-named"
EMPLOYERS, PUBLIC = "hs-insurance-employers", "hs-insurance-public"
FUTURE = "2027-11-24"
HEADS = "staff-ratio"
ENDED, LASTS = {"cover-ends": "2026-11-23"}, {"cover-ends": "2026-11-24"}
LAPSED = {"expires": "2026-11-23"}
WHERE, DOES = "about-where", "about-activities"
OUTDOORS = {WHERE: {"site": "some"}, DOES: {"adventure": "some"}}
LICENCE, DRILL, DRIVEN = "act-adventure-licence", "hs-fire-drill", "act-transport"
SITE = {WHERE: {"site": "some", "home": "none"}}


def _outdoors(kind: str, terrain: str = "near", basis: str = "paid") -> dict[str, dict[str, str]]:
    known = {"kind": kind, "basis": basis}
    return {**OUTDOORS, "about-adventure": known | ({"terrain": terrain} if terrain else {})}


@pytest.mark.parametrize(
    ("rule", "values", "truth"),
    [
        ("R01", {**NON_SCHOOL, PUPILS: {"pupils": "5"}}, HOLDS),
        ("R01", {**NON_SCHOOL, PUPILS: {"pupils": "4"}}, FAILS),
        ("R01", NON_SCHOOL, UNKNOWN),
        ("R01", {**SCHOOL, PUPILS: {"pupils": "50"}}, MOOT),
        ("taught-nowhere", {WHERE: {"site": "none", "home": "none", "online": "none"}}, HOLDS),
        ("taught-nowhere", {WHERE: {"site": "none", "home": "none", "online": "some"}}, FAILS),
        ("taught-nowhere", {WHERE: {"site": "none"}}, UNKNOWN),
        ("R01-our-pupils", {**NON_SCHOOL, HOURS: {"ours-over": "5"}}, HOLDS),
        ("R01-our-pupils", {**NON_SCHOOL, HOURS: {"ours-over": "4"}}, FAILS),
        ("R01-our-pupils", {**SCHOOL, HOURS: {"ours-over": "50"}}, FAILS),
        ("R01-our-pupils", NON_SCHOOL, UNKNOWN),
        ("R02", {**NON_SCHOOL, EHC: {"ehc-plans": "1", "looked-after": "0"}}, HOLDS),
        ("R02", {**NON_SCHOOL, EHC: {"ehc-plans": "0", "looked-after": "1"}}, FAILS),
        ("R02", NON_SCHOOL, UNKNOWN),
        ("R03", {**NON_SCHOOL, EHC: {"ehc-plans": "0", "looked-after": "1"}}, HOLDS),
        ("R03", {**NON_SCHOOL, EHC: {"ehc-plans": "1", "looked-after": "0"}}, FAILS),
        ("R05", {**NON_SCHOOL, PUPILS: {"pupils": "2"}, HOURS: {"ours-over": "3"}}, HOLDS),
        ("R05", {**NON_SCHOOL, PUPILS: {"pupils": "3"}, HOURS: {"ours-over": "3"}}, FAILS),
        ("R05", {**NON_SCHOOL, HOURS: {"ours-over": "3"}}, UNKNOWN),
        ("R06", NON_SCHOOL, HOLDS),
        ("R06", SCHOOL, FAILS),
        ("R06", {}, UNKNOWN),
        (
            "R05-head-count",
            {**NON_SCHOOL, PUPILS: {"most-at-once": "8"}, HEADS: {"pupils": "9"}},
            HOLDS,
        ),
        (
            "R05-head-count",
            {**NON_SCHOOL, PUPILS: {"most-at-once": "9"}, HEADS: {"pupils": "9"}},
            FAILS,
        ),
        ("R05-head-count", {**NON_SCHOOL, PUPILS: {"most-at-once": "9"}}, UNKNOWN),
        ("R05-head-count", {**SCHOOL, HEADS: {"pupils": "90"}}, MOOT),
        ("R16", {EMPLOYERS: {"expires": "2026-11-23", "amount": "5000000"}}, HOLDS),
        ("R16", {EMPLOYERS: {"expires": "2026-11-24", "amount": "5000000"}}, FAILS),
        ("R16", {EMPLOYERS: {"expires": FUTURE, "amount": "4999999"}}, HOLDS),
        ("R16", {EMPLOYERS: {"expires": FUTURE}}, UNKNOWN),
        ("R17", {PUBLIC: {"expires": "2026-11-23", "amount": "5000000"}}, HOLDS),
        ("R17", {PUBLIC: {"expires": FUTURE, "amount": "5000000"}}, FAILS),
        ("R18", {EMPLOYERS: {"expires": "2027-01-23"}, PUBLIC: {"expires": FUTURE}}, HOLDS),
        ("R18", {EMPLOYERS: {"expires": "2027-01-24"}, PUBLIC: {"expires": FUTURE}}, FAILS),
        ("R19", {"hs-first-aid": {"earliest-expiry": "2026-11-23"}}, HOLDS),
        ("R19", {"hs-first-aid": {"earliest-expiry": "2026-11-24"}}, FAILS),
        ("R19", {}, UNKNOWN),
        ("R20", {**SCHOOL, LEAD: {"trained-on": "2024-11-23"}}, HOLDS),
        ("R20", {**SCHOOL, LEAD: {"trained-on": "2024-11-24"}}, FAILS),
        ("R20", {**NON_SCHOOL, LEAD: {"trained-on": "2020-11-24"}}, FAILS),
        ("R20-non-school", {**NON_SCHOOL, LEAD: {"trained-on": "2024-11-23"}}, HOLDS),
        ("R20-non-school", {**SCHOOL, LEAD: {"trained-on": "2020-11-24"}}, FAILS),
        ("R21", {LETTER: {"confirmed-on": "2025-11-23", "staff-since": "nobody"}}, HOLDS),
        ("R21", {LETTER: {"confirmed-on": "2025-11-24", "staff-since": "nobody"}}, FAILS),
        ("R21", {LETTER: {"confirmed-on": "2026-11-24", "staff-since": "someone"}}, HOLDS),
        ("R21", {LETTER: {"confirmed-on": "2026-11-24"}}, UNKNOWN),
        ("policy-review-old", {"saf-policy-current": {"reviewed-on": "2025-11-23"}}, HOLDS),
        ("policy-review-old", {"saf-policy-current": {"reviewed-on": "2025-11-24"}}, FAILS),
        ("policy-review-old", {}, UNKNOWN),
        ("R22", {**VOLUNTEERS, "staff-volunteers-barred-list": {"unchecked": "1"}}, HOLDS),
        ("R22", {**VOLUNTEERS, "staff-volunteers-barred-list": {"unchecked": "0"}}, FAILS),
        ("R22", VOLUNTEERS, UNKNOWN),
        ("R22", {"about-volunteers": {"help": "none"}}, MOOT),
        ("R24", {"saf-addresses-known": {"sites-missing": "1"}}, HOLDS),
        ("R24", {"saf-addresses-known": {"sites-missing": "0"}}, FAILS),
        ("R24", {}, UNKNOWN),
        ("R32", {**_outdoors("scheme"), LICENCE: {"expires": "2026-11-23"}}, HOLDS),
        ("R32", {**_outdoors("scheme"), LICENCE: {"expires": "2026-11-24"}}, FAILS),
        ("R32", _outdoors("scheme"), UNKNOWN),
        ("R32", {**_outdoors("trekking", "remote"), LICENCE: {"expires": "2026-11-23"}}, HOLDS),
        ("R32", {**_outdoors("trekking", "near"), LICENCE: {"expires": "2026-11-23"}}, FAILS),
        ("R32", {**_outdoors("other", "remote"), LICENCE: {"expires": "2026-11-23"}}, HOLDS),
        ("R32", {**_outdoors("trekking", "no-trekking"), LICENCE: LAPSED}, HOLDS),
        ("R32", {**_outdoors("trekking", ""), LICENCE: {"expires": "2026-11-23"}}, UNKNOWN),
        ("R32", {**_outdoors("other"), LICENCE: {"expires": "2026-11-23"}}, FAILS),
        ("R32", {**_outdoors("scheme", "near", "exempt")}, FAILS),
        ("R32", {**SITE, DOES: {"adventure": "none"}}, MOOT),
        ("transport-cover-ended", {**SITE, DOES: {"driven": "some"}, DRIVEN: ENDED}, HOLDS),
        ("transport-cover-ended", {**SITE, DOES: {"driven": "some"}, DRIVEN: LASTS}, FAILS),
        ("transport-cover-ended", {**SITE, DOES: {"driven": "some"}}, UNKNOWN),
        ("transport-cover-ended", {**SITE, DOES: {"driven": "none"}}, MOOT),
        ("data-registration-ended", {"data-ico": {"expires": "2026-11-23"}}, HOLDS),
        ("data-registration-ended", {"data-ico": {"expires": "2026-11-24"}}, FAILS),
        ("fire-drill-old", {**SITE, DRILL: {"drill-on": "2026-05-23"}}, HOLDS),
        ("fire-drill-old", {**SITE, DRILL: {"drill-on": "2026-05-24"}}, FAILS),
        ("fire-drill-old", {WHERE: {"site": "none"}}, MOOT),
    ],
)
def test_rule(edition: Edition, rule: str, values: dict[str, dict[str, str]], truth: Truth) -> None:
    """Each rule on both sides of its boundary; what is missing gives cannot tell, never a pass."""
    assert _truth(edition, rule, values, TODAY) is truth


@pytest.mark.parametrize(
    ("hours", "truth"),
    [("14.5", FAILS), ("15", HOLDS), ("18", HOLDS), ("18.5", FAILS)],
)
def test_near_the_figure(edition: Edition, hours: str, truth: Truth) -> None:
    """From 15 up to and including 18 hours the report prompts; four pupils prompt as well."""
    values = {**NON_SCHOOL, HOURS: {"hours": hours}, PUPILS: {"pupils": "2"}}

    assert _truth(edition, "R04", values, TODAY) is truth
    assert _truth(edition, "R04", {**values, PUPILS: {"pupils": "4"}}, TODAY) is HOLDS


def test_volunteers_before_the_change(edition: Edition) -> None:
    """The rule on volunteers applies from 1 September 2026, not before."""
    values = {**VOLUNTEERS, "staff-volunteers-barred-list": {"unchecked": "1"}}

    assert _truth(edition, "R22", values, date(2026, 8, 31)) is MOOT
    assert _truth(edition, "R22", values, date(2026, 9, 1)) is HOLDS


def _truth(edition: Edition, rule: str, values: dict[str, dict[str, str]], today: date) -> Truth:
    known = edition.checklist.by_id()
    answers = {
        name: Answer(
            rating=None
            if next(c for key, c in known.items() if key == name).class_ is CriterionClass.RECORD
            else Rating.MET,
            values=recorded,
        )
        for name, recorded in values.items()
    }
    audit = Audit(
        format="ap-audit/audit@1",
        subject=edition.checklist.subject,
        provider="acme",
        checklist=edition.checklist.reference,
        digest=edition.digest,
        depth=Depth.FULL,
        date=today,
        auditor="AP lead",
        answers=answers,
        decision=Decision(state="open"),
    )
    found = assess(edition.checklist, audit, today, CALENDAR)
    return next(result.truth for result in found.rules if result.id == rule)
