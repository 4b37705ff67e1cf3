"""Whole conversations, and what they leave in the audit."""

from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.errors import BadUsage, Unfinished
from ap_audit.interview.person import NoMoreAnswers
from ap_audit.model.audit import Action, Answer, Evidence
from ap_audit.model.checklist import EvidenceNeed, ValueSpec, ValueType
from ap_audit.model.words import Rating, Seen
from tests.fakes import Scripted
from tests.interview.builders import (
    CHECKS,
    KIND,
    LEAD,
    LOCKS,
    PUPILS,
    SITE,
    TODAY,
    URN,
    audit_of,
    checklist_of,
    hold,
    hold_over,
    judged,
)

MET = Answer(
    rating=Rating.MET,
    date=date(2026, 11, 1),
    by="Head",
    note="Seen.",
    values={"confirmed-on": "2026-11-03"},
    evidence={"letter": Evidence(what="letter", seen=Seen.COPY, dated=date(2026, 11, 3))},
)


def test_whole_conversation() -> None:
    """A gateway that is met asks for its value, and how it was seen."""
    talk = hold_over(CHECKS, "y all named", "3 nov", "c", "letter.pdf", "=")

    assert talk.text.split("\n\n", 3)[3] == (
        "  y met   p partly   n not met   u could not tell\n"
        "  s not now   ? help   b back   g go to   m longer note   e editor\n"
        "  v evidence   a action   q save and stop\n"
        "> y all named\n"
        "Saved: met. all named\n"
        "What is the letter's date?\n"
        "  s leaves it out for now.\n"
        "> 3 nov\n"
        "Saved: 3 November 2026.\n"
        "How was it seen? A copy is needed.\n"
        "  t told   h seen by another commissioner   c copy   o original\n"
        "  v on site, on a visit   s not now   ? help\n"
        "> c\n"
        "What is it? The name of the document, or its file.\n"
        "> letter.pdf\n"
        "What date is on it?\n"
        "  = 3 November 2026, as above   s leaves it out\n"
        "> =\n"
        "Saved: letter.pdf, copy seen, dated 3 November 2026.\n"
        "This gateway is open.\n"
        "\n"
        "That was the last question.\n"
        "\n"
        "Answered: 1 of 1 question.\n"
        "Nothing stands between this audit and its sign-off.\n"
        "Advice so far: Suitable.\n"
        "To see it: ap-audit show hillside\n"
        "For the report: ap-audit report hillside\n"
        'To sign it: ap-audit sign hillside --role prepared --name "Your name"'
    )
    assert talk.audit.answers[CHECKS.id] == Answer(
        rating=Rating.MET,
        date=TODAY,
        by="AP lead",
        note="all named",
        values={"confirmed-on": "2026-11-03"},
        evidence={
            "letter-pdf": Evidence(
                what="letter.pdf",
                seen=Seen.COPY,
                dated=date(2026, 11, 3),
                date=TODAY,
                by="AP lead",
            )
        },
    )


def test_each_step_is_saved() -> None:
    """The rating is on the disk before anything more is asked, then each step after it."""
    talk = hold_over(CHECKS, "y", "3 nov", "c letter.pdf")

    assert isinstance(talk.error, Unfinished)
    assert [audit.answers[CHECKS.id].values for audit in talk.disk.saved] == [
        {},
        {"confirmed-on": "2026-11-03"},
    ]
    assert talk.error.hint == "0 questions are left. Every answer before it is saved."


def test_whom_to_tell_today() -> None:
    """What was found wrong says so at once; what is not known, once everything was asked."""
    two = checklist_of(CHECKS, LOCKS)
    unknown = "To do when Not yet shown to be suitable."

    stopped = hold("n none", "s", "q", checklist=two).text
    assert "Advice so far: Do not place.\nTo do when Do not place.\n" in stopped
    assert unknown not in hold("u no reply", "q", checklist=two).text
    assert unknown in hold("u no reply", "u no reply", checklist=two).text


def test_told_is_not_seen() -> None:
    """What the provider says is recorded, and does not open a gateway."""
    talk = hold_over(CHECKS, "y", "3 nov", "t", "head of centre")

    assert talk.ended is not None
    assert (
        "Recorded, but this gateway is not yet open. No copy that is in date has been seen."
        in talk.text.replace("\n", " ")
    )
    assert "Advice so far: Not yet shown to be suitable." in talk.text


