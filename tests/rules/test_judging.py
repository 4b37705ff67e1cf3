"""One criterion judged: what an answer counts as, and whether a gateway is open."""

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Answer, Moderation, OtherAnswer
from ap_audit.model.names import CriterionId
from ap_audit.model.words import CriterionClass, Rating, Rung, Seen, Severity
from ap_audit.rules.assessment import Gate, Outcome
from tests.builders import (
    DATE,
    INTEGER,
    TODAY,
    answer,
    checklist,
    criterion,
    fact,
    gateway,
    judged,
    rule,
    seen,
    shown,
)

MET, PARTLY, NOT_MET, CANNOT_TELL, NOT_APPLICABLE, NOT_CHECKED = Rating
NOBODY = Answer(rating=NOT_APPLICABLE, reason="no employees")
G, S = CriterionId("g"), CriterionId("s")


def differ(one: str, other: str) -> tuple[str, ...]:
    """What is said where two auditors differ."""
    settled = "Until that is settled, the more cautious answer counts."
    return (f"Two auditors differ: {one}, {other}. {settled}",)


def gate(given: Answer | Rating, **record: object) -> Outcome:
    """A gateway, which may be left out where there are no employees, judged by itself."""
    about = replace(gateway("g"), not_applicable=("no employees",), **record)
    return judged(about, {"g": given}).outcome(G)


@pytest.mark.parametrize(
    ("given", "state", "because"),
    [
        (shown(), Gate.OPEN, ()),
        (NOT_MET, Gate.FAILED, ("Found not met.",)),
        (PARTLY, Gate.FAILED, ("Found partly met.",)),
        (answer(PARTLY, seen()), Gate.FAILED, ("Found partly met.",)),
        (CANNOT_TELL, Gate.NOT_SHOWN, ("It could not be told.",)),
        (NOT_CHECKED, Gate.NOT_SHOWN, ("Nobody has checked this yet.",)),
        (MET, Gate.NOT_SHOWN, ("No copy that is in date has been seen.",)),
        (
            answer(MET, seen(Seen.TOLD)),
            Gate.NOT_SHOWN,
            (
                "No copy that is in date has been seen.",
                "letter.pdf: told by the provider, which does not count as seen.",
            ),
        ),
        (NOBODY, Gate.EXCUSED, ()),
        (
            Answer(rating=NOT_APPLICABLE, reason="no time"),
            Gate.NOT_SHOWN,
            ("It is only left out for one of these reasons: no employees.",),
        ),
        (
            replace(shown(), other=OtherAnswer(rating=NOT_CHECKED, by="Head")),
            Gate.NOT_SHOWN,
            differ('one answered "met"', 'Head "not yet checked"'),
        ),
        (
            replace(NOBODY, by="AP lead", other=OtherAnswer(rating=MET)),
            Gate.NOT_SHOWN,
            differ('AP lead answered "does not apply"', 'the other "met"'),
        ),
    ],
    ids=lambda case: case.value if isinstance(case, Rating | Gate) else "",
)
def test_gateways(given: Answer | Rating, state: Gate, because: tuple[str, ...]) -> None:
    """Open when met and shown; failed when partly or not met; else not shown, and why."""
    found = gate(given)

    assert (found.gate, found.gate_because) == (state, because)


def test_a_gateway_that_lacks_a_value_is_not_shown() -> None:
    """Met without a value that it needs is partly met in the sums, and not shown as a gateway."""
    found = judged(gateway("g", expires=DATE), {"g": shown()}).outcome(G)

    assert found.judged is PARTLY
    assert found.because == ("Counts as partly met until this is recorded: On what date?",)
    assert found.gate is Gate.NOT_SHOWN
    assert found.gate_because == ("Not recorded: On what date?",)


def test_only_a_gateway_in_scope_has_a_gate() -> None:
    """A key criterion has none, nor has a gateway that is out of scope."""
    whole = checklist(
        fact("f", number=INTEGER),
        replace(gateway("g"), when=criterion("x", when={"f": "1"}).when),
        criterion("s", CriterionClass.KEY),
    )
    found = judged(whole, {"f": answer(None, number="2"), "g": NOT_MET, "s": MET})

    assert found.gateways() == ()
    assert found.outcome(G).scope_because == "How many? 2."


