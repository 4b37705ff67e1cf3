"""By when something is usually done about an answer: the more it matters, the sooner.

These days are this program's own, and stand where nobody types another. No law sets any of them.
"""

from datetime import date, timedelta

from ap_audit.model.names import CriterionId
from ap_audit.model.weekdays import weekday_from
from ap_audit.model.words import Severity, Subject
from ap_audit.rules.assessment import Assessment

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


def weight_of(assessment: Assessment, criterion: CriterionId) -> Severity:
    """The most serious of what is found of an answer, by itself or by a rule that looks at it."""
    found = (finding.severity for finding in assessment.findings if criterion in finding.about)
    return next(found, Severity.NOTE)


def usual_day(weight: Severity, subject: Subject, today: date) -> date:
    """By when something of this weight is usually done.

    Where it stops a placement, the pupil may be there today.
    """
    match weight:
        case Severity.STOP if subject is Subject.PLACEMENT:
            return today
        case Severity.STOP:
            return weekday_from(today + _DAY)
        case Severity.URGENT:
            return today + _WEEK
        case _:
            return today + 2 * _WEEK
