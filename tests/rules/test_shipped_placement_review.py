"""The half-termly review and the end of a placement: what they hold, and their rules."""

from datetime import date

import pytest

from ap_audit.files.library import Edition
from ap_audit.model.words import CriterionClass, Depth, Rating, Severity
from ap_audit.rules.assessment import Truth
from tests.rules.shipped import Values, judged, shipped, truth

HOLDS, FAILS, UNKNOWN, MOOT = Truth.HOLDS, Truth.FAILS, Truth.UNKNOWN, Truth.MOOT
ARRANGED = {
    "basis": "ordinary",
    "setting": "non-school",
    "place": "site",
    "first-day": "2026-09-07",
    "work": "none",
    "agreed-end": "2027-02-12",
    "sessions": "4",
}
PUPIL = {
    "year": "year-10",
    "plan": "neither",
    "care": "neither",
    "health": "none",
    "justice": "none",
}


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The shipped edition."""
    return shipped("placement-review@2026.1")


def test_short_enough_to_be_used(edition: Edition) -> None:
    """A typical pupil brings 15 to 20 questions at core depth, and two facts."""
    values: Values = {"pl-arrangement": ARRANGED, "pl-pupil": PUPIL}
    core = [
        outcome
        for outcome in judged(edition, values).judged()
        if outcome.criterion.depth is Depth.CORE
    ]
    facts = [outcome for outcome in core if outcome.section.id == "facts"]

    assert len(facts) == 2
    assert 15 <= len(core) - len(facts) <= 20


def test_gateways_are_core(edition: Edition) -> None:
    """No gateway waits for full depth."""
    gateways = [c for c in edition.checklist.criteria() if c.class_ is CriterionClass.GATEWAY]

    assert {c.depth for c in gateways} == {Depth.CORE}
    assert {c.id for c in gateways if c.hard} == {
        "saf-open-concern",
        "saf-whereabouts",
        "att-on-roll",
        "need-ehcp-consulted",
        "need-looked-after",
    }


def test_no_rule_of_thirty_days(edition: Edition) -> None:
    """The interval of 30 days was abolished, and no rule or question brings it back."""
    assert not [rule.says for rule in edition.checklist.rules.values() if "30" in rule.says]


@pytest.mark.parametrize("rule", ["R35-twelve-weeks", "R36"])
def test_proposed_not_law(edition: Edition, rule: str) -> None:
    """What is only proposed is a note and says so."""
    found = edition.checklist.rules[rule]

    assert found.severity is Severity.NOTE
    assert "proposed, not law" in f"{found.title} {found.says}"
    assert "proposed, not law" in found.says


def _arranged(**changed: str) -> Values:
    return {"pl-arrangement": {**ARRANGED, **changed}}


def _asked(school: str, request: str, earlier: str) -> Values:
    return {
        **_arranged(basis="direction"),
        "pl-school": {"school": school},
        "rev-direction-request": {"request": request, "earlier": earlier},
    }


def _sessions(**values: str) -> Values:
    counted = {"expected": "40", "reported": "40", "attended": "36", "miscoded": "0"}
    return {"att-rate": {**counted, **values}}


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        ("R11", _asked("maintained", "waiting", "not-within"), HOLDS),
        ("R11", _asked("maintained", "waiting", "within"), FAILS),
        ("R11", _asked("maintained", "held", "not-within"), FAILS),
        ("R11", _asked("academy", "waiting", "not-within"), FAILS),
        ("R11", _arranged(basis="direction"), UNKNOWN),
        ("R11", _arranged(), MOOT),
        ("R11-academy", _asked("academy", "waiting", "not-within"), HOLDS),
        ("R11-academy", _asked("academy", "waiting", "within"), FAILS),
        ("R14", {**_asked("academy", "none", "no-request")}, HOLDS),
        ("R24", {"saf-whereabouts": {"unlisted-places": "1"}}, HOLDS),
        ("R24", {"saf-whereabouts": {"unlisted-places": "0"}}, FAILS),
        ("R24", {}, UNKNOWN),
        ("R25", _sessions(reported="39"), HOLDS),
        ("R25", _sessions(reported="40"), FAILS),
        ("R25", {"att-rate": {"expected": "40"}}, UNKNOWN),
        ("R27", _sessions(miscoded="1"), HOLDS),
        ("R27", _sessions(miscoded="0"), FAILS),
        ("R27", {}, UNKNOWN),
        ("R29", {"att-severe": {"illness": "15"}}, HOLDS),
        ("R29", {"att-severe": {"illness": "14"}}, FAILS),
        ("R29", {}, UNKNOWN),
        ("R30", {"att-on-roll": {"roll": "removed-none"}}, HOLDS),
        ("R30", {"att-on-roll": {"roll": "removed-ground"}}, FAILS),
        ("R31", {**_arranged(work="some"), "pl-pupil": {**PUPIL, "year": "from-7"}}, HOLDS),
        ("R31", {**_arranged(work="some"), "pl-pupil": {**PUPIL, "year": "year-10"}}, FAILS),
        ("R35", _arranged(**{"agreed-end": "2026-11-24"}), HOLDS),
        ("R35", _arranged(**{"agreed-end": "2026-11-25"}), FAILS),
        ("R35", {}, UNKNOWN),
        ("R35-twelve-weeks", _arranged(**{"first-day": "2026-09-02"}), HOLDS),
        ("R35-twelve-weeks", _arranged(**{"first-day": "2026-09-03"}), FAILS),
        (
            "R35-twelve-weeks",
            _arranged(setting="college", **{"first-day": "2026-01-05"}),
            FAILS,
        ),
        ("R36", _arranged(sessions="5", **{"first-day": "2026-09-01"}), HOLDS),
        ("R36", _arranged(sessions="4", **{"first-day": "2026-09-01"}), FAILS),
        ("R36", _arranged(sessions="5", **{"first-day": "2026-09-02"}), FAILS),
    ],
)
def test_rule(edition: Edition, rule: str, values: Values, expected: Truth) -> None:
    """Each rule on both sides of its boundary; what is missing gives cannot tell."""
    assert truth(edition, rule, values) is expected


@pytest.mark.parametrize(
    ("rated", "expected"),
    [
        (Rating.NOT_MET, HOLDS),
        (Rating.PARTLY, HOLDS),
        (Rating.MET, FAILS),
        (Rating.CANNOT_TELL, UNKNOWN),
    ],
)
def test_census(edition: Edition, rated: Rating, expected: Truth) -> None:
    """R37 warns of a placement that our school arranged and the census does not show."""
    values: Values = {**_arranged(), "att-census": {}}

    assert truth(edition, "R37", values, rated=rated) is expected
    assert truth(edition, "R37", {**_arranged(basis="council")}) is MOOT


@pytest.mark.parametrize("rule", ["R33", "R34"])
def test_nobody_asked(edition: Edition, rule: str) -> None:
    """A plan or care that began since the start stops until the council was asked."""
    pupil = {**PUPIL, "plan": "ehc-plan", "care": "looked-after"}
    values: Values = {"pl-pupil": pupil, "need-ehcp-consulted": {}, "need-looked-after": {}}

    assert truth(edition, rule, values, rated=Rating.NOT_MET) is HOLDS
    assert truth(edition, rule, values, rated=Rating.MET) is FAILS
    assert truth(edition, rule, values, rated=Rating.CANNOT_TELL) is UNKNOWN
    assert truth(edition, rule, {"pl-pupil": PUPIL}) is MOOT


@pytest.mark.parametrize(
    ("rule", "school", "first"),
    [("R11", "maintained", date(2013, 1, 1)), ("R11-academy", "academy", date(2026, 7, 26))],
)
def test_begins(edition: Edition, rule: str, school: str, first: date) -> None:
    """The right to ask for a review begins on different days for the two kinds of school."""
    values = _asked(school, "waiting", "not-within")
    before = date.fromordinal(first.toordinal() - 1)

    assert truth(edition, rule, values, today=before) is MOOT
    assert truth(edition, rule, values, today=first) is HOLDS


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        ("R30", {"att-on-roll": {"roll": "removed-none"}}, HOLDS),
        ("R30", {"att-on-roll": {"roll": "there"}}, FAILS),
        ("next-not-settled", {"pl-ending": {"next": "not-known"}}, HOLDS),
        ("next-not-settled", {"pl-ending": {"next": "ours"}}, FAILS),
        ("next-not-settled", {}, UNKNOWN),
        ("ended-before-time", {"pl-ending": {"how": "by-provider"}}, HOLDS),
        ("ended-before-time", {"pl-ending": {"how": "planned"}}, FAILS),
    ],
)
def test_rule_at_the_end(rule: str, values: Values, expected: Truth) -> None:
    """The rules of the checklist that closes a placement."""
    assert truth(shipped("placement-end@2026.1"), rule, values) is expected
