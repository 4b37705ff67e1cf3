"""The checklist before a pupil's first day: what it holds, and its rules on both sides."""

from datetime import date

import pytest

from ap_audit.files.library import Edition
from ap_audit.model.checklist import ValueType
from ap_audit.model.words import CriterionClass, Depth, Rating, Rung, Subject
from ap_audit.rules.assessment import Truth
from ap_audit.rules.soundness import soundness
from tests.rules.shipped import Values, judged, shipped, truth

HOLDS, FAILS, UNKNOWN, MOOT = Truth.HOLDS, Truth.FAILS, Truth.UNKNOWN, Truth.MOOT
HARD = """
    plan-direction-notice plan-direction-purpose plan-day-six saf-addresses-known saf-whereabouts
    act-work-placement need-ehcp-consulted need-looked-after att-on-roll
""".split()  # noqa: SIM905 -- read like the catalogue
ARRANGED = {
    "basis": "ordinary",
    "setting": "non-school",
    "place": "site",
    "first-day": "2026-12-07",
    "work": "none",
}
PUPIL = {
    "year": "year-10",
    "plan": "neither",
    "care": "neither",
    "health": "none",
    "justice": "none",
}
DIRECTED = {**ARRANGED, "basis": "direction"}


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The shipped edition."""
    return shipped("placement-start@2026.1")


@pytest.mark.parametrize("name", ["placement-start", "placement-review", "placement-end"])
def test_sound(name: str) -> None:
    """Each checklist is about a placement, and has no flaw and no warning."""
    edition = shipped(f"{name}@2026.1")

    assert edition.checklist.subject is Subject.PLACEMENT
    assert soundness(edition.checklist, edition.register) == ()


@pytest.mark.parametrize("name", ["placement-start", "placement-review", "placement-end"])
def test_everything_is_described(name: str) -> None:
    """Every question says why it matters, what to look for and what each rating means."""
    bare = [
        c.id
        for c in shipped(f"{name}@2026.1").checklist.criteria()
        if not c.why or not c.look_for or (not c.is_record and len(c.ratings) < 3)
    ]

    assert bare == []


@pytest.mark.parametrize("name", ["placement-start", "placement-review", "placement-end"])
def test_nothing_asks_who_the_pupil_is(name: str) -> None:
    """Nothing is recorded as free text, and nothing asks for a name or a birthday."""
    specs = [
        spec for c in shipped(f"{name}@2026.1").checklist.criteria() for spec in c.record.values()
    ]

    assert ValueType.TEXT not in {spec.type for spec in specs}
    assert not [s.ask for s in specs if "name" in s.ask.lower() or "birth" in s.ask.lower()]


@pytest.mark.parametrize("name", ["placement-start", "placement-review", "placement-end"])
def test_never_remove_the_child(name: str) -> None:
    """A failed gateway says to tell the safeguarding lead and the head today."""
    says = shipped(f"{name}@2026.1").checklist.verdicts[Rung.STOP].says

    assert "ell our safeguarding lead and the head today" in says
    assert "remove the" not in says


def test_hard_gateways(edition: Edition) -> None:
    """What law or statutory guidance asks for cannot be softened."""
    assert {c.id for c in edition.checklist.criteria() if c.hard} == set(HARD)


def test_gateways_are_core(edition: Edition) -> None:
    """No gateway waits for full depth."""
    gateways = [c for c in edition.checklist.criteria() if c.class_ is CriterionClass.GATEWAY]

    assert {c.depth for c in gateways} == {Depth.CORE}


@pytest.mark.parametrize(
    ("arranged", "pupil", "asked"),
    [
        ({}, {}, set()),
        ({"basis": "direction"}, {}, {"pl-school", "plan-direction-notice"}),
        (
            {"basis": "direction"},
            {"plan": "ehc-plan"},
            {
                "pl-school",
                "plan-direction-notice",
                "plan-ehcp-council-notice",
                "need-ehcp-consulted",
            },
        ),
        ({"basis": "suspension"}, {}, {"plan-day-six"}),
        ({}, {"plan": "ehc-plan"}, {"need-ehcp-consulted"}),
        ({}, {"care": "looked-after"}, {"need-looked-after", "saf-plan-known", "mag-social-care"}),
        ({}, {"care": "social-worker"}, {"saf-plan-known", "mag-social-care"}),
        ({}, {"health": "some"}, {"need-health-plan", "saf-allergy-medical"}),
        ({}, {"justice": "worker"}, {"mag-yjs"}),
        ({"work": "some"}, {}, {"act-work-placement"}),
        ({"place": "home"}, {}, {"saf-home-visits"}),
        ({"place": "online-home"}, {}, {"onl-supervised"}),
    ],
)
def test_asked_only_where_it_can_apply(
    edition: Edition, arranged: dict[str, str], pupil: dict[str, str], asked: set[str]
) -> None:
    """An ordinary placement is asked none of the special questions; a fact brings in its own."""
    special = {
        "pl-school", "plan-direction-notice", "plan-ehcp-council-notice", "plan-day-six",
        "need-ehcp-consulted", "need-looked-after", "saf-plan-known", "mag-social-care",
        "need-health-plan", "saf-allergy-medical", "mag-yjs", "act-work-placement",
        "saf-home-visits", "onl-supervised",
    }  # fmt: skip
    found = judged(
        edition, {"pl-arrangement": {**ARRANGED, **arranged}, "pl-pupil": {**PUPIL, **pupil}}
    )
    there = {str(outcome.id) for outcome in found.judged()} & special

    assert there == asked


def _week(hours: str, **values: str) -> Values:
    return {"cur-hours-total": {"hours": hours}, "cur-part-time-reason": values}


@pytest.mark.parametrize(
    ("rated", "values", "expected"),
    [
        (Rating.NOT_MET, _week("32.4"), HOLDS),
        (Rating.PARTLY, _week("32.4"), HOLDS),
        (Rating.MET, _week("32.4"), FAILS),
        (Rating.NOT_MET, _week("32.5"), FAILS),
        (Rating.CANNOT_TELL, _week("32.4"), UNKNOWN),
        (Rating.MET, {}, UNKNOWN),
    ],
)
def test_full_week(edition: Edition, rated: Rating, values: Values, expected: Truth) -> None:
    """R07 measures by the school's own week, and never by 18 hours."""
    assert truth(edition, "R07", values, rated=rated) is expected
    assert "18" not in edition.checklist.rules["R07"].says


