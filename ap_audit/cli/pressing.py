"""Placements whose own newest audit says to act today: the advice on the provider counts none.

Nor is one passed over whose newest audit cannot be read: what it says is not known.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from ap_audit.cli.placement_days import Days, days_recorded, with_days
from ap_audit.cli.survey import Found, Survey, standing
from ap_audit.errors import InvalidFile
from ap_audit.model.about import About
from ap_audit.model.audit import Audit
from ap_audit.model.wording import day
from ap_audit.model.words import Rung, Subject
from ap_audit.report.of_pupils import named
from ap_audit.report.particulars import NOBODY, attending
from ap_audit.report.view import Fact
from ap_audit.rules.placement_facts import denied, denies


def pressing(survey: Survey, about: About, recent: Sequence[Found]) -> Fact | None:
    """Which placement, what its *recent* audits say and of which day; None if nothing presses.

    After its agreed end it is still said, and that it has ended: pupils stay on beyond a day that
    was agreed, and what was found may be so of others.
    """
    stands = standing(recent)
    judged = stands.says.judged if stands.says else None
    if judged is None:
        trouble = stands.trouble
        said = f"{trouble[:1].lower()}{trouble[1:]}"
        return Fact(label=about.placement, text=said) if trouble else None
    verdict = judged.assessment.verdict
    if verdict.rung is not Rung.STOP:
        return None
    said = f"“{verdict.title}”, {day(judged.audit.date)}{_ended(survey, about, recent)}"
    return Fact(label=about.placement, text=said)


def pressing_at(survey: Survey, provider: str) -> tuple[Fact, ...]:
    """Of each placement at one provider at which something presses."""
    ours = [about for about in placed(survey) if about.provider == provider]
    found = (pressing(survey, about, tuple(survey.recent(about))) for about in ours)
    return tuple(said for said in found if said is not None)


def pressing_of(survey: Survey, abouts: Iterable[About]) -> Iterator[str]:
    """The same of placements anywhere, each with its provider's name."""
    for about in abouts:
        if said := pressing(survey, about, tuple(survey.recent(about))):
            yield named(survey.name(about.provider), said)


def denied_at(survey: Survey, audit: Audit) -> str:
    """That a provider's audit records no pupil of ours while some attend; empty if not so.

    Nothing is said where it cannot be told: that is said where placements are looked at.
    """
    here = audit.provider or ""
    if not denies(audit):  # for this alone no placement is read
        return ""

    def days(about: About) -> Days:
        return days_recorded(tuple(survey.recent(about)))

    with suppress(InvalidFile):
        ours = [with_days(*one, days) for one in survey.placements() if here in one[1].providers]
        found = attending(ours, survey.today).get(here, NOBODY)
        return denied(audit, found.pupils, found.begun)
    return ""


def placed(survey: Survey) -> tuple[About, ...]:
    """Every placement at a provider of which there are audits."""
    return tuple(one for one in survey.everything() if one.subject is Subject.PLACEMENT)


def _ended(survey: Survey, about: About, recent: Sequence[Found]) -> str:
    """That the placement has ended as agreed; its file is read only for one that presses."""
    path = survey.workspace.placement_path(about.placement)
    with suppress(InvalidFile):  # said where placements are looked at
        kept = survey.workspace.read_placement(path).value
        end = with_days(about.placement, kept, lambda _: days_recorded(recent)).end
        if end is not None and end < survey.today:
            return f", agreed to end on {day(end)}"
    return ""
