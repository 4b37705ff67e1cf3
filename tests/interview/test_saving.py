from ap_audit.errors import Refused
from ap_audit.model.audit import Answer
from ap_audit.model.words import Rating
from tests.fakes import Scripted
from tests.interview.builders import LEAD, Disk, checklist_of, hold

LEAD_ALONE = checklist_of(LEAD)


def test_nothing_is_said_to_be_saved_before_it_is() -> None:
    """Where saving fails, that is said, the answer is kept, and `r` tries again."""
    talk = hold("y", "what?", "r", checklist=LEAD_ALONE, disk=Disk(refusals=1))

    lines = talk.person.transcript
    at = lines.index("> y")
    assert lines[at + 1 : at + 8] == [
        "Not saved. The disk is full.",
        "Make room first.",
        "Your answer is kept here until it is saved.",
        "  r try again   q stop, and keep the answer in another file",
        "> what?",
        "  r try again   q stop, and keep the answer in another file",
        "> r",
    ]
    assert lines[at + 8] == "Saved: met."
    assert talk.audit.answers[LEAD.id].rating is Rating.MET


def test_leaving_without_saving() -> None:
    """Who leaves without saving ends with the reason that saving gave."""
    talk = hold("y", "q", checklist=LEAD_ALONE, disk=Disk(refusals=1))

    assert isinstance(talk.error, Refused)
    assert "Saved" not in talk.text
    assert "Your answer to saf-lead could not be kept anywhere. Write it down." in talk.text


def test_kept_in_another_file() -> None:
    """Who gives up is told in which file the answer is, and how it is taken in later."""
    kept: list[tuple[str, Answer]] = []

    def rescue(criterion: str, answer: Answer) -> str:
        kept.append((criterion, answer))
        return "/home/lead/rescued.yaml"

    talk = hold("p none named", "q", checklist=LEAD_ALONE, disk=Disk(refusals=1), rescue=rescue)

    assert "Your answer to saf-lead is in this file: /home/lead/rescued.yaml" in talk.text
    assert [(key, answer.note) for key, answer in kept] == [("saf-lead", "none named")]


def test_nobody_to_try_again() -> None:
    """On a pipe a save that fails ends the interview at once."""
    person = Scripted(["y", "r"], present=False)

    talk = hold(checklist=LEAD_ALONE, disk=Disk(refusals=1), person=person)

    assert isinstance(talk.error, Refused)
    assert person.replies == ["r"]
