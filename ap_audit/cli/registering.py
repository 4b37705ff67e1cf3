"""Every provider of a workspace as an entry of the register."""

from collections.abc import Iterator

from msgspec.structs import replace

from ap_audit.cli.forms import Form
from ap_audit.cli.placement_days import with_days
from ap_audit.cli.pressing import pressing
from ap_audit.cli.survey import Survey, standing
from ap_audit.errors import BadUsage
from ap_audit.model.about import About
from ap_audit.model.provider import Provider
from ap_audit.model.words import Subject
from ap_audit.report.particulars import NOBODY, Attending, attending, particulars
from ap_audit.report.register import Entry, Listed, RegisterReport, entry, register_view
from ap_audit.rules.rhythm import next_due

MOST_ON_A_PAGE = 2000
"""More rows make a page that no browser and no reader gets through."""


def registered(survey: Survey, form: Form) -> RegisterReport:
    """The register; raises BadUsage where it is too long for a page."""
    how_many = len(survey.workspace.providers())
    if form in (Form.HTML, Form.MD) and how_many > MOST_ON_A_PAGE:
        raise BadUsage(
            f"{how_many} providers do not fit a page; at most {MOST_ON_A_PAGE} do.",
            hint="As a table for a spreadsheet: ap-audit register -f csv -o register.csv",
        )
    return register_view(
        entries(survey), school=survey.settings.school, today=survey.today, ahead=survey.ahead
    )


def entries(survey: Survey) -> Iterator[Entry]:
    """Every provider, one after the other."""
    placements = [with_days(survey, *one) for one in survey.placements()]
    ours, today = attending(placements, survey.today), pressing(survey)
    for slug, provider in survey.providers():
        found = _listed(survey, slug, provider, ours.get(slug, NOBODY))
        yield entry(replace(found, placements=today.get(slug, ())), survey.today)


def _listed(survey: Survey, slug: str, provider: Provider | None, ours: Attending) -> Listed:
    stands = standing(survey.recent(About(Subject.PROVIDER, slug)))
    judged = stands.says.judged if stands.says else None
    every = survey.settings.rhythm.provider_audit
    return Listed(
        slug=slug,
        name=provider.name if provider else slug,
        newest=judged,
        trouble=stands.trouble,
        begun=tuple(one.come_to for one in stands.begun),
        since=survey.counting.since(judged) if judged else (),
        renewal=next_due(every, judged.audit.date, survey.calendar) if judged else None,
        particulars=particulars(provider, judged.assessment if judged else None, ours),
    )
