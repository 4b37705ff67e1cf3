from collections.abc import Mapping
from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Action, Answer
from ap_audit.model.checklist import Checklist
from ap_audit.model.words import Rating, Seen
from ap_audit.rules.compare import Change, Comparison, Fate, compare
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
    seen,
    shown,
)

LAST_YEAR, THIS_YEAR = date(2025, 11, 23), date(2026, 11, 23)
MET, PARTLY, NOT_MET = Rating.MET, Rating.PARTLY, Rating.NOT_MET
CANNOT_TELL, NOT_CHECKED = Rating.CANNOT_TELL, Rating.NOT_CHECKED
AWAY = Answer(rating=Rating.NOT_APPLICABLE, reason="none here")
OLD, NEW = seen(dated=date(2025, 11, 1)), seen(dated=date(2026, 11, 1))
Answers = Mapping[str, Answer | Rating]


def between(
    criteria: Checklist, before: Answers, after: Answers, newer: Checklist | None = None
) -> Comparison:
    """Last year's answers beside this year's."""
    return compare(judged(criteria, before, LAST_YEAR), judged(newer or criteria, after, THIS_YEAR))


def change(before: Answer | Rating, after: Answer | Rating) -> Change:
    """What became of one standard criterion."""
    one = checklist(criterion("one", not_applicable="with-reason"))
    return between(one, {"one": before}, {"one": after}).criteria[0].change


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (MET, PARTLY, Change.WORSE),
        (PARTLY, NOT_MET, Change.WORSE),
        (MET, CANNOT_TELL, Change.WORSE),
        (MET, NOT_CHECKED, Change.NOT_CHECKED),
        (NOT_MET, NOT_CHECKED, Change.NOT_CHECKED),
        (CANNOT_TELL, NOT_CHECKED, Change.NOT_CHECKED),
        (NOT_CHECKED, NOT_CHECKED, Change.SAME),
        (NOT_MET, PARTLY, Change.BETTER),
        (NOT_MET, CANNOT_TELL, Change.BETTER),
        (NOT_CHECKED, MET, Change.NEWLY_CHECKED),
        (NOT_CHECKED, NOT_MET, Change.NEWLY_CHECKED),
        (NOT_CHECKED, CANNOT_TELL, Change.NEWLY_CHECKED),
        (CANNOT_TELL, NOT_MET, Change.NEWLY_CHECKED),
        (MET, AWAY, Change.APPLIES_NO_MORE),
        (AWAY, MET, Change.APPLIES_NOW),
        (CANNOT_TELL, CANNOT_TELL, Change.SAME),
        (answer(MET, OLD), answer(MET, NEW), Change.SAME),
        (answer(MET, OLD), answer(MET, OLD, NEW), Change.SAME),
        (answer(MET, OLD), answer(MET), Change.NOT_SEEN_AGAIN),
        (
            replace(answer(MET, OLD), date=LAST_YEAR),
            replace(answer(MET, OLD), date=THIS_YEAR),
            Change.NOT_SEEN_AGAIN,
        ),
        (answer(MET, OLD), answer(MET, OLD), Change.SAME),
    ],
)
def test_what_became_of_an_answer(
    before: Answer | Rating, after: Answer | Rating, expected: Change
) -> None:
    """Known, not known and not looked at are kept apart, and so is an answer that was repeated."""
    assert change(before, after) is expected


def test_a_gateway_whose_evidence_ran_out() -> None:
    """The rating is the same, and the gateway is not open any more."""
    one = checklist(criterion("g", gateway("g").class_, expires_after="12 months"))
    old = answer(MET, seen(dated=date(2025, 6, 1)))
    assert between(one, {"g": old}, {"g": old}).criteria[0].change is Change.LAPSED


def test_a_gateway_that_moved_to_another_edition() -> None:
    """The answer went over and its evidence did not: nothing has run out, and nothing is shown."""
    found = between(checklist(gateway("g")), {"g": shown()}, {"g": answer(MET)})
    assert found.criteria[0].change is Change.NOT_SHOWN_AGAIN


def test_a_gateway_that_is_now_seen() -> None:
    """Told before and seen now is better, although both times it was rated as met."""
    told = answer(MET, seen(Seen.TOLD))
    found = between(checklist(gateway("g")), {"g": told}, {"g": shown()}).criteria[0]
    assert found.change is Change.BETTER
    assert found.id == "g"


