from datetime import date

from ap_audit.model.audit import Answer, Evidence
from ap_audit.model.words import Rating, Seen
from ap_audit.report.shown import is_shown, shown
from tests.report.builders import DAY, VOLUNTEERS, all_met, blank, typical


def seen(how: Seen) -> Answer:
    """Met, on one piece of evidence."""
    piece = Evidence(what="it", seen=how, dated=date(2026, 10, 2), date=DAY)
    return Answer(rating=Rating.MET, date=DAY, by="AP lead", evidence={"it": piece})


def test_a_blank_audit_has_shown_nothing() -> None:
    """Nothing is said in its favour, and nothing against it."""
    found = shown(blank().judged().assessment)
    assert found.rows == ()
    assert found.says.startswith("0 of ")


def test_it_counts_gateways_and_key_questions_alone() -> None:
    """Counts, and no word of praise."""
    found = shown(all_met().judged().assessment)
    assert found.says == (
        "31 of 31 gateways and key questions were met on evidence seen and in date."
    )
    rows = {row.section: row for row in found.rows}
    assert rows["Safeguarding"].counts == "12 of 12 gateways"
    assert rows["Education and reviews"].counts == "7 of 7 key questions"
    assert "About this provider" not in rows


def test_what_was_only_told_is_not_shown() -> None:
    """The provider's word alone is no strength."""
    told = all_met().changed("education-1", seen(Seen.TOLD)).judged().assessment
    (outcome,) = [outcome for outcome in told.outcomes if outcome.id == "education-1"]
    assert not is_shown(outcome)


def test_what_was_seen_on_site_is_named_first() -> None:
    """The example of a section is the one that was seen best."""
    pieces = {**seen(Seen.COPY).evidence, "there": seen(Seen.ON_SITE).evidence["it"]}
    both = Answer(rating=Rating.MET, evidence=pieces)
    case = all_met().changed("safeguarding-5", both)
    case = case.changed("safeguarding-7", seen(Seen.ORIGINAL))
    rows = {row.section: row for row in shown(case.judged().assessment).rows}
    assert rows["Safeguarding"].such_as.startswith("Is there a child protection policy")


def test_what_does_not_apply_is_no_strength_and_no_lack() -> None:
    """It is in neither count."""
    case = typical()
    assert case.audit.answers[VOLUNTEERS].rating is Rating.NOT_APPLICABLE
    rows = {row.section: row for row in shown(case.judged().assessment).rows}
    assert rows["Staffing and recruitment"].counts == "2 of 2 gateways"


def test_an_answer_that_is_met_on_old_evidence_is_not_shown() -> None:
    """In date means on the day of judging."""
    later = all_met().judged(date(2028, 1, 1)).assessment
    assert [row.section for row in shown(later).rows] == ["Education and reviews"]  # ages never