@pytest.mark.parametrize(
    ("given", "cap", "counts_as"),
    [
        (MET, NOT_MET, NOT_MET),
        (MET, PARTLY, PARTLY),
        (PARTLY, PARTLY, PARTLY),
        (NOT_MET, PARTLY, NOT_MET),
        (CANNOT_TELL, PARTLY, CANNOT_TELL),
        (CANNOT_TELL, NOT_MET, NOT_MET),
        (NOT_CHECKED, NOT_MET, NOT_MET),
        (NOBODY, NOT_MET, NOT_MET),
        (NOBODY, PARTLY, PARTLY),
    ],
    ids=str,
)
def test_caps(given: Answer | Rating, cap: Rating, counts_as: Rating) -> None:
    """A fact beats a tick, and "does not apply" as well; it never raises a rating."""
    whole = checklist(
        fact("f", number=INTEGER),
        criterion("s", not_applicable=("no employees",)),
        rules={"R": rule(Severity.URGENT, {"f": "1"}, caps={"s": cap})},
    )
    found = judged(whole, {"f": answer(None, number="1"), "s": given}).outcome(S)
    changed = counts_as is not found.recorded

    assert found.judged is counts_as
    assert found.because == ((f"Counts as {counts_as.title}: A rule speaks.",) if changed else ())


RULED = checklist(
    fact("f", number=INTEGER),
    replace(gateway("g"), not_applicable=("no employees",)),
    rules={"R": rule(Severity.URGENT, {"f": {"number": {"more_than": "3"}}}, caps={"g": PARTLY})},
)


@pytest.mark.parametrize("given", [shown(), NOBODY], ids=["met", "does not apply"])
@pytest.mark.parametrize(
    ("values", "state", "rung"),
    [
        ({"number": "4"}, Gate.FAILED, Rung.STOP),
        ({}, Gate.NOT_SHOWN, Rung.NOT_SHOWN),
        ({"number": "3"}, None, None),
    ],
    ids=["holds", "cannot tell", "does not hold"],
)
def test_a_gateway_under_a_rule(
    given: Answer, values: dict[str, str], state: Gate | None, rung: Rung | None
) -> None:
    """A rule that holds fails a gateway, and one that cannot tell leaves it not shown.

    Saying that it does not apply is no way round: not knowing would otherwise be better than no.
    """
    found = judged(RULED, {"f": answer(None, **values), "g": given})
    outcome = found.outcome(G)

    if state is None:
        assert outcome.gate is not None
        assert outcome.gate.is_open
    else:
        assert outcome.gate is state
        assert found.verdict.rung is rung


def test_what_a_rule_might_cap_says_which_rule() -> None:
    """A gateway held by a rule that cannot tell names the rule and what is missing."""
    found = judged(RULED, {"g": shown()}).outcome(G)

    assert found.gate_because == (
        "It cannot be told whether this holds: A rule. How many? Not recorded.",
    )


@pytest.mark.parametrize(
    ("allowed", "because"),
    [
        ("never", "This question always applies."),
        ("with-reason", "No reason is given why it does not apply."),
        (
            ("no cars", "no staff"),
            "It is only left out for one of these reasons: no cars, no staff.",
        ),
    ],
)
def test_does_not_apply_without_a_reason(allowed: str | tuple[str, ...], because: str) -> None:
    """It counts as could not tell, and says what would be accepted."""
    about = replace(criterion("s"), not_applicable=allowed)
    found = judged(about, {"s": NOT_APPLICABLE}).outcome(S)

    assert (found.recorded, found.judged) == (NOT_APPLICABLE, CANNOT_TELL)
    assert found.because == (because,)


@pytest.mark.parametrize(
    ("given", "because"),
    [
        (Answer(rating=MET, other=OtherAnswer(rating=MET)), ()),
        (
            Answer(
                rating=MET,
                other=OtherAnswer(rating=PARTLY),
                moderated=Moderation(by="Head", date=TODAY, reason="Looked again."),
            ),
            (),
        ),
        (
            Answer(rating=MET, by="AP lead", other=OtherAnswer(rating=PARTLY, by="Head")),
            differ('AP lead answered "met"', 'Head "partly met"'),
        ),
    ],
    ids=["the same", "settled", "different"],
)
def test_two_auditors(given: Answer, because: tuple[str, ...]) -> None:
    """A difference is said until it is settled."""
    assert judged(criterion("s"), {"s": given}).outcome(S).because == because


def test_two_auditors_of_a_record() -> None:
    """A second auditor who could not tell a fact leaves it open, and that is said."""
    given = replace(answer(None, number="3"), other=OtherAnswer(rating=CANNOT_TELL))
    found = judged(fact("s", number=INTEGER), {"s": given}).outcome(S)

    assert found.judged is CANNOT_TELL
    assert found.because == differ('one answered "recorded"', 'the other "could not tell"')


@pytest.mark.parametrize(
    ("given", "verified"),
    [(shown(), True), (MET, False), (answer(CANNOT_TELL, seen()), False)],
)
def test_verified(given: Answer | Rating, *, verified: bool) -> None:
    """What is rated and was seen is verified; the provider's word is not."""
    assert judged(criterion("s"), {"s": given}).outcome(S).verified is verified