def test_every_kind_of_evidence_is_asked_for() -> None:
    """Where a copy and a visit are needed, one leads to the other."""
    talk = hold_over(SITE, "y", "c rules", "1 nov", "v", "the building", "20 nov")

    seen = talk.audit.answers[SITE.id].evidence
    assert "A visit is needed too." in talk.text
    assert seen["rules"].dated == date(2026, 11, 1)
    assert (seen["the-building"].dated, seen["the-building"].date) == (None, date(2026, 11, 20))
    assert "Advice so far: Suitable." in talk.text


def test_evidence_left_for_later() -> None:
    """Evidence, its date and a value may be left for later; what is missing is then said."""
    talk = hold_over(CHECKS, "y", "s", "c letter", "s")

    said = talk.text.replace("\n", " ")
    assert "Until it is recorded, this does not count as met." in said
    assert "Not recorded: What is the letter's date?" in said
    assert "its date is not recorded" in said
    assert talk.audit.answers[CHECKS.id].evidence["letter"].dated is None


def test_evidence_cannot_be_dated_in_the_future() -> None:
    """A document seen today was not written tomorrow."""
    talk = hold_over(CHECKS, "y", "3 nov", "c letter", "tomorrow", "today")

    assert "That day is still to come." in talk.text
    assert talk.audit.answers[CHECKS.id].evidence["letter"].dated == TODAY


def test_partly_needs_a_note_and_a_gateway_an_action() -> None:
    """A note is asked for where none was typed; a gateway not met asks who does what by when."""
    talk = hold_over(CHECKS, "p", "two missing", "s", "Get a letter", "AP lead", "7 dec")

    answer = talk.audit.answers[CHECKS.id]
    assert answer.note == "two missing"
    assert answer.actions == {
        "get-a-letter": Action(what="Get a letter", owner="AP lead", due=date(2026, 12, 7))
    }
    assert "Saved: Get a letter. AP lead. Due 7 December 2026." in talk.text


@pytest.mark.parametrize("typed", ["p in part", "n none"])
def test_key_question_that_falls_short(typed: str) -> None:
    """It asks for an action, whether it is met in part or not at all."""
    talk = hold_over(LEAD, typed, "Name one", "", "", "q")

    assert list(talk.audit.answers[LEAD.id].actions) == ["name-one"]


def test_note_that_is_not_given() -> None:
    """Without the note it needs, a rating is not recorded, and that is said."""
    talk = hold_over(LEAD, "n", "s")

    assert talk.disk.saved == []
    assert "Not met needs a note, so this is left as it was." in talk.text


def test_action_for_later() -> None:
    """An action may be left out; where it can be added is said. A date may be left open."""
    assert (
        "It can be added later: g saf-lead comes back here." in hold_over(LEAD, "n none", "s").text
    )

    talk = hold_over(LEAD, "n none", "Find one", "Head", "1/1/2026", "s")
    assert "That day has passed." in talk.text
    assert talk.audit.answers[LEAD.id].actions["find-one"].due is None


def test_standard_question_asks_for_no_action() -> None:
    """Only a gateway and a key criterion ask for an action; this one is turned round as well."""
    talk = hold_over(LOCKS, "y once")

    assert talk.ended is not None
    assert talk.audit.answers[LOCKS.id].rating is Rating.NOT_MET
    assert "Saved: not met. once" in talk.text


def test_does_not_apply() -> None:
    """It is refused where it always applies, chosen where there is a list, else given in words."""
    assert "This question always applies" in hold_over(CHECKS, "x").text

    chosen = hold_over(SITE, "x", "nonsense", "2")
    assert chosen.audit.answers[SITE.id].reason == "our pupils attend no site"
    assert "Saved: does not apply: our pupils attend no site." in chosen.text

    assert hold_over(SITE, "x the site").audit.answers[SITE.id].reason == "the site is not shared"
    assert hold_over(SITE, "x 3", "1").audit.answers[SITE.id].note == "3"

    asked = hold_over(LEAD, "x", "run by our own staff")
    assert asked.audit.answers[LEAD.id].reason == "run by our own staff"
    assert hold_over(LEAD, "x one", "q").audit.answers[LEAD.id].reason == "one"


