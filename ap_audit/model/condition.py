"""Conditions as data: what a checklist may ask of the answers, and how it is written in YAML.

    condition := {CRITERION: check, ...}            every line must hold
               | {all: [condition, ...]} | {any: [condition, ...]} | {not: condition}
    check     := test                               of the rating, or of a record's only value
               | {NAME: test, ...}                  NAME is `rating` or a recorded name
    test      := TEXT                               is
               | [TEXT, ...]                        is one of
               | answered
               | {TEST: operand, ...}               at_least, at_most, more_than, less_than,
                                                    before, after, older_than, within_next
    operand   := TEXT | today | {parameter: ID} | {answer: [CRITERION, NAME]} | {derived: ID}

CRITERION may be `derived`, and NAME then one of the checklist's derived inputs, which are made from
the operands that are not TEXT.

Whether the criteria, names and values exist is checked against the whole checklist, in
`rules.soundness`.
"""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.base import Value
from ap_audit.model.names import CriterionId

Data = str | list["Data"] | dict[str, "Data"]
"""What a YAML file holds once read: text, sequences and mappings, and nothing typed."""

DEEPEST = 8
RATING = "rating"
DERIVED = CriterionId("derived")
"""Stands where a criterion's id would, before the name of a derived input."""


class TestName(StrEnum):
    """The closed list of tests."""

    IS = "is"
    IN = "in"
    ANSWERED = "answered"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    BEFORE = "before"
    AFTER = "after"
    OLDER_THAN = "older_than"
    WITHIN_NEXT = "within_next"


NUMBER_TESTS = frozenset(
    {TestName.AT_LEAST, TestName.AT_MOST, TestName.MORE_THAN, TestName.LESS_THAN}
)
DATE_TESTS = frozenset({TestName.BEFORE, TestName.AFTER})
SPAN_TESTS = frozenset({TestName.OLDER_THAN, TestName.WITHIN_NEXT})
_WRITTEN_OUT = [test.value for test in TestName if test in NUMBER_TESTS | DATE_TESTS | SPAN_TESTS]


class Literal(Value, frozen=True):
    """A word, number, date or length of time, as written."""

    text: str


class OneOf(Value, frozen=True):
    """A list of words; the test holds for any of them."""

    texts: tuple[str, ...]


class Input:
    """What a derived input is made from, and one thing a value can be compared with."""

    __slots__ = ()


class Today(Input, Struct, frozen=True):
    """The date the audit is judged at."""


class FromParameter(Input, Struct, frozen=True):
    """A number a trust may set in an overlay."""

    parameter: str


class FromAnswer(Input, Struct, frozen=True):
    """A value recorded elsewhere in the same audit."""

    criterion: CriterionId
    name: str


class FromDerived(Input, Struct, frozen=True):
    """A number or date computed from others."""

    derived: str


Operand = Literal | OneOf | Today | FromParameter | FromAnswer | FromDerived


class Condition:
    """Something that holds, does not hold, or cannot be told from the answers."""

    __slots__ = ()


class Check(Condition, Struct, frozen=True):
    """One test of one rating or recorded value."""

    criterion: CriterionId
    """Or `derived`."""
    name: str
    """`rating`, a recorded name, or empty: the rating, or a record's only value."""
    test: TestName
    operand: Operand

    @property
    def derived(self) -> bool:
        """Whether it tests a derived input, and no criterion."""
        return self.criterion == DERIVED

    @property
    def words(self) -> tuple[str, ...]:
        """The words it compares with; none where it compares with something else."""
        operand = self.operand
        if isinstance(operand, OneOf):
            return operand.texts
        return (operand.text,) if isinstance(operand, Literal) else ()


class AllOf(Condition, Struct, frozen=True):
    """Holds when every part holds."""

    parts: tuple[Condition, ...]


class AnyOf(Condition, Struct, frozen=True):
    """Holds when at least one part holds."""

    parts: tuple[Condition, ...]


class Not(Condition, Struct, frozen=True):
    """Holds when its part does not."""

    part: Condition


def checks_in(condition: Condition) -> tuple[Check, ...]:
    """Every single test in a condition, in written order."""
    match condition:
        case Check():
            return (condition,)
        case AllOf(parts) | AnyOf(parts):
            return tuple(check for part in parts for check in checks_in(part))
        case Not(part):
            return checks_in(part)
        case _:
            raise TypeError(condition)


def criteria_in(condition: Condition) -> frozenset[CriterionId]:
    """Every criterion that a condition names, those it compares with included.

    Those that its derived inputs look at: `rules.derived`.
    """
    checks = checks_in(condition)
    others = [check.operand for check in checks]
    return frozenset(check.criterion for check in checks if not check.derived) | frozenset(
        other.criterion for other in others if isinstance(other, FromAnswer)
    )


def condition_from(data: Data) -> tuple[Condition | None, tuple[Flaw, ...]]:
    """The condition written in *data*, or None and its flaws, addressed from *data* itself."""
    flaws: list[Flaw] = []
    condition = _condition(data, (), flaws)
    return (None if flaws else condition), tuple(flaws)


