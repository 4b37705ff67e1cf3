"""Every shipped checklist answered to the end in the real interview, and the counts in the guide.

`pytest --update` writes docs/how-many-questions.md anew.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from ap_audit.files.library import Edition, Library
from ap_audit.model.words import Depth, Stage
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Outcome
from ap_audit.rules.values import lacks_a_value
from tests.builders import CALENDAR
from tests.docs.obliging import TODAY, Facts, Held, held

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-many-questions.md"


def provider(
    setting: str, where: str, does: str = "", *, help_: str = "none", need: str = "none"
) -> Facts:
    """What is so of a provider."""
    places, activities = ("site", "home", "online"), ("workshop", "adventure", "animals", "food")
    return {
        "about-pupils": {"attend": "attending"},
        "about-where": {name: "some" if name in where.split() else "none" for name in places},
        "about-activities": {
            name: "some" if name in does.split() else "none" for name in (*activities, "driven")
        },
        "about-subcontractors": {"use": "none"},
        "about-volunteers": {"help": help_},
        "about-medical": {"need": need},
        "about-social-worker": {"involved": "some"},
        "reg-setting-type": {"setting": setting},
    }


def pupil(**facts: str) -> Facts:
    """What is so of a placement: nothing special where nothing is said."""
    arranged = {"basis": "ordinary", "setting": "non-school", "place": "site", "work": "none"}
    brings = {
        "year": "year-10",
        "plan": "neither",
        "care": "neither",
        "health": "none",
        "justice": "none",
    }
    return {
        "pl-arrangement": {name: facts.get(name, usual) for name, usual in arranged.items()},
        "pl-pupil": {name: facts.get(name, usual) for name, usual in brings.items()},
    }


PROVIDERS: dict[str, Facts] = {
    "A registered academy for alternative provision": provider(
        "ap-academy", "site", "food", need="some"
    ),
    "A small workshop that is not a school": provider("non-school", "site", "workshop"),
    "An online tutor": provider("online", "online"),
    "A farm that drives pupils there": provider(
        "non-school", "site", "animals driven", help_="regular", need="some"
    ),
}
PUPILS: dict[str, Facts] = {
    "Part of the week at a workshop": pupil(plan="sen-support"),
    "Directed off site to a registered school": pupil(basis="direction", setting="dual-school"),
    "Looked after, with an EHC plan, taught online at home": pupil(
        place="online-home", plan="ehc-plan", care="looked-after", health="some"
    ),
}
SCHOOLS: dict[str, Facts] = {
    "A school with a few pupils in alternative provision": {
        "school-use": {"now": "under-five", "this-year": "five-or-more"},
        "school-directions-used": {"used": "some"},
    },
    "A school with none now, and none this year": {
        "school-use": {"now": "none", "this-year": "none"},
        "school-directions-used": {"used": "none"},
    },
}
STANDARDS: dict[str, Facts] = {
    "A workshop that is not a school": {"vns-place": {"at": "site"}},
    "An online tutor": {"vns-place": {"at": "no-site"}},
}
ENDINGS: dict[str, Facts] = {
    "A pupil who comes back as planned": {"pl-ending": {"how": "planned", "next": "ours"}},
    "A pupil whose place the provider ended": {
        "pl-ending": {"how": "by-provider", "next": "not-known"}
    },
}
CASES: dict[str, tuple[str, dict[str, Facts]]] = {
    "ap-provider@2026.1": ("Once for each provider, then yearly", PROVIDERS),
    "non-school-standards@2026.1": ("For a provider that is not a school", STANDARDS),
    "placement-start@2026.1": ("For each pupil, before the first day", PUPILS),
    "placement-review@2026.1": ("For each pupil, every half-term", PUPILS),
    "placement-end@2026.1": ("For each pupil, when the placement ends", ENDINGS),
    "school-practice@2026.1": ("For the school itself, once a year", SCHOOLS),
}
ACADEMY, WORKSHOP, _, _ = PROVIDERS
USUAL, _, AT_HOME = PUPILS
# Each question is answered well, with every value and piece of evidence, by the first of these
# people who is asked it; the others go over it more quickly. Among providers the farm begins.
WELL = "A farm that drives pupils there"


@cache
def edition(reference: str) -> Edition:
    """A shipped edition, read once."""
    return Library(shipped=ROOT / "checklists").edition(reference)


@cache
def talk(reference: str, who: str) -> Held:
    """An interview about one of the cases."""
    people = sorted(CASES[reference][1], key=lambda one: one != WELL)
    before = [talk(reference, other).asked for other in people[: people.index(who)]]
    return held(edition(reference), CASES[reference][1][who], known=set().union(*before))


EVERY = [(reference, who) for reference, (_, people) in CASES.items() for who in people]


def test_every_checklist_has_its_cases() -> None:
    """Each published edition is answered."""
    library = Library(shipped=ROOT / "checklists")
    assert set(CASES) == {one for one in library.references() if not library.is_draft(one)}


@pytest.mark.parametrize(("reference", "who"), EVERY)
def test_answered_to_the_end(reference: str, who: str) -> None:
    """Each interview ends with nothing left, and no question was put twice."""
    interview = talk(reference, who)

    assert (interview.ended.how, interview.ended.left) == ("finished", 0)
    assert set(interview.person.asked.values()) == {1}


def test_what_was_answered_well() -> None:
    """Whoever has everything to hand records each value that is needed, and how it was seen."""
    audit = talk("ap-provider@2026.1", WELL).ended.audit
    outcomes = assess(edition(audit.checklist).checklist, audit, TODAY, CALENDAR).judged()

    assert all(outcome.answer.evidence for outcome in outcomes if outcome.gate is not None)
    assert not any(lacks_a_value(one.criterion, one.answer) for one in outcomes)


@pytest.mark.parametrize(
    ("reference", "who", "never"),
    [
        ("ap-provider@2026.1", "An online tutor", "hs-fire-drill hs-fire-assessment prem-suitable"),
        (
            "ap-provider@2026.1",
            "An online tutor",
            "hs-first-visit hs-food act-transport",
        ),
        (
            "ap-provider@2026.1",
            "An online tutor",
            "act-animals-water about-activities hs-first-aid",
        ),
        ("ap-provider@2026.1", ACADEMY, "reg-fulltime-pupils reg-unregistered-question"),
        ("ap-provider@2026.1", ACADEMY, "onl-supervised saf-home-visits about-adventure"),
        ("ap-provider@2026.1", WORKSHOP, "reg-urn-checked reg-latest-inspection hs-food"),
        ("ap-provider@2026.1", WORKSHOP, "act-animals-water act-transport onl-supervised"),
        ("ap-provider@2026.1", WELL, "about-adventure act-adventure-licence saf-home-visits"),
        ("non-school-standards@2026.1", "An online tutor", "vns-fire vns-first-aid"),
        ("placement-start@2026.1", USUAL, "plan-direction-notice pl-school onl-supervised"),
        ("placement-start@2026.1", AT_HOME, "pl-school plan-direction-notice"),
        ("placement-review@2026.1", USUAL, "rev-direction-request onl-supervised"),
    ],
)
def test_nobody_is_asked_what_cannot_apply(reference: str, who: str, never: str) -> None:
    """An online tutor gets no fire drill, a school nothing that is for others, and so on."""
    names = set(never.split())

    assert names <= {str(key) for key in edition(reference).checklist.by_id()}
    assert talk(reference, who).asked.isdisjoint(names)


def judged(reference: str, who: str) -> list[Outcome]:
    """What would be asked at full depth."""
    audit = replace(talk(reference, who).ended.audit, depth=Depth.FULL)
    return list(assess(edition(reference).checklist, audit, TODAY, CALENDAR).judged())


def page() -> str:
    """The page of the guide."""
    lines = [
        "# How many questions",
        "",
        "Counted by holding each interview to its end, so these are the questions a person gets.",
        "A few facts come first and decide which of the others are asked: nobody is asked about",
        "what cannot apply to them. *Gateways* are those that decide. *At the desk* and *on a",
        "visit* say how many each of these stages asks (`--stage`); some belong to both.",
        "",
    ]
    for reference, (when, people) in CASES.items():
        title = edition(reference).checklist.title
        lines += [
            f"## {title}",
            "",
            f"`{reference}`. {when}.",
            "",
            f"| Who | {' | '.join(columns(reference))} |",
            f"| :--- | {' | '.join('--:' for _ in columns(reference))} |",
            *(row(reference, who) for who in people),
            "",
        ]
    lines += []
    return "\n".join(lines)


def row(reference: str, who: str) -> str:
    """The counts of one case."""
    everything = judged(reference, who)
    core = [outcome for outcome in everything if outcome.criterion.depth is Depth.CORE]
    assert {str(outcome.id) for outcome in core} == talk(reference, who).asked
    counts = {
        "Questions": len(core),
        "Gateways": sum(outcome.criterion.is_gateway for outcome in core),
        "At the desk": sum(Stage.DESK in outcome.criterion.stage for outcome in core),
        "On a visit": sum(Stage.VISIT in outcome.criterion.stage for outcome in core),
        "At full depth": len(everything),
    }
    return f"| {who} | {' | '.join(str(counts[name]) for name in columns(reference))} |"


def columns(reference: str) -> tuple[str, ...]:
    """What is counted: only providers are both read about at the desk and visited."""
    stages = ("At the desk", "On a visit") if reference.startswith("ap-provider") else ()
    return ("Questions", "Gateways", *stages, "At full depth")


def test_the_counts_of_the_guide(kept: Callable[[Path, str], None]) -> None:
    """The page says what was counted."""
    kept(PAGE, page())
