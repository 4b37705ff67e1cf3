"""Every provider of a workspace as an entry of the register."""

from collections.abc import Callable, Iterator
from datetime import date

from msgspec.structs import replace

from ap_audit.cli.forms import Form
from ap_audit.cli.placement_days import Days, days_recorded, with_days
from ap_audit.cli.pressing import placed, pressing
from ap_audit.cli.survey import Standing, Survey, standing
from ap_audit.errors import BadUsage
from ap_audit.model.about import About
from ap_audit.model.provider import Provider
from ap_audit.model.words import Subject
from ap_audit.report.particulars import NOBODY, Attending, attending, particulars
from ap_audit.report.register import Entry, Listed, RegisterReport, entry, register_view
from ap_audit.report.view import Fact
from ap_audit.rules.placement_facts import denied
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


def _nothing(_: About) -> None:
    """Look at nothing else."""


def entries(survey: Survey, look: Callable[[About], None] = _nothing) -> Iterator[Entry]:
    """Every provider, one after the other.

    *look* is called before the audits of something are read, by which it can read them itself.
    """
    days: dict[About, Days] = {}
    presses: dict[str, tuple[Fact, ...]] = {}
    for about in placed(survey):
        look(about)
        recent = tuple(survey.recent(about))
        days[about] = days_recorded(recent)
        if said := pressing(survey, about, recent):
            presses[about.provider] = (*presses.get(about.provider, ()), said)
    ours = attending(
        [with_days(*one, lambda about: days.get(about, Days())) for one in survey.placements()],
        survey.today,
    )
    for slug, provider in survey.providers():
        look(About(Subject.PROVIDER, slug))
        found = _listed(survey, slug, provider, ours.get(slug, NOBODY))
        yield entry(replace(found, placements=presses.get(slug, ())), survey.today)


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
        begun_on=_begun_on(stands),
        denied=denied(judged.audit, ours.pupils, ours.begun) if judged else "",
        since=survey.counting.since(judged) if judged else (),
        renewal=next_due(every, judged.audit.date, survey.calendar) if judged else None,
        particulars=particulars(provider, judged.assessment if judged else None, ours),
    )


def _begun_on(stands: Standing) -> date | None:
    """The day of the newest audit that is only begun, also where no older one speaks."""
    says = stands.says.judged if stands.says else None
    quiet = [*stands.begun, *([says] if says and not says.speaks else [])]
    return quiet[0].audit.date if quiet else None