def test_does_not_apply_without_a_reason() -> None:
    """Without a reason nothing is recorded."""
    for criterion in (SITE, LEAD):
        talk = hold_over(criterion, "x", "s")

        assert talk.disk.saved == []
        assert "needs a reason, so this is left as it was." in talk.text


def test_could_not_tell_asks_nothing_more() -> None:
    """Could not tell is an answer of its own; words after the letter are its note."""
    talk = hold_over(CHECKS, "u nobody was in")

    answer = talk.audit.answers[CHECKS.id]
    assert (answer.rating, answer.note) == (Rating.CANNOT_TELL, "nobody was in")
    assert talk.ended is not None


def test_record_values() -> None:
    """A fact is recorded as typed; an optional one may be left out."""
    talk = hold_over(PUPILS, "twelve", "12", "s")

    assert talk.audit.answers[PUPILS.id] == Answer(
        date=TODAY, by="AP lead", values={"number": "12"}
    )
    assert "Type a whole number, such as 4." in talk.text
    assert "Saved: 12 pupils." in talk.text


def test_record_otherwise() -> None:
    """At a value: could not tell, does not apply, a note for later, and no more."""
    told = hold_over(PUPILS, "12", "u not sure since when")
    assert told.audit.answers[PUPILS.id].rating is Rating.CANNOT_TELL
    assert told.audit.answers[PUPILS.id].values == {"number": "12"}

    assert hold_over(PUPILS, "x none yet").audit.answers[PUPILS.id].reason == "none yet"
    assert "always applies" in hold_over(KIND, "x", "1").text
    later = hold_over(PUPILS, "s ask the office").audit.answers[PUPILS.id]
    assert (later.rating, later.note) == (Rating.NOT_CHECKED, "ask the office")


def test_record_again() -> None:
    """A fact that is recorded is shown, kept with `s` and changed by typing it anew."""
    there = Answer(rating=Rating.CANNOT_TELL, values={"number": "12"}, date=TODAY)

    kept = hold_over(PUPILS, "s", "s", answer=replace(there, rating=None))
    assert "So far:     12 pupils, 23 November 2026." in kept.text
    assert kept.disk.saved == []

    changed = hold_over(PUPILS, "13", "s", answer=there)
    assert changed.audit.answers[PUPILS.id].rating is None
    assert changed.audit.answers[PUPILS.id].values == {"number": "13"}


def test_facts_as_last_time() -> None:
    """`=` repeats every fact of a question at once."""
    last = Answer(values={"number": "12", "since": "2026-09-01"}, date=date(2026, 6, 12))

    talk = hold_over(PUPILS, "=", last=last)

    assert talk.audit.answers[PUPILS.id].values == last.values
    assert talk.audit.answers[PUPILS.id].date == TODAY
    assert "Saved: as last time.\n" in talk.text


def test_as_last_time() -> None:
    """`=` repeats rating and note with today's date, and never evidence."""
    talk = hold_over(CHECKS, "=", "3 nov", "s", last=MET)

    answer = talk.audit.answers[CHECKS.id]
    assert (answer.rating, answer.note, answer.date) == (Rating.MET, "Seen.", TODAY)
    assert answer.evidence == {}
    assert "Last time:  met, 1 November 2026. Seen." in talk.text

    own = hold_over(LEAD, "= still so", "q", last=MET)
    assert own.audit.answers[LEAD.id].note == "still so"


def test_as_last_time_where_it_cannot_be() -> None:
    """`=` is refused without a last time, and where each audit has to look afresh."""
    assert "There is no answer of last time to repeat." in hold_over(LEAD, "=").text
    assert "looked at afresh each time" in hold_over(SITE, "=", last=MET).text
    left_out = Answer(rating=Rating.NOT_APPLICABLE, reason="no staff")
    assert "now it always does" in hold_over(CHECKS, "=", last=left_out).text
    assert hold_over(LEAD, "=", last=left_out).audit.answers[LEAD.id].reason == "no staff"


