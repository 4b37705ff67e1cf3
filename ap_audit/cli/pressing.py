"""Placements whose own newest audit says to act today: the advice on the provider counts none."""

from ap_audit.cli.survey import Survey, standing
from ap_audit.model.about import About
from ap_audit.model.wording import day
from ap_audit.model.words import Rung, Subject


def pressing(survey: Survey) -> dict[str, tuple[str, ...]]:
    """Of each provider at which there are some: which placement, what is said, and of which day."""
    found: dict[str, tuple[str, ...]] = {}
    for about in survey.everything():
        if said := _says(survey, about):
            found[about.provider] = (*found.get(about.provider, ()), said)
    return found


def pressing_at(survey: Survey, provider: str) -> tuple[str, ...]:
    """The same of one provider."""
    return tuple(said for about in survey.abouts(provider) if (said := _says(survey, about)))


def _says(survey: Survey, about: About) -> str:
    if about.subject is not Subject.PLACEMENT:
        return ""
    says = standing(survey.recent(about)).says
    judged = says.judged if says else None
    if judged is None or judged.assessment.verdict.rung is not Rung.STOP:
        return ""
    return f"{about.placement}: “{judged.assessment.verdict.title}”, {day(judged.audit.date)}"
