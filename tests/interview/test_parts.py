"""A fact in several parts: each is asked, however the others were answered."""

from datetime import date

from msgspec.structs import replace

from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Criterion, ValueSpec, ValueType
from ap_audit.model.words import CriterionClass, Rating
from tests.interview.builders import PUPILS, audit_of, checklist_of, hold, hold_over

_YES_NO = {"some": "Some of it is", "none": "None of it is"}
WHERE = Criterion(
    id="where",
    ask="Where are they taught?",
    class_=CriterionClass.RECORD,
    not_applicable="with-reason",
    record={
        name: ValueSpec(type=ValueType.CHOICE, ask=f"Is any of it {name}?", choices=_YES_NO)
        for name in ("on-site", "at-home", "online")
    },
)


def test_each_part_says_which_it_is() -> None:
    """Who answers knows how much is still to come."""
    talk = hold_over(WHERE, "1", "2", "2")

    assert "2 of 3: Is any of it at-home?" in talk.text
    assert talk.audit.answers[WHERE.id].values == {
        "on-site": "some",
        "at-home": "none",
        "online": "none",
    }
    assert "1 of 1" not in hold_over(replace(WHERE, record={"x": WHERE.record["online"]})).text[60:]


def test_what_s_would_keep_is_shown() -> None:
    """Gone back to, each part says what is recorded; nobody keeps what they do not see."""
    talk = hold_over(WHERE, "1", "b", "s", "2", "2")

    assert "2 of 3: Is any of it at-home?\n  1 Some" in talk.text
    assert "1 of 3: Is any of it on-site?\n  So far: Some of it is\n" in talk.text


def test_one_part_that_could_not_be_told() -> None:
    """The other parts are asked all the same, and what is not known stays said."""
    talk = hold_over(WHERE, "1", "u nobody there could say", "2")

    answer = talk.audit.answers[WHERE.id]
    assert answer.rating is Rating.CANNOT_TELL
    assert answer.values == {"on-site": "some", "online": "none"}
    assert answer.note == "nobody there could say"


def test_the_part_that_was_missing() -> None:
    """Once it is told, nothing is left open."""
    before = Answer(
        rating=Rating.CANNOT_TELL,
        date=date(2026, 11, 1),
        values={"on-site": "some", "online": "none"},
    )

    talk = hold_over(WHERE, "s", "2", "s", answer=before)

    assert talk.audit.answers[WHERE.id].rating is None


def test_back_by_one_part() -> None:
    """`b` goes to the part before; from the first part, to the question before."""
    talk = hold("s", "1", "1", "b", "2", "2", checklist=checklist_of(PUPILS, WHERE))
    out = hold("s", "b", "q", checklist=checklist_of(PUPILS, WHERE))

    assert talk.audit.answers[WHERE.id].values == {
        "on-site": "some",
        "at-home": "none",
        "online": "none",
    }
    assert out.text.count("How many of our pupils attend?") == 2


def test_what_does_not_apply_has_no_parts() -> None:
    """After `x` the next question follows."""
    talk = hold_over(WHERE, "x taught nowhere")

    assert talk.ended is not None
    assert talk.audit.answers[WHERE.id].reason == "taught nowhere"


def test_half_given_goes_on_at_the_gap() -> None:
    """After an interruption the parts that are there are not asked again, unless gone to."""
    checklist = checklist_of(WHERE, PUPILS)
    audit = audit_of({WHERE.id: Answer(values={"on-site": "some"})}, checklist)

    gone_on = hold("q", checklist=checklist, audit=audit)
    gone_to = hold("q", checklist=checklist, audit=audit, start=WHERE.id)

    assert "1 of 3: " not in gone_on.text
    assert "2 of 3: Is any of it at-home?" in gone_on.text
    assert "1 of 3: Is any of it on-site?" in gone_to.text