def test_record_as_last_time() -> None:
    """`=` repeats the facts of last time that still fit, or says that there are none."""
    last = Answer(values={"number": "12", "since": "soon"}, note="From the office.")

    talk = hold_over(PUPILS, "=", last=last)
    assert talk.audit.answers[PUPILS.id].values == {"number": "12"}
    assert talk.audit.answers[PUPILS.id].note == "From the office."
    assert "no answer of last time to repeat here" in hold_over(PUPILS, "=").text


def test_changed_rating_asks_again() -> None:
    """A changed rating asks for what hangs on it; what is there is kept with `s`."""
    talk = hold_over(CHECKS, "p one gone", "s", "s", answer=MET)

    answer = talk.audit.answers[CHECKS.id]
    assert (answer.rating, answer.note) == (Rating.PARTLY, "one gone")
    assert (answer.values, answer.evidence) == (MET.values, MET.evidence)
    assert "So far: 3 November 2026. s keeps it." in talk.text


def test_changed_rating_shows_the_old_note() -> None:
    """A note that was written for another rating is shown, kept with `s`, or written anew."""
    lead = Answer(rating=Rating.MET, note="Trained in May.")

    kept = hold_over(LEAD, "u", "s", answer=lead)
    assert "The note says: Trained in May." in kept.text
    assert kept.audit.answers[LEAD.id].note == "Trained in May."

    assert hold_over(LEAD, "u", "Left in June", answer=lead).audit.answers[LEAD.id].note == (
        "Left in June"
    )


def test_same_rating_asks_nothing_that_is_there() -> None:
    """The same rating again keeps what is recorded, unless the person asks to change it."""
    kept = hold_over(CHECKS, "y", "s", answer=MET)
    assert kept.ended is not None
    assert kept.audit.answers[CHECKS.id] == replace(MET, date=TODAY, by="AP lead")

    changed = hold_over(CHECKS, "y", "k", "c", "4 nov", "s", answer=MET)
    assert changed.audit.answers[CHECKS.id].values == {"confirmed-on": "2026-11-04"}
    assert "Type c to change them, or s to keep them." in changed.text


def test_kept_with_s() -> None:
    """An earlier answer is kept with `s`, and nothing is written."""
    talk = hold_over(CHECKS, "s", answer=MET)

    assert talk.disk.saved == []
    assert talk.ended is not None


def test_longer_note() -> None:
    """`m` takes lines until a full stop, lists and all, and saves them at once."""
    talk = hold_over(LEAD, "m First", "", "- a list", "  .  ", "u")

    assert talk.disk.saved[0].answers[LEAD.id].note == "First\n\n- a list"
    assert talk.disk.saved[0].answers[LEAD.id].rating is Rating.NOT_CHECKED
    assert talk.audit.answers[LEAD.id].note == "First\n\n- a list"
    assert "Nothing was typed, so the note is as it was." in hold_over(LEAD, "m", ".").text


def test_longer_note_where_a_note_is_asked_for() -> None:
    """`m` works where the note of a rating is asked for, and the rating goes with it."""
    talk = hold_over(LEAD, "n", "m", ".", "m", "No one.", "At all.", ".", "s")

    answer = talk.audit.answers[LEAD.id]
    assert (answer.rating, answer.note) == (Rating.NOT_MET, "No one.\nAt all.")


def test_back() -> None:
    """`b` goes to the question before; in the middle of an answer, a step back."""
    talk = hold("1", "b", "2", "b", "b", "q")

    assert talk.text.count("\nkind\n") == 4
    assert talk.text.count("This is the first question.") == 1

    middle = hold_over(CHECKS, "y", "b", "s")
    assert middle.text.count("\nsaf-checks-written\n") == 2
    assert hold_over(PUPILS, "12", "b", "s", "s").text.count("\n1 of 2: How many?") == 2


def test_go_to() -> None:
    """`g` goes to a section, an id, its beginning or a number, and comes back to what is left."""
    for target in ("g safeguarding", "g SAF-checks", "g saf-checks-written", "g 3", "g safe"):
        talk = hold(target, "u", "q")

        assert talk.audit.answers[CHECKS.id].rating is Rating.CANNOT_TELL
        assert "\nsaf-lead\n" in talk.text


