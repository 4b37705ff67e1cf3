from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.interview.choices import rating_choices
from ap_audit.interview.guidance import guidance_text, sources_text
from ap_audit.interview.question import Question, Standing, question_text
from ap_audit.interview.said import answer_lines
from ap_audit.model.audit import Action, Answer, Evidence, OtherAnswer
from ap_audit.model.checklist import Criterion
from ap_audit.model.source import Citation
from ap_audit.model.words import Rating, Seen, Subject
from tests.interview.builders import CHECKS, LEAD, LOCKS, PUPILS, REGISTER, SITE, TODAY

STANDING = Standing(number=13, of=86, section=2, sections=9, title="Safeguarding", answered=12)
LAST = Answer(
    rating=Rating.PARTLY,
    date=date(2026, 6, 12),
    note="Two sessional tutors were missing.",
    actions={
        "letter": Action(what="Get an updated letter", owner="AP lead", due=date(2026, 6, 30)),
        "old": Action(what="Ask again", owner="AP lead", done=date(2026, 5, 1)),
    },
)


def question(criterion: Criterion, answer: Answer | None = None) -> Question:
    """The question as the thirteenth, with an answer of last time."""
    return Question(
        criterion=criterion,
        standing=STANDING,
        register=REGISTER,
        subject=Subject.PROVIDER,
        today=TODAY,
        answer=answer or Answer(rating=Rating.NOT_CHECKED),
        last=LAST,
    )


def test_whole_question() -> None:
    """A question is printed as the design shows it."""
    asked = question(replace(CHECKS, not_applicable="with-reason"))

    assert question_text(asked, 80) + "\n" + rating_choices(asked, 80) == (
        "Question 13 of 86 · Section 2 of 9: Safeguarding · 12 answered\n"
        "GATEWAY: until this is met, the advice is not to place.\n"
        "\n"
        "saf-checks-written\n"
        "Has the provider confirmed in writing that everyone working there has had the\n"
        "checks a school would make on its own staff?\n"
        "\n"
        "  Look for:   a letter or form dated within the year, listing the kinds of check\n"
        "  Source:     Keeping children safe in education 2025 (statutory guidance)\n"
        "  Last time:  partly met, 12 June 2026. Two sessional tutors were missing.\n"
        "  Action:     Get an updated letter. AP lead. Was due 30 June 2026, still open.\n"
        "\n"
        "  y met   p partly   n not met   u could not tell   x does not apply\n"
        "  = as last time\n"
        "  s not now   ? help   b back   g go to   m longer note   e editor   v evidence\n"
        "  a action   q save and stop"
    )


@pytest.mark.parametrize("width", [40, 41, 60, 80, 200])
def test_fits(width: int) -> None:
    """No line is longer than the window, and no id is cut."""
    asked = question(CHECKS)

    text = question_text(asked, width) + "\n" + rating_choices(asked, width)

    assert max(map(len, text.split("\n"))) <= width
    assert "saf-checks-written" in text


def test_several_facts_of_last_time() -> None:
    """Where several facts were recorded, each stands after its question."""
    last = Answer(values={"number": "12", "since": "2026-09-01"}, date=date(2026, 6, 12))
    asked = replace(question(PUPILS), last=last)

    assert (
        "  Last time:  How many? 12 pupils\n"
        "              Since when? 1 September 2026\n"
        "              12 June 2026.\n"
    ) in question_text(asked, 80)


def test_facts_without_a_date() -> None:
    """What a file does not say is left out."""
    facts = {"number": "12", "since": "2026-09-01"}

    assert answer_lines(PUPILS, Answer(values=facts)) == [
        "How many? 12 pupils",
        "Since when? 1 September 2026",
    ]
    assert answer_lines(PUPILS, Answer(values=facts, note="by telephone"))[2:] == ["by telephone"]
    told = Answer(values=facts, rating=Rating.CANNOT_TELL)
    assert answer_lines(PUPILS, told) == ["could not tell."]


def test_narrow_window() -> None:
    """In a narrow window a label stands above what it belongs to, which then has room."""
    text = question_text(question(CHECKS), 40)

    assert (
        "  Look for:\n"
        "    a letter or form dated within the\n"
        "      year, listing the kinds of check\n"
        "  Source:\n"
        "    Keeping children safe in education\n"
        "      2025 (statutory guidance)\n"
        "  Last time:\n"
    ) in text


