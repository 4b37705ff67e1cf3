"""Both versions of an answer, or of the decision, in words, for a person who has to choose."""

from ap_audit.model.audit import Answer, Decision
from ap_audit.model.wording import count, day
from ap_audit.report.wording import RATINGS, listing


def version_says(answer: Answer, other: Answer) -> str:
    """One version in a line: the rating, who and when, and whatever else the two differ in."""
    rating = "recorded" if answer.rating is None else RATINGS[answer.rating].word
    who = [answer.by or "", day(answer.date) if answer.date else ""]
    parts = [", ".join([rating, *(word for word in who if word)])]
    if answer.reason != other.reason:
        parts.append(f"reason: {answer.reason or 'none'}")
    if answer.note != other.note:
        parts.append(f"note: {_line(answer.note)}")
    if answer.values != other.values:
        said = [f"{name} {value}" for name, value in answer.values.items()]
        parts.append(f"values: {listing(said) if said else 'none'}")
    if answer.evidence != other.evidence:
        said = [f"{piece.what} ({piece.seen})" for piece in answer.evidence.values()]
        parts.append(f"evidence: {listing(said) if said else 'none'}")
    if answer.actions != other.actions:
        said = [
            f"{action.what} ({'done' if action.done else action.owner})"
            for action in answer.actions.values()
        ]
        parts.append(f"{count(len(said), 'action')}: {listing(said) if said else 'none'}")
    return "; ".join(parts)


def decision_says(decision: Decision) -> str:
    """One version of the decision in a line: what, by whom, when and why."""
    when = day(decision.date) if decision.date else ""
    parts = [", ".join(word for word in (decision.state, decision.by, decision.role, when) if word)]
    if decision.outcome:
        parts.append(_line(decision.outcome))
    if decision.reason:
        parts.append(f"reason: {_line(decision.reason)}")
    return "; ".join(parts)


def _line(note: str | None) -> str:
    return f"“{' '.join(note.split())}”" if note else "none"
