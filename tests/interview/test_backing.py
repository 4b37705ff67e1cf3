"""What a rating must carry is asked for at once."""

from msgspec.structs import replace

from ap_audit.model.words import Backing, Rating
from tests.interview.builders import LEAD, Talk, hold_over

NEEDS = replace(
    LEAD,
    not_applicable="with-reason",
    requires={
        Rating.MET: (Backing.NOTE, Backing.EVIDENCE),
        Rating.PARTLY: (Backing.NOTE, Backing.ACTION),
        Rating.NOT_APPLICABLE: (Backing.NOTE,),
    },
)


def held(*replies: str) -> Talk:
    """A talk over one question that needs more than a rating."""
    return hold_over(NEEDS, *replies)


def test_met_asks_for_its_note_and_how_it_was_seen() -> None:
    """Both are saved with the answer, and it counts as it was typed."""
    talk = held("y", "the certificate on the wall", "v the certificate")
    given = talk.audit.answers[LEAD.id]

    assert "How is that known? A few words, or m for a longer note." in talk.text
    assert given.note == "the certificate on the wall"
    assert [piece.what for piece in given.evidence.values()] == ["the certificate"]
    assert "Counts as" not in talk.text


def test_met_without_its_evidence_is_said_not_to_count_yet() -> None:
    """The rating is kept, and what is missing is said in words."""
    talk = held("y the certificate", "s")

    assert "Recorded. Counts as partly met until this is recorded: Evidence in date." in (
        talk.text.replace("\n", " ")
    )


def test_without_its_note_nothing_is_saved() -> None:
    """Leaving the note out leaves the question as it was."""
    talk = held("y", "s")

    assert "Met needs a note, so this is left as it was." in talk.text
    assert talk.disk.saved == []


def test_partly_asks_for_an_action() -> None:
    """What, who and by when, though it is no gateway."""
    talk = held("p no deputy", "Name a deputy", "AP lead", "s")

    (action,) = talk.audit.answers[LEAD.id].actions.values()
    assert (action.what, action.owner) == ("Name a deputy", "AP lead")


def test_does_not_apply_asks_for_its_note_after_the_reason() -> None:
    """The reason is one line, the note is how that is known."""
    talk = held("x no staff of their own", "we asked the head of centre")
    given = talk.audit.answers[LEAD.id]

    assert (given.reason, given.note) == ("no staff of their own", "we asked the head of centre")


def test_help_says_what_each_rating_needs() -> None:
    """Before anything is typed."""
    talk = held("?", "q")

    assert "  Met needs a note and evidence in date." in talk.text
    assert "  Partly met needs a note and an action." in talk.text
