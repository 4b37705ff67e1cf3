"""What may be done at any question, and what is said of the whole: left, and in the way."""

from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.errors import Unfinished
from ap_audit.interview.only import NOTHING, chosen
from ap_audit.model.audit import Action, Answer, Evidence
from ap_audit.model.words import Only, Rating, Seen
from ap_audit.rules.assess import assess
from tests.builders import CALENDAR
from tests.fakes import Scripted
from tests.interview.builders import (
    CHECKLIST,
    CHECKS,
    KIND,
    LEAD,
    LOCKS,
    PUPILS,
    SITE,
    TODAY,
    audit_of,
    checklist_of,
    hold,
    hold_over,
)

LONG = "First line.\nSecond line."


def test_note_from_the_editor() -> None:
    """`e` opens the note as it stands, and what comes back is saved; the rating stays."""
    person = Scripted(["e", "q"], edited=[f"{LONG}\n"])

    talk = hold(
        checklist=checklist_of(LEAD),
        audit=audit_of({LEAD.id: Answer(rating=Rating.MET, note="Old.")}, checklist_of(LEAD)),
        start=LEAD.id,
        person=person,
    )

    assert "[editor: Old.]" in person.transcript
    assert talk.audit.answers[LEAD.id].note == LONG
    assert talk.audit.answers[LEAD.id].rating is Rating.MET


def test_why_in_the_editor() -> None:
    """Where words are asked for, the editor may give them, and the rating is saved with them."""
    person = Scripted(["p", "e", "q"], edited=[LONG])

    talk = hold(checklist=checklist_of(LOCKS), person=person)

    answer = talk.audit.answers[LOCKS.id]
    assert (answer.rating, answer.note) == (Rating.PARTLY, LONG)


@pytest.mark.parametrize(
    ("edited", "said"),
    [
        ([], "There is no editor here."),
        ([" \n"], "Nothing was written, so nothing is recorded."),
        (["Old.\n"], "The note is as it was."),
    ],
    ids=["no editor", "empty", "unchanged"],
)
def test_editor_that_gives_nothing(edited: list[str], said: str) -> None:
    """Where nothing new comes back, nothing is saved and the question goes on."""
    answered = audit_of({LEAD.id: Answer(rating=Rating.MET, note="Old.")})

    talk = hold(audit=answered, start=LEAD.id, person=Scripted(["e", "q"], edited=edited))

    assert said in talk.text
    assert talk.disk.saved == []


def test_evidence_before_an_answer() -> None:
    """`v` keeps a piece of evidence at any question; the question still waits for its answer."""
    talk = hold_over(LEAD, "v", "c", "staff list", "q")

    answer = talk.audit.answers[LEAD.id]
    assert answer.rating is Rating.NOT_CHECKED
    assert answer.evidence["staff-list"] == Evidence(
        what="staff list", seen=Seen.COPY, date=TODAY, by="AP lead"
    )
    assert talk.ended is not None
    assert talk.ended.left == 1


def test_seen_on_site_by_its_letter() -> None:
    """Where it is asked how it was seen, `v` is that it was seen on a visit."""
    talk = hold_over(LEAD, "v", "v the signed rota", "q")

    assert talk.audit.answers[LEAD.id].evidence["the-signed-rota"].seen is Seen.ON_SITE


def test_action_before_an_answer() -> None:
    """`a` adds an action at any question, beside one that is open already."""
    before = Answer(
        rating=Rating.MET, actions={"first": Action(what="First", owner="AP lead", due=TODAY)}
    )

    talk = hold_over(LEAD, "a", "ring them", "DSL", "4 dec", "q", answer=before)

    actions = talk.audit.answers[LEAD.id].actions
    assert list(actions) == ["first", "ring-them"]
    assert actions["ring-them"].owner == "DSL"


def test_one_at_a_time() -> None:
    """In the middle of adding an action, `a` does not begin another."""
    talk = hold_over(LEAD, "a", "a", "ring them", "DSL", "4 dec", "q")

    assert "You are adding one just now" in talk.text
    assert len(talk.audit.answers[LEAD.id].actions) == 1


@pytest.mark.parametrize("owner", ["", "me"])
def test_defaults_of_an_action(owner: str) -> None:
    """Enter alone means what the prompt names: whoever answers, in two weeks."""
    talk = hold_over(LEAD, "a", "ring them", owner, "", "q")

    assert "  Enter alone: 7 December 2026   s sets no date" in talk.text
    assert talk.audit.answers[LEAD.id].actions == {
        "ring-them": Action(what="ring them", owner="AP lead", due=date(2026, 12, 7))
    }


@pytest.mark.parametrize(
    ("typed", "offered", "due"),
    [
        ("n", "24 November 2026, as this decides", date(2026, 11, 24)),
        ("u", "30 November 2026, as this presses", date(2026, 11, 30)),
    ],
)
def test_what_decides_is_done_sooner(typed: str, offered: str, due: date) -> None:
    """The day that Enter takes is the sooner the more the finding matters, and says why."""
    talk = hold_over(CHECKS, f"{typed} no letter", *(["s"] if typed == "n" else []), "q")
    answer = talk.audit.answers[CHECKS.id]
    talk = hold_over(CHECKS, "a", "ring them", "", "", "q", answer=answer)

    assert f"  Enter alone: {offered}   s sets no date" in talk.text
    (action,) = talk.audit.answers[CHECKS.id].actions.values()
    assert action.due == due


