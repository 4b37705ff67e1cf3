"""By when something is usually done about an answer, as a table that a governor could read."""

from datetime import date

import pytest

from ap_audit.model.audit import Answer
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating, Severity, Subject
from ap_audit.rules.usual_day import usual_day, weight_of
from tests.builders import INTEGER, answer, checklist, criterion, fact, gateway, judged, rule, shown

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)


@pytest.mark.parametrize(
    ("weight", "subject", "today", "by"),
    [
        (Severity.STOP, Subject.PLACEMENT, FRIDAY, FRIDAY),
        (Severity.STOP, Subject.PROVIDER, MONDAY, date(2026, 11, 24)),
        (Severity.STOP, Subject.SCHOOL, FRIDAY, date(2026, 11, 30)),
        (Severity.URGENT, Subject.PLACEMENT, MONDAY, date(2026, 11, 30)),
        (Severity.URGENT, Subject.PROVIDER, MONDAY, date(2026, 11, 30)),
        (Severity.WARN, Subject.PLACEMENT, MONDAY, date(2026, 12, 7)),
        (Severity.NOTE, Subject.PROVIDER, MONDAY, date(2026, 12, 7)),
    ],
)
def test_the_more_it_matters_the_sooner(
    weight: Severity, subject: Subject, today: date, by: date
) -> None:
    """What decides: the next weekday, or the same day where a pupil may be there; else weeks."""
    assert usual_day(weight, subject, today) == by


@pytest.mark.parametrize(
    ("given", "number", "weight"),
    [
        (Rating.NOT_MET, "1", Severity.STOP),
        (Rating.PARTLY, "1", Severity.STOP),
        (Rating.CANNOT_TELL, "1", Severity.URGENT),
        (shown(), "1", Severity.NOTE),
        (shown(), "2", Severity.STOP),
    ],
    ids=["failed", "failed in part", "not shown", "open", "open, and a rule stops"],
)
def test_what_is_found_of_an_answer(given: Answer | Rating, number: str, weight: Severity) -> None:
    """The most serious: a gateway that is not open, or a rule that looks at the question."""
    stops = rule(Severity.STOP, {"all": [{"n": "2"}, {"g": {"rating": "met"}}]})
    whole = checklist(gateway("g"), fact("n", number=INTEGER), criterion("s"), rules={"R": stops})
    found = judged(whole, {"g": given, "n": answer(None, number=number), "s": Rating.MET})

    assert weight_of(found, CriterionId("g")) is weight
    assert weight_of(found, CriterionId("s")) is Severity.NOTE
