import pytest

from ap_audit.interview.replies import (
    AsLastTime,
    Command,
    NotNow,
    NotUnderstood,
    Ordered,
    Rated,
    Text,
    aside_from,
    reply_from,
)
from ap_audit.model.words import Rating

MET, PARTLY, NOT_MET = Rating.MET, Rating.PARTLY, Rating.NOT_MET
CANNOT_TELL, NOT_APPLICABLE = Rating.CANNOT_TELL, Rating.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("y", Rated(MET)),
        ("Y", Rated(MET)),
        ("  y  ", Rated(MET)),
        ("y.", Rated(MET)),
        ("y letter seen", Rated(MET, "letter seen")),
        ("p two tutors missing", Rated(PARTLY, "two tutors missing")),
        ("p: two tutors missing", Rated(PARTLY, "two tutors missing")),
        ("p, two tutors missing", Rated(PARTLY, "two tutors missing")),
        ("p - two tutors missing", Rated(PARTLY, "two tutors missing")),
        ("n no letter", Rated(NOT_MET, "no letter")),
        ("u", Rated(CANNOT_TELL)),
        ("x no employees", Rated(NOT_APPLICABLE, "no employees")),
        ("met", Rated(MET)),
        ("Partly", Rated(PARTLY)),
        ("partly met", Rated(PARTLY)),
        ("not met", Rated(NOT_MET)),
        ("not-met", Rated(NOT_MET)),
        ("could not tell", Rated(CANNOT_TELL)),
        ("does not apply", Rated(NOT_APPLICABLE)),
        ("n/a", Rated(NOT_APPLICABLE)),
        ("yes", Rated(MET)),
        ("No", Rated(NOT_MET)),
        ("s", NotNow()),
        ("s waiting for a letter", NotNow("waiting for a letter")),
        ("not now", NotNow()),
        ("=", AsLastTime()),
        ("= still so", AsLastTime("still so")),
        ("?", Ordered(Command.HELP)),
        ("b", Ordered(Command.BACK)),
        ("g", Ordered(Command.GO)),
        ("g saf-lead", Ordered(Command.GO, "saf-lead")),
        ("G safeguarding", Ordered(Command.GO, "safeguarding")),
        ("m", Ordered(Command.NOTE)),
        ("m It began", Ordered(Command.NOTE, "It began")),
        ("e", Ordered(Command.EDITOR)),
        ("v", Ordered(Command.EVIDENCE)),
        ("a", Ordered(Command.ACTION)),
        ("q", Ordered(Command.STOP)),
        ("quit", Ordered(Command.STOP)),
        ("p first line\nsecond line", Rated(PARTLY, "first line\nsecond line")),
    ],
)
def test_understood(typed: str, meant: object) -> None:
    """What a line means at a question."""
    assert reply_from(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "\t",
        "- y",
        "-y",
        "-",
        "• yes",
        "no idea",
        "yes, I think so",
        "yes and no",
        "met?",
        "metal gates",
        "not sure",
        "nothing",
        "py",
        "n/a here",
        "Partly two tutors",
        "e two",
        "v letter",
        "a policy exists",
        "1",
        "q now",
        "b two",
        "? why",
        "y\nThe letter was seen",
        "\x1b[A",
        "\u202e",
    ],
)
def test_refused(typed: str) -> None:
    """Enter alone, a bullet, and words that are no answer never answer."""
    assert isinstance(reply_from(typed), NotUnderstood)


def test_says_how_to_add_a_note() -> None:
    """A rating's full word with a note is refused with the line that would have worked."""
    refused = reply_from("partly two tutors missing")

    assert refused == NotUnderstood(
        '"partly two tutors missing" is not an answer here. With a note, type the letter first:'
        ' "p two tutors missing".'
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("y", Rated(NOT_MET)),
        ("yes", Rated(NOT_MET)),
        ("n", Rated(MET)),
        ("no", Rated(MET)),
        ("p", Rated(PARTLY)),
        ("met", Rated(MET)),
        ("not met", Rated(NOT_MET)),
    ],
)
def test_turned_round(typed: str, meant: object) -> None:
    """Where the question is turned round, yes is not met; the words of the ratings stay."""
    assert reply_from(typed, reversed_=True) == meant


def test_words_where_words_are_asked_for() -> None:
    """Where words are the answer, only what is no letter and no command is words."""
    assert aside_from("letter of assurance") == Text("letter of assurance")
    assert aside_from("b") == Ordered(Command.BACK)
    assert aside_from("v letter", own="tv") == Text("v letter")
    assert aside_from("tv", own="tv") == Text("tv")
    assert aside_from("b", own="tv") == Ordered(Command.BACK)
