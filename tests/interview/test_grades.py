"""A checklist's own scale at the prompt."""

from msgspec.structs import replace

from ap_audit.model.audit import Answer
from ap_audit.model.words import Rating
from tests.interview.builders import LEAD, LOCKS, SCALE, Talk, checklist_of, hold


def held(*replies: str) -> Talk:
    """A talk over one key question."""
    return hold(*replies, checklist=replace(checklist_of(LEAD), scale=SCALE))


def given(talk: Talk) -> Answer:
    """The answer that was saved."""
    return talk.audit.answers["saf-lead"]


def test_a_word_of_the_scale_is_an_answer() -> None:
    """Typed whole, it is kept with what it counts as, and said back."""
    talk = held("Excellent")

    assert (given(talk).rating, given(talk).grade) == (Rating.MET, "excellent")
    assert "  Or a word of the scale: excellent, good, fair, poor" in talk.text
    assert "Saved: Excellent." in talk.text


def test_a_letter_asks_which_word() -> None:
    """Where two words count as met, the person says which."""
    talk = held("y", "3", "1")

    assert (given(talk).rating, given(talk).grade) == (Rating.MET, "good")
    assert "Which?\n  1 Good\n  2 Excellent\n  s not now" in talk.text
    assert "Type 1 or 2." in talk.text


def test_one_word_needs_no_choice() -> None:
    """Where one word counts as partly, the letter is enough."""
    talk = held("p no deputy", "q")

    assert (given(talk).rating, given(talk).grade) == (Rating.PARTLY, "fair")


def test_without_the_word_nothing_is_saved() -> None:
    """The answer is left as it was."""
    talk = held("y", "s")

    assert "Without the word of the scale, this is left as it was." in talk.text
    assert talk.disk.saved == []


def test_what_is_not_known_has_no_word() -> None:
    """Could not tell is none of the scale's words."""
    assert given(held("u")).grade is None


def test_other_words_are_no_answer() -> None:
    """Only a whole word counts."""
    talk = held("excellent work", "good")

    assert '"excellent work" is not an answer here.' in talk.text
    assert given(talk).grade == "good"


def test_a_reversed_question_keeps_the_good_word_good() -> None:
    """Asked the other way round, "no" is met, and its word is one that counts as met."""
    talk = hold("n", "2", checklist=replace(checklist_of(LOCKS), scale=SCALE))

    assert talk.audit.answers["saf-locks"].grade == "excellent"
