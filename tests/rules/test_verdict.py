"""The ladder: what holds a verdict at each rung, and how it is said."""

from collections.abc import Mapping

import pytest

from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Checklist
from ap_audit.model.words import Rating, Rung, Severity
from tests.builders import (
    CHOICE,
    INTEGER,
    answer,
    checklist,
    criterion,
    fact,
    gateway,
    judged,
    key,
    rule,
    section,
    shown,
)

MET, PARTLY, NOT_MET, CANNOT_TELL, NOT_APPLICABLE, NOT_CHECKED = Rating
STOP, NOT_SHOWN, CONDITIONS, CLEAR = Rung
WHOLE = checklist(gateway("g"), key("k"), criterion("s"), criterion("t"))
CHECKED: Mapping[str, Answer | Rating] = {"g": shown(), "k": MET, "s": MET, "t": MET}


def ruled(severity: Severity) -> Checklist:
    """One criterion, and a rule that holds where a number is 1."""
    rules = {"R": rule(severity, {"f": "1"}, title="A rule")}
    return checklist(fact("f", number=INTEGER), criterion("s"), rules=rules)


@pytest.mark.parametrize(
    ("changed", "rung", "because"),
    [
        ({}, CLEAR, ()),
        ({"g": NOT_MET}, STOP, ("Is g so? Found not met.",)),
        ({"g": PARTLY}, STOP, ("Is g so? Found partly met.",)),
        ({"g": NOT_CHECKED}, NOT_SHOWN, ("Is g so? Nobody has checked this yet.",)),
        ({"g": MET}, NOT_SHOWN, ("Is g so? No copy that is in date has been seen.",)),
        ({"k": NOT_MET}, CONDITIONS, ("Is k so? Not met.",)),
        ({"k": PARTLY}, CLEAR, ()),
        ({"s": NOT_MET, "t": NOT_MET}, CLEAR, ()),
        ({"s": CANNOT_TELL}, CLEAR, ()),
        (
            {"s": CANNOT_TELL, "t": NOT_CHECKED},
            CONDITIONS,
            ("Only 71 % of what applies has been rated; at least 80 % should be.",),
        ),
        (
            {"k": CANNOT_TELL},
            CONDITIONS,
            (
                "Is k so? Could not tell.",
                "Only 71 % of what applies has been rated; at least 80 % should be.",
            ),
        ),
        ({"g": NOT_MET, "k": NOT_MET}, STOP, ("Is g so? Found not met.",)),
    ],
)
def test_rungs(
    changed: Mapping[str, Answer | Rating], rung: Rung, because: tuple[str, ...]
) -> None:
    """The worst rung wins, and everything that holds it there is said."""
    found = judged(WHOLE, {**CHECKED, **changed}).verdict

    assert (found.rung, found.because) == (rung, because)
    assert (found.title, found.says) == (rung.value, f"Says {rung}.")


def test_conditions_are_listed_whatever_the_rung() -> None:
    """What else would have to be put right is said under a worse verdict too."""
    found = judged(WHOLE, {**CHECKED, "g": NOT_MET, "k": NOT_MET}).verdict

    assert found.conditions == ("Is k so? Not met.",)


@pytest.mark.parametrize(
    ("severity", "number", "rung", "because"),
    [
        (Severity.STOP, "1", STOP, ("A rule speaks.",)),
        (Severity.STOP, None, NOT_SHOWN, ("A rule: cannot be told. How many? Not recorded.",)),
        (Severity.STOP, "2", CLEAR, ()),
        (Severity.URGENT, "1", CONDITIONS, ("A rule speaks.",)),
        (Severity.URGENT, None, CONDITIONS, ("A rule: cannot be told. How many? Not recorded.",)),
        (Severity.WARN, "1", CLEAR, ()),
        (Severity.WARN, None, CLEAR, ()),
        (Severity.NOTE, "1", CLEAR, ()),
    ],
)
def test_rules(
    severity: Severity, number: str | None, rung: Rung, because: tuple[str, ...]
) -> None:
    """A rule that stops or presses decides, also where it cannot tell; one that warns does not."""
    given = answer(None) if number is None else answer(None, number=number)
    found = judged(ruled(severity), {"f": given, "s": MET}).verdict

    assert (found.rung, found.because) == (rung, because)


def test_floor() -> None:
    """A section whose worst case lies below its floor is a condition, with both figures."""
    low = section("low", criterion("s"), criterion("t"), criterion("u"), floor=70)
    found = judged(checklist(low), {"s": MET, "t": MET, "u": NOT_MET}).verdict

    assert found.because == (
        "Low: 66 % if all that is unknown is not met; the least asked for is 70 %.",
    )


def test_unsettled() -> None:
    """A fact that decides which questions apply is a condition, said once for all of them."""
    whole = checklist(
        fact("f", sort=CHOICE),
        criterion("s", when={"f": "school"}),
        criterion("t", when={"f": "school"}),
    )
    found = judged(whole, {"s": MET, "t": MET}).verdict

    assert found.rung is CONDITIONS
    assert found.because == ("It is not settled which questions apply. Which kind? Not recorded.",)


def test_nothing_that_could_be_rated() -> None:
    """Where nothing could be rated, nothing has been shown, and the advice is not clear."""
    found = judged(checklist(fact("f", number=INTEGER)), {"f": answer(None, number="1")}).verdict

    assert found.rung is CONDITIONS
    assert found.because == ("Nothing that could be rated applies.",)


def test_coverage_at_its_edge() -> None:
    """Four fifths is enough, exactly."""
    whole = checklist(*(criterion(f"s{number}") for number in range(5)))
    rated = {f"s{number}": MET for number in range(4)}

    assert judged(whole, rated).verdict.rung is CLEAR
    assert judged(whole, {**rated, "s3": NOT_CHECKED}).verdict.rung is CONDITIONS
