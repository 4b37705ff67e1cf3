"""Judging an audit once where several parts of a command ask for the same."""

from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from ap_audit.model.audit import Audit
from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.checklist import Checklist
from ap_audit.rules import assess as judging
from ap_audit.rules.assessment import Assessment

T = TypeVar("T")


class _Itself(Generic[T]):
    """A value that equals nothing but itself: comparing two audits takes as long as judging one."""

    def __init__(self, value: T) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


def assess(
    checklist: Checklist,
    audit: Audit,
    today: date,
    calendar: SchoolCalendar,
    *,
    previous: Audit | None = None,
) -> Assessment:
    """Everything that follows from an audit, on one date; see `rules.assess`."""
    return _assess(_Itself(checklist), _Itself(audit), today, calendar, _Itself(previous))


# As many as documents are held, which the audits come from.
@lru_cache(maxsize=32)
def _assess(
    checklist: _Itself[Checklist],
    audit: _Itself[Audit],
    today: date,
    calendar: SchoolCalendar,
    previous: _Itself[Audit | None],
) -> Assessment:
    return judging.assess(checklist.value, audit.value, today, calendar, previous=previous.value)
