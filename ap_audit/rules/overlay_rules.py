"""The rules of a checklist under an overlay: some of its own, some more severe, some weakened."""

from msgspec.structs import replace

from ap_audit.errors import KeyPath
from ap_audit.model.checklist import Checklist, Rule
from ap_audit.model.overlay import Overlay, RuleChange
from ap_audit.rules.ledger import Difference, Guard, Ledger


def laid_over_rules(
    overlay: Overlay, base: Checklist, guard: Guard, ledger: Ledger
) -> dict[str, Rule]:
    """Every rule that is left, as it then stands."""
    found = dict(base.rules)
    for name, change in overlay.rules.items():
        path = ("rules", name)
        if name not in base.rules:
            made = _made(change)
            if made is None:
                ledger.unknown(path, base.rules, "title, severity, when and says")
            else:
                found[name] = made
                ledger.raised(name, f"a rule of its own: {made.title}")
            continue
        old = found.pop(name)
        if change.dropped:
            what, guards = f"dropped: {old.title}", guard.rules.get(name)
            ledger.weakened((*path, "dropped"), what, change.because, guards=guards)
        else:
            found[name] = _changed(path, old, change, ledger, guard.rules.get(name))
    return {name: found[name] for name in (*base.rules, *overlay.rules) if name in found}


def _made(change: RuleChange) -> Rule | None:
    title, severity, when, says = change.title, change.severity, change.when, change.says
    if title is None or severity is None or when is None or says is None:
        return None
    return Rule(
        title=title,
        severity=severity,
        when=when,
        says=says,
        caps=change.caps or {},
        from_=change.from_,
        to=change.to,
        sources=change.sources or (),
    )


def _changed(
    path: KeyPath, old: Rule, change: RuleChange, ledger: Ledger, guards: str | None
) -> Rule:
    severity = change.severity
    differences = (
        Difference("title", old.title, change.title),
        Difference(
            "severity",
            old.severity,
            severity,
            severity is not None and severity.rank < old.severity.rank,
        ),
        Difference("when", old.when, change.when),
        Difference("says", old.says, change.says),
        Difference("caps", old.caps, change.caps),
        Difference("from", old.from_, change.from_),
        Difference("to", old.to, change.to),
        Difference("sources", old.sources, change.sources),
    )
    ledger.enter(path, differences, change.because, guards=guards)
    return replace(
        old,
        title=change.title or old.title,
        severity=severity or old.severity,
        when=change.when or old.when,
        says=change.says or old.says,
        caps=old.caps if change.caps is None else change.caps,
        from_=change.from_ or old.from_,
        to=change.to or old.to,
        sources=old.sources if change.sources is None else change.sources,
    )
