from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Answer, Decision, SchoolException
from ap_audit.model.words import Depth, Rating, Subject
from ap_audit.report.plain import plain
from ap_audit.report.render import Form, render
from tests.report.builders import (
    CHECKS,
    DAY,
    FORK,
    INSURANCE,
    SUBCONTRACTED,
    TEMPLATES,
    VOLUNTEERS,
    Case,
    all_met,
    blank,
    decided,
    signed,
    stopped,
    typical,
)


def test_counts_of_gateways_come_first() -> None:
    """Open, failed, not shown and not applying are counted apart and add up."""
    front = typical().view().front
    assert front.gateways_say == ("18 of 23 gateways open, 1 failed, 4 not shown, 1 does not apply")
    assert front.gateways_bar.says == front.gateways_say


def test_failed_gateways_lead_those_not_shown() -> None:
    """The gateways that are not open come worst first, each with its reason."""
    rows = typical().view().front.gateways
    assert [row.mark.word for row in rows] == ["failed", *["not shown"] * 4]
    assert rows[0].brief == (
        "Found partly met. Letter dated 3 November. Two sessional tutors are missing."
    )
    assert rows[1].brief == "No copy that is in date has been seen."
    assert rows[1].seen_brief == "Told by the provider"


def test_a_blank_audit_is_cut_to_fit_page_1() -> None:
    """Page 1 shows the first of what is not shown and says how many more there are."""
    front = blank().view().front
    assert len(front.gateways) == 6
    assert front.gateways_more == "and 19 more not shown"
    assert front.unknown.more == "and 10 more"
    assert front.figures.score == "none rated"
    assert front.next.text == "not known"


@pytest.mark.parametrize(
    ("failing", "shown", "how", "more"),
    [
        (1, 6, "in full", "and 19 more not shown"),
        (7, 7, "in full", "and 18 more not shown"),
        (8, 6, "named", "and 2 more failed (Safeguarding 2) and 17 not shown"),
        (
            25,
            6,
            "named",
            "and 19 more failed (Safeguarding 10, Staffing and recruitment 3, Health and safety 6)",
        ),
    ],
)
def test_failed_gateways_fit_page_1(failing: int, shown: int, how: str, more: str) -> None:
    """The more have failed the less is said of each; of those left out, how many and where."""
    case = blank()
    gateways = [c.id for c in case.checklist.criteria() if c.is_gateway]
    for criterion in gateways[:failing]:
        case = case.changed(criterion, Answer(rating=Rating.NOT_MET))
    front = case.view().front
    assert (len(front.gateways), front.gateways_named) == (shown, how == "named")
    assert front.gateways_more == more


def test_what_else_is_on_page_1_takes_room() -> None:
    """A decision, each warning but one, and what is not known; four are always named."""
    front = decided(stopped()).view().front
    assert (len(front.gateways), front.gateways_named) == (4, True)
    assert front.gateways_more.startswith("and 21 more failed (Safeguarding 12, ")
    roomy = all_met()
    for criterion in [c.id for c in roomy.checklist.criteria() if c.is_gateway]:
        roomy = roomy.changed(criterion, Answer(rating=Rating.NOT_MET))
    assert len(roomy.view().front.gateways) == 8


def test_a_gateway_out_of_scope_names_the_value_that_put_it_there() -> None:
    """It is listed with the recorded value, and counted nowhere."""
    (row,) = typical().view().gateways_out
    assert row.id == SUBCONTRACTED
    assert row.because == (
        "Does anyone else deliver any of it for the provider? No, the provider delivers all of it."
    )


def test_a_gateway_that_does_not_apply_gives_its_reason() -> None:
    """The accepted reason stands beside it, and it is not said to be open."""
    rows = [row for group in typical().view().gateways for row in group.gateways]
    (row,) = [row for row in rows if row.id == VOLUNTEERS]
    assert (row.mark.word, row.because) == ("does not apply", ("Does not apply: no volunteers.",))


