"""One criterion under an overlay: its class, its evidence and its values raised, or else why."""

from msgspec.structs import replace

from ap_audit.model.checklist import Criterion, ValueSpec
from ap_audit.model.overlay import CriterionChange
from ap_audit.model.words import CriterionClass, Depth
from ap_audit.rules.ledger import Difference, Ledger
from ap_audit.rules.strictness import (
    higher_class,
    stricter_evidence,
    stricter_not_applicable,
    stricter_requirements,
)


def changed_criterion(
    old: Criterion, change: CriterionChange, ledger: Ledger, guards: str | None
) -> Criterion:
    """A criterion of the edition with what is different about it.

    Where its class is raised it weighs what it weighed: a heavier answer that is met could lift a
    section above its floor, and asking for more must never improve a result.
    """
    path = ("criteria", old.id)
    if change.class_ is not None and change.class_ is not old.class_:
        facts = [kind for kind in (old.class_, change.class_) if kind is CriterionClass.RECORD]
        if facts:
            what = "a fact stays a fact, and a question that is rated stays one"
            ledger.refused((*path, "class"), what, "add a criterion of your own")
            return old
    ledger.enter(path, _differences(old, change), change.because, guards=guards)
    kind = change.class_ or old.class_
    return replace(
        old,
        ask=change.ask or old.ask,
        class_=kind,
        hard=old.hard if change.hard is None else change.hard,
        weight=change.weight or (old.weight if kind is old.class_ else old.points),
        why=change.why or old.why,
        look_for=old.look_for if change.look_for is None else change.look_for,
        ratings={**old.ratings, **change.ratings},
        not_applicable=(
            old.not_applicable if change.not_applicable is None else change.not_applicable
        ),
        evidence=change.evidence or old.evidence,
        requires={**old.requires, **change.requires},
        record={**old.record, **_new_values(old, change, ledger)},
        carry=change.carry or old.carry,
        stage=change.stage or old.stage,
        depth=change.depth or old.depth,
        when=change.when or old.when,
        sources=old.sources if change.sources is None else change.sources,
    )


def _differences(old: Criterion, change: CriterionChange) -> tuple[Difference, ...]:
    evidence, reasons = change.evidence, change.not_applicable
    return (
        Difference("ask", old.ask, change.ask),
        Difference(
            "class",
            old.class_,
            change.class_,
            change.class_ is not None and higher_class(old.class_, change.class_),
        ),
        Difference("hard", old.hard, change.hard, change.hard is True),
        Difference("weight", old.weight, change.weight),
        Difference("why", old.why, change.why),
        Difference("look_for", old.look_for, change.look_for),
        Difference("ratings", old.ratings, {**old.ratings, **change.ratings}),
        Difference(
            "not_applicable",
            old.not_applicable,
            reasons,
            reasons is not None and stricter_not_applicable(old.not_applicable, reasons),
        ),
        Difference(
            "evidence",
            old.evidence,
            evidence,
            evidence is not None and stricter_evidence(old.evidence, evidence),
        ),
        Difference(
            "requires",
            old.requires,
            {**old.requires, **change.requires},
            stricter_requirements(old.requires, {**old.requires, **change.requires}),
        ),
        Difference("carry", old.carry, change.carry, change.carry == "never"),
        Difference("stage", old.stage, change.stage),
        Difference("depth", old.depth, change.depth, change.depth is Depth.CORE),
        Difference("when", old.when, change.when),
        Difference("sources", old.sources, change.sources),
    )


def _new_values(old: Criterion, change: CriterionChange, ledger: Ledger) -> dict[str, ValueSpec]:
    """Values recorded besides those of the edition; those that it has stay as they are."""
    for name, spec in change.record.items():
        at = ("criteria", old.id, "record", name)
        if name in old.record:
            what = f"'{name}' is recorded already, and keeps its meaning"
            ledger.refused(at, what, "record a value under another name", at_key=True)
        elif old.is_record:
            what = "nothing is added to a fact of the edition"
            ledger.refused(at, what, "add a fact of your own", at_key=True)
        else:
            ledger.raised(old.id, f"records besides: {spec.ask}")
    return change.record
