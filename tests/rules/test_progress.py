"""How many questions apply and are answered, without anything being judged."""

from hypothesis import given

from ap_audit.model.audit import Audit
from ap_audit.model.checklist import Checklist
from ap_audit.rules.assess import assess
from ap_audit.rules.progress import Progress, progress
from tests.builders import CALENDAR, TODAY
from tests.rules.generated import cases


@given(cases())
def test_the_same_as_where_all_is_judged(case: tuple[Checklist, Audit]) -> None:
    """It counts the questions that an assessment counts, and those it finds answered."""
    whole, drawn = case

    found = assess(whole, drawn, TODAY, CALENDAR)

    asked = len(tuple(found.judged()))
    assert progress(whole, drawn, TODAY, CALENDAR) == Progress(
        questions=asked, answered=asked - len(found.unanswered())
    )
