import pytest
from msgspec.structs import replace

from ap_audit.model.checklist import Became, Checklist, Criterion, EvidenceNeed
from ap_audit.model.words import CriterionClass, Meaning, Rating, Seen
from ap_audit.rules.editions import differences, draft_changes, succession_flaws
from tests.builders import DATE, checklist, criterion, fact, gateway, key

OLD = checklist(gateway("a"), criterion("b"), criterion("c"))


def edition(*criteria: Criterion, **changes: Became) -> Checklist:
    """The edition after OLD."""
    return replace(checklist(*criteria), version="2", changes=changes)


def reworded(one: Criterion, ask: str = "What then?") -> Criterion:
    """The same criterion with another question."""
    return replace(one, ask=ask)


@pytest.mark.parametrize(
    ("change", "of"),
    [
        ({"ask": "Is a  so?"}, []),
        ({"ask": "Is a not so?"}, ["words"]),
        ({"class_": CriterionClass.KEY}, ["class"]),
        ({"ratings": {Rating.MET: "Other."}}, ["words"]),
        ({"record": {"on": DATE}}, ["answers"]),
        ({"not_applicable": "with-reason"}, ["answers"]),
        ({"evidence": EvidenceNeed(needs=(Seen.COPY,))}, ["answers"]),
        ({"polarity": "reversed"}, ["answers"]),
        ({"why": "Another reason.", "look_for": ("x",), "weight": 9}, []),
    ],
    ids=str,
)
def test_what_is_different(change: dict[str, object], of: list[str]) -> None:
    """The question, its class and how it is answered matter; guidance and weight do not."""
    old = criterion("a")

    assert [one.of for one in differences(old, replace(old, **change))] == of


WHY = "Because."


@pytest.mark.parametrize(
    ("newer", "says"),
    [
        (edition(gateway("a"), criterion("b"), criterion("c")), []),
        (
            edition(reworded(gateway("a")), criterion("b"), criterion("c")),
            ["'a' was asked as “Is a so?”, and is now “What then?”, without a word about it"],
        ),
        (
            edition(key("a"), criterion("b"), criterion("c")),
            [
                "'a' was a gateway question, and is now a key question, without a word about it",
            ],
        ),
        (
            edition(
                gateway("a"), replace(criterion("b"), ratings={Rating.MET: "No."}), criterion("c")
            ),
            ["'b' says otherwise what a rating means, without a word about it"],
        ),
        (
            edition(
                gateway("a"),
                reworded(criterion("b")),
                criterion("c"),
                b=Became(became=("b",), meaning=Meaning.SAME, why="Say in a sentence why. "),
            ),
            ["is still the words of the draft"],
        ),
        (
            edition(gateway("a"), criterion("b")),
            ["does not say what became of 'c' of test@1"],
        ),
        (edition(gateway("a"), criterion("b"), criterion("d"), c=Became(why=WHY)), []),
        (edition(gateway("a", on=DATE), criterion("b"), criterion("c")), []),
        (
            edition(
                gateway("a"),
                reworded(criterion("b")),
                criterion("c"),
                b=Became(became=("b",), meaning=Meaning.WIDER, why=WHY),
            ),
            [],
        ),
        (
            edition(
                gateway("a"),
                criterion("b"),
                criterion("c"),
                x=Became(became=("b",), meaning=Meaning.SAME, why=WHY),
            ),
            ["'x' is not a criterion of test@1"],
        ),
        (
            edition(
                gateway("a"),
                criterion("b"),
                c=Became(became=("y",), why=WHY),
            ),
            ["does not say how the meaning changed", "'y' is not a criterion of this edition"],
        ),
        (
            edition(
                key("a"),
                criterion("b"),
                criterion("c"),
                a=Became(became=("a",), meaning=Meaning.SAME, why=WHY),
            ),
            ["the class is another one, so an answer does not mean the same"],
        ),
        (
            edition(gateway("a"), criterion("b"), criterion("c"), c=Became(why=WHY)),
            ["'c' became something else, and is asked in this edition again"],
        ),
    ],
)
def test_what_an_edition_must_say(newer: Checklist, says: list[str]) -> None:
    """Whatever is another question, or gone, must be declared; what is declared must exist."""
    assert sorted(flaw.what for flaw in succession_flaws(OLD, newer)) == sorted(says)


def test_a_first_draft() -> None:
    """What is gone gets its likely heir, what is reworded itself, and what is declared stays."""
    kept = Became(became=("e",), meaning=Meaning.NARROWER, why="Known.")
    older = checklist(
        replace(criterion("gone"), ask="Is the site safe in the dark?"),
        criterion("lost"),
        criterion("turned"),
        criterion("told"),
        fact("stays", on=DATE),
    )
    newer = edition(
        replace(criterion("heir"), ask="Is the site safe in the dark and in rain?"),
        reworded(criterion("turned"), "Something else?"),
        replace(criterion("e"), ask="@@@"),
        fact("stays", on=DATE),
        told=kept,
    )

    found = draft_changes(older, newer)

    assert {name: (one.became, one.meaning) for name, one in found.items()} == {
        "gone": (("heir",), Meaning.REWORDED),
        "lost": ((), None),
        "turned": (("turned",), Meaning.REWORDED),
        "told": (("e",), Meaning.NARROWER),
    }
    assert draft_changes(OLD, edition())["a"] == Became(why="Say in a sentence why.")