def test_go_to_what_is_not_there() -> None:
    """What is not asked here, not there or not clear is refused, and the question stays."""
    said = hold("2", "g saf-urn", "g 99", "g saf-l", "g nowhere", "q").text

    assert "saf-urn is not asked here." in said
    assert "There is no question 99. They are numbered 1 to 6." in said
    assert '"saf-l" fits more than one question: saf-lead, saf-locks.' in said
    assert 'There is no question or section "nowhere".' in said


def test_what_is_left() -> None:
    """`g` alone lists what is left by section, with the gateways."""
    said = hold("1", "g", "q").text

    assert "What is left: 6 questions." in said
    assert "  g 2  About this provider: 1 of 2 left" in said
    assert "  g 3  Safeguarding: 5 of 5 left, 2 of them gateways" in said


def test_one_gateway_left() -> None:
    """One gateway is a gateway."""
    said = hold_over(SITE, "g", "q").text

    assert "  g 1  Safeguarding: 1 of 1 left, a gateway" in said


def test_commands_at_other_prompts() -> None:
    """Help, a way out and a way elsewhere work in the middle of an answer too."""
    said = hold("g saf-checks", "y", "?", "g", "g kind", "q").text

    assert "Why: A school must know" in said
    assert "What is left" in said
    assert said.count("\nkind\n") == 2
    stopped = hold_over(CHECKS, "y", "q")
    assert stopped.ended is not None
    assert stopped.ended.how == "stopped"


def test_words_that_look_like_commands() -> None:
    """A document's name may begin like a command."""
    talk = hold_over(CHECKS, "y", "3 nov", "c", "g block plan", "3 nov")

    assert talk.audit.answers[CHECKS.id].evidence["g-block-plan"].what == "g block plan"


def test_one_line_where_one_is_asked_for() -> None:
    """A name of several lines, one too long for a file, and a lone letter are refused."""
    said = hold_over(LEAD, "n none", "one\ntwo", "x" * 301, "y", "s").text

    assert "That is more than one line." in said
    assert "That has 301 characters; there is room for 300 here." in said
    assert '"y" says too little here.' in said


def test_a_number_is_no_role() -> None:
    """Where roles were just chosen by number, one typed here would own the action for good."""
    talk = hold_over(LEAD, "n none", "Name one", "2", "Headteacher", "s")

    assert '"2" says too little here. Type a few words, or s to leave it out.' in talk.text
    (action,) = talk.audit.answers[LEAD.id].actions.values()
    assert (action.what, action.owner) == ("Name one", "Headteacher")


def test_questions_that_come_and_go() -> None:
    """An answer that changes what is asked says how many questions come or go."""
    answered = audit_of(
        {KIND.id: Answer(values={"setting": "school"}), URN.id: Answer(rating=Rating.CANNOT_TELL)}
    )

    gone = hold("2", "q", audit=answered, start="kind")
    assert "Because of this answer, 1 question falls away: saf-urn." in gone.text
    assert "Answered already: saf-urn. What was recorded is kept and not counted;" in gone.text
    assert gone.audit.answers[URN.id] == answered.answers[URN.id]
    assert URN.id not in [outcome.id for outcome in judged(gone.audit)]

    back = hold("1", "q", audit=gone.audit, start="kind")
    assert "Because of this answer, 1 question is added: saf-urn." in back.text
    assert "Answered before, and counted again: saf-urn." in back.text
    assert URN.id in [outcome.id for outcome in judged(back.audit)]


def test_resumes_at_what_is_left() -> None:
    """An interview starts at the first unanswered question, and comes back to others."""
    audit = audit_of({KIND.id: Answer(values={"setting": "centre"})})
    talk = hold("q", audit=audit)
    assert "Question 2 of 6 · Section 1 of 2: About this provider · 1 answered" in talk.text

    wrapped = hold("u", "x none", "q", audit=audit, start="saf-locks")
    assert [line for line in wrapped.person.transcript if line in ("pupils", "saf-locks")] == [
        "saf-locks",
        "pupils",
    ]


