"""Which criteria are judged, and what put the others out."""

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Answer
from ap_audit.model.condition import Data
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Depth, Rating, Rung
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Scope
from tests.builders import (
    CALENDAR,
    CHOICE,
    INTEGER,
    TODAY,
    answer,
    audit,
    checklist,
    criterion,
    fact,
    judged,
)

S = CriterionId("s")
SCHOOL: Data = {"f": {"sort": "school"}}


@pytest.mark.parametrize(
    ("when", "given", "scope", "because"),
    [
        (None, answer(None), Scope.IN, ""),
        (SCHOOL, answer(None, sort="school"), Scope.IN, ""),
        (SCHOOL, answer(None, sort="centre"), Scope.OUT, "Which kind? A centre."),
        (SCHOOL, answer(None), Scope.UNSETTLED, "Which kind? Not recorded."),
        (
            SCHOOL,
            answer(Rating.CANNOT_TELL, sort="school"),
            Scope.UNSETTLED,
            "Which kind? A school. But it was left open: Is f so?",
        ),
        (
            SCHOOL,
            answer(Rating.NOT_CHECKED, sort="school"),
            Scope.UNSETTLED,
            "Which kind? A school. But it was left open: Is f so?",
        ),
        (SCHOOL, answer(Rating.CANNOT_TELL, sort="centre"), Scope.OUT, "Which kind? A centre."),
        (
            SCHOOL,
            Answer(rating=Rating.NOT_APPLICABLE, reason="none"),
            Scope.OUT,
            "Which kind? This does not apply here.",
        ),
    ],
    ids=[
        "no condition",
        "holds",
        "does not hold",
        "not recorded",
        "could not tell, with a value",
        "not checked, with a value",
        "could not tell, and the value says no",
        "does not apply",
    ],
)
def test_scope(when: Data | None, given: Answer, scope: Scope, because: str) -> None:
    """What cannot be told is asked and judged, and the recorded value that decided is named."""
    about = replace(fact("f", sort=CHOICE), not_applicable="with-reason")
    whole = checklist(about, criterion("s", when=when))
    found = judged(whole, {"f": given}).outcome(S)

    assert (found.scope, found.scope_because) == (scope, because)


@pytest.mark.parametrize(
    ("depth", "scope", "because"),
    [
        (Depth.CORE, Scope.DEEPER, "Asked only in an audit of full depth."),
        (Depth.FULL, Scope.IN, ""),
    ],
)
def test_depth(depth: Depth, scope: Scope, because: str) -> None:
    """A question of full depth is judged only where the audit is of full depth."""
    whole = checklist(criterion("s", depth=Depth.FULL))
    found = assess(whole, audit(depth=depth), TODAY, CALENDAR).outcome(S)

    assert (found.scope, found.scope_because) == (scope, because)


def test_one_out_of_scope_puts_out_what_hangs_on_it() -> None:
    """A condition on a question that is not asked here does not apply either."""
    whole = checklist(
        fact("f", sort=CHOICE),
        criterion("g", record={"number": INTEGER}, when=SCHOOL),
        criterion("s", when={"g": {"number": {"at_least": "1"}}}),
    )
    found = judged(whole, {"f": answer(None, sort="centre"), "g": answer(None, number="3")})

    assert found.outcome(S).scope is Scope.OUT
    assert found.outcome(S).scope_because == "How many? This does not apply here."


def test_two_values_each_say_something() -> None:
    """A record whose second value is missing still settles what hangs on its first."""
    whole = checklist(fact("f", sort=CHOICE, number=INTEGER), criterion("s", when=SCHOOL))
    found = judged(whole, {"f": answer(None, sort="school")}).outcome(S)

    assert found.scope is Scope.IN


@pytest.mark.parametrize("rating", [Rating.CANNOT_TELL, Rating.NOT_CHECKED])
def test_a_fact_left_open_is_a_condition(rating: Rating) -> None:
    """Taking back a fact that decides what is asked never lifts a verdict, in any words."""
    whole = checklist(fact("f", sort=CHOICE), criterion("s", when=SCHOOL))
    found = judged(whole, {"f": answer(rating, sort="school"), "s": Rating.MET})

    assert found.verdict.rung is Rung.CONDITIONS
