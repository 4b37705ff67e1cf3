"""What is asked now, and what waits for another stage."""

from msgspec.structs import replace

from ap_audit.model.checklist import Checklist
from ap_audit.model.words import Stage
from tests.interview.builders import CHECKS, LEAD, LOCKS, SITE, Talk, checklist_of, hold

AT_DESK = replace(LEAD, stage=(Stage.DESK, Stage.YEARLY))
ON_VISIT = replace(SITE, stage=(Stage.VISIT,))
CHECKLIST = checklist_of(AT_DESK, ON_VISIT, replace(LOCKS, stage=(Stage.VISIT, Stage.YEARLY)))


def held(stage: Stage, *replies: str, checklist: Checklist = CHECKLIST) -> Talk:
    """A talk at one stage."""
    return hold(*replies, checklist=checklist, stages=frozenset({stage}))


def test_only_the_stage_is_asked() -> None:
    """Questions of another stage wait; those asked are numbered among themselves."""
    talk = held(Stage.DESK, "y")

    assert "Question 1 of 1 · Section 1 of 1: Safeguarding · 0 answered" in talk.text
    assert "Answered: 1 of 1 question." in talk.text
    assert ON_VISIT.ask not in talk.text


def test_what_waits_is_judged_all_the_same() -> None:
    """A visit gateway not yet asked is not shown, and the person is told so."""
    talk = held(Stage.DESK, "y")

    assert (
        "Not asked now, for they belong to another stage: 2 questions, with 1 gateway"
        " not shown until then."
    ) in " ".join(talk.text.split())
    assert "Advice so far: Not yet shown to be suitable." in talk.text
    assert "To go on: ap-audit resume hillside" in talk.text
    assert talk.ended is not None
    assert talk.ended.left == 2


def test_a_question_of_another_stage_can_be_reached() -> None:
    """Whoever names a question gets it, whatever its stage."""
    talk = held(Stage.DESK, "g saf-locks", "n", "y")

    assert talk.audit.answers["saf-locks"].rating is not None


def test_nothing_of_the_stage_is_left() -> None:
    """Where the stage asks nothing, that is said instead of 'the last question'."""
    talk = held(Stage.END, checklist=checklist_of(CHECKS))

    assert talk.text.startswith("\nNothing of this stage is left to ask.")
