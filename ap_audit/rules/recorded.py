"""What two files record differently, where nothing can be judged because a checklist is missing.

Sound only for two audits pinned to the same digest: then an id means the same question in both.
"""

from enum import StrEnum

from ap_audit.model.audit import Answer, Audit
from ap_audit.model.base import Value
from ap_audit.model.words import Rating
from ap_audit.rules.standing import lower


class Move(StrEnum):
    """Which way a recorded rating went, in the order a reader should see it."""

    WORSE = "worse"
    NOT_KNOWN = "not-known"
    """A rating before, and now nobody knows."""
    OTHERWISE = "otherwise"
    """It applies now or no longer, or only what stands beside the rating is different."""
    BETTER = "better"
    NEWLY_KNOWN = "newly-known"


class RecordedChange(Value, frozen=True, kw_only=True):
    """One answer that is recorded differently."""

    id: str
    move: Move
    before: Rating | None
    after: Rating | None


def same_questions(before: Audit, after: Audit) -> bool:
    """Whether an id means the same question in both, whatever the checklist says."""
    return (before.checklist, before.digest) == (after.checklist, after.digest)


def recorded_changes(before: Audit, after: Audit) -> tuple[RecordedChange, ...]:
    """Every answer that is recorded differently, worse first, else in order."""
    names = [*after.answers, *(name for name in before.answers if name not in after.answers)]
    found = [
        RecordedChange(id=name, move=_move(old, new), before=old.rating, after=new.rating)
        for name in names
        if (old := _answer(before, name)) != (new := _answer(after, name))
    ]
    return tuple(sorted(found, key=lambda change: list(Move).index(change.move)))


def _answer(audit: Audit, name: str) -> Answer:
    return audit.answers.get(name, Answer(rating=Rating.NOT_CHECKED))


def _move(old: Answer, new: Answer) -> Move:
    before, after = old.rating, new.rating
    if before is after or before is None or after is None:
        return Move.OTHERWISE
    if Rating.NOT_APPLICABLE in (before, after):
        return Move.OTHERWISE
    if before.unknown:
        return Move.OTHERWISE if after.unknown else Move.NEWLY_KNOWN
    if after.unknown:
        return Move.NOT_KNOWN
    return Move.WORSE if lower(before, after) is after else Move.BETTER
