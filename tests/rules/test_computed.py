"""Computed rules on a date, and what they cap."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from ap_audit.model.condition import Data
from ap_audit.model.words import Rating, Severity
from ap_audit.rules.assessment import RuleResult, Truth
from ap_audit.rules.computed import caps, rule_results, undecided
from ap_audit.rules.facts import facts_of
from tests.builders import CALENDAR, INTEGER, TODAY, answer, checklist, criterion, fact, rule

PARTLY, NOT_MET = Rating.PARTLY, Rating.NOT_MET
DAY = timedelta(days=1)


def results(*caps_of: dict[str, Rating], number: str | None = "4") -> tuple[RuleResult, ...]:
    """Results of rules R0, R1 ... that hold where the number is over three, each with its caps."""
    when: Data = {"f": {"number": {"more_than": "3"}}}
    rules = {
        f"R{at}": rule(Severity.STOP, when, caps=one, title=f"Rule {at}")
        for at, one in enumerate(caps_of)
    }
    whole = checklist(fact("f", number=INTEGER), criterion("s"), criterion("t"), rules=rules)
    given = answer(None) if number is None else answer(None, number=number)
    return rule_results(
        facts_of(checklist=whole, answers={"f": given}, today=TODAY, calendar=CALENDAR)
    )


@pytest.mark.parametrize(
    ("number", "truth", "because"),
    [
        ("4", Truth.HOLDS, "How many? 4, which is more than 3."),
        ("3", Truth.FAILS, "How many? 3, which is not more than 3."),
        (None, Truth.UNKNOWN, "How many? Not recorded."),
    ],
)
def test_a_rule(number: str | None, truth: Truth, because: str) -> None:
    """A rule holds, does not, or cannot tell, and says why."""
    (found,) = results({}, number=number)

    assert (found.truth, found.because) == (truth, because)
    assert found.inputs == (("How many?", number or "not recorded"),)


@pytest.mark.parametrize(
    ("given", "lowest", "by"),
    [
        ([{"s": PARTLY}, {"s": NOT_MET}], NOT_MET, "R1"),
        ([{"s": NOT_MET}, {"s": PARTLY}], NOT_MET, "R0"),
        ([{"s": PARTLY}, {"s": PARTLY}], PARTLY, "R0"),
    ],
)
def test_the_lowest_cap_counts(given: list[dict[str, Rating]], lowest: Rating, by: str) -> None:
    """Of several rules that hold one criterion down the strictest counts; of equals the first."""
    (found,) = caps(results(*given)).values()

    assert (found.rating, found.rule.id) == (lowest, by)


def test_each_rule_caps_its_own() -> None:
    """Rules that are about different criteria do not mix."""
    found = caps(results({"s": PARTLY}, {"t": NOT_MET}))

    assert {str(name): cap.rating for name, cap in found.items()} == {"s": PARTLY, "t": NOT_MET}


@pytest.mark.parametrize(
    ("number", "capped", "in_doubt"), [("4", True, False), ("3", False, False), (None, False, True)]
)
def test_only_what_holds_caps(number: str | None, *, capped: bool, in_doubt: bool) -> None:
    """A rule that does not hold caps nothing; one that cannot tell leaves a doubt."""
    found = results({"s": PARTLY}, number=number)

    assert bool(caps(found)) is capped
    assert bool(undecided(found)) is in_doubt


@pytest.mark.parametrize(
    ("begins", "ends", "truth", "because"),
    [
        (TODAY, TODAY, Truth.HOLDS, "How many? 4."),
        (None, None, Truth.HOLDS, "How many? 4."),
        (TODAY + DAY, None, Truth.MOOT, "Applies from 24 November 2026."),
        (None, TODAY - DAY, Truth.MOOT, "Applied until 22 November 2026."),
    ],
    ids=["first and last day", "always", "not yet", "no longer"],
)
def test_in_force(begins: date | None, ends: date | None, truth: Truth, because: str) -> None:
    """A rule applies from its first day up to and including its last."""
    one = replace(rule(Severity.STOP, {"f": "4"}), from_=begins, to=ends)
    whole = checklist(fact("f", number=INTEGER), rules={"R": one})
    (found,) = rule_results(facts_of(whole, {"f": answer(None, number="4")}, TODAY, CALENDAR))

    assert (found.truth, found.because) == (truth, because)