def test_an_exception_opens_no_gateway() -> None:
    """It is listed as one; the gateway stays failed and the advice as it was."""
    answer = replace(
        typical().audit.answers[CHECKS],
        exception=SchoolException(role="Head", reason="Seen elsewhere", until=date(2026, 11, 1)),
    )
    view = typical().changed(CHECKS, answer).view()
    row = next(row for row in view.exceptions if row.mark.word == "failed")
    assert row.text == "Head, until 1 November 2026: Seen elsewhere. It has run out."
    assert view.front.advice.title == "Do not place"
    assert view.front.exceptions_say.startswith("2 exceptions are recorded.")


def test_the_advice_says_that_it_is_advice() -> None:
    """Where the checklist's words do not say so, the report does."""
    assert typical().view().front.advice.note == ""
    assert all_met().view().front.advice.note == "This is advice. The school decides."


def test_the_best_rung_says_when_to_look_again() -> None:
    """The earliest day on which an open gateway runs out is the next review."""
    front = all_met().view().front
    assert front.advice.title == "Suitable to use"
    assert (front.next.label, front.next.text) == ("Look again by", "31 August 2027")
    assert front.why.lines == ("Every gateway is open, and nothing else stands in the way.",)


def test_conditions_stand_on_page_1_where_they_are_the_advice() -> None:
    """On the third rung every condition is listed; elsewhere their number is enough."""
    case = all_met().changed("education-1", Answer(rating=Rating.NOT_MET, note="None."))
    front = case.view().front
    assert front.advice.title == "Place only with conditions"
    assert front.why.lines == ("Every gateway is open. 1 condition must be met, as listed below.",)
    assert front.conditions.lines == (
        "What is taught, and does it fit each pupil's plan? Not met.",
    )
    assert typical().view().front.conditions.lines == ()


def test_a_rule_that_stops_is_named_with_what_it_looked_at() -> None:
    """A date in the past fails the gateway, whatever was ticked, and the rule shows its input."""
    case = all_met()
    answer = case.audit.answers[INSURANCE]
    expired = replace(answer, values={**answer.values, "expires": "2026-11-22"})
    view = case.changed(INSURANCE, expired).view()
    assert view.front.advice.title == "Do not place"
    (rule,) = view.rules
    assert (rule.id, rule.mark.word, rule.severity) == ("R16", "holds", "decides the advice")
    assert rule.inputs[0].text == "22 November 2026"
    assert view.front.why.lines == ("1 gateway has failed, as listed below.",)
    row = next(a for section in view.answers for a in section.answers if a.id == INSURANCE)
    assert (row.mark.word, row.because[0]) == ("not met", "Recorded as met.")


def test_a_rule_that_stops_and_fails_no_gateway_is_a_reason_of_its_own() -> None:
    """Page 1 says it once, in its first sentence."""
    case = all_met()
    rule = replace(case.checklist.rules["R16"], caps={})
    checklist = replace(case.checklist, rules={"R16": rule})
    answer = case.audit.answers[INSURANCE]
    expired = replace(answer, values={**answer.values, "expires": "2026-11-22"})
    changed = Case(audit=case.audit, checklist=checklist, provider=case.provider)
    front = changed.changed(INSURANCE, expired).view().front
    assert front.why.lines == ("Employers' liability insurance has run out.",)


def test_what_cannot_be_told_is_a_reason_too() -> None:
    """Few rules that lack facts are named; many are counted."""
    case = all_met()
    answer = replace(case.audit.answers[INSURANCE], values={})
    front = case.changed(INSURANCE, answer).view().front
    assert front.why.lines == (
        "1 gateway is not shown, as listed below.",
        "Employers' liability insurance: cannot be told. When does it run out? Not recorded.",
    )
    rule = case.checklist.rules["R16"]
    many = replace(case.checklist, rules={f"R{n}": rule for n in range(4)})
    lines = Case(audit=blank().audit, checklist=many, provider=case.provider).view().front.why.lines
    assert lines[1] == "4 rules that can decide the advice lack facts and cannot be told yet."


