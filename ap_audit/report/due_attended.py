"""What falls due where our pupils attend: the next contact and the next visit."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.rhythm import Rhythm
from ap_audit.report.due_items import Item, Kind
from ap_audit.report.judged import Judged
from ap_audit.rules.rhythm import first_due, next_due
from ap_audit.rules.values import typed

VISITED = "visited-on"
"""The value that says when somebody from the school was last there, in whichever checklist."""


class Attended(Struct, frozen=True, kw_only=True):
    """A provider that our pupils attend today, and when the school last saw or heard of it."""

    about: str
    name: str
    since: date | None
    """When the longest of the placements there began; None where no start is recorded."""
    visited: date | None
    in_touch: date | None
    """By whatever contact, visits included."""


def of_attended(there: Attended, rhythm: Rhythm, calendar: SchoolCalendar) -> Iterator[Item]:
    """The next contact and the next visit: after the last one, or after the placement began."""
    for kind, every, last, again, first in (
        (Kind.CONTACT, rhythm.contact, there.in_touch, "Be in touch again", "Be in touch"),
        (Kind.VISIT, rhythm.visit, there.visited, "Visit the provider again", "Visit the provider"),
    ):
        if last is not None:
            due = next_due(every, last, calendar)
        else:
            due = first_due(every, there.since, calendar) if there.since else None
        if due is not None:
            what = again if last else f"{first}: none is recorded since the placement began"
            yield Item(on=due, kind=kind, what=what, about=there.about, name=there.name)


def visits_recorded(found: Iterable[Judged], today: date) -> Iterator[date]:
    """The days on which somebody was there, by what audits record; none still to come."""
    for judged in found:
        for outcome in judged.assessment.judged():
            spec = outcome.criterion.record.get(VISITED)
            text = outcome.answer.values.get(VISITED)
            value = typed(spec, text) if spec is not None and text is not None else None
            if isinstance(value, date) and value <= today:
                yield value
