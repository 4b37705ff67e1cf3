"""Further rungs of the ladder, such as 90 and 80 percent: between conditions and the best.

    when := {total | SECTION: {FIGURE: {less_than | at_most | at_least | more_than: number}}}

The figures are a closed list, and each only gets worse where something is left open: the worst
case and not the score, since leaving out what was not met would lift a score.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.checklist import Checklist
from ap_audit.model.condition import (
    AllOf,
    AnyOf,
    Check,
    Condition,
    Literal,
    TestName,
    checks_in,
)
from ap_audit.model.wording import number, percent
from ap_audit.model.words import Rating, Rung
from ap_audit.rules.assessment import SectionResult, Sums

TOTAL = "total"
SHARES = ("worst", "coverage")
COUNTS = ("unknown", "below-met")
_LOW = (TestName.LESS_THAN, TestName.AT_MOST)
_HIGH = (TestName.AT_LEAST, TestName.MORE_THAN)
_NUMBER = r"(?P<number>[0-9]{1,4}(\.[0-9]{1,4})?)(?P<percent> ?%)?|[0-9]{1,4}/[1-9][0-9]{0,3}"

Figures = dict[str, tuple[Sums, ...]]
"""Sums by what they are of; where an overlay adds criteria, the worse of two counts."""


def band_reached(checklist: Checklist, figures: Figures) -> tuple[str, tuple[str, ...]]:
    """The first further rung whose condition holds, and why; empty where none does."""
    for name, words in checklist.bands().items():
        because = _because(words.when, figures) if words.when is not None else ()
        if because:
            return name, because
    return "", ()


def figures_of(sections: tuple[SectionResult, ...], totals: tuple[Sums, ...]) -> Figures:
    """The closed list that bands may look at."""
    return {result.section.id: (result.sums,) for result in sections} | {TOTAL: totals}


def band_flaws(checklist: Checklist) -> Iterator[Flaw]:
    """What is wrong with the further rungs, and with a condition on one of the four."""
    names = {TOTAL, *(section.id for section in checklist.sections)}
    for name, words in checklist.verdicts.items():
        path: KeyPath = ("verdicts", name)
        if name in set(Rung):
            if words.when is not None:
                what = f"'{name}' is a rung of the engine, which says itself when it holds"
                yield Flaw(path=(*path, "when"), what=what)
        elif words.when is None:
            hint = "write when: {total: {worst: {less_than: 90 %}}}, or one of the four rungs"
            yield Flaw(path=path, what=f"'{name}' does not say when it holds", hint=hint)
        else:
            for check in checks_in(words.when):
                what = _wrong(check, names)
                if what:
                    yield Flaw(path=(*path, "when"), what=what)
            if not _plain(words.when):
                yield Flaw(path=(*path, "when"), what="'not:' has no place in a verdict")


def _wrong(check: Check, names: set[str]) -> str:
    if check.criterion not in names:
        return f"'{check.criterion}' is neither 'total' nor a section"
    if check.name not in (*SHARES, *COUNTS):
        return f"'{check.name}' is not a figure; there are: {', '.join((*SHARES, *COUNTS))}"
    tests = _LOW if check.name in SHARES else _HIGH
    if check.test not in tests:
        return (
            f"a verdict looks for what falls short: test '{check.name}' with {' or '.join(tests)}"
        )
    if not isinstance(check.operand, Literal) or number_in(check.operand.text) is None:
        return f"'{check.name}' is compared with a number, such as 90 %, 9/10 or 3"
    return ""


def number_in(text: str) -> Fraction | None:
    """The exact number meant by ``90 %``, ``9/10`` or ``3``."""
    found = re.fullmatch(_NUMBER, text)
    if found is None:
        return None
    if found["number"] is None:
        return Fraction(text)
    return Fraction(found["number"]) / (100 if found["percent"] else 1)


def _plain(when: Condition) -> bool:
    match when:
        case Check():
            return True
        case AllOf(parts) | AnyOf(parts):
            return all(_plain(part) for part in parts)
        case _:
            return False


def _because(when: Condition, figures: Figures) -> tuple[str, ...]:
    """Why a condition holds, a sentence for each figure; empty where it does not."""
    match when:
        case AllOf(parts):
            found = [_because(part, figures) for part in parts]
            return tuple(line for lines in found for line in lines) if all(found) else ()
        case AnyOf(parts):
            return tuple(line for part in parts for line in _because(part, figures))
        case Check(operand=Literal(text)):
            limit = number_in(text)
            held = [
                value
                for sums in figures.get(when.criterion, ())
                if (value := _figure(when.name, sums)) is not None
                and limit is not None
                and _holds(when.test, value, limit)
            ]
            return (_said(when, held[0], text),) if held else ()
        case _:
            raise TypeError(when)


def _figure(name: str, sums: Sums) -> Fraction | None:
    match name:
        case "worst":
            return sums.worst
        case "coverage":
            return sums.coverage
        case "unknown":
            return Fraction(sums.count(Rating.CANNOT_TELL) + sums.count(Rating.NOT_CHECKED))
        case _:
            met = sums.count(Rating.MET) + sums.count(Rating.NOT_APPLICABLE)
            return Fraction(sum(how_many for _, how_many in sums.counts) - met)


def _holds(test: TestName, value: Fraction, limit: Fraction) -> bool:
    match test:
        case TestName.LESS_THAN:
            return value < limit
        case TestName.AT_MOST:
            return value <= limit
        case TestName.AT_LEAST:
            return value >= limit
        case _:
            return value > limit


def _said(check: Check, value: Fraction, limit: str) -> str:
    where = "" if check.criterion == TOTAL else f" in section {check.criterion}"
    names = {
        "worst": "The worst case",
        "coverage": "The coverage",
        "unknown": "The number of questions left open",
        "below-met": "The number of questions not found met",
    }
    shown = percent(value, 2) if check.name in SHARES else number(value)
    test = check.test.value.replace("_", " ")
    return f"{names[check.name]}{where} is {shown}: {test} {limit}."