def test_overdue_actions_come_first() -> None:
    """What is late leads, and what has no date comes last."""
    view = typical().view()
    assert [row.due for row in view.front.actions] == [
        "16 November 2026",
        "7 December 2026",
        "no date set",
    ]
    assert view.front.actions[0].overdue
    assert view.front.actions_say == "3 actions open, 1 overdue"


def test_claims_and_second_auditors_are_shown_as_such() -> None:
    """Neither is mistaken for the school's own answer."""
    answers = {a.id: a for section in typical().view().answers for a in section.answers}
    assert answers["education-2"].asides[0].title == "The provider says, and this is not judged"
    assert answers["education-2"].asides[0].text == (
        "Met, Centre manager, 10 November 2026. Sent daily."
    )
    assert answers["education-2"].mark.word == "not met"
    assert [aside.title for aside in answers["education-8"].asides] == [
        "A second auditor found",
        "Exception, which opens no gateway",
    ]
    assert answers["education-9"].asides[1].title == "Settled between the two"


def test_evidence_says_how_it_was_seen_and_why_it_does_not_count() -> None:
    """Told is not seen, and it says so."""
    answers = {a.id: a for section in typical().view().answers for a in section.answers}
    (told,) = answers["safeguarding-4"].evidence
    assert told.seen == "told by the provider on 23 November 2026"
    assert told.counts == "Does not count: told by the provider, which does not count as seen."


def test_a_fact_is_recorded_and_never_met() -> None:
    """A record criterion has a word of its own and is in no sum."""
    row = typical().view().answers[0].answers[0]
    assert (row.id, row.mark.word, row.weighs) == (FORK, "recorded", "A fact; it is in no sum.")
    assert blank().view().answers[0].answers[0].mark.word == "not recorded"


def test_governors_get_no_single_answers() -> None:
    """Their report has page 1 and what it rests on."""
    view = typical().view("governors")
    assert (view.rules, view.answers, view.others_out) == ((), (), ())
    assert view.gateways
    assert view.gateways_out
    assert view.editions == ()
    assert "Digest" not in {fact.label for fact in view.checklist}


def test_governors_are_told_how_well_each_source_has_been_checked() -> None:
    """By name and count; what each binds stands in the full report."""
    view = typical().view("governors")
    assert [f"{row.label}: {row.text}" for row in view.editions_brief] == [
        "Read in part: 1 of 2 sources: Keeping children safe in education 2025.",
        (
            "Known from published accounts, not read: 1 of 2 sources:"
            " Employers' Liability Act 1969 (page opened 1 October 2026)."
        ),
        (
            "Newer edition or draft: 1 of 2 sources: Keeping children safe in education 2025,"
            " see Keeping children safe in education 2026."
        ),
        "Review overdue: 1 of 2 sources: Keeping children safe in education 2025.",
    ]
    assert typical().view().editions_brief == ()


def test_a_source_overdue_for_review_is_said_on_page_1() -> None:
    """Criteria age in the open."""
    view = typical().view()
    assert view.front.warnings == (
        "1 source was due for review before 23 November 2026; the checklist may be out of date.",
        "Of 2 sources cited, 1 has a newer edition or draft; see “Editions used”.",
    )
    editions = {row.key: row for row in view.editions}
    assert editions["KCSIE"].warning == (
        "Review was due by 30 September 2026. There is a newer edition or draft: look at it too."
    )
    assert editions["KCSIE"].status == (
        "From 1 September 2025. Until about 1 September 2026. Newer:"
        " Keeping children safe in education 2026."
    )
    assert editions["ELCI"].verification == (
        "Known from published accounts, not read, page opened 1 October 2026"
    )


def test_only_an_address_that_opens_a_page_is_a_link() -> None:
    """Anything but https is left out."""
    editions = {row.key: row for row in typical().view().editions}
    assert editions["KCSIE"].url == "https://www.example.org/kcsie"
    assert "KCSIE26" not in editions  # it is not cited


