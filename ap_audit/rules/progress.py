"""How far an audit has come: which questions apply, and which of them have an answer."""

from datetime import date

from ap_audit.model.audit import Audit
from ap_audit.model.base import Value
from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.checklist import Checklist
from ap_audit.model.words import Rating
from ap_audit.rules.facts import Facts, facts_of
from ap_audit.rules.left_out import left_out
from ap_audit.rules.scope import settle_scopes


class Progress(Value, frozen=True, kw_only=True):
    """Counts of questions, as `assess` would find them; nothing is judged for it."""

    questions: int
    """Those that count in this audit."""
    answered: int


def settled(
    checklist: Checklist, audit: Audit, today: date, calendar: SchoolCalendar
) -> tuple[Facts, dict[str, str]]:
    """What is known of an audit, every scope settled, and why some are not plainly in scope.

    A signed audit is looked at on the date it was signed for; an open one at *today*.
    """
    signed = audit.decision.state == "signed"
    as_at = (audit.decision.as_at if signed else None) or today
    facts = facts_of(checklist, audit.answers, as_at, calendar)
    return facts, settle_scopes(facts, audit.depth, left_out(checklist, audit.sections))


def progress(checklist: Checklist, audit: Audit, today: date, calendar: SchoolCalendar) -> Progress:
    """How many questions of an audit count on one date, and how many of them have an answer."""
    facts, _ = settled(checklist, audit, today, calendar)
    asked = [given for given in facts.given.values() if given.scope.judged]
    answered = sum(given.recorded is not Rating.NOT_CHECKED for given in asked)
    return Progress(questions=len(asked), answered=answered)
