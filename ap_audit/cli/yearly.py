"""The audits of every provider over a year, each judged as at its own day."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from ap_audit.cli.comparing import last_day
from ap_audit.cli.survey import Survey
from ap_audit.errors import InvalidFile
from ap_audit.files.addresses import Address
from ap_audit.model.about import About
from ap_audit.model.calendar import HalfTerm
from ap_audit.model.words import Subject
from ap_audit.report.year import (
    Made,
    Provided,
    YearReport,
    half_terms_of_the_year,
    shown_audits,
    year_view,
)

USUAL = "ap-provider"


def a_year(survey: Survey) -> YearReport:
    """Every provider over the last six half-terms, on the checklist that most were audited on."""
    halves = half_terms_of_the_year(survey.calendar, survey.today)
    names = [(slug, provider.name if provider else slug) for slug, provider in survey.providers()]
    audits = {slug: _dated(survey, slug) for slug, _ in names}
    family = _family(audits)
    providers, apart = [], []
    for slug, name in names:
        ours = [(on, one) for on, one in audits[slug] if one.checklist == family]
        if audits[slug] and not ours:
            apart.append(name)
            continue
        providers.append(Provided(slug=slug, name=name, audits=_spoken(survey, ours, halves)))
    return year_view(
        providers,
        halves,
        checklist=family,
        apart=apart,
        school=survey.settings.school,
        today=survey.today,
    )


def _dated(survey: Survey, slug: str) -> list[tuple[date, Address]]:
    """The audits of a provider begun until today, oldest first. A file renamed by hand has none."""
    found = reversed(survey.audits(About(Subject.PROVIDER, slug)))
    dated = [(date.fromisoformat(one.date), one) for one in found if one.date]
    return [(on, one) for on, one in dated if on <= survey.today]


def _spoken(
    survey: Survey, ours: list[tuple[date, Address]], halves: Sequence[HalfTerm]
) -> tuple[Made, ...]:
    """The audits that some half-term shows; one only begun gives way to the one before it."""
    left = list(ours)
    known: dict[tuple[date, Address], Made] = {}
    while True:
        wanted = [left[at] for at in shown_audits([on for on, _ in left], halves)]
        known |= {one: _made(survey, *one) for one in wanted if one not in known}
        quiet = [one for one in wanted if one != left[0] and _quiet(known[one])]
        if not quiet:
            return tuple(known[one] for one in wanted)
        left = [one for one in left if one not in quiet]


def _quiet(made: Made) -> bool:
    return made.judged is not None and not made.judged.speaks


def _family(audits: dict[str, list[tuple[date, Address]]]) -> str:
    """The checklist on which most providers have an audit."""
    used = Counter(
        name for found in audits.values() for name in {one.checklist for _, one in found}
    )
    return max(sorted(used), key=lambda name: used[name], default=USUAL)


def _made(survey: Survey, begun: date, address: Address) -> Made:
    try:
        audit = survey.workspace.read_audit(survey.workspace.root / address.path).value
    except InvalidFile:
        survey.read(address)  # notes what is wrong with it
        return Made(begun=begun, judged=None)
    return Made(begun=begun, judged=survey.counting.judged(audit, last_day(audit)))
