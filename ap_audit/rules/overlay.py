"""What a checklist is once an overlay has been laid over it: adds and raises freely, else why.

An overlay extends a whole checklist, never another overlay: each weakening is to be read against
one published edition, and several hands could otherwise undo it in steps that look small.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.checklist import Checklist, Parameter, RungWords
from ap_audit.model.governors import GovernorsQuestion
from ap_audit.model.names import CriterionId
from ap_audit.model.overlay import Extended, Overlay
from ap_audit.model.words import Depth
from ap_audit.rules.ledger import Difference, Guard, Ledger, guard_of
from ap_audit.rules.overlay_rules import laid_over_rules
from ap_audit.rules.overlay_sections import laid_over_sections
from ap_audit.rules.strictness import stricter_parameter


def resolve(overlay: Overlay, base: Checklist) -> tuple[Extended | None, tuple[Flaw, ...]]:
    """The checklist that audits are judged by, or None and every flaw, placed in the overlay.

    *base* is a whole checklist, not itself made by an overlay.
    """
    ledger, guard = Ledger(), guard_of(base)
    resolved = Extended(
        format=base.format,
        id=overlay.id,
        version=overlay.version,
        title=overlay.title,
        subject=base.subject,
        published=overlay.published,
        sections=laid_over_sections(overlay, base, guard, ledger),
        verdicts=_verdicts(overlay, base, ledger),
        about=overlay.about or base.about,
        scale=base.scale,
        parameters=_parameters(overlay, base, guard, ledger),
        derived=base.derived,
        rules=laid_over_rules(overlay, base, guard, ledger),
        governors=_governors(overlay, base, ledger),
        extends=base.reference,
        added=_added(overlay, base),
        differences=tuple(ledger.changes),
        changes=base.changes,
        status=base.status,
    )
    return (None if ledger.flaws else resolved), tuple(ledger.flaws)


def at_home(overlay: Overlay, resolved: Checklist, flaws: Iterable[Flaw]) -> tuple[Flaw, ...]:
    """Flaws of the resolved checklist, placed in the overlay's own file.

    A warning about what the overlay does not touch is for the edition's own file, and left out.
    """
    placed = [(flaw, _home(overlay, resolved, flaw.path)) for flaw in flaws]
    return tuple(
        Flaw(path=path, what=flaw.what, hint=flaw.hint, warning=flaw.warning, at_key=flaw.at_key)
        for flaw, path in placed
        if not flaw.warning or _touches(overlay, path)
    )


def _home(overlay: Overlay, resolved: Checklist, path: KeyPath) -> KeyPath:
    match path:
        case ("sections", int(s), "criteria", int(c), *rest):
            section = resolved.sections[s]
            name = section.criteria[c].id
            change = overlay.sections.get(section.id)
            own = [criterion.id for criterion in change.criteria] if change else []
            if name in own:
                return ("sections", section.id, "criteria", own.index(name), *rest)
            return ("criteria", name, *rest)
        case ("sections", int(s), *rest):
            return ("sections", resolved.sections[s].id, *rest)
        case _:
            return path


def _touches(overlay: Overlay, path: KeyPath) -> bool:
    match path:
        case ("sections", str(name), *_):
            return name in overlay.sections
        case ("criteria", str(name), *_):
            return name in overlay.criteria
        case ("rules", str(name), *_):
            return name in overlay.rules
        case ("governors", str(name), *_):
            return name in overlay.governors
        case _:
            return False


def _added(overlay: Overlay, base: Checklist) -> tuple[str, ...]:
    known = base.by_id()
    new = [one.id for change in overlay.sections.values() for one in change.criteria]
    nearer = [
        name
        for name, change in overlay.criteria.items()
        if change.depth is Depth.CORE
        and CriterionId(name) in known
        and known[CriterionId(name)].depth is Depth.FULL
    ]
    return (*new, *nearer)


def _parameters(
    overlay: Overlay, base: Checklist, guard: Guard, ledger: Ledger
) -> dict[str, Parameter]:
    found = dict(base.parameters)
    for name, change in overlay.parameters.items():
        path, old = ("parameters", name), found.get(name)
        if old is None:
            if change.title is None or change.unit is None:
                ledger.unknown(path, base.parameters, "title and unit")
            else:
                found[name] = Parameter(title=change.title, unit=change.unit, value=change.value)
                ledger.raised(name, f"a parameter of its own: {change.title}")
            continue
        stricter = change.value is not None and stricter_parameter(
            base, name, old.value, change.value
        )
        differences = (
            Difference("title", old.title, change.title),
            Difference("unit", old.unit, change.unit),
            Difference("value", old.value, change.value, stricter),
        )
        ledger.enter(path, differences, change.because, guards=guard.parameters.get(name))
        found[name] = Parameter(
            title=change.title or old.title,
            unit=change.unit or old.unit,
            value=change.value or old.value,
        )
    return found


def _governors(overlay: Overlay, base: Checklist, ledger: Ledger) -> dict[str, GovernorsQuestion]:
    """Adding a question is free; the words of the edition's own stay as they are."""
    for name, question in overlay.governors.items():
        if name in base.governors:
            what = f"{base.reference} has a question '{name}' for governors already"
            ledger.refused(("governors", name), what, "give it another name")
        else:
            ledger.raised(name, f"a question of its own for governors: {question.ask}")
    return {**base.governors, **overlay.governors}


def _verdicts(overlay: Overlay, base: Checklist, ledger: Ledger) -> dict[str, RungWords]:
    found = dict(base.verdicts)
    for rung, change in overlay.verdicts.items():
        old = found.get(rung)
        if old is None:
            ledger.unknown(("verdicts", rung.value), found, "")
            continue
        differences = (
            Difference("title", old.title, change.title),
            Difference("says", old.says, change.says),
        )
        ledger.enter(("verdicts", rung.value), differences, change.because)
        found[rung] = replace(old, title=change.title or old.title, says=change.says or old.says)
    return found