@pytest.mark.parametrize(("width", "longest"), [(10, 40), (1000, 200)])
def test_widths_have_bounds(width: int, longest: int) -> None:
    """A window is written to as if it had at least 40 and at most 200 characters."""
    asked = question(replace(CHECKS, ask="word " * 80))

    assert longest - 5 <= max(map(len, question_text(asked, width).split("\n"))) <= longest


def test_turned_round_is_said() -> None:
    """Where yes is the worrying answer, the question says so."""
    asked = question(LOCKS)

    assert "Asked the other way round: yes counts as not met." in question_text(asked, 80)
    assert "y yes, not met   p partly   n no, met" in rating_choices(asked, 80)


def test_only_what_may_be_typed_is_offered() -> None:
    """`x` stands only where a question may not apply, `=` where last time may be repeated."""
    assert "x does" not in rating_choices(question(CHECKS), 80)
    assert "= as" not in rating_choices(question(SITE), 80)
    assert "x does" in rating_choices(question(SITE), 80)


def test_answer_so_far_is_shown() -> None:
    """Going back shows rating, note, values, evidence, actions, and the provider's claim."""
    answer = Answer(
        rating=Rating.MET,
        date=TODAY,
        note="Seen.",
        values={"confirmed-on": "2026-11-03"},
        evidence={"letter": Evidence(what="letter.pdf", seen=Seen.COPY, dated=date(2026, 11, 3))},
        actions={"ask": Action(what="Ask", owner="Head", due=date(2026, 12, 7))},
        claim=OtherAnswer(rating=Rating.MET, note="Always."),
    )

    text = question_text(question(CHECKS, answer), 80)

    assert (
        "  They say:   met. Always.\n"
        "  So far:     met, 23 November 2026. Seen.\n"
        "  Recorded:   What is the letter's date? 3 November 2026\n"
        "  Evidence:   letter.pdf, copy seen, dated 3 November 2026.\n"
        "  Action:     Ask. Head. Due 7 December 2026.\n"
    ) in text
    assert "s keep it" in rating_choices(question(CHECKS, answer), 80)


def test_guidance() -> None:
    """`?` shows why, what ratings mean, which evidence lasts how long, and the sources."""
    assert guidance_text(CHECKS, 80) == (
        "About saf-checks-written:\n"
        "  Why: A school must know that the adults are checked.\n"
        "  met: A letter names every kind of check.\n"
        "  could not tell: looked, and it could not be established.\n"
        "  This question always applies.\n"
        "  Evidence needed: a copy, or the original. It counts for 12 months from its\n"
        "  date. The provider's word alone does not open a gateway."
    )
    assert sources_text(CHECKS, REGISTER, 80) == (
        "  Source: Keeping children safe in education, 2025 (statutory guidance). See:\n"
        "    Part three. How well its text has been checked: read in part."
    )
    assert sources_text(LEAD, REGISTER, 80) == ""


def test_guidance_says_when_it_may_be_left_out() -> None:
    """`?` lists the reasons that are accepted, and says where there is no source."""
    site, lead = guidance_text(SITE, 200), guidance_text(LEAD, 200)

    assert "only for: the site is not shared; our pupils attend no site." in site
    assert "a copy, or the original, and seeing it on site" in site
    assert "It may be left out with a reason (x)." in lead
    assert "No evidence is asked for." in lead
    assert "Sources: none" in lead
    assert "Evidence" not in guidance_text(PUPILS, 200)


def test_sources_that_are_many_or_unknown() -> None:
    """At most three sources stand beside a question; an unknown one keeps its key."""
    many = replace(CHECKS, sources=tuple(Citation(source=f"S{number}") for number in range(5)))

    assert "              and 2 more; type ? twice to see them" in question_text(question(many), 80)
    assert "S4 (not in the register of sources)" in sources_text(many, REGISTER, 80)


def test_note_stands_beside_its_source() -> None:
    """What is not confirmed of a source is said where it is cited, not only in the report."""
    key = CHECKS.sources[0].source
    draft = Citation(source=key, note="final text not confirmed")

    shown = question_text(question(replace(CHECKS, sources=(draft,))), 120)

    assert "2025 (statutory guidance): final text not confirmed\n" in shown


def test_gateway_of_a_school() -> None:
    """An audit of a school is not about placing."""
    asked = replace_subject(question(CHECKS))

    assert "not to place" not in question_text(asked, 80)


def replace_subject(asked: Question) -> Question:
    """The same question in an audit of a school."""
    return Question(
        criterion=asked.criterion,
        standing=asked.standing,
        register=asked.register,
        subject=Subject.SCHOOL,
        today=asked.today,
    )