def _arranged(**changed: str) -> Values:
    return {"pl-arrangement": {**ARRANGED, **changed}}


def _coded(code: str, **changed: str) -> Values:
    return {**_arranged(**changed), "att-code-agreed": {"code": code}}


def _contact(criterion: str, contacted: str, **pupil: str) -> Values:
    return {
        **_arranged(),
        "pl-pupil": {**PUPIL, **pupil},
        criterion: {"contacted-on": contacted},
    }


def _directed(first_day: str, school: str) -> Values:
    return {"pl-arrangement": {**DIRECTED, "first-day": first_day}, "pl-school": {"school": school}}


NOTICE, EHC, VIRTUAL = "plan-direction-notice", "need-ehcp-consulted", "need-looked-after"


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        ("R08", _week("20", ends="2026-11-24"), HOLDS),
        ("R08", _week("20", ends="2026-11-25"), FAILS),
        ("R08", _week("20"), UNKNOWN),
        ("R08", _week("32.5", ends="2020-11-25"), MOOT),
        ("R13", {"pl-arrangement": DIRECTED, NOTICE: {"items": "4"}}, HOLDS),
        ("R13", {"pl-arrangement": DIRECTED, NOTICE: {"items": "5"}}, FAILS),
        ("R13", {"pl-arrangement": DIRECTED}, UNKNOWN),
        ("R13", _arranged(), MOOT),
        ("R14", _directed("2026-07-26", "academy"), HOLDS),
        ("R14", _directed("2026-07-25", "academy"), FAILS),
        ("R14", _directed("2026-07-26", "maintained"), FAILS),
        ("R14", _arranged(), FAILS),
        ("R14-before", _directed("2026-07-25", "academy"), HOLDS),
        ("R14-before", _directed("2026-07-26", "academy"), FAILS),
        ("R24", {"saf-addresses-known": {"sites-missing": "1"}}, HOLDS),
        ("R24", {"saf-addresses-known": {"sites-missing": "0"}}, FAILS),
        ("R24", {}, UNKNOWN),
        ("R26-home", _coded("b", place="online-home"), HOLDS),
        ("R26-home", _coded("k", place="home"), HOLDS),
        ("R26-home", _coded("other", place="home"), FAILS),
        ("R26-home", _coded("b"), FAILS),
        ("R26-dual", _coded("k", setting="dual-school", basis="council"), HOLDS),
        ("R26-dual", _coded("d", setting="dual-school", basis="council"), FAILS),
        ("R26-council", _coded("b", basis="council"), HOLDS),
        ("R26-council", _coded("k", basis="council"), FAILS),
        ("R26-council", _coded("d", basis="council", setting="dual-school"), FAILS),
        ("R26-school", _coded("k"), HOLDS),
        ("R26-school", _coded("b"), FAILS),
        ("R26-school", _coded("w"), FAILS),
        ("R26-school", _arranged(), UNKNOWN),
        ("R26-visit", _coded("v"), HOLDS),
        ("R26-visit", _coded("b"), FAILS),
        ("R30", {"att-on-roll": {"roll": "removed-none"}}, HOLDS),
        ("R30", {"att-on-roll": {"roll": "there"}}, FAILS),
        ("R30", {}, UNKNOWN),
        ("R31", {**_arranged(work="some"), "pl-pupil": {**PUPIL, "year": "from-7"}}, HOLDS),
        ("R31", {**_arranged(work="some"), "pl-pupil": {**PUPIL, "year": "year-10"}}, FAILS),
        ("R31", {**_arranged(), "pl-pupil": {**PUPIL, "year": "from-7"}}, FAILS),
        ("R31", _arranged(work="some"), UNKNOWN),
        ("R33", _contact(EHC, "2026-12-08", plan="ehc-plan"), HOLDS),
        ("R33", _contact(EHC, "2026-12-07", plan="ehc-plan"), FAILS),
        ("R33", {**_arranged(), "pl-pupil": {**PUPIL, "plan": "ehc-plan"}}, UNKNOWN),
        ("R33", {**_arranged(), "pl-pupil": {**PUPIL, "plan": "sen-support"}}, MOOT),
        ("R34", _contact(VIRTUAL, "2026-12-08", care="looked-after"), HOLDS),
        ("R34", _contact(VIRTUAL, "2026-12-07", care="looked-after"), FAILS),
        ("R34", {**_arranged(), "pl-pupil": {**PUPIL, "care": "looked-after"}}, UNKNOWN),
        ("R34", {**_arranged(), "pl-pupil": {**PUPIL, "care": "social-worker"}}, MOOT),
        ("no-end-ahead", {"plan-max-length": {"ends": "2026-11-24"}}, HOLDS),
        ("no-end-ahead", {"plan-max-length": {"ends": "2026-11-25"}}, FAILS),
        (
            "pupil-risk-review-overdue",
            {"saf-risk-assessment-pupil": {"review-by": "2026-11-24"}},
            HOLDS,
        ),
        (
            "pupil-risk-review-overdue",
            {"saf-risk-assessment-pupil": {"review-by": "2026-11-25"}},
            FAILS,
        ),
    ],
)
def test_rule(edition: Edition, rule: str, values: Values, expected: Truth) -> None:
    """Each rule on both sides of its boundary; what is missing gives cannot tell."""
    assert truth(edition, rule, values) is expected


