"""What an overlay changes, entered one by one: freely where it asks more, with a reason else."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from enum import StrEnum

from msgspec import Struct, field

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.checklist import Checklist, EvidenceNeed
from ap_audit.model.condition import Check, Condition, FromParameter, checks_in
from ap_audit.model.overlay import Because, Change
from ap_audit.rules.derived import criteria_behind, derived_behind


class Difference(Struct, frozen=True):
    """One value that an overlay may change."""

    key: str
    """As it is called in the file."""
    old: object
    new: object
    """None where the overlay does not name it."""
    raises: bool = False
    """Whether it plainly asks for more than before."""


class Guard(Struct, frozen=True):
    """What no overlay may soften: hard gateways, and all that decides whether they are judged."""

    criteria: dict[str, str]
    """Each with the hard gateway that hangs on it."""
    rules: dict[str, str]
    parameters: dict[str, str]


class Ledger(Struct, kw_only=True):
    """The changes and flaws of one overlay, as they are found."""

    changes: list[Change] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)

    def raised(self, about: str, what: str) -> None:
        """Enter something that is added or asks more."""
        self.changes.append(Change(about=about, what=what))

    def weakened(
        self, path: KeyPath, what: str, because: Because | None, *, guards: str | None = None
    ) -> None:
        """Enter any other change: refused where a hard gateway hangs on it, or without a reason."""
        if guards is not None:
            self.refused(
                path,
                f"'{guards}' rests on law or statutory guidance, and this would soften it",
                "no overlay may do that; it may only ask for more",
            )
        elif because is None:
            self.refused(
                path,
                "this is a weakening: it does not plainly ask for more",
                "add 'because:' with role, reason and date; every report will print it",
            )
        else:
            self.changes.append(Change(about=str(path[1]), what=what, because=because))

    def enter(
        self,
        path: KeyPath,
        differences: Iterable[Difference],
        because: Because | None,
        *,
        guards: str | None = None,
    ) -> None:
        """Enter each of these, unless it changes nothing."""
        for one in differences:
            if one.new is None or one.new == one.old:
                continue
            what = f"{one.key}: {_said(one.old)}, now {_said(one.new)}"
            if one.raises:
                self.raised(str(path[1]), what)
            else:
                self.weakened((*path, one.key), what, because, guards=guards)

    def unknown(
        self, path: KeyPath, known: Iterable[str], needs: str, *, at_key: bool = True
    ) -> None:
        """Enter an id that the edition does not have, and that is no complete one of its own."""
        name = str(path[-1])
        close = get_close_matches(name, list(known), n=1)
        hint = f"did you mean '{close[0]}'? " if close else ""
        hint += f"One of your own needs {needs}" if needs else ""
        self.refused(path, f"the edition has no '{name}'", hint.strip(), at_key=at_key)

    def refused(self, path: KeyPath, what: str, hint: str = "", *, at_key: bool = False) -> None:
        """Enter something that cannot be."""
        self.flaws.append(Flaw(path=path, what=what, hint=hint, at_key=at_key))


def guard_of(checklist: Checklist) -> Guard:
    """What the hard gateways of a checklist hang on."""
    guard = Guard({}, {}, {})
    for criterion in checklist.criteria():
        if criterion.hard:
            guard.criteria[criterion.id] = criterion.id
            _hangs_on(criterion.when, criterion.id, checklist, guard)
    hard = {criterion.id for criterion in checklist.criteria() if criterion.hard}
    for name, rule in checklist.rules.items():
        for gateway in sorted(hard & set(rule.caps)):
            guard.rules.setdefault(name, gateway)
            _hangs_on(rule.when, gateway, checklist, guard)
    return guard


def _hangs_on(when: Condition | None, gateway: str, checklist: Checklist, guard: Guard) -> None:
    if when is None:
        return
    known = checklist.by_id()
    checks = checks_in(when)
    for name in _parameters(checks, checklist):
        guard.parameters.setdefault(name, gateway)
    behind = {key for check in checks for key in criteria_behind(check, checklist)}
    for criterion in sorted(behind):
        if criterion in known and criterion not in guard.criteria:
            guard.criteria[criterion] = gateway
            _hangs_on(known[criterion].when, gateway, checklist, guard)


def _parameters(checks: Iterable[Check], checklist: Checklist) -> Iterator[str]:
    for check in checks:
        behind = [part for one in derived_behind(check, checklist) for part in one.of]
        for part in (check.operand, *behind):
            if isinstance(part, FromParameter):
                yield part.parameter


def _said(value: object) -> str:
    match value:
        case None | () | "":
            return "none"
        case StrEnum():
            return value.value
        case tuple():
            return ", ".join(_said(item) for item in value)
        case bool():
            return "true" if value else "false"
        case EvidenceNeed():
            lasts = f", for {value.expires_after}" if value.expires_after else ""
            return f"{_said(value.needs)}{lasts}"
        case dict() if all(isinstance(part, tuple) for part in value.values()):
            return "; ".join(f"{key}: {_said(part)}" for key, part in value.items()) or "none"
        case str() | int():
            return " ".join(str(value).split())
        case _:
            return "as the checklist shows"
