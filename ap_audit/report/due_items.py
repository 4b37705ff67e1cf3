"""What falls due and when, from audits, placements, the school's rhythm and the sources in use."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from ap_audit.model.audit import Action
from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.checklist import Checklist
from ap_audit.model.placement import Placement
from ap_audit.model.rhythm import Rhythm
from ap_audit.model.source import SourceRegister
from ap_audit.report.dates import BOOKED, EVIDENCE, lapsed, lasting, run_out
from ap_audit.report.judged import Judged
from ap_audit.report.sources import cited
from ap_audit.rules.rhythm import first_due, next_due


class Kind(StrEnum):
    """What kind of thing falls due, in the order of a day's list."""

    ACTION = "action"
    AUDIT = "audit"
    REVIEW = "review"
    VISIT = "visit"
    CONTACT = "contact"
    EXCEPTION = "exception"
    EVIDENCE = "evidence"
    RECORD = "record"
    BOOKED = "booked"
    END = "end"
    SOURCE = "source"


_KINDS = {EVIDENCE: Kind.EVIDENCE, BOOKED: Kind.BOOKED}


class Item(Struct, frozen=True, kw_only=True):
    """One thing that falls due."""

    on: date
    kind: Kind
    what: str
    about: str
    """What it is called on the command line; empty for what is about no one thing."""
    name: str
    """What it is called by people."""
    owner: str = ""
    key: str = ""
    """What tells it from others of its kind; the same on every day."""

    @property
    def order(self) -> tuple[date, int, str, str]:
        """Earlier ones first, then by kind."""
        return (self.on, list(Kind).index(self.kind), self.about, self.key)


def of_audit(judged: Judged, name: str) -> Iterator[Item]:
    """What the newest audit of something brings: actions, evidence, dates that rules watch."""
    for outcome in judged.assessment.judged():
        for key, action in outcome.answer.actions.items():
            yield from of_action(action, judged.audit.about.name, name, key=f"{outcome.id}/{key}")
    yield from _ending(judged, name)


def of_older_audit(judged: Judged, name: str, *, answered: Collection[str]) -> Iterator[Item]:
    """What an older one still brings, but for its actions: all that no newer one has *answered*."""
    return (one for one in _ending(judged, name) if one.key.partition("/")[0] not in answered)


def _ending(judged: Judged, name: str) -> Iterator[Item]:
    about = judged.audit.about.name
    for outcome in judged.assessment.judged():
        if (made := outcome.answer.exception) is not None:
            yield Item(
                on=made.until,
                kind=Kind.EXCEPTION,
                what=f"An exception ends: {outcome.criterion.ask}",
                about=about,
                name=name,
                owner=made.role,
                key=outcome.id,
            )
    assessment = judged.assessment
    ending = (*lapsed(assessment), *lasting(assessment), *run_out(assessment, judged.checklist))
    for ends in ending:
        yield Item(
            on=ends.on,
            kind=_KINDS.get(ends.kind, Kind.RECORD),
            what=ends.asked,
            about=about,
            name=name,
            key=ends.id,
        )


def of_action(action: Action, about: str, name: str, *, key: str) -> Iterator[Item]:
    """An action that is open and has a day; *key* is its id in the audit it stands in."""
    if action.done is None and action.due is not None:
        yield Item(
            on=action.due,
            kind=Kind.ACTION,
            what=action.what,
            about=about,
            name=name,
            owner=action.owner,
            key=key,
        )


def of_provider(
    judged: Judged, name: str, rhythm: Rhythm, calendar: SchoolCalendar
) -> Iterator[Item]:
    """The next audit."""
    about = judged.audit.about.name
    due = next_due(rhythm.provider_audit, judged.audit.date, calendar)
    if due is not None:
        yield Item(on=due, kind=Kind.AUDIT, what="Audit the provider again", about=about, name=name)


def of_school(last: date, name: str, rhythm: Rhythm, calendar: SchoolCalendar) -> Iterator[Item]:
    """The next audit of the school's own practice."""
    due = next_due(rhythm.school_audit, last, calendar)
    if due is not None:
        what = "Audit the school's own practice again"
        yield Item(on=due, kind=Kind.AUDIT, what=what, about="school", name=name)


class Agreed(Struct, frozen=True, kw_only=True):
    """A placement at one provider, and when it was last looked at."""

    placement: Placement
    about: str
    name: str
    reviewed: date | None


def of_placement(
    agreed: Agreed, rhythm: Rhythm, calendar: SchoolCalendar, today: date
) -> Iterator[Item]:
    """The next review of a placement that goes on, and its agreed end."""
    start, end = agreed.placement.start, agreed.placement.end
    if start is None or (end is not None and end < today):
        return
    every = rhythm.placement_review
    due = (
        first_due(every, start, calendar)
        if agreed.reviewed is None
        else next_due(every, agreed.reviewed, calendar)
    )
    about, name = agreed.about, agreed.name
    if due is not None and (end is None or due <= end):
        yield Item(on=due, kind=Kind.REVIEW, what="Review the placement", about=about, name=name)
    if end is not None:
        what = "The placement ends as agreed: end it, or agree a new date"
        yield Item(on=end, kind=Kind.END, what=what, about=about, name=name)


def of_sources(used: Iterable[tuple[Checklist, SourceRegister]]) -> Iterator[Item]:
    """The sources that checklists in use cite, each once, when their text is to be looked at."""
    seen: set[str] = set()
    for checklist, register in used:
        for key in sorted(cited(checklist) - seen):
            seen.add(key)
            source = register.sources.get(key)
            if source is not None and source.review_by is not None:
                what = f"See whether there is a newer edition: {source.short}"
                yield Item(
                    on=source.review_by,
                    kind=Kind.SOURCE,
                    what=what,
                    about="",
                    name="Law and guidance",
                    key=key,
                )