def test_a_gateway_that_failed_another_way() -> None:
    """Not open before and not open now is no change for the better."""
    one = checklist(gateway("g", number=INTEGER))
    found = between(one, {"g": PARTLY}, {"g": answer(MET, seen())}).criteria[0]
    assert found.before is not None
    assert found.after is not None
    assert found.before.gate is not found.after.gate
    assert found.change is Change.SAME


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("school", "school", Change.SAME),
        ("school", "centre", Change.RECORDED),
        (None, "school", Change.NEWLY_CHECKED),
        ("school", None, Change.NOT_CHECKED),
        (None, None, Change.SAME),
    ],
)
def test_what_became_of_a_fact(before: str | None, after: str | None, expected: Change) -> None:
    """A fact is not better or worse; it is another one, or it is not recorded."""

    def recorded(kind: str | None) -> Answer:
        return answer(None, kind=kind) if kind else answer(NOT_CHECKED)

    one = checklist(fact("f", kind=CHOICE))
    found = between(one, {"f": recorded(before)}, {"f": recorded(after)})
    assert found.criteria[0].change is expected


def test_what_came_into_scope_and_went_out_of_it() -> None:
    """A question that applied to one audit alone is not compared."""
    one = checklist(
        fact("f", kind=CHOICE),
        criterion("s", when={"f": {"kind": "school"}}),
        criterion("c", when={"f": {"kind": "centre"}}),
        criterion("never", when={"f": {"kind": ["school"]}, "s": "partly"}),
    )
    answers: dict[str, Answer | Rating] = {"s": MET, "c": MET}
    found = between(
        one,
        answers | {"f": answer(None, kind="school")},
        answers | {"f": answer(None, kind="centre")},
    )
    assert {item.id: item.change for item in found.criteria} == {
        "f": Change.RECORDED,
        "s": Change.APPLIES_NO_MORE,
        "c": Change.APPLIES_NOW,
        "never": Change.SAME,
    }


def test_editions_with_other_questions() -> None:
    """A question is new, retired or reworded; a reworded one is never compared."""
    older = checklist(criterion("kept"), criterion("gone"), criterion("other"))
    reworded = replace(criterion("other"), ask="Is something else so?")
    newer = checklist(criterion("kept"), reworded, criterion("more"))
    found = between(older, {"kept": MET, "other": NOT_MET}, {"kept": PARTLY, "other": MET}, newer)
    assert [(item.id, item.change) for item in found.criteria] == [
        ("kept", Change.WORSE),
        ("other", Change.REWORDED),
        ("more", Change.NEW_QUESTION),
        ("gone", Change.RETIRED),
    ]
    assert [item.id for item in found.changed(Change.WORSE, Change.RETIRED)] == ["kept", "gone"]


def test_worse_comes_first_and_gateways_before_the_rest() -> None:
    """What matters most stands at the top, whatever the order of the checklist."""
    one = checklist(criterion("a"), key("b"), gateway("g"), gateway("h"))
    found = between(
        one, {"a": MET, "b": NOT_MET, "g": shown()}, {"a": NOT_MET, "b": MET, "g": NOT_MET}
    )
    assert [item.id for item in found.criteria] == ["g", "a", "b", "h"]


def test_the_same_audit_twice() -> None:
    """Nothing changes between an audit and itself."""
    one = checklist(gateway("g"), key("k"), criterion("s"))
    answers: Answers = {"g": shown(), "k": PARTLY, "s": CANNOT_TELL}
    found = compare(judged(one, answers), judged(one, answers))
    assert {item.change for item in found.criteria} == {Change.SAME}


def test_every_action_has_a_fate() -> None:
    """What was open is done, open, overdue or left out; what is new is listed."""

    def action(due: date | None = None, done: date | None = None) -> Action:
        return Action(what="Ask", owner="AP lead", due=due, done=done)

    past, coming = date(2026, 1, 1), date(2027, 1, 1)
    before = {
        "closed": action(coming),
        "late": action(coming),
        "waiting": action(),
        "left": action(coming),
        "old": action(done=LAST_YEAR),
        "closed there": action(done=past),
    }
    after = {
        "closed": action(coming, done=past),
        "late": action(past),
        "waiting": action(coming),
        "added": action(coming),
        "old": action(done=LAST_YEAR),
    }
    older = checklist(criterion("one"), criterion("two"))
    newer = checklist(criterion("one"), criterion("three"))
    gone = replace(answer(NOT_MET), actions={"gone": action()})
    fresh = replace(answer(NOT_MET), actions={"fresh": action()})
    found = between(
        older,
        {"one": replace(answer(NOT_MET), actions=before), "two": gone},
        {"one": replace(answer(NOT_MET), actions=after), "three": fresh},
        newer,
    )
    assert [(item.key, item.fate) for item in found.actions] == [
        ("late", Fate.OVERDUE),
        ("waiting", Fate.OPEN),
        ("left", Fate.DROPPED),
        ("gone", Fate.DROPPED),
        ("added", Fate.NEW),
        ("fresh", Fate.NEW),
        ("closed", Fate.DONE),
        ("closed there", Fate.DONE),
    ]
