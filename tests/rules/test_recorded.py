import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Answer
from ap_audit.model.words import Rating
from ap_audit.rules.recorded import Move, recorded_changes, same_questions
from tests.builders import audit

MET, PARTLY, NOT_MET = Rating.MET, Rating.PARTLY, Rating.NOT_MET
CANNOT, BLANK, NA = Rating.CANNOT_TELL, Rating.NOT_CHECKED, Rating.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        (MET, PARTLY, Move.WORSE),
        (NOT_MET, PARTLY, Move.BETTER),
        (MET, BLANK, Move.NOT_KNOWN),
        (CANNOT, NOT_MET, Move.NEWLY_KNOWN),
        (CANNOT, BLANK, Move.OTHERWISE),
        (MET, NA, Move.OTHERWISE),
        (NA, MET, Move.OTHERWISE),
        (None, CANNOT, Move.OTHERWISE),
    ],
)
def test_which_way_a_rating_went(before: Rating | None, after: Rating | None, move: Move) -> None:
    """A rating that goes down is worse; to and from what is not known is neither."""
    first, second = (
        audit({"q": Answer(rating=rating, values={"a": "1"})}) for rating in (before, after)
    )

    (change,) = recorded_changes(first, second)

    assert (change.id, change.move, change.before, change.after) == ("q", move, before, after)


def test_what_stands_beside_a_rating() -> None:
    """Another note is another answer; the same answer is none."""
    first = audit({"a": MET, "b": MET})
    second = audit({"a": Answer(rating=MET, note="New"), "b": MET})

    assert [(one.id, one.move) for one in recorded_changes(first, second)] == [
        ("a", Move.OTHERWISE)
    ]


def test_worse_comes_first() -> None:
    """Worse answers come first, and a block that is missing is not yet checked."""
    first = audit({"a": NOT_MET, "b": MET, "c": MET, "d": BLANK})
    second = audit({"a": MET, "b": NOT_MET})

    assert [one.id for one in recorded_changes(first, second)] == ["b", "c", "a"]


def test_the_same_text_of_a_checklist() -> None:
    """The name alone does not say that two texts are the same; the digest does."""
    one = audit()

    assert same_questions(one, audit({"a": MET}))
    assert not same_questions(one, replace(one, digest="sha256:" + "1" * 64))
    assert not same_questions(one, replace(one, checklist="test@2"))
