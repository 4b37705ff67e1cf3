"""How many questions four typical pupils bring: what cannot apply to a pupil is not asked."""

from pathlib import Path

import pytest

from ap_audit.model.words import Depth
from tests.rules.shipped import Values, judged, shipped

MANUAL = (Path(__file__).parents[2] / "docs" / "catalogue.md").read_text(encoding="utf-8")
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
PUPILS: dict[str, Values] = {
    "two days a week at a workshop": {"pl-arrangement": ARRANGED, "pl-pupil": PUPIL},
    "directed off site by an academy, in Year 8, with a plan": {
        "pl-arrangement": {**ARRANGED, "basis": "direction", "setting": "dual-school"},
        "pl-pupil": {**PUPIL, "year": "from-7", "plan": "ehc-plan"},
        "pl-school": {"school": "academy"},
    },
    "looked after, in Year 11, at a farm": {
        "pl-arrangement": ARRANGED,
        "pl-pupil": {**PUPIL, "year": "year-11", "care": "looked-after"},
    },
    "taught online at home, with a medical need": {
        "pl-arrangement": {**ARRANGED, "place": "online-home"},
        "pl-pupil": {**PUPIL, "health": "some"},
    },
}


def _count(name: str, values: Values) -> str:
    edition = shipped(f"{name}@2026.1")
    known = {str(key) for key in edition.checklist.by_id()}
    hours = {"cur-hours-total": {"hours": "32.5"}, **values}
    found = [
        outcome.criterion.depth
        for outcome in judged(edition, {k: v for k, v in hours.items() if k in known}).judged()
    ]
    return f"{found.count(Depth.CORE)} ({len(found)})"


@pytest.mark.parametrize("pupil", PUPILS)
def test_the_manual_says_how_many(pupil: str) -> None:
    """The counts in the manual are those that a pupil's facts bring."""
    before, during = (_count(f"placement-{n}", PUPILS[pupil]) for n in ("start", "review"))

    assert f"| {pupil} | {before} | {during} |" in MANUAL
