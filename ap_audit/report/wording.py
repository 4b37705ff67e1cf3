"""Words and marks that several parts of a report share. Dates and money: `model.wording`."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from ap_audit.model.audit import Audit, SchoolException
from ap_audit.model.checklist import Checklist
from ap_audit.model.provider import Provider
from ap_audit.model.wording import day
from ap_audit.model.words import CriterionClass, Rating, Rung, Severity, Subject
from ap_audit.report.view import Listed, Mark
from ap_audit.rules.assessment import CARRIED, Gate, Outcome, Truth
from ap_audit.rules.exceptions import has_run_out

MET = Mark(word="met", symbol="✓", tone="met")
PARTLY = Mark(word="partly met", symbol="~", tone="partly")
NOT_MET = Mark(word="not met", symbol="✗", tone="not-met")
CANNOT_TELL = Mark(word="could not tell", symbol="?", tone="unknown")
NOT_APPLICABLE = Mark(word="does not apply", symbol="–", tone="none")
NOT_CHECKED = Mark(word="not yet checked", symbol="?", tone="unknown")

RATINGS = {
    Rating.MET: MET,
    Rating.PARTLY: PARTLY,
    Rating.NOT_MET: NOT_MET,
    Rating.CANNOT_TELL: CANNOT_TELL,
    Rating.NOT_APPLICABLE: NOT_APPLICABLE,
    Rating.NOT_CHECKED: NOT_CHECKED,
}
CARRIED_OVER = Mark(word=CARRIED, symbol="?", tone="unknown")
RECORDED = Mark(word="recorded", symbol="✓", tone="none")
NOT_RECORDED = Mark(word="not recorded", symbol="?", tone="unknown")

GATES = {
    Gate.OPEN: Mark(word="open", symbol="✓", tone="met"),
    Gate.FAILED: Mark(word="failed", symbol="✗", tone="not-met"),
    Gate.NOT_SHOWN: Mark(word="not shown", symbol="?", tone="unknown"),
    Gate.EXCUSED: Mark(word="does not apply", symbol="–", tone="none"),
}
RUNGS = {
    Rung.STOP: Mark(word="gateways failed", symbol="✗", tone="not-met"),
    Rung.NOT_SHOWN: Mark(word="not known", symbol="?", tone="unknown"),
    Rung.CONDITIONS: Mark(word="with conditions", symbol="~", tone="partly"),
    Rung.CLEAR: Mark(word="shown", symbol="✓", tone="met"),
}
BAND = Mark(word="below the best", symbol="~", tone="partly")
HOLDS = {
    Severity.STOP: Mark(word="holds", symbol="✗", tone="not-met"),
    Severity.URGENT: Mark(word="holds", symbol="~", tone="partly"),
    Severity.WARN: Mark(word="holds", symbol="~", tone="partly"),
    Severity.NOTE: Mark(word="holds", symbol="–", tone="none"),
}
RULE_UNKNOWN = Mark(word="cannot tell", symbol="?", tone="unknown")
SEVERITIES = {
    Severity.STOP: "decides the advice",
    Severity.URGENT: "urgent",
    Severity.WARN: "to watch",
    Severity.NOTE: "to note",
}
KINDS = {
    CriterionClass.GATEWAY: "gateway",
    CriterionClass.KEY: "key question",
    CriterionClass.STANDARD: "question",
    CriterionClass.RECORD: "fact",
}

_SENTENCE_END = r"(?<=[.?!])\s+(?=[A-Z0-9‘“(])"


def rule_mark(truth: Truth, severity: Severity) -> Mark:
    """The status of a rule that holds or cannot be told."""
    return HOLDS[severity] if truth is Truth.HOLDS else RULE_UNKNOWN


def rating_mark(rating: Rating, kind: CriterionClass) -> Mark:
    """The status of a criterion; a fact is recorded or not, and never met."""
    if kind is CriterionClass.RECORD and rating is Rating.MET:
        return RECORDED
    if kind is CriterionClass.RECORD and rating is Rating.NOT_CHECKED:
        return NOT_RECORDED
    return RATINGS[rating]


def outcome_mark(outcome: Outcome) -> Mark:
    """The status of a criterion as judged; what is carried over has a word of its own.

    So has a grade of the checklist's own scale.
    """
    if outcome.carried is not None:
        return CARRIED_OVER
    mark = rating_mark(outcome.judged, outcome.criterion.class_)
    if outcome.grade is None:
        return mark
    return Mark(word=outcome.grade.title, symbol=mark.symbol, tone=mark.tone)


def first_sentence(text: str) -> str:
    """Up to the first full stop, question or exclamation mark that ends a sentence.

    >>> first_sentence("Found 2.5 hours short. Ask again.")
    'Found 2.5 hours short.'
    """
    return re.split(_SENTENCE_END, " ".join(text.split()), maxsplit=1)[0]


def excerpt(text: str, most: int) -> str:
    """The text on one line; where it is longer than *most* characters, its beginning.

    >>> excerpt("Two sessional tutors are missing", 18)
    'Two sessional …'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[: most - 1].rsplit(' ', 1)[0]} …"


def ended(text: str) -> str:
    """With a full stop, unless it ends in a mark already.

    >>> ended("Two are missing"), ended("Why?")
    ('Two are missing.', 'Why?')
    """
    return text if not text or text.endswith((".", "?", "!", ":", "…")) else f"{text}."


def trimmed(lines: Sequence[str], most: int) -> Listed:
    """The first lines, and how many more; one line is never left out just to say so."""
    if len(lines) <= most + 1:
        return Listed(lines=tuple(lines), more="")
    return Listed(lines=tuple(lines[:most]), more=f"and {len(lines) - most} more")


def sentences(parts: Iterable[str]) -> str:
    """The parts that are not empty, each ended, one after the other."""
    return " ".join(ended(part) for part in parts if part)


def listing(parts: Sequence[str]) -> str:
    """Joined as in a sentence.

    >>> listing(["a", "b", "c"])
    'a, b and c'
    """
    if len(parts) < 2:  # noqa: PLR2004 -- a list needs two
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def issued(checklist: Checklist) -> str:
    """Since when an edition is there, or that it is a draft."""
    if checklist.draft:
        return f"a draft of {day(checklist.published)}, which may still change"
    return f"published {day(checklist.published)}"


def audit_name(audit: Audit, provider: Provider | None, school: str) -> str:
    """Whom or what an audit is about."""
    name = provider.name if provider is not None else audit.provider or ""
    match audit.subject:
        case Subject.PROVIDER:
            return name
        case Subject.PLACEMENT:
            placement = f"Placement {audit.placement}"
            return f"{placement} at {name}" if name else placement
        case Subject.SCHOOL:
            return school


def exception_says(made: SchoolException, as_at: date) -> str:
    """Who decided an exception, until when and why, and that it has run out where it has."""
    over = " It has run out." if has_run_out(made, as_at) else ""
    return f"{made.role}, until {day(made.until)}: {ended(made.reason)}{over}"
