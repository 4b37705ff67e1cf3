"""What an inspector asks for at the first call: who, where, what kind, registered how, how many."""

from collections.abc import Sequence
from datetime import date

from ap_audit.model.base import Value
from ap_audit.model.placement import Placement
from ap_audit.model.provider import Provider
from ap_audit.report.wording import listing
from ap_audit.rules.assessment import Assessment, Outcome
from ap_audit.rules.values import recorded_values

NOT_RECORDED = "not recorded"


class Particulars(Value, frozen=True, kw_only=True):
    """Each in words; what nobody has recorded says so."""

    address: str
    kind: str
    registration: str
    urn: str
    pupils: str
    hours: str


class Attending(Value, frozen=True, kw_only=True):
    """Our placements at one provider that go on today."""

    pupils: int = 0
    begun: int = 0
    """Those of them whose first day is known."""
    hours: tuple[str, ...] = ()
    """In a week, of each of which that is recorded."""
    since: date | None = None
    """When the longest of them began, where a start is recorded."""


NOBODY = Attending()


def attending(placements: Sequence[Placement], today: date) -> dict[str, Attending]:
    """Who attends where, by provider. A placement without dates counts."""
    found: dict[str, Attending] = {}
    for placement in placements:
        begun = placement.start is None or placement.start <= today
        over = placement.end is not None and placement.end < today
        if not begun or over:
            continue
        for slug, part in placement.providers.items():
            known = found.get(slug, NOBODY)
            found[slug] = Attending(
                pupils=known.pupils + 1,
                begun=known.begun + (placement.start is not None),
                hours=(*known.hours, *([part.hours] if part.hours else [])),
                since=min(filter(None, (known.since, placement.start)), default=None),
            )
    return found


def particulars(
    provider: Provider | None, assessment: Assessment | None, ours: Attending
) -> Particulars:
    """What is recorded of a provider: in its own file, in its newest audit, in placements."""
    outcomes: dict[str, Outcome] = (
        {outcome.id: outcome for outcome in assessment.outcomes} if assessment else {}
    )
    sites = provider.sites.values() if provider else ()
    return Particulars(
        address="; ".join(site.address for site in sites) or NOT_RECORDED,
        kind=_shown(outcomes, "reg-setting-type", "setting") or NOT_RECORDED,
        registration=_registration(outcomes) or NOT_RECORDED,
        urn=_urn(provider.urn or "" if provider else "", outcomes) or NOT_RECORDED,
        pupils=_pupils(outcomes, ours) or NOT_RECORDED,
        hours=_hours(outcomes, ours) or NOT_RECORDED,
    )


def _registration(outcomes: dict[str, Outcome]) -> str:
    looked = _shown(outcomes, "reg-urn-checked", "checked-on")
    if looked:
        return f"Looked up on the national register on {looked}"
    asked = outcomes.get("reg-urn-checked")
    if asked is not None and not asked.scope.judged:
        return "Not asked of this kind of setting"
    return ""


def _urn(kept: str, outcomes: dict[str, Outcome]) -> str:
    seen = _shown(outcomes, "reg-urn-checked", "urn")
    if kept and seen and kept != seen:
        return f"{kept}; the register entry showed {seen}"
    return kept or seen


def _pupils(outcomes: dict[str, Outcome], ours: Attending) -> str:
    most = _shown(outcomes, "reg-fulltime-pupils", "most-at-once")
    parts = [f"{ours.pupils} of ours"] if ours.pupils else []
    parts += [f"{most} at most at one time"] if most else []
    return ", ".join(parts)


def _hours(outcomes: dict[str, Outcome], ours: Attending) -> str:
    if ours.hours:
        return f"{listing(sorted(set(ours.hours), key=float))} hours a week"
    return _shown(outcomes, "reg-fulltime-hours", "hours")


def _shown(outcomes: dict[str, Outcome], criterion: str, name: str) -> str:
    """A recorded value in words; empty where it is not there, or its question does not apply."""
    outcome = outcomes.get(criterion)
    if outcome is None or not outcome.scope.judged:
        return ""
    values = recorded_values(outcome.criterion, outcome.answer)
    return next((value.shown for value in values if value.name == name), "")
