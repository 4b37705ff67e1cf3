"""When a placement began and is to end: by its own file, else by what its audits record."""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ap_audit.cli.survey import Found
from ap_audit.model.about import About
from ap_audit.model.placement import Placement
from ap_audit.model.words import Subject
from ap_audit.rules.placement_facts import ENDS, FIRST_DAY, recorded_fact


class Days(Struct, frozen=True, kw_only=True):
    """What the newest audits of a placement at one provider record of it."""

    begins: date | None = None
    ends: date | None = None


def days_recorded(recent: Sequence[Found]) -> Days:
    """The days that the newest audit records which records any."""
    return Days(begins=_newest_day(recent, (FIRST_DAY,)), ends=_newest_day(recent, ENDS))


def with_days(reference: str, placement: Placement, recorded: Callable[[About], Days]) -> Placement:
    """The placement, with its first day and agreed end where only its audits record them.

    Of two providers the earlier first day counts, and the later end.
    """
    if placement.start and placement.end:
        return placement
    days = [recorded(About(Subject.PLACEMENT, slug, reference)) for slug in placement.providers]
    return replace(
        placement,
        start=placement.start or min(filter(None, (one.begins for one in days)), default=None),
        end=placement.end or max(filter(None, (one.ends for one in days)), default=None),
    )


def _newest_day(recent: Sequence[Found], names: tuple[tuple[str, str], ...]) -> date | None:
    for found in recent:
        for criterion, name in names:
            text = recorded_fact(found.audit, criterion, name) if found.audit else ""
            try:
                return date.fromisoformat(text)
            except ValueError:  # not recorded, or no date: `check` says so
                continue
    return None
