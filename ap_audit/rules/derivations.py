"""Whether the derived inputs of a checklist can be computed: how many values, of what kind."""

from collections.abc import Collection, Iterator

from ap_audit.errors import Flaw
from ap_audit.model.checklist import Checklist, ValueSpec, ValueType
from ap_audit.model.condition import (
    FromAnswer,
    FromDerived,
    FromParameter,
    Input,
    checks_in,
)
from ap_audit.model.derived import Derived
from ap_audit.model.wording import count
from ap_audit.rules.derived import operand_spec
from ap_audit.rules.facts import number_kind
from ap_audit.rules.functions import SIGNATURES
from ap_audit.rules.values import expected, typed

DEEPEST = 8
_KINDS = {ValueType.DATE: "dates", ValueType.NUMBER: "numbers"}


def derivations(checklist: Checklist) -> Iterator[Flaw]:
    """Every flaw of the derived inputs of a checklist."""
    yield from _walk(checklist)[1]
    used = _used(checklist)
    for name in checklist.derived:
        if name not in used:
            what = f"nothing uses the derived input '{name}'"
            yield Flaw(path=("derived", name), what=what, at_key=True, warning=True)


def computable(checklist: Checklist) -> frozenset[str]:
    """The derived inputs without a flaw, in what they are made from too."""
    return frozenset(_walk(checklist)[0])


def _walk(checklist: Checklist) -> tuple[dict[str, int], list[Flaw]]:
    """How deep each computable one stands on others, and the flaws of the rest."""
    depths: dict[str, int] = {}
    flaws: list[Flaw] = []
    for name, one in checklist.derived.items():
        found = list(_flaws(name, one, checklist, depths))
        on = [depths.get(part.derived, 0) for part in one.of if isinstance(part, FromDerived)]
        if max(on, default=0) >= DEEPEST:
            found.append(Flaw(path=("derived", name), what=f"stands on more than {DEEPEST} others"))
        if not found:
            depths[name] = max(on, default=0) + 1
        flaws += found
    return depths, flaws


def _flaws(name: str, one: Derived, checklist: Checklist, known: Collection[str]) -> Iterator[Flaw]:
    signature = SIGNATURES[one.compute]
    fewest, least = len(one.of) < signature.takes, "at least " if signature.more else ""
    if fewest or (len(one.of) > signature.takes and not signature.more):
        wanted = f"{least}{count(signature.takes, 'value')}" if signature.takes else "nothing"
        what = f"'{one.compute}' is made from {wanted}, and {len(one.of)} stand here"
        yield Flaw(path=("derived", name, "of") if one.of else ("derived", name), what=what)
        return
    for position, part in enumerate(one.of):
        what, hint = _part(part, signature.of, checklist, known)
        if what:
            yield Flaw(path=("derived", name, "of", position), what=what, hint=hint)


def _part(
    part: Input, wanted: ValueType, checklist: Checklist, known: Collection[str]
) -> tuple[str, str]:
    match part:
        case FromAnswer(criterion, name):
            about = checklist.by_id().get(criterion)
            if about is None:
                return f"'{criterion}' is not a criterion of this checklist", ""
            if name not in about.record:
                records = ", ".join(about.record) or "nothing"
                return f"'{criterion}' records no '{name}'", f"it records: {records}"
        case FromDerived(name) if name not in known:
            later = name in checklist.derived
            reason = "stands later, or is not sound" if later else "is not a derived input"
            return f"'{name}' {reason}", "a derived input is made from earlier ones"
        case FromParameter(name):
            return _parameter(name, wanted, checklist)
        case _:
            pass
    spec = operand_spec(part, checklist)
    if spec.type is wanted or (wanted is ValueType.NUMBER and number_kind(spec)):
        return "", ""
    return f"is of type {spec.type}, and only {_KINDS[wanted]} can be used here", ""


def _parameter(name: str, wanted: ValueType, checklist: Checklist) -> tuple[str, str]:
    parameter = checklist.parameters.get(name)
    if parameter is None:
        listed = ", ".join(checklist.parameters) or "none"
        return f"'{name}' is not a parameter of this checklist", f"it has: {listed}"
    spec = ValueSpec(type=wanted, ask=parameter.title)
    if parameter.value is None or typed(spec, parameter.value) is not None:
        return "", ""
    return f"'{parameter.value}' does not fit here", f"expected {expected(spec)}"


def _used(checklist: Checklist) -> frozenset[str]:
    whens = [criterion.when for criterion in checklist.criteria() if criterion.when is not None]
    whens += [rule.when for rule in checklist.rules.values()]
    checks = [check for when in whens for check in checks_in(when)]
    parts: list[object] = [part for one in checklist.derived.values() for part in one.of]
    parts += [check.operand for check in checks]
    named = [part.derived for part in parts if isinstance(part, FromDerived)]
    return frozenset([*named, *(check.name for check in checks if check.derived)])
