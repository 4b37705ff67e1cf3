"""What two files record differently, as plain lines, where neither can be judged."""

from collections.abc import Iterator

from ap_audit.model.audit import Audit
from ap_audit.model.wording import count, day
from ap_audit.model.words import Rating
from ap_audit.report.wording import RATINGS
from ap_audit.rules.recorded import Move, RecordedChange

_TITLES = {
    Move.WORSE: "Worse",
    Move.NOT_KNOWN: "Known before, not known now",
    Move.OTHERWISE: "Recorded otherwise",
    Move.BETTER: "Better",
    Move.NEWLY_KNOWN: "Newly known",
}


def recorded_lines(
    changes: tuple[RecordedChange, ...], audit: Audit, between: str
) -> Iterator[str]:
    """What is recorded differently, worse first, and why nothing is judged."""
    about = between or f"the audit of {day(audit.date)}"
    yield f"{audit.about.name}, {about}"
    yield f"{audit.checklist} is not here as it was, so nothing is judged and no advice is given."
    yield "Both files are pinned to the same text of it, so what they record can be compared."
    yield f"{count(len(changes), 'answer is', 'answers are')} recorded differently."
    for move, title in _TITLES.items():
        found = [change for change in changes if change.move is move]
        if found:
            yield ""
            yield f"{title} ({len(found)})"
            yield from (f"  {change.id}: {_said(change)}" for change in found)


def _said(change: RecordedChange) -> str:
    if change.before is change.after:
        return f"{_word(change.after)} as before; what stands beside it is different"
    return f"{_word(change.before)} → {_word(change.after)}"


def _word(rating: Rating | None) -> str:
    return "recorded" if rating is None else RATINGS[rating].word
