import pytest
from msgspec.structs import replace

from ap_audit.model.audit import UNANSWERED, Action, Answer, SchoolException
from ap_audit.model.checklist import Became, Checklist, Criterion, Grade
from ap_audit.model.words import Meaning, Rating
from ap_audit.rules.migrate import Fate, Plan, blind_plan, lost_actions, moved, plan
from tests.builders import (
    DATE,
    TODAY,
    audit,
    checklist,
    criterion,
    gateway,
    key,
    seen,
)

SAME, REWORDED = Meaning.SAME, Meaning.REWORDED
ASK = Action(what="Ask again", owner="AP lead")
DONE = Action(what="Done", owner="AP lead", done=TODAY)


def edition(version: str, *criteria: Criterion, **changes: Became) -> Checklist:
    """An edition."""
    return replace(checklist(*criteria), version=version, changes=changes)


def became(*names: str, meaning: Meaning | None = REWORDED) -> Became:
    """What a question became."""
    return Became(became=names, meaning=meaning, why="Told why.")


def asked(name: str, ask: str) -> Criterion:
    """A standard question in these words."""
    return replace(criterion(name), ask=ask)


def fates(found: Plan) -> list[tuple[Fate, tuple[str, ...], tuple[str, ...]]]:
    """The steps without their reasons."""
    return [(step.fate, step.old, step.new) for step in found.steps]


A = edition("1", criterion("a"), criterion("b"))


@pytest.mark.parametrize(
    ("newer", "expected"),
    [
        (
            edition("2", criterion("a"), criterion("b")),
            [(Fate.SAME, ("a",), ("a",)), (Fate.SAME, ("b",), ("b",))],
        ),
        (
            edition("2", asked("a", "Other?"), criterion("b")),
            [(Fate.UNDECLARED, ("a",), ("a",)), (Fate.SAME, ("b",), ("b",))],
        ),
        (
            edition("2", key("a"), criterion("b")),
            [(Fate.UNDECLARED, ("a",), ("a",)), (Fate.SAME, ("b",), ("b",))],
        ),
        (
            edition("2", replace(criterion("a"), ratings={}), criterion("b")),
            [(Fate.UNDECLARED, ("a",), ("a",)), (Fate.SAME, ("b",), ("b",))],
        ),
        (
            edition("2", criterion("b")),
            [(Fate.UNDECLARED, ("a",), ()), (Fate.SAME, ("b",), ("b",))],
        ),
        (
            edition("2", asked("a", "Other?"), criterion("b"), a=became("a")),
            [(Fate.REWORDED, ("a",), ("a",)), (Fate.SAME, ("b",), ("b",))],
        ),
        (
            edition("2", asked("a", "Is a so!"), criterion("b"), a=became("a", meaning=SAME)),
            [(Fate.SAME, ("a",), ("a",)), (Fate.SAME, ("b",), ("b",))],
        ),
        (
            edition("2", key("a"), criterion("b"), a=became("a", meaning=SAME)),
            [(Fate.REWORDED, ("a",), ("a",)), (Fate.SAME, ("b",), ("b",))],
        ),
        (
            edition("2", criterion("c"), criterion("d"), criterion("b"), a=became("c", "d")),
            [(Fate.SPLIT, ("a",), ("c", "d")), (Fate.SAME, ("b",), ("b",))],
        ),
        (
            edition("2", criterion("c"), a=became("c"), b=became("c")),
            [(Fate.MERGED, ("a", "b"), ("c",))],
        ),
        (
            edition("2", criterion("b"), a=became("b")),
            [(Fate.MERGED, ("a", "b"), ("b",))],
        ),
        (
            edition("2", criterion("b"), criterion("z"), a=became(meaning=None)),
            [
                (Fate.RETIRED, ("a",), ()),
                (Fate.NEW, (), ("z",)),
                (Fate.SAME, ("b",), ("b",)),
            ],
        ),
    ],
)
def test_what_becomes_of_each_question(
    newer: Checklist, expected: list[tuple[Fate, tuple[str, ...], tuple[str, ...]]]
) -> None:
    """Only what is the same word for word, or said to mean the same, is the same."""
    assert fates(plan([A, newer])) == expected


