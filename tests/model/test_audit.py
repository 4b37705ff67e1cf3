"""An audit: what its answers say before anything is judged."""

from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.about import About
from ap_audit.model.audit import Action, Answer
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating, Subject
from tests.builders import answer, audit


@pytest.mark.parametrize(
    ("given", "blank"),
    [
        (Answer(), True),
        (Answer(rating=Rating.NOT_CHECKED), True),
        (Answer(rating=Rating.NOT_CHECKED, note="Ask on Monday."), True),
        (Answer(rating=Rating.CANNOT_TELL), False),
        (Answer(rating=Rating.NOT_MET), False),
        (answer(None, number="3"), False),
    ],
)
def test_blank(given: Answer, *, blank: bool) -> None:
    """An answer is blank until it has a rating or a value: could not tell is an answer."""
    assert given.blank is blank


def test_a_criterion_without_a_block_is_not_yet_checked() -> None:
    """What stands nowhere in the file has not been checked."""
    assert audit().answer(CriterionId("s")).rating is Rating.NOT_CHECKED


def test_with_answer() -> None:
    """Changing one answer makes a new audit in the same order; the old one stays as it was."""
    before = audit({"a": Rating.MET, "b": Rating.MET})
    after = before.with_answer(CriterionId("a"), Answer(rating=Rating.PARTLY))

    assert after.answer(CriterionId("a")).rating is Rating.PARTLY
    assert list(after.answers) == ["a", "b"]
    assert before.answer(CriterionId("a")).rating is Rating.MET
    assert replace(after, answers=before.answers) == before


def test_about() -> None:
    """The header says what an audit is about."""
    assert audit().about == About(Subject.PROVIDER, "acme", "")


def test_an_action_as_it_was_agreed() -> None:
    """Without how it was closed, which no signature covers."""
    agreed = Action(what="Get the letter", owner="AP lead", due=date(2026, 12, 7), note="By post")
    closed = replace(
        agreed,
        done=date(2026, 12, 1),
        closed_by="DSL",
        closing_note="It came.",
        closing_evidence="letter.pdf",
    )

    assert closed.as_agreed == agreed
