"""Where two auditors differ, a person settles it, and nothing of either is lost."""

from datetime import date

from msgspec.structs import replace

from ap_audit.model.audit import Answer, Moderation, OtherAnswer
from ap_audit.model.words import Rating
from ap_audit.rules.moderation import second_standing, settled, unsettled
from ap_audit.rules.standing import recorded_rating
from tests.interview.builders import LEAD

DAY, THEN = date(2026, 11, 26), date(2026, 11, 20)
FIRST = Answer(rating=Rating.MET, note="Seen.", by="AP lead", date=THEN)
SECOND = OtherAnswer(rating=Rating.PARTLY, note="Not on Fridays.", by="Deputy", date=THEN)
BOTH = replace(FIRST, other=SECOND)
MADE = Moderation(by="Head", date=DAY, reason="We looked again.")


def _settled(answer: Answer, before: Answer = BOTH) -> Answer:
    return settled(answer, before, by="Head", today=DAY, reason="We looked again.")


def test_what_is_unsettled() -> None:
    """Two answers of one rating are none, whatever their notes; nor is what was moderated."""
    same = replace(SECOND, rating=Rating.MET)

    assert unsettled(BOTH)
    assert not unsettled(FIRST)
    assert not unsettled(replace(FIRST, other=same))
    assert not unsettled(replace(BOTH, moderated=MADE))
    assert unsettled(replace(FIRST, other=replace(same, grade="good")))
    assert not unsettled(replace(FIRST, rating=None, other=same))


def test_the_first_stands() -> None:
    """Nothing changes but that it is settled; then its rating counts."""
    answer = _settled(BOTH)

    assert answer == replace(BOTH, moderated=MADE)
    assert recorded_rating(LEAD, BOTH) is Rating.PARTLY
    assert recorded_rating(LEAD, answer) is Rating.MET


def test_the_second_stands() -> None:
    """The two change places."""
    answer = _settled(second_standing(BOTH))

    assert (answer.rating, answer.note, answer.by) == (Rating.PARTLY, "Not on Fridays.", "Deputy")
    assert answer.other == OtherAnswer(rating=Rating.MET, note="Seen.", by="AP lead", date=THEN)
    assert answer.moderated == MADE


def test_neither_stands() -> None:
    """What the first said is told in the reason, for its place is taken."""
    answer = _settled(replace(BOTH, rating=Rating.NOT_MET, note="Nobody is there.", by="Head"))

    assert answer.other == SECOND
    assert answer.moderated == replace(MADE, reason="We looked again. (Before: met, AP lead.)")
    nobody = replace(BOTH, by=None)
    assert _settled(replace(nobody, rating=Rating.NOT_MET), nobody).moderated == replace(
        MADE, reason="We looked again. (Before: met.)"
    )


def test_facts_that_stand() -> None:
    """Facts that were typed anew tell what was recorded before."""
    before = replace(BOTH, rating=None, values={"site": "one"})
    answer = _settled(replace(before, values={"site": "two"}), before)

    assert answer.moderated is not None
    assert answer.moderated.reason == "We looked again. (Before: site: one, AP lead.)"
    assert _settled(before, before).moderated == MADE


def test_nobody_differs() -> None:
    """Without a second answer there is nothing to put in its place."""
    assert second_standing(FIRST) == FIRST