def test_a_split_that_meets_another_question() -> None:
    """A question that several came to is merged from those that became it alone."""
    newer = edition("2", criterion("b"), criterion("c"), a=became("b", "c"))

    assert fates(plan([A, newer])) == [
        (Fate.SPLIT, ("a",), ("b", "c")),
        (Fate.MERGED, ("b",), ("b",)),
    ]
    both = edition("2", criterion("c"), criterion("d"), a=became("c", "d"), b=became("c", "d"))
    assert [step.fate for step in plan([A, both]).steps] == [Fate.SPLIT, Fate.SPLIT]


def test_over_two_editions() -> None:
    """Each edition between is read: what was reworded once is not the same any more."""
    second = edition("2", asked("c", "Other?"), criterion("b"), a=became("c"))
    third = edition("3", asked("d", "Other?"), criterion("b"), c=became("d", meaning=SAME))

    found = plan([A, second, third])

    assert fates(found) == [(Fate.REWORDED, ("a",), ("d",)), (Fate.SAME, ("b",), ("b",))]
    assert found.steps[0].why == ("Told why.",)
    assert (found.older, found.newer) == (A, third)


def test_another_scale() -> None:
    """Where the words of the scale changed, no answer is the same."""
    grade = Grade(value="1", counts_as=Rating.MET, title="Good")
    newer = replace(edition("2", criterion("a"), criterion("b")), scale={"good": grade})

    found = plan([A, newer])

    assert found.of(Fate.REWORDED) == found.steps
    assert found.of(Fate.SAME) == ()


def test_what_is_carried_over() -> None:
    """An answer is carried whole; of a gateway not how it was shown, and no exception."""
    exception = SchoolException(role="Head", reason="None.", until=TODAY)
    answer = Answer(rating=Rating.MET, note="Seen.", evidence={"e": seen()}, exception=exception)
    never = replace(criterion("c"), carry="never")
    older = edition("1", gateway("a"), criterion("b"), never)
    found = plan([older, replace(older, version="2")])

    answers = moved(found, audit({"a": answer, "b": answer, "c": answer}))

    assert answers == {
        "a": replace(answer, evidence={}, exception=None),
        "b": replace(answer, exception=None),
        "c": UNANSWERED,
    }


def test_open_actions_go_on() -> None:
    """Under whatever their question became, and none writes over another."""
    newer = edition("2", criterion("c"), a=became("c"), b=became("c"))
    other = Action(what="Another", owner="AP lead")

    answers = moved(
        plan([A, newer]),
        audit(
            {
                "a": Answer(rating=Rating.MET, actions={"one": ASK, "two": DONE}),
                "b": Answer(rating=Rating.PARTLY, actions={"one": other}),
            }
        ),
    )

    assert answers == {"c": replace(UNANSWERED, actions={"one": ASK, "one-2": other})}


def test_actions_that_nothing_asks_about() -> None:
    """What is open under a question that is retired is named, for it stays behind."""
    newer = edition("2", criterion("b"), a=became(meaning=None))
    old = audit({"a": Answer(rating=Rating.MET, actions={"one": ASK, "two": DONE})})
    found = plan([A, newer])

    assert lost_actions(found, old) == (("a", ASK),)
    assert list(moved(found, old)) == ["b"]


def test_a_recorded_value_of_another_kind() -> None:
    """A question said to mean the same, that records something else, is asked again."""
    newer = edition(
        "2", criterion("a", record={"on": DATE}), criterion("b"), a=became("a", meaning=SAME)
    )

    step = plan([A, newer]).steps[0]

    assert step.fate is Fate.REWORDED
    assert step.why == ("Told why.", "what is recorded with it is different")


def test_from_a_text_that_is_gone() -> None:
    """No answer goes over on its id; open actions do, and what is new is told."""
    found = blind_plan(A, ("a", "gone"))
    old = audit({"a": Answer(rating=Rating.MET, actions={"ask": ASK})})

    assert fates(found) == [
        (Fate.UNDECLARED, ("a",), ("a",)),
        (Fate.UNDECLARED, ("gone",), ()),
        (Fate.NEW, (), ("b",)),
    ]
    assert moved(found, old) == {
        "a": replace(UNANSWERED, actions={"ask": ASK}),
        "b": UNANSWERED,
    }
