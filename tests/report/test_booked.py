"""A day that is booked, such as the next review: on page 1, and no thing that runs out."""

from datetime import date

from msgspec.structs import replace

from ap_audit.model.condition import Data
from ap_audit.model.words import Severity
from ap_audit.report.dates import BOOKED, watched
from ap_audit.report.due_items import Kind, of_audit
from ap_audit.report.front import front
from ap_audit.report.judged import Judged
from ap_audit.report.timeline import timeline
from ap_audit.report.view import Front
from ap_audit.rules.assess import assess
from tests.builders import CALENDAR, DATE, TODAY, answer, audit, checklist, fact, rule

SOON: Data = {"next": {"on": {"within_next": "8 weeks"}}}
NOT_SOON: Data = {"not": SOON}


def judged(when: Data, **days: str) -> Judged:
    """A review with the day of the next one, and one on which something runs out."""
    whole = checklist(
        fact("next", on=replace(DATE, ask="When is it?")),
        fact("ends", on=DATE),
        rules={
            "R1": rule(Severity.WARN, when),
            "R2": rule(Severity.WARN, {"ends": {"on": {"before": "today"}}}),
        },
    )
    one = audit({name: answer(None, on=day) for name, day in days.items()})
    return Judged(audit=one, checklist=whole, assessment=assess(whole, one, TODAY, CALENDAR))


def page_one(found: Judged) -> Front:
    """Page 1."""
    days = watched(found.assessment, found.checklist)
    return front(found.assessment, found.audit, now=None, days=days, warnings=())


def test_the_next_review_stands_on_page_one() -> None:
    """Although something else runs out before."""
    found = judged(NOT_SOON, next="2027-01-14", ends="2026-12-01")
    page = page_one(found)
    assert page.next.text == "1 December 2026"
    assert page.next_what == (
        "Recorded date runs out: Is ends so? Booked for 14 January 2027: Is next so?"
    )


def test_it_may_be_the_first_to_come() -> None:
    """Then it is what to look again by."""
    page = page_one(judged({"any": [NOT_SOON]}, next="2026-12-01", ends="2027-01-14"))
    assert (page.next.label, page.next.text) == ("Look again by", "1 December 2026")
    assert page.next_what == "Day that is booked: Is next so?"


def test_what_runs_out_soon_is_not_booked() -> None:
    """A rule that warns of a day close by does not ask for one."""
    found = judged(SOON, next="2026-12-01")
    assert [one.kind for one in watched(found.assessment, found.checklist)] == []


def test_what_is_not_recorded_is_not_booked() -> None:
    """Nor is a day behind us, which the rule is there for."""
    assert page_one(judged(NOT_SOON)).next.text == "not known"
    past = judged(NOT_SOON, next="2026-11-01")
    assert page_one(past).next.text == "not known"


def test_it_is_due_and_runs_nothing_out() -> None:
    """In the calendar by its own word; in the figure of what runs out not at all."""
    found = judged(NOT_SOON, next="2027-01-14")
    (item,) = of_audit(found, "Acme")
    assert (item.kind, item.on) == (Kind.BOOKED, date(2027, 1, 14))
    days = watched(found.assessment, found.checklist)
    assert [one.kind for one in days] == [BOOKED]
    assert timeline(days, TODAY) is None
