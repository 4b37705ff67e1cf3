"""Conditions that can never hold, and conditions that always do.

Every combination of the values that a condition looks at is tried. Choices and ratings have their
own few values; numbers are tried at, just beside and far from those that they are compared with;
any other test may come out either way. A criterion that is out of scope itself makes a test of it
moot. Conditions over more than some thousand combinations are left alone.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from math import prod

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.checklist import Checklist, Criterion
from ap_audit.model.condition import (
    NUMBER_TESTS,
    RATING,
    AllOf,
    AnyOf,
    Check,
    Condition,
    Literal,
    Not,
    TestName,
    checks_in,
)
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating
from ap_audit.rules.facts import only_value
from ap_audit.rules.soundness import criterion_paths

MOST = 4096
"""Combinations tried of one condition."""

Variable = tuple[str, str] | Check
"""A recorded value by criterion and name; or a test that may come out either way."""
Settings = Mapping[Variable, object]


def unreachable(checklist: Checklist) -> Iterator[Flaw]:
    """A condition that no answers can meet, or that every answer meets."""
    world = _World(checklist.by_id())
    written: list[tuple[KeyPath, Condition]] = [
        ((*path, "when"), criterion.when)
        for path, criterion in criterion_paths(checklist)
        if criterion.when is not None
    ]
    written += [(("rules", name, "when"), rule.when) for name, rule in checklist.rules.items()]
    for path, condition in written:
        outcomes = world.outcomes(condition)
        if outcomes and True not in outcomes:
            yield Flaw(
                path=path,
                what="can never hold, whatever is answered",
                hint="two of its lines rule each other out",
                warning=True,
            )
        elif outcomes == {True}:
            yield Flaw(
                path=path,
                what="always holds, whatever is answered",
                hint="leave it out, or say when it should not hold",
                warning=True,
            )


class _World:
    """What can be answered, as far as conditions look at it."""

    def __init__(self, criteria: Mapping[CriterionId, Criterion]) -> None:
        self.criteria = criteria

    def outcomes(self, condition: Condition) -> set[bool | None]:
        """The ways in which it can come out, until it is seen to hold here and not there.

        None where there are too many to try.
        """
        domains: dict[Variable, set[object]] = {}
        self._gather(condition, domains, set())
        if prod(len(values) for values in domains.values()) > MOST:
            return set()
        found: set[bool | None] = set()
        for values in product(*domains.values()):
            found.add(self._holds(condition, dict(zip(domains, values, strict=True))))
            if True in found and len(found) > 1:
                break
        return found

    def _gather(
        self, condition: Condition, domains: dict[Variable, set[object]], seen: set[CriterionId]
    ) -> None:
        for check in checks_in(condition):
            domains.setdefault(self._variable(check), set()).update(self._domain(check))
            criterion = self.criteria.get(check.criterion)
            if criterion and criterion.when is not None and criterion.key not in seen:
                self._gather(criterion.when, domains, seen | {criterion.key})

    def _variable(self, check: Check) -> Variable:
        criterion = self.criteria.get(check.criterion)
        if criterion is None or not _finite(check, criterion):
            return check
        return (criterion.id, check.name or only_value(criterion))

    def _domain(self, check: Check) -> set[object]:
        variable = self._variable(check)
        if isinstance(variable, Check):
            return {True, False}
        criterion = self.criteria[check.criterion]
        if variable[1] == RATING:
            return set(Rating)
        if check.test in NUMBER_TESTS:
            at = Fraction(check.words[0])
            return {at - 1, at - Fraction(1, 100), at, at + Fraction(1, 100), at + 1}
        return set(criterion.record[variable[1]].choices)

    def _holds(self, condition: Condition, settings: Settings) -> bool | None:
        """Whether it holds; None where it is moot."""
        if isinstance(condition, Check):
            return self._check(condition, settings)
        if isinstance(condition, Not):
            inner = self._holds(condition.part, settings)
            return None if inner is None else not inner
        parts = condition.parts if isinstance(condition, AllOf | AnyOf) else ()
        found = {self._holds(part, settings) for part in parts}
        if isinstance(condition, AllOf):
            return False if False in found else None if None in found else True
        return True if True in found else False if False in found else None

    def _check(self, check: Check, settings: Settings) -> bool | None:
        criterion = self.criteria.get(check.criterion)
        if criterion and criterion.when is not None and not self._holds(criterion.when, settings):
            return None
        value = settings[self._variable(check)]
        if isinstance(value, bool):
            return value
        if isinstance(value, Fraction):
            return _compared(check.test, value, Fraction(check.words[0]))
        return value in check.words


def _finite(check: Check, criterion: Criterion) -> bool:
    """Whether the values to try are few."""
    name = check.name or only_value(criterion)
    if check.test in (TestName.IS, TestName.IN):
        return name == RATING or bool(name in criterion.record and criterion.record[name].choices)
    return check.test in NUMBER_TESTS and isinstance(check.operand, Literal)


def _compared(test: TestName, value: Fraction, at: Fraction) -> bool:
    match test:
        case TestName.AT_LEAST:
            return value >= at
        case TestName.AT_MOST:
            return value <= at
        case TestName.MORE_THAN:
            return value > at
        case _:
            return value < at
