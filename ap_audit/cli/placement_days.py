"""When a placement began and is to end: by its own file, else by what its audits record."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from ap_audit.cli.survey import Survey
from ap_audit.model.about import About
from ap_audit.model.placement import Placement
from ap_audit.model.words import Subject
from ap_audit.rules.placement_facts import ENDS, FIRST_DAY, recorded_fact


def with_days(survey: Survey, reference: str, placement: Placement) -> Placement:
    """The placement, with its first day and agreed end where only its audits record them.

    The newest audit that says so counts; of two providers the earlier first day, the later end.
    """
    if placement.start and placement.end:
        return placement
    abouts = [About(Subject.PLACEMENT, slug, reference) for slug in placement.providers]
    begins = [day for about in abouts for day in _newest_day(survey, about, (FIRST_DAY,))]
    ends = [day for about in abouts for day in _newest_day(survey, about, ENDS)]
    return replace(
        placement,
        start=placement.start or min(begins, default=None),
        end=placement.end or max(ends, default=None),
    )


def _newest_day(survey: Survey, about: About, names: tuple[tuple[str, str], ...]) -> Iterator[date]:
    """The day that the newest audit records under one of these names, if any does."""
    for found in survey.recent(about):
        for criterion, name in names:
            text = recorded_fact(found.audit, criterion, name) if found.audit else ""
            try:
                yield date.fromisoformat(text)
            except ValueError:  # not recorded, or no date: `check` says so
                continue
            return
