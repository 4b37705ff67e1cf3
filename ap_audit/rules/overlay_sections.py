"""The sections of a checklist under an overlay: criteria added, floors raised, criteria changed."""

from msgspec.structs import replace

from ap_audit.model.checklist import Checklist, Criterion, Section
from ap_audit.model.overlay import Overlay, SectionChange
from ap_audit.rules.ledger import Difference, Guard, Ledger
from ap_audit.rules.overlay_criteria import changed_criterion
from ap_audit.rules.strictness import stricter_not_applicable


def laid_over_sections(
    overlay: Overlay, base: Checklist, guard: Guard, ledger: Ledger
) -> tuple[Section, ...]:
    """Every section, those of the overlay's own last; in each, its own criteria last."""
    known = {str(key) for key in base.by_id()}
    for name in overlay.criteria:
        if name not in known:
            ledger.unknown(("criteria", name), known, "a place under 'sections:'")
    found = []
    for section in base.sections:
        criteria = tuple(
            changed_criterion(one, overlay.criteria[one.id], ledger, guard.criteria.get(one.id))
            if one.id in overlay.criteria
            else one
            for one in section.criteria
        )
        change = overlay.sections.get(section.id)
        if change is not None:
            new = _added(section.id, change, known, ledger)
            section = _changed(section, change, ledger)  # noqa: PLW2901 -- as it stands from here on
            criteria += new
        found.append(replace(section, criteria=criteria))
    return (*found, *_own(overlay, base, known, ledger))


def _own(overlay: Overlay, base: Checklist, known: set[str], ledger: Ledger) -> tuple[Section, ...]:
    names = [section.id for section in base.sections]
    found = []
    for name, change in overlay.sections.items():
        if name in names:
            continue
        criteria = _added(name, change, known, ledger)
        if change.title is None:
            ledger.unknown(("sections", name), names, "a title")
            continue
        found.append(
            Section(
                id=name,
                title=change.title,
                about=change.about,
                floor=change.floor,
                judged=change.judged,
                not_applicable=change.not_applicable or "never",
                criteria=criteria,
            )
        )
    return tuple(found)


def _added(
    section: str, change: SectionChange, known: set[str], ledger: Ledger
) -> tuple[Criterion, ...]:
    for position, criterion in enumerate(change.criteria):
        if criterion.id in known:
            path = ("sections", section, "criteria", position, "id")
            hint = "to change it, name it under 'criteria:' at the left margin"
            ledger.refused(path, f"'{criterion.id}' is asked already", hint)
        else:
            ledger.raised(criterion.id, f"added: {criterion.ask}")
    return change.criteria


def _changed(section: Section, change: SectionChange, ledger: Ledger) -> Section:
    old, new = section.floor, change.floor
    reasons, words = change.not_applicable, change.judged or None
    differences = (
        Difference("title", section.title, change.title),
        Difference("about", section.about, change.about),
        Difference("floor", old, new, new is not None and (old is None or new > old)),
        Difference("judged", section.judged, words, not section.judged),
        Difference(
            "not_applicable",
            section.not_applicable,
            reasons,
            reasons is not None and stricter_not_applicable(section.not_applicable, reasons),
        ),
    )
    ledger.enter(("sections", section.id), differences, change.because)
    return replace(
        section,
        title=change.title or section.title,
        about=change.about or section.about,
        floor=old if new is None else new,
        judged=words or section.judged,
        not_applicable=section.not_applicable if reasons is None else reasons,
    )
