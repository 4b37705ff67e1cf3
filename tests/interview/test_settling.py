"""Two auditors' answers at the prompt: both are shown, and a person settles it."""

from datetime import date

from msgspec.structs import replace

from ap_audit.interview.only import chosen
from ap_audit.model.audit import Answer, Evidence, Moderation, OtherAnswer
from ap_audit.model.words import Only, Rating, Seen
from ap_audit.rules.assess import assess
from tests.builders import CALENDAR
from tests.interview.builders import (
    CHECKLIST,
    CHECKS,
    LEAD,
    PUPILS,
    TODAY,
    audit_of,
    checklist_of,
    hold,
    hold_over,
)

THEN = date(2026, 11, 20)
SECOND = OtherAnswer(rating=Rating.PARTLY, note="Not on Fridays.", by="Deputy", date=THEN)
BOTH = Answer(rating=Rating.MET, note="Always.", by="AP lead", date=THEN, other=SECOND)
SETTLED = Moderation(by="AP lead", date=TODAY, reason="rota seen again")


def test_both_are_shown() -> None:
    """Who answered what, and that the lower counts until it is settled."""
    talk = hold_over(LEAD, "q", answer=BOTH)

    assert (
        "  First:      AP lead: met, 20 November 2026. Always.\n"
        "  Second:     Deputy: partly met, 20 November 2026. Not on Fridays.\n"
        "\n"
        "Two auditors differ. Until it is settled, the lower counts. Which stands?\n"
        "  1 the first: met.\n"
        "  2 the second: partly met.\n"
        "  3 neither: answer it afresh\n"
        "  s not now   ? help   b back   q save and stop\n"
    ) in talk.text


def test_the_first_stands() -> None:
    """The answer is as it was, and settled."""
    talk = hold_over(LEAD, "1", "rota seen again", answer=BOTH)

    assert "Saved: settled, met. rota seen again" in talk.text
    assert talk.audit.answers[LEAD.id] == replace(BOTH, moderated=SETTLED)


def test_the_second_stands() -> None:
    """The two change places, so that nothing is lost."""
    answer = hold_over(LEAD, "2", "rota seen again", answer=BOTH).audit.answers[LEAD.id]

    assert (answer.rating, answer.note, answer.by) == (Rating.PARTLY, "Not on Fridays.", "Deputy")
    assert answer.other == OtherAnswer(rating=Rating.MET, note="Always.", by="AP lead", date=THEN)
    assert answer.moderated == SETTLED


def test_the_second_says_that_it_does_not_apply() -> None:
    """Then a reason is needed, and what the second wrote is taken for one."""
    both = replace(BOTH, other=replace(SECOND, rating=Rating.NOT_APPLICABLE))

    answer = hold_over(LEAD, "2", "rota seen again", answer=both).audit.answers[LEAD.id]

    assert (answer.rating, answer.reason) == (Rating.NOT_APPLICABLE, "Not on Fridays.")


def test_neither_stands() -> None:
    """The question is asked, and the answer to it is the settled one."""
    talk = hold_over(LEAD, "3", "rota seen again", "n nobody", "s", answer=BOTH)

    answer = talk.audit.answers[LEAD.id]
    assert (answer.rating, answer.note, answer.other) == (Rating.NOT_MET, "nobody", SECOND)
    assert answer.moderated == replace(SETTLED, reason="rota seen again (Before: met, AP lead.)")


def test_reason_that_names_a_pupil() -> None:
    """It is queried before it is written, like every text."""
    talk = hold_over(LEAD, "1", "pupil Adam Brown said so", "c", "asked again", answer=BOTH)

    assert "This looks like a pupil's name" in talk.text
    assert talk.audit.answers[LEAD.id].moderated == replace(SETTLED, reason="asked again")


def test_not_settled() -> None:
    """Without a choice or a reason it stays as it is, and is asked only once."""
    later = hold_over(LEAD, "y", "s", answer=BOTH)
    no_reason = hold_over(LEAD, "1", "s", answer=BOTH)

    assert "Type 1, 2, 3; or s to leave it." in later.text
    assert "Left as it is: the lower of the two counts." in later.text
    assert "A difference is settled with a reason" in no_reason.text
    assert later.disk.saved == no_reason.disk.saved == []


def test_facts_that_differ() -> None:
    """The second's are typed where they are right: they stand in words alone."""
    other = replace(SECOND, rating=Rating.CANNOT_TELL, note="number: 7.")
    both = Answer(values={"number": "6"}, by="AP lead", date=THEN, other=other)

    first = hold_over(PUPILS, "1", "counted twice", answer=both).audit.answers[PUPILS.id]
    afresh = hold_over(PUPILS, "2", "3", "counted", "7", "s", answer=both)

    assert first == replace(both, moderated=replace(SETTLED, reason="counted twice"))
    assert "Type 1, 3; or s to leave it." in afresh.text
    answer = afresh.audit.answers[PUPILS.id]
    assert answer.values == {"number": "7"}
    assert answer.moderated is not None
    assert answer.moderated.reason == "counted (Before: number: 6, AP lead.)"


def test_gateway_that_is_settled_as_met() -> None:
    """What it still lacks is asked for, and said."""
    talk = hold_over(CHECKS, "1", "letter seen", "s", "s", answer=BOTH)

    assert "Recorded, but this gateway is not yet open." in talk.text


def test_what_stands_calls_for_more() -> None:
    """Where a gateway stands as partly met, an action is asked for as after any such answer."""
    talk = hold_over(CHECKS, "2", "letter seen", "s", "Get a letter", "", "", answer=BOTH)

    assert list(talk.audit.answers[CHECKS.id].actions) == ["get-a-letter"]


def test_asked_for_when_gone_on_with() -> None:
    """The resumed interview names them and asks them; the end says what is not settled."""
    checklist = checklist_of(replace(LEAD, id="saf-a"), LEAD)
    audit = audit_of({LEAD.id: BOTH}, checklist)

    talk = hold("s", "s", checklist=checklist, audit=audit)

    assert talk.text.count("Two auditors differ, and it is not settled: saf-lead.") == 2
    assert "Which stands?" in talk.text


def test_settled_is_shown() -> None:
    """Who settled it, when and why."""
    talk = hold_over(LEAD, "q", answer=replace(BOTH, moderated=SETTLED))

    assert "  So far:     met, 20 November 2026. Always.\n" in talk.text
    assert "  Settled:    AP lead, 23 November 2026. rota seen again\n" in talk.text


def test_only_those_that_differ() -> None:
    """`--only differing` means these, and what is settled no more."""
    piece = Evidence(what="letter", seen=Seen.COPY, dated=THEN)
    audit = audit_of(
        {LEAD.id: BOTH, CHECKS.id: replace(BOTH, evidence={"l": piece}, moderated=SETTLED)}
    )

    assert chosen(assess(CHECKLIST, audit, TODAY, CALENDAR), Only.DIFFERING) == {LEAD.id}
