"""Ids that other checklists use: an id means the same question wherever it stands, for ever."""

from collections.abc import Iterator, Sequence

from ap_audit.errors import Flaw
from ap_audit.model.checklist import Checklist
from ap_audit.rules.soundness import criterion_paths


def reused_ids(checklist: Checklist, others: Sequence[Checklist]) -> Iterator[Flaw]:
    """An id that asks something else elsewhere, or is of another class in another edition.

    Each is told once, of the first of *others* that differs.
    """
    for path, criterion in criterion_paths(checklist):
        for other in others:
            there = other.by_id().get(criterion.key)
            if there is None:
                continue
            asks = " ".join(there.ask.split()), " ".join(criterion.ask.split())
            if asks[0] != asks[1] and not _declared(criterion.id, checklist, other):
                yield Flaw(
                    path=(*path, "ask"),
                    what=f"'{criterion.id}' asks something else in {other.reference}",
                    hint="a question with another meaning needs an id of its own",
                    warning=True,
                )
                break
            if other.id == checklist.id and there.class_ is not criterion.class_:
                yield Flaw(
                    path=(*path, "class"),
                    what=f"'{criterion.id}' is a {there.class_} in {other.reference}",
                    hint="results of the two editions cannot be set side by side without a word",
                    warning=True,
                )
                break


def _declared(name: str, one: Checklist, other: Checklist) -> bool:
    """Whether either of two editions says what became of a question's words."""
    return one.id == other.id and (name in one.changes or name in other.changes)
