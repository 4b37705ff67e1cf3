"""Two auditors' answers as one: a table of what becomes of each."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ap_audit.model.audit import UNANSWERED, Action, Answer, Evidence, Moderation, OtherAnswer
from ap_audit.model.words import Rating, Seen
from ap_audit.rules.merge import Fate, carried_out, merge
from ap_audit.rules.standing import lower, recorded_rating
from tests.interview.builders import LEAD, PUPILS, audit_of

DAY = date(2026, 11, 23)
LETTER = Evidence(what="letter", seen=Seen.COPY)
OTHER_LETTER = Evidence(what="letter", seen=Seen.ORIGINAL)
RING = Action(what="ring", owner="DSL")
MET = Answer(rating=Rating.MET, by="A")
PARTLY = Answer(rating=Rating.PARTLY, note="two missing", by="B", date=DAY)


def fate_of(first: Answer, second: Answer) -> tuple[Fate, Answer]:
    """What becomes of one answer."""
    (item,) = merge(audit_of({LEAD.id: first}), audit_of({LEAD.id: second}))
    return item.fate, item.merged


def test_nothing_new() -> None:
    """What only the first holds, and what both hold alike, is no item."""
    first = audit_of({LEAD.id: MET})

    assert merge(first, audit_of()) == ()
    assert merge(first, first) == ()


def test_taken_over() -> None:
    """Where the first has no answer the second's is taken, with what stood beside the blank."""
    fate, merged = fate_of(
        replace(UNANSWERED, evidence={"letter": LETTER}, note="to ask"),
        Answer(rating=Rating.MET, evidence={"letter": OTHER_LETTER}, by="B"),
    )

    assert fate is Fate.TAKEN
    assert merged.rating is Rating.MET
    assert merged.note == "to ask"
    assert merged.evidence == {"letter": LETTER, "letter-2": OTHER_LETTER}


def test_evidence_alone() -> None:
    """Evidence and actions beside a blank are kept too; the answer stays the first's."""
    fate, merged = fate_of(
        replace(MET, evidence={"letter": LETTER}, actions={"ring": RING}),
        replace(
            UNANSWERED,
            evidence={"other": LETTER},
            actions={"r": RING, "s": replace(RING, what="s")},
        ),
    )

    assert (fate, merged.rating) == (Fate.AGREED, Rating.MET)
    assert list(merged.evidence) == ["letter"]
    assert list(merged.actions) == ["ring", "s"]


@pytest.mark.parametrize(
    "second",
    [Answer(rating=Rating.MET, by="B", date=DAY), Answer(rating=Rating.MET, note="x")],
    ids=["no note", "same note"],
)
def test_agreed(second: Answer) -> None:
    """The same said twice is the first's; dates and roles do not make it differ."""
    fate, merged = fate_of(replace(MET, note="x"), second)

    assert (fate, merged) == (Fate.AGREED, replace(MET, note="x"))


def test_differs() -> None:
    """Both are kept, and an old moderation no longer covers it."""
    first = replace(MET, moderated=Moderation(by="C", date=DAY, reason="said"))

    fate, merged = fate_of(first, PARTLY)

    assert fate is Fate.DIFFERS
    assert merged == replace(
        MET,
        other=OtherAnswer(rating=Rating.PARTLY, note="two missing", by="B", date=DAY),
        moderated=None,
    )


def test_same_rating_and_other_words() -> None:
    """Other words with the same rating are kept as well."""
    fate, merged = fate_of(replace(MET, note="one"), replace(MET, note="two"))

    assert fate is Fate.DIFFERS
    assert merged.other == OtherAnswer(rating=Rating.MET, note="two", by="A")


def test_values_that_differ() -> None:
    """Two different facts leave it open which is so, until somebody settles it."""
    first, second = Answer(values={"number": "3"}), Answer(values={"number": "5"}, by="B")

    (item,) = merge(audit_of({PUPILS.id: first}), audit_of({PUPILS.id: second}))

    assert item.merged.other == OtherAnswer(rating=Rating.CANNOT_TELL, note="number: 5.", by="B")
    assert recorded_rating(PUPILS, item.merged) is Rating.CANNOT_TELL


def test_values_that_add() -> None:
    """A fact that only the second recorded stands in its words beside the first's answer."""
    first = Answer(values={"number": "3"})
    second = Answer(values={"number": "3", "since": "2026-09-01"})

    (item,) = merge(audit_of({PUPILS.id: first}), audit_of({PUPILS.id: second}))

    assert item.merged.other == OtherAnswer(rating=Rating.MET, note="since: 2026-09-01.")


def test_third_auditor() -> None:
    """An answer that holds another auditor's already stays as it is."""
    first = replace(MET, other=OtherAnswer(rating=Rating.PARTLY))

    assert fate_of(first, PARTLY) == (Fate.STUCK, first)


def test_carried_out() -> None:
    """Everything else of the first audit is as it was."""
    first = audit_of({LEAD.id: MET})

    after = carried_out(first, merge(first, audit_of({LEAD.id: PARTLY})))

    assert replace(after, answers=first.answers) == first
    assert {key for key in after.answers if after.answers[key] != first.answers[key]} == {LEAD.id}


RATINGS = st.sampled_from([one for one in Rating if one is not Rating.NOT_APPLICABLE])


@given(RATINGS, RATINGS)
def test_lower_stands(one: Rating, other: Rating) -> None:
    """Whatever the two ratings, what is judged is the lower one; nobody's silence lowers it."""
    first, second = Answer(rating=one), Answer(rating=other)
    merged = audit_of({LEAD.id: first})
    merged = carried_out(merged, merge(merged, audit_of({LEAD.id: second})))

    judged = recorded_rating(LEAD, merged.answers[LEAD.id])

    blank = Rating.NOT_CHECKED
    if blank in (one, other):
        assert judged is (other if one is blank else one)
    else:
        assert judged in (lower(one, other), lower(other, one))
