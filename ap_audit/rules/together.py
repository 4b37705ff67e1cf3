"""Values that cannot both be so: more sessions attended than were due, an end before the start."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from ap_audit.model.base import Value
from ap_audit.model.checklist import Criterion, ValueSpec
from ap_audit.rules.values import said, typed


class TooMuch(Value, frozen=True, kw_only=True):
    """A value beyond what it can be at most."""

    name: str
    limit: str
    """The name of the value that limits it; empty where a number does."""
    says: str
    """In a sentence, both values in it."""


def too_much(criterion: Criterion, values: Mapping[str, str]) -> Iterator[TooMuch]:
    """Each of these values that is beyond its limit. What is missing limits nothing."""
    for name, spec in criterion.record.items():
        if spec.at_most is None:
            continue
        limit = "" if spec.at_most.isdigit() else spec.at_most
        other = criterion.record[limit] if limit else spec
        most = values.get(limit, "") if limit else spec.at_most
        beyond = _beyond(spec, values.get(name, ""), other, most)
        if beyond:
            where = f"the answer to: {other.ask}" if limit else "the most that there can be."
            yield TooMuch(name=name, limit=limit, says=f"{beyond}, {where}")


def _beyond(spec: ValueSpec, text: str, other: ValueSpec, most: str) -> str:
    """That one value is beyond another, in words; empty where it is not."""
    one, two = typed(spec, text), typed(other, most)
    dates = isinstance(one, date) and isinstance(two, date) and one > two
    numbers = isinstance(one, Fraction) and isinstance(two, Fraction) and one > two
    if one is None or two is None or not (dates or numbers):
        return ""
    return f"{said(spec, one)} is {'after' if dates else 'more than'} {said(other, two)}"