def _condition(data: Data, path: KeyPath, flaws: list[Flaw]) -> Condition:
    if len(path) > DEEPEST * 2:
        flaws.append(Flaw(path=path, what=f"is nested more than {DEEPEST} deep"))
        return AllOf(())
    if not isinstance(data, dict) or not data:
        flaws.append(
            Flaw(
                path=path,
                what="is not a condition",
                hint="write {criterion-id: {name: test}}, or all:, any:, not:",
            )
        )
        return AllOf(())
    parts = [_line(key, value, (*path, key), flaws) for key, value in data.items()]
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _line(key: str, value: Data, path: KeyPath, flaws: list[Flaw]) -> Condition:
    group = _LISTS.get(key)
    if group:
        if not isinstance(value, list) or not value:
            flaws.append(Flaw(path=path, what=f"'{key}:' needs a list of conditions"))
            return AllOf(())
        return group(
            tuple(_condition(item, (*path, index), flaws) for index, item in enumerate(value))
        )
    if key == "not":
        return Not(_condition(value, path, flaws))
    criterion = CriterionId(key)
    if not isinstance(value, dict):
        return _single(criterion, "", value, path, flaws)
    if not value:
        flaws.append(Flaw(path=path, what="tests nothing"))
    found = [
        part
        for name, test in value.items()
        for part in _tests(criterion, name, test, (*path, name), flaws)
    ]
    return found[0] if len(found) == 1 else AllOf(tuple(found))


_LISTS: dict[str, Callable[[tuple[Condition, ...]], Condition]] = {"all": AllOf, "any": AnyOf}
GROUPS = frozenset({*_LISTS, "not", DERIVED})
"""What a criterion cannot be called, since it would read as something else in a condition."""


def _tests(
    criterion: CriterionId, name: str, test: Data, path: KeyPath, flaws: list[Flaw]
) -> list[Condition]:
    if not isinstance(test, dict):
        return [_single(criterion, name, test, path, flaws)]
    parts: list[Condition] = []
    for word, operand in test.items():
        if word not in _WRITTEN_OUT:
            flaws.append(
                Flaw(
                    path=(*path, word),
                    what=f"'{word}' is not a test",
                    hint=f"use one of: {', '.join(_WRITTEN_OUT)}",
                    at_key=True,
                )
            )
        else:
            parts.append(
                Check(criterion, name, TestName(word), _operand(operand, (*path, word), flaws))
            )
    if not test:
        flaws.append(Flaw(path=path, what="tests nothing"))
    return parts


def _single(
    criterion: CriterionId,
    name: str,
    test: str | list[Data],
    path: KeyPath,
    flaws: list[Flaw],
) -> Condition:
    if test == "answered":
        return Check(criterion, name, TestName.ANSWERED, Literal(""))
    if isinstance(test, str):
        return Check(criterion, name, TestName.IS, Literal(test))
    words = tuple(word for word in test if isinstance(word, str))
    if not words or len(words) != len(test):
        flaws.append(Flaw(path=path, what="needs a list of words"))
    return Check(criterion, name, TestName.IN, OneOf(words))


def _operand(data: Data, path: KeyPath, flaws: list[Flaw]) -> Operand:
    found = input_from(data)
    if found is not None:
        return found
    if isinstance(data, str):
        return Literal(data)
    hint = f"write a value, {INPUTS}"
    flaws.append(Flaw(path=path, what="is not something to compare with", hint=hint))
    return Literal("")


INPUTS = "today, {parameter: id}, {answer: [criterion, name]} or {derived: id}"
"""What may stand in the list that a derived input is made from."""


def input_from(data: Data) -> Today | FromParameter | FromAnswer | FromDerived | None:
    """What is written in *data*; None where it is something else."""
    match data:
        case "today":
            return Today()
        case {"parameter": str(parameter)} if len(data) == 1:
            return FromParameter(parameter)
        case {"answer": [str(criterion), str(name)]} if len(data) == 1:
            return FromAnswer(CriterionId(criterion), name)
        case {"derived": str(derived)} if len(data) == 1:
            return FromDerived(derived)
        case _:
            return None


def data_from(condition: Condition) -> Data:
    """The condition as it would be written in a file; reading it back gives the same condition."""
    match condition:
        case AllOf(parts):
            return {"all": [data_from(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [data_from(part) for part in parts]}
        case Not(part):
            return {"not": data_from(part)}
        case Check():
            test = _test_data(condition)
            return {condition.criterion: {condition.name: test} if condition.name else test}
        case _:
            raise TypeError(condition)


def _test_data(check: Check) -> Data:
    if check.test is TestName.ANSWERED:
        return "answered"
    operand = _operand_data(check.operand)
    written = check.test in (TestName.IS, TestName.IN)
    return operand if written else {check.test.value: operand}


def _operand_data(operand: Operand) -> Data:
    match operand:
        case OneOf(texts):
            return list(texts)
        case Literal(text):
            return text
        case _:
            return input_data(operand)


def input_data(found: Input) -> Data:
    """What a derived input is made from, as it would be written in a file."""
    match found:
        case Today():
            return "today"
        case FromParameter(parameter):
            return {"parameter": parameter}
        case FromAnswer(criterion, name):
            return {"answer": [criterion, name]}
        case FromDerived(derived):
            return {"derived": derived}
        case _:
            raise TypeError(found)