@pytest.mark.parametrize("rule", ["R33", "R34"])
def test_nobody_asked(edition: Edition, rule: str) -> None:
    """A council or virtual school head that was not asked stops the placement."""
    pupil = {**PUPIL, "plan": "ehc-plan", "care": "looked-after"}
    values: Values = {**_arranged(), "pl-pupil": pupil, EHC: {}, VIRTUAL: {}}

    assert truth(edition, rule, values, rated=Rating.NOT_MET) is HOLDS
    assert truth(edition, rule, values, rated=Rating.CANNOT_TELL) is UNKNOWN


@pytest.mark.parametrize(
    ("rule", "values", "first"),
    [
        ("R14", _directed("2026-07-26", "academy"), date(2026, 7, 26)),
        ("R30", {"att-on-roll": {"roll": "removed-none"}}, date(2024, 8, 19)),
        ("R13", {"pl-arrangement": DIRECTED, NOTICE: {"items": "4"}}, date(2010, 9, 1)),
    ],
)
def test_begins(edition: Edition, rule: str, values: Values, first: date) -> None:
    """A rule of law begins on the day the law did."""
    before = date.fromordinal(first.toordinal() - 1)

    assert truth(edition, rule, values, today=before) is MOOT
    assert truth(edition, rule, values, today=first) is HOLDS
