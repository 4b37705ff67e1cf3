"""Everything in a workspace that falls due, whatever the day."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from ap_audit.cli.known_actions import left_open
from ap_audit.cli.placement_days import Days, days_recorded, with_days
from ap_audit.cli.pressing import pressing
from ap_audit.cli.survey import Found, Standing, Survey, standing
from ap_audit.errors import BadUsage
from ap_audit.model.about import About
from ap_audit.model.duration import Duration, duration_from
from ap_audit.model.placement import Placement
from ap_audit.model.wording import day
from ap_audit.model.words import ContactKind, Rung, Subject
from ap_audit.report.due_attended import Attended, of_attended, visits_recorded
from ap_audit.report.due_items import (
    Agreed,
    Item,
    of_action,
    of_audit,
    of_older_audit,
    of_placement,
    of_provider,
    of_school,
    of_sources,
)
from ap_audit.report.judged import Judged
from ap_audit.report.of_pupils import against, named
from ap_audit.report.particulars import NOBODY, Attending, attending

_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
_SHORT = re.compile(r"([0-9]{1,4}) ?([dwmy])")
_VISIT = ContactKind.VISIT.value
_BEFORE = "placement-start"
"""The checklist that is gone through before a placement begins: no review of it."""


def span_of(text: str) -> Duration:
    """How far to look ahead; raises BadUsage where it is not a span of time."""
    short = _SHORT.fullmatch(text.strip())
    span = duration_from(f"{short[1]} {_UNITS[short[2]]}" if short else text)
    if span is None:
        raise BadUsage(
            f"'{text}' is not a span of time.",
            hint="Give a number and days, weeks, months or years: 28d, 4w, '3 months'.",
        )
    return span


class Waiting(Struct, frozen=True, kw_only=True):
    """An audit with questions that nobody has looked at."""

    name: str
    left: int
    until_then: str = ""
    """The advice that stands while it is only begun, and of which day; empty where it speaks."""
    stops: bool = False
    """Whether that advice is the worst there is."""


class Due(Struct, frozen=True, kw_only=True):
    """Everything that falls due, and what waits without a day."""

    items: tuple[Item, ...]
    """The earliest first."""
    waiting: tuple[Waiting, ...]
    """Begun audits, first those that begin anew where the advice is the worst there is."""
    never: tuple[str, ...]
    """Providers without any audit, by folder name."""
    undated: tuple[str, ...] = ()
    """Placements of which nobody has recorded when they began, by reference."""
    pressing: tuple[str, ...] = ()
    """Placements whose own audit says to act today; then providers not to place at that have some.

    Each in words that can stand alone.
    """


def everything_due(survey: Survey) -> Due:
    """Everything in a workspace, gone through once."""
    gathering = _Gathering(survey)
    items = tuple(sorted(gathering.everything(), key=lambda item: item.order))
    return Due(
        items=items,
        waiting=tuple(sorted(gathering.waiting, key=lambda one: not one.stops)),
        never=tuple(gathering.never),
        undated=tuple(gathering.undated),
        pressing=(*gathering.pressing, *gathering.against),
    )


class _Gathering:
    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.waiting: list[Waiting] = []
        self.never: list[str] = []
        self.undated: list[str] = []
        self.pressing: list[str] = []
        self.against: list[str] = []
        self._names: dict[str, str] = {}
        self._reviewed: dict[About, date] = {}
        """The newest audit of each placement once it had begun."""

    def everything(self) -> Iterator[Item]:
        """Provider after provider, then the school, the placements and the sources."""
        placements = {
            reference: with_days(reference, placement, self._days)
            for reference, placement in self.survey.placements()
        }
        self.undated += [name for name, one in placements.items() if one.start is None]
        ours = attending(tuple(placements.values()), self.survey.today)
        for slug, provider in self.survey.providers():
            self._names[slug] = provider.name if provider else slug
            yield from self._provider(slug, ours.get(slug, NOBODY))
        yield from self._school()
        for reference, placement in placements.items():
            yield from self._placement(reference, placement)
        yield from of_sources(self.survey.counting.used())

    def _provider(self, slug: str, ours: Attending) -> Iterator[Item]:
        rhythm, calendar = self.survey.settings.rhythm, self.survey.calendar
        own = About(Subject.PROVIDER, slug)
        recent = tuple(self.survey.recent(own))
        if not recent:
            self.never.append(slug)
        yield from self._audits(recent, self._names[slug])
        says = standing(recent).says
        if says is not None and says.judged is not None:
            yield from of_provider(says.judged, self._names[slug], rhythm, calendar)
            verdict = says.judged.assessment.verdict
            if ours.pupils and verdict.rung is Rung.STOP:
                said = f"“{verdict.title}”, {day(says.judged.audit.date)}"
                self.against.append(against(self._names[slug], said, ours.pupils))
        seen = [found.judged for found in recent if found.judged]
        for about in self.survey.abouts(slug):
            if about != own:
                recent = tuple(self.survey.recent(about))
                seen += [found.judged for found in recent if found.judged]
                if found := pressing(self.survey, about, recent):
                    self.pressing.append(named(self._names[slug], found))
                yield from self._audits(recent, _placed(about, self._names[slug]))
                days = _days(found for found in recent if found.address.checklist != _BEFORE)
                self._reviewed.update({about: max(days)} if days else {})
        if ours.pupils:
            yield from of_attended(self._attended(slug, ours, seen), rhythm, calendar)

    def _days(self, about: About) -> Days:
        return days_recorded(tuple(self.survey.recent(about)))

    def _attended(self, slug: str, ours: Attending, seen: list[Judged]) -> Attended:
        """When the school was last there, and last in touch: by audits and by the log."""
        contacts = self.survey.contacts(slug)
        visits = [*visits_recorded(seen, self.survey.today)]
        visits += [date.fromisoformat(one.date) for one in contacts if one.kind == _VISIT]
        touched = [*visits, *(date.fromisoformat(one.date) for one in contacts)]
        return Attended(
            about=slug,
            name=self._names[slug],
            since=ours.since,
            visited=max(visits, default=None),
            in_touch=max(touched, default=None),
        )

    def _school(self) -> Iterator[Item]:
        survey = self.survey
        recent = tuple(survey.recent(About(Subject.SCHOOL)))
        yield from self._audits(recent, survey.settings.school)
        if days := _days(recent):
            rhythm = survey.settings.rhythm
            yield from of_school(max(days), survey.settings.school, rhythm, survey.calendar)

    def _audits(self, recent: tuple[Found, ...], name: str) -> Iterator[Item]:
        """What audits bring: each question by the newest that has answered it."""
        newest: dict[str, Found] = {}
        answered: dict[str, set[str]] = {}
        for found in recent:
            first = newest.setdefault(found.address.checklist, found) is found
            if (judged := found.judged) is None:
                continue
            newer = answered.setdefault(found.address.checklist, set())
            yield from (
                of_audit(judged, name) if first else of_older_audit(judged, name, answered=newer)
            )
            newer |= {key for key, one in judged.audit.answers.items() if not one.blank}
            if first:
                left = len(judged.assessment.unanswered())
                if left and not judged.audit.sealed:
                    self.waiting.append(_waiting(judged.audit.about, left, standing(recent)))
        if recent:
            about = recent[0].address.about
            for known in left_open(self.survey, about, newest.values()):
                # By its subject, as while its audit was the newest: a calendar knows it again.
                yield from of_action(known.action, about.name, name, key=known.id)

    def _placement(self, reference: str, placement: Placement) -> Iterator[Item]:
        survey = self.survey
        for slug in placement.providers:
            about = About(Subject.PLACEMENT, slug, reference)
            yield from of_placement(
                Agreed(
                    placement=placement,
                    about=about.name,
                    name=_placed(about, self._names.get(slug, slug)),
                    reviewed=self._reviewed.get(about),
                ),
                survey.settings.rhythm,
                survey.calendar,
                survey.today,
            )


def _days(recent: Iterable[Found]) -> list[date]:
    """The days of audits that were made: those only begun are none."""
    return [
        found.audit.date
        for found in recent
        if found.audit and (found.judged is None or found.judged.speaks)
    ]


def _waiting(about: About, left: int, stands: Standing) -> Waiting:
    says = stands.says.judged if stands.says else None
    if says is None or not stands.begun:
        return Waiting(name=about.name, left=left)
    verdict = says.assessment.verdict
    return Waiting(
        name=about.name,
        left=left,
        until_then=f"{verdict.title} ({day(says.audit.date)})",
        stops=verdict.rung is Rung.STOP,
    )


def _placed(about: About, provider: str) -> str:
    return f"Placement {about.placement} at {provider}"
