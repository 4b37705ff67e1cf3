from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model import condition
from ap_audit.model.audit import Answer, Evidence
from ap_audit.model.checklist import EvidenceNeed, Parameter
from ap_audit.model.condition import Check, FromParameter, Operand
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating, Seen
from ap_audit.report.dates import Watched, lasting, watched
from ap_audit.rules.assess import assess
from tests.builders import CALENDAR, audit, checklist, gateway, key
from tests.report.builders import CHECKS, DAY, INSURANCE, Case, all_met


def days(case: Case) -> tuple[Watched, ...]:
    """What is watched in an audit."""
    return watched(assess(case.checklist, case.audit, DAY, CALENDAR), case.checklist)


def with_rule(operand: Operand, value: str | None) -> Case:
    """An audit with one rule on the age of the letter, and one parameter."""
    case = all_met()
    when = Check(CriterionId(CHECKS), "confirmed-on", condition.TestName.OLDER_THAN, operand)
    rule = replace(case.checklist.rules["R20"], when=when)
    parameter = Parameter(title="Oldest letter", unit="length of time", value=value)
    made = replace(case.checklist, rules={"R20": rule}, parameters={"letter": parameter})
    return Case(audit=case.audit, checklist=made, provider=case.provider)


def test_the_nearest_day_comes_first() -> None:
    """Recorded dates and evidence stand in one list, in order."""
    found = days(all_met())
    assert found[0].on == date(2027, 8, 31)
    assert list(found) == sorted(found)


def test_what_has_run_out_is_no_longer_watched() -> None:
    """A date in the past is a finding, not a day to wait for."""
    case = all_met()
    answer = case.audit.answers[INSURANCE]
    past = replace(answer, values={**answer.values, "expires": "2026-11-22"})
    found = days(case.changed(INSURANCE, past))
    assert not [item for item in found if "employers" in item.what.casefold()]


@pytest.mark.parametrize(
    ("operand", "value", "expected"),
    [
        (FromParameter("letter"), "6 months", date(2027, 4, 2)),
        (FromParameter("letter"), None, None),
    ],
)
def test_the_age_a_trust_allows_decides_the_day(
    operand: Operand, value: str | None, expected: date | None
) -> None:
    """A value may grow as old as the parameter says; without a number nothing runs out."""
    case = with_rule(operand, value)
    recorded = [item.on for item in days(case) if item.what.startswith("Recorded")]
    assert recorded == ([expected] if expected else [])


def test_the_piece_that_lasts_longest_decides_for_each_need() -> None:
    """A gateway with two needs stays open until the first of them has nothing left."""
    case = all_met()
    need = EvidenceNeed(needs=(Seen.COPY, Seen.ON_SITE), expires_after="12 months")
    section = case.checklist.sections[2]
    first = replace(section.criteria[0], evidence=need)
    changed = replace(section, criteria=(first, *section.criteria[1:]))
    sections = (*case.checklist.sections[:2], changed, *case.checklist.sections[3:])
    visit = Evidence(what="Visit", seen=Seen.ON_SITE, date=date(2026, 1, 10))
    newer = Evidence(what="Second letter", seen=Seen.COPY, dated=date(2026, 11, 1))
    answer = case.audit.answers[CHECKS]
    pieces = {**answer.evidence, "visit": visit, "newer": newer}
    seen = case.changed(CHECKS, replace(answer, evidence=pieces))
    checklist = replace(case.checklist, sections=sections)
    found = days(Case(audit=seen.audit, checklist=checklist, provider=case.provider))
    assert found[0] == Watched(date(2027, 1, 10), "Evidence stops counting", first.ask)


def test_evidence_that_does_not_age_gives_no_day() -> None:
    """A gateway whose evidence never runs out is not watched."""
    case = all_met()
    section = case.checklist.sections[2]
    ageless = tuple(replace(c, evidence=EvidenceNeed()) for c in section.criteria)
    changed = replace(section, criteria=ageless)
    sections = (*case.checklist.sections[:2], changed, *case.checklist.sections[3:])
    checklist = replace(case.checklist, sections=sections)
    found = days(Case(audit=case.audit, checklist=checklist, provider=case.provider))
    asked = {criterion.ask for criterion in ageless}
    assert not [
        item for item in found if item.what.removeprefix("Evidence stops counting: ") in asked
    ]


@pytest.mark.parametrize(
    ("rating", "ends", "last"),
    [
        (Rating.MET, (date(2027, 1, 31), date(2027, 3, 31)), [date(2027, 3, 31)]),
        (Rating.PARTLY, (date(2025, 1, 31),), [date(2025, 1, 31)]),
        (Rating.MET, (date(2027, 1, 31), None), []),
        (Rating.MET, (), []),
        (Rating.NOT_MET, (date(2027, 1, 31),), []),
    ],
    ids=["the later of two", "run out", "one has no end", "nothing seen", "not met"],
)
def test_what_was_seen_for_other_questions(
    rating: Rating, ends: tuple[date | None, ...], last: list[date]
) -> None:
    """It lasts as long as the piece that lasts longest; a gateway is told of elsewhere."""
    pieces = {
        f"e{number}": Evidence(what="Paper", seen=Seen.COPY, date=DAY, until=until)
        for number, until in enumerate(ends)
    }
    made = checklist(key("a"), gateway("b"))
    given = Answer(rating=rating, evidence=pieces)
    found = assess(made, audit({"a": given, "b": given}), DAY, CALENDAR)
    assert [one.on for one in lasting(found)] == last
