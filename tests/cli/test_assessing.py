from datetime import timedelta

from msgspec.structs import replace

from ap_audit.cli.assessing import assess
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating
from ap_audit.rules import assess as judging
from tests.builders import CALENDAR, TODAY, audit, checklist, criterion
from tests.terms import OURS

ASKED = checklist(criterion("saf-lead"))
GIVEN = audit({"saf-lead": Rating.MET})


def test_the_same_is_judged_once() -> None:
    """The same audit on the same day, by a calendar of the same terms."""
    first = assess(ASKED, GIVEN, TODAY, OURS, previous=GIVEN)

    assert assess(ASKED, GIVEN, TODAY, replace(OURS), previous=GIVEN) is first
    assert first == judging.assess(ASKED, GIVEN, TODAY, OURS, previous=GIVEN)


def test_whatever_differs_is_judged_again() -> None:
    """Another audit, day, calendar or audit before it."""
    first = assess(ASKED, GIVEN, TODAY, CALENDAR)
    changed = audit({"saf-lead": Rating.NOT_MET})

    assert assess(ASKED, changed, TODAY, CALENDAR).outcome(CriterionId("saf-lead")) != (
        first.outcome(CriterionId("saf-lead"))
    )
    assert assess(replace(ASKED), GIVEN, TODAY, CALENDAR) is not first
    assert assess(ASKED, GIVEN, TODAY + timedelta(1), CALENDAR).as_at == TODAY + timedelta(1)
    assert assess(ASKED, GIVEN, TODAY, OURS) is not first
    assert assess(ASKED, GIVEN, TODAY, CALENDAR, previous=changed) is not first