def test_passed_over_once() -> None:
    """A question that was put aside is not asked again in the same sitting."""
    talk = hold(*["s"] * 7)

    assert talk.ended is not None
    assert (talk.ended.how, talk.ended.left, talk.disk.saved) == ("finished", 7, [])
    assert "Left:\n  About this provider: 2\n  Safeguarding: 5" in talk.text
    assert "To go on: ap-audit resume hillside" in talk.text


def test_nothing_left() -> None:
    """Where everything is answered the end is said at once."""
    checklist = checklist_of(LEAD)
    audit = audit_of({LEAD.id: Answer(rating=Rating.MET)}, checklist)

    assert "That was the last question." in hold(checklist=checklist, audit=audit).text


def test_unknown_start() -> None:
    """A start that is no question is a mistake on the command line."""
    error = hold(start="nowhere").error

    assert isinstance(error, BadUsage)
    assert error.message == 'There is no question or section "nowhere".'


def test_pipe_runs_out() -> None:
    """Where a pipe ends, what was read is saved, and the error says how much is left."""
    talk = hold("1", "12")

    assert isinstance(talk.error, Unfinished)
    assert talk.error.message == "The answers ran out."
    assert talk.error.hint == "5 questions are left. Every answer before it is saved."
    assert talk.audit.answers["pupils"].values == {"number": "12"}
    assert isinstance(hold_over(LEAD, "m", "half a note").error, Unfinished)


def test_pipe_with_a_line_that_is_no_answer() -> None:
    """On a pipe the lines after a mistyped one were meant for other questions."""
    person = Scripted(["1", "dozen", "12"], present=False)

    talk = hold(person=person)

    assert isinstance(talk.error, Unfinished)
    assert talk.error.message.startswith("The line given for pupils was not understood.")
    assert person.replies == ["12"]


class HungUp(Scripted):
    """Someone who presses Ctrl-D when the prepared lines run out."""

    def ask(self, prompt: str) -> str:
        try:
            return super().ask(prompt)
        except NoMoreAnswers:
            raise NoMoreAnswers(at_keyboard=True) from None


def test_end_of_input_at_a_keyboard() -> None:
    """Ctrl-D is a way to stop; in a longer note it ends the note."""
    stopped = hold(person=HungUp(["1"]))
    assert stopped.ended is not None
    assert stopped.ended.how == "stopped"

    noted = hold(person=HungUp(["g saf-lead", "m", "Half a note"]))
    assert noted.audit.answers[LEAD.id].note == "Half a note"


def test_rest_of_a_paste_is_thrown_away() -> None:
    """After a refusal and after words, what waits is thrown away; after a letter it is not."""
    assert hold("nonsense", "q").person.discarded == 1
    assert hold_over(LEAD, "u nobody in").person.discarded == 1
    assert hold_over(LEAD, "y").person.discarded == 0


def test_long_note_is_saved_whole_and_said_short() -> None:
    """A note of 5,000 characters is kept whole; the screen shows its beginning and its length."""
    note = "word " * 1000 + "end"

    talk = hold_over(LEAD, f"u {note}")

    assert talk.audit.answers[LEAD.id].note == note
    assert "… (5,003 characters in all)" in talk.text.replace("\n", " ")


def test_open_action_is_not_asked_for_again() -> None:
    """Where an action is open already, another is not asked for."""
    answer = Answer(rating=Rating.MET, actions={"find": Action(what="Find one", owner="Head")})

    talk = hold_over(LEAD, "n none", answer=answer)

    assert talk.ended is not None
    assert "Find one. Head. No date set." in talk.text


def test_done_action_stays() -> None:
    """A new action never takes the place of one that is done, even in the same words."""
    done = Action(what="Find one", owner="Head", done=date(2026, 5, 1))

    talk = hold_over(
        LEAD, "n gone", "Find one", "AP lead", "s", answer=Answer(actions={"find-one": done})
    )

    assert list(talk.audit.answers[LEAD.id].actions) == ["find-one", "find-one-2"]
    assert talk.audit.answers[LEAD.id].actions["find-one"] == done
    assert "Find one. Head. Done 1 May 2026." in talk.text