def test_a_signed_audit_shows_its_decision_and_what_has_changed() -> None:
    """The decision leads; the advice stands beside it as it was on that day."""
    view = signed().view(today=date(2027, 6, 1), now=date(2027, 12, 1))
    made = view.front.decision
    assert made.title == "Do not place until the letter is complete"
    assert made.by == "J. Okafor, Headteacher, 25 November 2026"
    assert made.beside == ""
    assert view.since[0].startswith("No longer open:")
    assert "Now overdue: See the log on the visit." in view.since
    assert made.since.lines == (
        (
            "18 gateways no longer open, 1 exception run out and 1 action now overdue."
            " All of it is listed further on."
        ),
    )


def test_a_decision_against_other_advice_says_so() -> None:
    """What the signers saw is printed where it is not what the tool says now."""
    case = signed()
    decision = replace(case.audit.decision, advice_shown="Suitable to use")
    audit = replace(case.audit, decision=decision)
    view = Case(audit=audit, checklist=case.checklist, provider=case.provider).view()
    assert view.front.decision.beside == (
        "The advice shown when it was signed was: Suitable to use."
    )


def test_advice_that_has_become_worse_is_said_since_signing() -> None:
    """A signed audit on the best rung says when that no longer holds."""
    case = all_met()
    audit = replace(case.audit, decision=Decision(state="signed", as_at=DAY))
    view = Case(audit=audit, checklist=case.checklist, provider=case.provider).view(
        now=date(2027, 12, 1)
    )
    assert view.front.decision.title == "Signed, with no outcome recorded"
    assert view.since[0] == "Judged on 1 December 2027, the advice is: Do not place."


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (Subject.PROVIDER, "Hillside Skills Centre"),
        (Subject.PLACEMENT, "Placement P07 at Hillside Skills Centre"),
        (Subject.SCHOOL, "Northgate Academy"),
    ],
)
def test_a_report_is_named_for_its_subject(subject: Subject, expected: str) -> None:
    """A provider by its name, a placement by its reference, a school by its own."""
    case = typical()
    audit = replace(case.audit, subject=subject, placement="P07")
    view = Case(audit=audit, checklist=case.checklist, provider=case.provider).view()
    assert view.name == expected


def test_a_question_of_full_depth_is_said_to_be_left_out() -> None:
    """In a core audit it stands among what is out of scope."""
    case = all_met()
    deep = replace(case.checklist.sections[-1].criteria[-1], depth=Depth.FULL)
    last = replace(
        case.checklist.sections[-1],
        criteria=(*case.checklist.sections[-1].criteria[:-1], deep),
    )
    checklist = replace(case.checklist, sections=(*case.checklist.sections[:-1], last))
    view = Case(audit=case.audit, checklist=checklist, provider=case.provider).view()
    (row,) = view.others_out
    assert row.because == "Asked only in an audit of full depth."


def test_a_view_holds_plain_data_only() -> None:
    """What templates are given can be printed and not called."""
    with pytest.raises(TypeError, match="holds no float"):
        plain(1.5)


BANNED = ("safe to use", "compliant", "approved", "illegal", "outstanding", "inadequate")


@pytest.mark.parametrize("word", BANNED)
def test_the_report_claims_nothing_it_cannot(word: str) -> None:
    """Its own words never say that a provider is safe, approved or against the law."""
    assert word not in str(plain(typical().view())).casefold()


def test_the_file_behind_evidence_is_named_beside_its_hash() -> None:
    """Else nobody could tell what the hash is of."""
    case = all_met()
    given = case.audit.answers[CHECKS]
    pieces = {key: replace(one, file="evidence/dsl.pdf") for key, one in given.evidence.items()}
    view = case.changed(CHECKS, replace(given, evidence=pieces)).view()
    forms: tuple[Form, ...] = ("html", "md")
    for form in forms:
        page = render(view, form, shipped=TEMPLATES)
        assert "evidence/dsl.pdf, SHA-256" in page
