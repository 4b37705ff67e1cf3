"""The actions that are asked for, of every audit or of one provider."""

from msgspec import Struct

from ap_audit.cli.known_actions import Known, known_actions
from ap_audit.cli.names import Names
from ap_audit.cli.survey import Survey
from ap_audit.files.finding import find_provider
from ap_audit.model.about import About
from ap_audit.model.words import Severity
from ap_audit.report.action_list import ListedAction


class Wanted(Struct, frozen=True, kw_only=True):
    """Which actions are asked for; what is empty asks for all."""

    owner: str
    provider: str
    severity: Severity | None
    everything: bool
    """Those that are done, too."""


def listed_actions(survey: Survey, wanted: Wanted) -> tuple[ListedAction, ...]:
    """The actions, late ones first; raises BadUsage where there is no such provider."""
    slug = find_provider(survey.workspace, wanted.provider) if wanted.provider else ""
    names = Names(survey)
    found = [
        one
        for about in survey.everything()
        if slug in ("", about.provider)
        for one in _of(survey, about, wanted, names)
    ]
    return tuple(sorted(found, key=lambda one: one.order))


def _of(survey: Survey, about: About, wanted: Wanted, names: Names) -> list[ListedAction]:
    found = []
    severities: dict[str, dict[str, Severity]] = {}
    for known in known_actions(survey, about):
        if known.action.done is not None and not wanted.everything:
            continue
        if wanted.owner.casefold() not in known.action.owner.casefold():
            continue
        name = known.address.path.as_posix()
        if name not in severities:
            severities[name] = _severities(survey, known)
        severity = severities[name].get(known.id)
        if wanted.severity in (None, severity):
            found.append(
                ListedAction(
                    audit=known.called,
                    id=known.id,
                    name=names.of(about),
                    action=known.action,
                    severity=severity,
                    today=survey.today,
                )
            )
    return found


def _severities(survey: Survey, known: Known) -> dict[str, Severity]:
    """How serious each open action of an audit is; nothing where it cannot be judged."""
    judged = survey.counting.judged(known.audit)
    if judged is None:
        return {}
    return {f"{one.criterion.id}/{one.key}": one.severity for one in judged.assessment.actions}
