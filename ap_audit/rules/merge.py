"""Two auditors' audits of one subject as one: item by item, nothing of either left out.

Where they differ, the first one's answer keeps its place and the second one's stands beside it as
`other`. The lower of the two is judged until somebody moderates it.
"""

from collections.abc import Container
from enum import StrEnum

from msgspec.structs import replace

from ap_audit.model.audit import UNANSWERED, Answer, Audit, OtherAnswer
from ap_audit.model.base import Value
from ap_audit.model.words import Rating


class Fate(StrEnum):
    """What becomes of one answer."""

    TAKEN = "taken"
    """Only the second auditor answered."""
    AGREED = "agreed"
    """Both say the same; evidence and actions of both are kept."""
    DIFFERS = "differs"
    """They differ, and both are kept."""
    STUCK = "stuck"
    """The first file holds another auditor's answer already, so a third does not fit."""


class Item(Value, frozen=True, kw_only=True):
    """One answer that the second audit has, and what becomes of it."""

    criterion: str
    fate: Fate
    first: Answer
    second: Answer
    merged: Answer


def merge(first: Audit, second: Audit) -> tuple[Item, ...]:
    """What becomes of each answer of the second audit, in its order; blank ones are left out."""
    items = (
        _item(key, first.answers.get(key, UNANSWERED), answer)
        for key, answer in second.answers.items()
        if answer not in (UNANSWERED, first.answers.get(key))
    )
    return tuple(items)


def carried_out(first: Audit, items: tuple[Item, ...]) -> Audit:
    """The first audit with everything that could be merged."""
    return replace(first, answers={**first.answers, **{one.criterion: one.merged for one in items}})


def _item(key: str, first: Answer, second: Answer) -> Item:
    fate, merged = _merged(first, second)
    return Item(criterion=key, fate=fate, first=first, second=second, merged=merged)


def _merged(first: Answer, second: Answer) -> tuple[Fate, Answer]:
    both = _with_records(first, second)
    if second.blank:
        return Fate.AGREED, both
    if first.blank:
        return Fate.TAKEN, replace(
            second,
            evidence=both.evidence,
            actions=both.actions,
            claim=first.claim or second.claim,
            note=second.note or first.note,
        )
    if _same(first, second):
        return Fate.AGREED, both
    if first.other is not None:
        return Fate.STUCK, first
    values_differ = any(
        name in first.values and first.values[name] != text for name, text in second.values.items()
    )
    rating = Rating.CANNOT_TELL if values_differ else _rating(second)
    note = " ".join(filter(None, (second.note or second.reason, _values_said(first, second))))
    grade = second.grade if rating is second.rating else None
    other = OtherAnswer(
        rating=rating, grade=grade, note=note or None, by=second.by, date=second.date
    )
    return Fate.DIFFERS, replace(both, other=other, moderated=None)


def _same(first: Answer, second: Answer) -> bool:
    """Whether the second says nothing that the first does not say."""
    return (
        (first.rating, first.grade, first.reason) == (second.rating, second.grade, second.reason)
        and second.note in (None, first.note)
        and all(first.values.get(name) == text for name, text in second.values.items())
    )


def _rating(answer: Answer) -> Rating:
    """A fact that is recorded has no rating; it counts as met, as it does when judged."""
    return answer.rating or Rating.MET


def _values_said(first: Answer, second: Answer) -> str:
    said = (
        f"{name}: {text}." for name, text in second.values.items() if first.values.get(name) != text
    )
    return " ".join(said)


def _with_records(first: Answer, second: Answer) -> Answer:
    """The first answer with the second's evidence and actions; a key in use is numbered."""
    evidence, actions = dict(first.evidence), dict(first.actions)
    for key, piece in second.evidence.items():
        if piece not in evidence.values():
            evidence[_free(key, evidence)] = piece
    for key, action in second.actions.items():
        if action not in actions.values():
            actions[_free(key, actions)] = action
    kept = {**second.kept, **first.kept}
    return replace(first, evidence=evidence, actions=actions, kept=kept)


def _free(key: str, taken: Container[str]) -> str:
    number, free = 1, key

    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free