def test_letter_for_a_day() -> None:
    """Where a day is asked for, a letter is told what a day looks like, not to type words."""
    talk = hold_over(LEAD, "a", "ring them", "DSL", "y", "4 dec", "q")

    assert 'Type a date such as 4 dec, 7/12/2026, 7 December 2026 or "today".' in talk.text
    assert "says too little" not in talk.text


def test_no_defaults_on_a_pipe() -> None:
    """An empty line in a file of answers is a mistake, not a wish."""
    person = Scripted(["a", "ring them", ""], present=False)

    talk = hold(checklist=checklist_of(LEAD), person=person)

    assert isinstance(talk.error, Unfinished)
    assert talk.disk.saved == []


def test_evidence_while_words_are_asked_for() -> None:
    """In the middle of an answer `v` adds evidence, and then what was asked is asked again."""
    talk = hold_over(LOCKS, "p", "v", "t", "head of centre", "one door", "q")

    answer = talk.audit.answers[LOCKS.id]
    assert answer.note == "one door"
    assert answer.evidence["head-of-centre"].seen is Seen.TOLD


def test_short_hints() -> None:
    """Short hints name the letters; `?` and a line not understood spell them out."""
    talk = hold("?", "q", checklist=checklist_of(LEAD), hints="short")

    assert "  y p n u x s   ? what they mean" in talk.text
    assert "  y met   p partly   n not met" in talk.text

    refused = hold("no idea", "", "q", checklist=checklist_of(LEAD), hints="short")
    assert "  y met   p partly   n not met" in refused.text


def test_enter_alone_with_short_hints() -> None:
    """Enter alone is refused, and then the letters are spelt out."""
    talk = hold("", "q", checklist=checklist_of(LEAD), hints="short")

    assert "Nothing was typed" in talk.text
    assert "  y met   p partly   n not met" in talk.text


def test_hints_that_grow_short() -> None:
    """Without a setting, the first three questions of a kind spell out their letters."""
    rated = [replace(LEAD, id=f"saf-{number}") for number in range(4)]
    talk = hold(
        "1",
        "3",
        "s",
        *("s" for _ in rated),
        checklist=checklist_of(KIND, PUPILS, *rated),
        hints="auto",
    )

    lines = talk.person.transcript
    spelt_out = [line for line in lines if "? help   b back" in line]
    alone = [line for line in lines if "? what they mean" in line]
    assert (len(spelt_out), len(alone)) == (6, 1)  # the second question has two parts


def test_going_on_shows_what_is_left() -> None:
    """A begun audit is gone on with from a screen that says what is left in each section."""
    talk = hold("q", audit=audit_of({KIND.id: Answer(values={"setting": "centre"})}))

    assert talk.person.transcript[:5] == [
        "Going on: 1 of 6 questions answered.",
        "Answering as AP lead; for another role, start with --by.",
        "What is left: 5 questions.",
        "  g 2  About this provider: 1 of 2 left",
        "  g 3  Safeguarding: 4 of 4 left, 2 of them gateways",
    ]


def test_what_is_in_the_way() -> None:
    """The end says what must be settled first, and what may be signed as open."""
    audit = audit_of(
        {
            CHECKS.id: Answer(rating=Rating.MET, values={"confirmed-on": "2026-11-03"}),
            LOCKS.id: Answer(rating=Rating.PARTLY, note="one door"),
        }
    )

    lines = hold(*"sssss", audit=audit).person.transcript

    at = lines.index("To settle before it can be signed:")
    said = "\n".join(lines[at + 1 : lines.index("Advice so far: Not yet shown to be suitable.")])
    assert said == (
        "  saf-checks-written: Met, but not shown: see it, or answer that it could not\n"
        "  be told. No copy that is in date has been seen.\n"
        "It may be signed with this open:\n"
        "  1 gateway not open:\n"
        "    not yet checked: saf-site\n"
        "  Partly or not met, and nobody has an action for it: saf-locks.\n"
        "  1 key question not established: saf-lead."
    )


def test_only_a_part() -> None:
    """`--only` means gateways that are not open, what falls short, or what nobody looked at."""
    audit = audit_of(
        {
            KIND.id: Answer(values={"setting": "centre"}),
            LOCKS.id: Answer(rating=Rating.PARTLY, note="one door"),
            LEAD.id: Answer(rating=Rating.NOT_MET, note="none"),
        }
    )
    assessment = assess(CHECKLIST, audit, TODAY, CALENDAR)

    assert chosen(assessment, Only.GATEWAYS) == {CHECKS.id, SITE.id}
    assert chosen(assessment, Only.NOT_MET) == {LOCKS.id, LEAD.id}
    assert chosen(assessment, Only.NOT_CHECKED) == {"pupils", CHECKS.id, SITE.id}
    assert set(NOTHING) == set(Only)