def test_how_it_was_seen_in_words() -> None:
    """A full word does as well as its letter; anything else is refused; `s` leaves it for later."""
    talk = hold_over(SITE, "y", "somehow", "visit", "the building", "20 nov", "s")
    assert "Type one letter: t, h, c, o or v" in talk.text
    assert talk.audit.answers[SITE.id].evidence["the-building"].seen is Seen.ON_SITE

    later = hold_over(SITE, "y", "v", "s")
    assert "how it was seen is not recorded" in later.text
    assert later.audit.answers[SITE.id].evidence == {}

    undated = hold_over(SITE, "y", "v the building", "s", "s")
    assert undated.audit.answers[SITE.id].evidence["the-building"].date is None


def test_gateway_that_names_no_evidence() -> None:
    """A gateway asks how it was seen even where the checklist names no kind of evidence."""
    gateway = replace(CHECKS, evidence=EvidenceNeed(), record={})

    assert "Advice so far: Suitable." in hold_over(gateway, "y", "o letter").text
    assert "not yet open" in hold_over(gateway, "y", "h another school's check").text
    assert "anything seen by the school" in hold_over(gateway, "?", "q").text


def test_value_that_is_missing_is_said() -> None:
    """Where a question is no gateway, a missing value is said to count as partly met."""
    number = replace(URN, when=None)

    said = hold_over(number, "y", "12", "s").text.replace("\n", " ")

    assert "Type the six digits" in said
    assert "Counts as partly met until this is recorded: Which number?" in said


def test_choice_beside_a_rating() -> None:
    """A choice that is recorded with a rating is listed; a letter chooses none of them."""
    kind = replace(LOCKS, record=KIND.record)

    talk = hold_over(kind, "n", "c", "2")

    assert talk.text.count("  2 Centre that is not a school") == 2
    assert "  2 Centre that is not a school" in talk.text
    assert talk.audit.answers[LOCKS.id].values == {"setting": "centre"}


def test_letter_where_a_fact_is_asked() -> None:
    """A rating's letter is neither a choice nor a text; a number chooses."""
    some = ValueSpec(
        type=ValueType.CHOICE, ask="Which?", choices={"none": "None of these", "all": "All"}
    )
    chosen = hold_over(replace(KIND, record={"which": some}), "n", "no", "y", "1")
    assert chosen.text.count("Type 1 or 2.") == 3
    assert chosen.audit.answers[KIND.id].values == {"which": "none"}

    named = replace(KIND, record={"name": ValueSpec(type=ValueType.TEXT, ask="Which unit?")})
    told = hold_over(named, "n", "North")
    assert '"n" says too little here. Type a few words.' in told.text
    assert told.audit.answers[KIND.id].values == {"name": "North"}


def test_text_that_begins_like_an_answer() -> None:
    """Where a text is recorded, a letter with words after it is the text."""
    named = replace(KIND, record={"name": ValueSpec(type=ValueType.TEXT, ask="Which unit?")})

    assert hold_over(named, "u 4 east").audit.answers[KIND.id].values == {"name": "u 4 east"}


def test_only_some_questions() -> None:
    """Only the questions that are named are asked, answered or not."""
    audit = audit_of({LEAD.id: Answer(rating=Rating.NOT_MET, note="None.")})

    talk = hold("u", "s", audit=audit, only=frozenset({LEAD.key}))

    assert talk.ended is not None
    assert talk.audit.answers[LEAD.id].rating is Rating.CANNOT_TELL
    assert "\nsaf-site\n" not in talk.text


def test_note_put_beside_an_answer() -> None:
    """Words after `s` become the note, and the rating stays."""
    talk = hold_over(LEAD, "s ask in May", answer=Answer(rating=Rating.MET))

    assert talk.audit.answers[LEAD.id].rating is Rating.MET
    assert "Saved: note. ask in May" in talk.text


def test_a_visit_where_a_document_is_needed() -> None:
    """It is recorded, and it is said at once why the question stays open."""
    talk = hold_over(CHECKS, "y", "1 nov", "v the office", "s")

    assert "A visit shows no document. One that was read there is o, its original." in talk.text
    assert [piece.seen for piece in talk.audit.answers[CHECKS.id].evidence.values()] == [
        Seen.ON_SITE
    ]
