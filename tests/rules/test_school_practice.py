"""The checklist on the school's own house: what it holds, and its rules on both sides."""

import pytest

from ap_audit.files.library import Edition
from ap_audit.model.checklist import ValueType
from ap_audit.model.words import Depth, Rating, Rung, Subject
from ap_audit.rules.assessment import Truth
from ap_audit.rules.soundness import soundness
from tests.rules.shipped import Values, judged, shipped, truth

HOLDS, FAILS, UNKNOWN, MOOT = Truth.HOLDS, Truth.FAILS, Truth.UNKNOWN, Truth.MOOT
USED = {"school-use": {"now": "five-or-more", "this-year": "five-or-more"}}
UNUSED = {"school-use": {"now": "none", "this-year": "none"}}
DIRECTED = {"school-directions-used": {"used": "some"}}
ENOUGH = {"size": "five-or-more"}


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The shipped edition."""
    return shipped("school-practice@2026.1")


def test_sound(edition: Edition) -> None:
    """The checklist is about the school, and has no flaw and no warning."""
    assert edition.checklist.subject is Subject.SCHOOL
    assert soundness(edition.checklist, edition.register) == ()


def test_hard_gateways(edition: Edition) -> None:
    """What stands on law or statutory guidance for one pupil is as hard for all of them."""
    assert {c.id for c in edition.checklist.criteria() if c.hard} == {
        "school-whereabouts",
        "school-on-roll",
        "school-checks-held",
        "school-concerns-acted",
    }


def test_everything_is_described(edition: Edition) -> None:
    """Every question says why it matters and what to look for."""
    bare = [c.id for c in edition.checklist.criteria() if not c.why or not c.look_for]

    assert bare == []


def test_nothing_written_down_could_name_a_pupil(edition: Edition) -> None:
    """The school counts and dates; nothing asks for free text about pupils."""
    texts = [
        (c.id, name)
        for c in edition.checklist.criteria()
        for name, spec in c.record.items()
        if spec.type is ValueType.TEXT
    ]

    assert texts == []


def _count(rule: str, criterion: str, name: str) -> list[tuple[str, Values, Truth]]:
    return [
        (rule, {**USED, **DIRECTED, criterion: {name: "1"}}, HOLDS),
        (rule, {**USED, **DIRECTED, criterion: {name: "0"}}, FAILS),
        (rule, {**USED, **DIRECTED}, UNKNOWN),
        (rule, {**UNUSED, "school-directions-used": {"used": "none"}}, MOOT),
    ]


def _dated(
    rule: str, criterion: str, name: str, days: tuple[str, str]
) -> list[tuple[str, Values, Truth]]:
    late, in_time = days
    return [
        (rule, {**USED, criterion: {name: late}}, HOLDS),
        (rule, {**USED, criterion: {name: in_time}}, FAILS),
        (rule, USED, UNKNOWN),
    ]


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        *_count("R08-school", "school-full-week", "part-time-open"),
        *_count("R09-school", "school-reviews-on-time", "overdue"),
        *_count("R12-school", "school-directions", "late"),
        *_count("R21-school", "school-checks-held", "missing"),
        *_count("R21-school-old", "school-checks-held", "old"),
        *_count("R24-school", "school-whereabouts", "sites-missing"),
        *_count("R30-school", "school-on-roll", "no-ground"),
        *_count("register-gaps", "school-register-checked", "unchecked"),
        *_count("council-not-told", "school-council-told", "not-told"),
        ("R37", {**USED, "att-census": {"arranged": "3", "recorded": "2"}}, HOLDS),
        ("R37", {**USED, "att-census": {"arranged": "3", "recorded": "3"}}, FAILS),
        ("R37", {**USED, "att-census": {"arranged": "0", "recorded": "0"}}, FAILS),
        ("R37", {**USED, "att-census": {"arranged": "3"}}, UNKNOWN),
        ("R37", UNUSED, MOOT),
        *_dated(
            "governors-report-old",
            "com-governors-informed",
            "reported-on",
            ("2025-11-24", "2025-11-25"),
        ),
        *_dated("list-old", "com-list-kept", "list-date", ("2026-10-24", "2026-10-25")),
        *_dated(
            "checker-training-old", "school-training", "trained-on", ("2024-11-24", "2024-11-25")
        ),
        *_dated("equality-look-old", "plan-equality", "looked-on", ("2025-11-24", "2025-11-25")),
    ],
)
def test_rule(edition: Edition, rule: str, values: Values, expected: Truth) -> None:
    """Each rule on both sides of its boundary; what is missing gives cannot tell, never a pass."""
    assert truth(edition, rule, values) is expected


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        ({**ENOUGH, "share-placed": "12.1", "share-roll": "12"}, HOLDS),
        ({**ENOUGH, "share-placed": "12", "share-roll": "12"}, FAILS),
        ({**ENOUGH, "share-placed": "12"}, UNKNOWN),
        ({"size": "under-five"}, FAILS),
        ({"size": "under-five", "share-placed": "90", "share-roll": "1"}, FAILS),
        ({}, UNKNOWN),
    ],
    ids=["over", "equal", "no-roll", "small", "small-with-share", "nothing"],
)
def test_concentration(edition: Edition, recorded: dict[str, str], expected: Truth) -> None:
    """A larger share is noted, never from fewer than five pupils, and proves nothing."""
    assert truth(edition, "R40", {**USED, "plan-equality": recorded}) is expected
    assert "not evidence of discrimination" in " ".join(edition.checklist.rules["R40"].says.split())


def test_a_fact_beats_a_tick(edition: Edition) -> None:
    """A gateway rated met, with an overdue review counted beside it, is judged partly met."""
    found = judged(edition, {**USED, "school-reviews-on-time": {"overdue": "1"}})
    (reviews,) = (o for o in found.outcomes if o.criterion.id == "school-reviews-on-time")

    assert reviews.judged is Rating.PARTLY
    assert found.verdict.rung is Rung.STOP


def test_a_school_that_places_nobody_is_not_asked_about_pupils(edition: Edition) -> None:
    """Without placements no gateway is asked, and each is listed as out of scope."""
    found = judged(edition, UNUSED)

    assert [o.criterion.id for o in found.judged() if o.criterion.is_gateway] == []


def test_the_ladder_speaks_of_the_school(edition: Edition) -> None:
    """No rung says "place", and none says to move a pupil."""
    words = [rung.title for rung in edition.checklist.verdicts.values()]

    assert words == [
        "Put right today",
        "We cannot yet show what we must",
        "We can show what we must, with things to put right",
        "We can show how we look after these pupils",
    ]


@pytest.mark.parametrize(
    ("now", "this_year", "directed", "core", "full"),
    [
        ("five-or-more", "five-or-more", "some", 30, 32),
        ("under-five", "under-five", "none", 29, 31),
        ("none", "under-five", "none", 20, 22),
        ("none", "none", "none", 8, 9),
    ],
    ids=["directed", "placed", "placed-earlier", "none"],
)
def test_how_many_questions(
    edition: Edition, now: str, this_year: str, directed: str, *, core: int, full: int
) -> None:
    """The counts in the manual: nobody is asked what cannot apply."""
    values = {
        "school-use": {"now": now, "this-year": this_year},
        "school-directions-used": {"used": directed},
    }
    asked = [outcome.criterion.depth for outcome in judged(edition, values).judged()]

    assert (asked.count(Depth.CORE), len(asked)) == (core, full)
