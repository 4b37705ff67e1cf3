"""The checklist on the voluntary standards: its topics, its citations, and its rules."""

import re

import pytest

from ap_audit.files.library import Edition
from ap_audit.model.words import Rating, Rung, Severity, Subject
from ap_audit.rules.assessment import Truth
from ap_audit.rules.soundness import soundness
from tests.rules.shipped import Values, judged, shipped, truth

HOLDS, FAILS, UNKNOWN, MOOT = Truth.HOLDS, Truth.FAILS, Truth.UNKNOWN, Truth.MOOT
SITE, NO_SITE = {"vns-place": {"at": "site"}}, {"vns-place": {"at": "no-site"}}
LEAD, FIRST_AID = "vns-safeguarding-lead", "vns-first-aid"
TOPICS = """
    vns-recruitment vns-child-protection-policy vns-safeguarding-lead vns-safeguarding-training
    vns-staff-conduct vns-behaviour-policy vns-site-security
    vns-hs-policy vns-risk-assessment vns-medical vns-first-aid vns-fire vns-incident-reporting
    vns-admissions vns-child-records vns-induction-baseline vns-attendance vns-reintegration
    vns-curriculum-teaching vns-staff-skill vns-progress-reporting
""".split()  # noqa: SIM905 -- read like the list of topics


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The shipped edition."""
    return shipped("non-school-standards@2026.1")


def test_sound(edition: Edition) -> None:
    """The checklist is about a provider, and has no flaw and no warning."""
    assert edition.checklist.subject is Subject.PROVIDER
    assert soundness(edition.checklist, edition.register) == ()


def test_every_topic_is_asked_once_in_the_order_of_the_parts(edition: Edition) -> None:
    """Four parts after the facts, and each topic known from a published summary."""
    assert [c.id for c in edition.checklist.criteria() if not c.is_record] == TOPICS
    assert [section.title[:6] for section in edition.checklist.sections[1:]] == [
        "Part 1",
        "Part 2",
        "Part 3",
        "Part 4",
    ]


def test_everything_is_described(edition: Edition) -> None:
    """Every question says why it matters and what to look for."""
    bare = [c.id for c in edition.checklist.criteria() if not c.why or not c.look_for]

    assert bare == []


def test_only_one_number_is_known(edition: Edition) -> None:
    """No standard but 1.1 is cited by a number: none other has been confirmed."""
    cited = [(c.id, s.heading or "") for c in edition.checklist.criteria() for s in c.sources]
    cited += [
        (name, s.heading or "") for name, r in edition.checklist.rules.items() for s in r.sources
    ]
    numbered = [(who, number) for who, text in cited for number in re.findall(r"\d\.\d", text)]

    assert numbered == [("vns-recruitment", "1.1")]


def test_each_topic_says_that_it_is_voluntary(edition: Edition) -> None:
    """Beside every question, in the introduction and on every rung."""
    notes = [s.note or "" for c in edition.checklist.criteria() for s in c.sources]
    ladder = [f"{v.title} {v.says}" for v in edition.checklist.verdicts.values()]

    assert all("voluntary" in note for note in notes)
    assert all("voluntary" in words for words in ladder)
    assert "not a breach" in " ".join((edition.checklist.about or "").split())


def test_a_voluntary_standard_decides_nothing(edition: Edition) -> None:
    """With every standard not met the advice names conditions, and never stops a placement."""
    values: dict[str, dict[str, str]] = {name: {} for name in TOPICS}
    found = judged(edition, {**values, **SITE}, rated=Rating.NOT_MET)

    assert [c.id for c in edition.checklist.criteria() if c.is_gateway] == []
    assert {r.severity for r in edition.checklist.rules.values()} <= {
        Severity.URGENT,
        Severity.WARN,
        Severity.NOTE,
    }
    assert found.verdict.rung is Rung.CONDITIONS


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        ("vns-registered", {"vns-setting": {"kind": "registered"}}, HOLDS),
        ("vns-registered", {"vns-setting": {"kind": "non-school"}}, FAILS),
        ("vns-registered", {}, UNKNOWN),
        ("vns-lead-training-old", {LEAD: {"trained-on": "2024-11-24"}}, HOLDS),
        ("vns-lead-training-old", {LEAD: {"trained-on": "2024-11-25"}}, FAILS),
        ("vns-lead-training-old", {}, UNKNOWN),
        ("vns-first-aid-old", {**SITE, FIRST_AID: {"earliest-expiry": "2026-11-24"}}, HOLDS),
        ("vns-first-aid-old", {**SITE, FIRST_AID: {"earliest-expiry": "2026-11-25"}}, FAILS),
        ("vns-first-aid-old", SITE, UNKNOWN),
        ("vns-first-aid-old", NO_SITE, MOOT),
    ],
)
def test_rule(edition: Edition, rule: str, values: Values, expected: Truth) -> None:
    """Each rule on both sides of its boundary; what is missing gives cannot tell, never a pass."""
    assert truth(edition, rule, values) is expected


@pytest.mark.parametrize(
    ("rule", "criterion", "rated", "expected"),
    [
        ("vns-recruitment-and-us", "vns-recruitment", Rating.NOT_MET, HOLDS),
        ("vns-recruitment-and-us", "vns-recruitment", Rating.PARTLY, HOLDS),
        ("vns-recruitment-and-us", "vns-recruitment", Rating.MET, FAILS),
        ("vns-recruitment-and-us", "vns-recruitment", Rating.CANNOT_TELL, UNKNOWN),
        ("vns-fire-and-law", "vns-fire", Rating.NOT_MET, HOLDS),
        ("vns-fire-and-law", "vns-fire", Rating.PARTLY, FAILS),
        ("vns-fire-and-law", "vns-fire", Rating.NOT_CHECKED, UNKNOWN),
    ],
)
def test_what_is_asked_of_us_or_by_law(
    edition: Edition, rule: str, criterion: str, rated: Rating, expected: Truth
) -> None:
    """A voluntary standard that falls short is followed up where something else asks the same."""
    assert truth(edition, rule, {**SITE, criterion: {}}, rated=rated) is expected


def test_an_online_provider_is_not_asked_about_a_site(edition: Edition) -> None:
    """Who teaches online or at home is not asked about gates, drills and first aid rooms."""
    asked = {o.criterion.id for o in judged(edition, NO_SITE).judged()}

    assert (len(tuple(judged(edition, SITE).judged())), len(asked)) == (23, 20)
    assert not asked & {"vns-site-security", "vns-first-aid", "vns-fire"}
