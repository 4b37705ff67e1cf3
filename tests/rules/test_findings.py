"""What falls short, most serious first, and the actions that answer it."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Action, Answer
from ap_audit.model.words import CriterionClass, Rating, Severity
from tests.builders import (
    INTEGER,
    TODAY,
    answer,
    checklist,
    criterion,
    fact,
    gateway,
    judged,
    key,
    rule,
    shown,
)

MET, PARTLY, NOT_MET, CANNOT_TELL, NOT_APPLICABLE, NOT_CHECKED = Rating
STOP, URGENT, WARN, NOTE = Severity
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("kind", "rating", "severity"),
    [
        (CriterionClass.GATEWAY, NOT_MET, STOP),
        (CriterionClass.GATEWAY, PARTLY, STOP),
        (CriterionClass.GATEWAY, CANNOT_TELL, URGENT),
        (CriterionClass.GATEWAY, MET, URGENT),
        (CriterionClass.KEY, NOT_MET, URGENT),
        (CriterionClass.KEY, PARTLY, WARN),
        (CriterionClass.KEY, CANNOT_TELL, WARN),
        (CriterionClass.KEY, MET, None),
        (CriterionClass.STANDARD, NOT_MET, WARN),
        (CriterionClass.STANDARD, PARTLY, NOTE),
        (CriterionClass.STANDARD, NOT_CHECKED, NOTE),
        (CriterionClass.STANDARD, MET, None),
        (CriterionClass.RECORD, NOT_CHECKED, None),
    ],
)
def test_severity_of_a_criterion(
    kind: CriterionClass, rating: Rating, severity: Severity | None
) -> None:
    """A gateway that failed stops, one that is not shown presses; the rest by class and rating."""
    record = {"number": INTEGER} if kind is CriterionClass.RECORD else {}
    found = judged(criterion("c", kind, record=record), {"c": rating}).findings

    assert [finding.severity for finding in found] == ([severity] if severity else [])


def test_what_is_open_or_does_not_apply_is_no_finding() -> None:
    """An open gateway and what does not apply fall short of nothing."""
    whole = checklist(gateway("g"), criterion("s", not_applicable="with-reason"))
    given: Mapping[str, Answer] = {
        "g": shown(),
        "s": Answer(rating=NOT_APPLICABLE, reason="No cars."),
    }

    assert judged(whole, given).findings == ()


def test_what_is_out_of_scope_is_no_finding() -> None:
    """What does not apply here does not fall short."""
    whole = checklist(fact("f", number=INTEGER), criterion("s", when={"f": "1"}))

    assert judged(whole, {"f": answer(None, number="2"), "s": NOT_MET}).findings == ()


@pytest.mark.parametrize(
    ("severity", "number", "found_as", "state"),
    [
        (STOP, "1", STOP, "holds"),
        (URGENT, "1", URGENT, "holds"),
        (WARN, "1", WARN, "holds"),
        (NOTE, "1", NOTE, "holds"),
        (STOP, None, URGENT, "cannot tell"),
        (URGENT, None, WARN, "cannot tell"),
        (WARN, None, NOTE, "cannot tell"),
        (NOTE, None, None, ""),
        (STOP, "2", None, ""),
    ],
)
def test_severity_of_a_rule(
    severity: Severity, number: str | None, found_as: Severity | None, state: str
) -> None:
    """A rule that cannot tell is one step less serious than one that holds."""
    whole = checklist(fact("f", number=INTEGER), rules={"R": rule(severity, {"f": "1"})})
    given = answer(None) if number is None else answer(None, number=number)
    found = judged(whole, {"f": given}).findings

    assert [(one.severity, one.state) for one in found] == ([(found_as, state)] if found_as else [])
    assert all(one.is_rule and one.about == ("f",) for one in found)


def test_most_serious_first() -> None:
    """Findings go by severity, and within it stay in the order of the checklist."""
    whole = checklist(
        criterion("s"),
        key("k"),
        fact("f", number=INTEGER),
        gateway("g"),
        key("l"),
        rules={"R": rule(STOP, {"f": "1"})},
    )
    found = judged(
        whole,
        {"s": NOT_MET, "k": NOT_MET, "g": NOT_MET, "l": NOT_MET, "f": answer(None, number="1")},
    )

    assert [finding.id for finding in found.findings] == ["g", "R", "k", "l", "s"]


def test_a_finding_says_why() -> None:
    """A rule says its words and why it holds; a gateway says why it is not open."""
    whole = checklist(
        fact("f", number=INTEGER), gateway("g"), rules={"R": rule(WARN, {"f": "1"}, title="Two")}
    )
    gate, ruled = judged(whole, {"f": answer(None, number="1"), "g": NOT_MET}).findings

    assert gate.because == ("Found not met.",)
    assert ruled.because == ("Two speaks.", "How many? 1.")


@pytest.mark.parametrize(
    ("due", "overdue"), [(TODAY - DAY, True), (TODAY, False), (TODAY + DAY, False), (None, False)]
)
def test_overdue(due: date | None, *, overdue: bool) -> None:
    """An action is overdue the day after it was due."""
    action = Action(what="Ask again", owner="AP lead", due=due)
    given = Answer(rating=NOT_MET, actions={"ask": action})
    (found,) = judged(criterion("s"), {"s": given}).actions

    assert found.overdue is overdue
    assert found.severity is WARN


def test_the_order_of_actions() -> None:
    """By due date, then the more serious first; without a date last; what is done is not listed."""

    def due(day: date | None, *names: str, done: date | None = None) -> dict[str, Action]:
        return {name: Action(what=name, owner="AP lead", due=day, done=done) for name in names}

    found = judged(
        checklist(criterion("s"), key("k")),
        {
            "s": Answer(
                rating=MET,
                actions={**due(None, "some day"), **due(TODAY, "same day")},
            ),
            "k": Answer(
                rating=NOT_MET,
                actions={
                    **due(TODAY, "same day, pressing"),
                    **due(TODAY - DAY, "late"),
                    **due(TODAY - DAY, "done", done=TODAY),
                },
            ),
        },
    ).actions

    assert [item.key for item in found] == ["late", "same day, pressing", "same day", "some day"]
    assert [item.severity for item in found] == [URGENT, URGENT, NOTE, NOTE]


def test_recording_an_action_never_worsens_a_verdict() -> None:
    """The verdict is the same with an action, even a late one."""
    action = Action(what="Ask again", owner="AP lead", due=TODAY - DAY)
    plain = Answer(rating=PARTLY)
    with_action = replace(plain, actions={"ask": action})

    one, other = (judged(criterion("s"), {"s": given}).verdict for given in (plain, with_action))
    assert one == other
