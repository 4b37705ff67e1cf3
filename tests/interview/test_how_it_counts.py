"""What is said of an answer: that a rule holds, that a gateway is open, what is still missing."""

from datetime import date

from msgspec.structs import replace

from ap_audit.model import condition
from ap_audit.model.audit import Action, Answer, Evidence
from ap_audit.model.checklist import Rule
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating, Seen, Severity
from tests.interview.builders import (
    CHECKS,
    LEAD,
    LOCKS,
    PUPILS,
    audit_of,
    checklist_of,
    hold,
    hold_over,
)

TOO_MANY = Rule(
    title="Many pupils",
    severity=Severity.STOP,
    when=condition.Check(
        CriterionId("pupils"), "number", condition.TestName.AT_LEAST, condition.Literal("5")
    ),
    says="It may have to register. Ask the council.",
)
LETTER = Answer(
    rating=Rating.MET,
    values={"confirmed-on": "2026-11-03"},
    evidence={"letter": Evidence(what="letter", seen=Seen.COPY, dated=date(2026, 11, 3))},
)


def test_rule_that_begins_to_hold() -> None:
    """It is said with the answer that makes it hold, once, and not at the end alone."""
    checklist = replace(checklist_of(PUPILS, LEAD), rules={"R1": TOO_MANY})

    talk = hold("6", "s", "y", checklist=checklist)

    said = "Because of this answer: It may have to register. Ask the council."
    assert talk.after("6")[:2] == ["Saved: 6 pupils.", said]
    assert talk.text.count(said) == 1
    end = talk.text.partition("It may be signed with this open:\n")[2]
    assert end.startswith("  It may have to register.\n")


def test_rule_that_holds_when_come_back_to() -> None:
    """The question says which rule speaks against its answer."""
    checklist = replace(checklist_of(PUPILS, LEAD), rules={"R1": TOO_MANY})
    audit = audit_of({PUPILS.id: Answer(values={"number": "6"})}, checklist)

    talk = hold("q", checklist=checklist, audit=audit, start=PUPILS.id)

    assert "  So far:     6 pupils.\n  But:        It may have to register. Ask the" in talk.text


def test_one_of_something() -> None:
    """One is said as one."""
    assert "Saved: 1 pupil." in hold_over(PUPILS, "1", "s").text
    assert "Saved: 0 pupils." in hold_over(PUPILS, "none", "s").text


def test_gateway_that_opens() -> None:
    """Who has shown all that is asked hears so."""
    talk = hold_over(CHECKS, "y", "3 nov", "c letter", "=")

    assert talk.text.count("This gateway is open.") == 1


def test_why_it_is_not_open_yet() -> None:
    """Come back to, the question says what is missing, and a new y asks for that alone."""
    short = replace(LETTER, values={})

    talk = hold_over(CHECKS, "y", "3 nov", answer=short)

    assert "  But:        Not recorded: What is the letter's date?" in talk.text
    assert "              Type y again to complete or change it." in talk.text
    assert "c change them" not in talk.text
    assert talk.audit.answers[CHECKS.id].values == LETTER.values


def test_something_missing_when_gone_on_with() -> None:
    """What an interruption left half answered is named on the screen that goes on."""
    audit = audit_of({CHECKS.id: replace(LETTER, evidence={}), LEAD.id: Answer(rating=Rating.MET)})

    talk = hold("q", audit=audit)

    assert "Answered as met, with something still missing: saf-checks-written." in talk.text


def test_no_action_when_gone_on_with() -> None:
    """So is what falls short and weighs, where whoever was asked for an action was called away."""
    short = {one.id: Answer(rating=Rating.NOT_MET) for one in (CHECKS, LEAD, LOCKS)}
    planned = replace(short[LEAD.id], actions={"a": Action(what="Ask", owner="AP lead")})

    talk = hold("q", audit=audit_of({**short, LEAD.id: planned}))

    says = "Partly or not met, and nobody has an action for it: saf-checks-written."
    assert says in talk.text


def test_value_as_last_time() -> None:
    """What was recorded and seen last time is shown; `=` records the same value again."""
    talk = hold_over(CHECKS, "y", "=", "s", last=LETTER)

    assert "What is the letter's date? 3 November 2026\n" in talk.text
    assert "Seen: letter, copy seen, dated 3 November 2026." in talk.text
    assert "  = as last time: 3 November 2026\n  s leaves it out for now." in talk.text
    assert talk.audit.answers[CHECKS.id].values == LETTER.values


def test_nothing_to_repeat() -> None:
    """Where the question has to be looked at afresh, its values are too."""
    talk = hold_over(replace(CHECKS, carry="never"), "y", "=", "s", last=LETTER)

    assert "= as last time" not in talk.text
    assert "Type a date such as" in talk.text


def test_going_by_a_word() -> None:
    """`g` and a word finds the question it stands in; of several, their ids are named."""
    text = hold("g unchecked", "g our pupils", "q").text

    assert 'There is no question or section "unchecked".' in text
    assert '"our pupils" fits more than one question: pupils, saf-site.' in text


def test_stopping_is_brief() -> None:
    """Who stops in the middle reads a few lines: where it stands, and how to go on."""
    lines = hold("q").person.transcript

    assert lines[lines.index("Stopped. Every answer is saved.") :] == [
        "Stopped. Every answer is saved.",
        "",
        "Answered: 0 of 7 questions.",
        "Not open: 2 gateways.",
        "Advice so far: Not yet shown to be suitable.",
        "To go on: ap-audit resume hillside",
        "To see it: ap-audit show hillside",
    ]


def test_put_aside() -> None:
    """The end says how many were left for later."""
    assert "That was the last question; 1 left for later." in hold_over(LEAD, "s").text
