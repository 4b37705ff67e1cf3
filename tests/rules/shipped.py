"""The shipped checklists, and what one of their rules says of recorded values."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ap_audit.files.library import Edition, Library
from ap_audit.model.audit import Answer, Audit, Decision
from ap_audit.model.words import Depth, Rating
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Assessment, Truth
from tests.builders import CALENDAR

CHECKLISTS = Path(__file__).parents[2] / "checklists"
TODAY = date(2026, 11, 25)
Values = Mapping[str, Mapping[str, str]]


def shipped(reference: str) -> Edition:
    """A shipped edition, by its id and version."""
    return Library(shipped=CHECKLISTS).edition(reference)


def judged(
    edition: Edition, values: Values, *, today: date = TODAY, rated: Rating = Rating.MET
) -> Assessment:
    """The assessment of an audit that holds only these values; what is rated is rated so."""
    known = {str(key): criterion for key, criterion in edition.checklist.by_id().items()}
    audit = Audit(
        format="ap-audit/audit@1",
        subject=edition.checklist.subject,
        provider="acme",
        checklist=edition.checklist.reference,
        digest=edition.digest,
        depth=Depth.FULL,
        date=today,
        auditor="AP lead",
        answers={
            name: Answer(rating=None if known[name].is_record else rated, values=dict(recorded))
            for name, recorded in values.items()
        },
        decision=Decision(state="open"),
    )
    return assess(edition.checklist, audit, today, CALENDAR)


def truth(
    edition: Edition,
    rule: str,
    values: Values,
    *,
    today: date = TODAY,
    rated: Rating = Rating.MET,
) -> Truth:
    """Whether a rule holds of these values."""
    found = judged(edition, values, today=today, rated=rated)
    return next(result.truth for result in found.rules if result.id == rule)
