"""Whether a school's term dates make sense: in order, within reason, and none inside another."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.calendar import FIRST_YEAR, LAST_YEAR
from ap_audit.model.term import Term
from ap_audit.model.weekdays import is_weekday
from ap_audit.model.wording import day
from ap_audit.model.workspace import Settings

_LONGEST = 200
"""Days. The longest term of a school in England has some 120; more is a slip of the pen."""


def term_flaws(settings: Settings) -> tuple[Flaw, ...]:
    """Every flaw of the term dates in a workspace's settings."""
    flaws = [flaw for name, term in settings.terms.items() for flaw in _term(name, term)]
    return (*flaws, *_overlaps(settings.terms))


def _term(name: str, term: Term) -> Iterator[Flaw]:
    path = ("terms", name)
    if term.end < term.start:
        what = f"the term ends before it begins, on {day(term.start)}"
        yield Flaw(path=(*path, "end"), what=what, hint="change one of the two dates")
        return
    if (term.end - term.start).days > _LONGEST:
        what = f"the term would last {(term.end - term.start).days} days"
        yield Flaw(path=(*path, "end"), what=what, hint="look at the year of both dates")
    if not FIRST_YEAR <= term.start.year <= term.end.year <= LAST_YEAR:
        what = f"the term is not in the years {FIRST_YEAR} to {LAST_YEAR}"
        yield Flaw(path=(*path, "start"), what=what, hint="look at the year of both dates")
    yield from _half_term(term, path)
    for closed in term.closed:
        yield from _closed(closed, term, (*path, "closed", closed.isoformat()))


def _half_term(term: Term, path: KeyPath) -> Iterator[Flaw]:
    half = term.half_term
    if half is None:
        return
    if half.end < half.start:
        what = f"the half-term holiday ends before it begins, on {day(half.start)}"
        yield Flaw(path=(*path, "half_term", "end"), what=what, hint="change one of the two dates")
    elif not term.start < half.start <= half.end < term.end:
        what = f"the half-term holiday is not inside the term, {_span(term)}"
        yield Flaw(path=(*path, "half_term"), what=what, hint="change its dates or the term's")


def _closed(closed: date, term: Term, path: KeyPath) -> Iterator[Flaw]:
    if not term.start <= closed <= term.end:
        what = f"this day is not in the term, {_span(term)}"
        yield Flaw(path=path, what=what, hint="put it under its own term", at_key=True)
    elif not is_weekday(closed):
        what = "this day is at a weekend, when the school is closed already"
        yield Flaw(path=path, what=what, at_key=True, warning=True)


def _overlaps(terms: dict[str, Term]) -> Iterator[Flaw]:
    ordered = sorted(terms.items(), key=lambda item: item[1].start)
    for (earlier, before), (later, after) in pairwise(ordered):
        if after.start <= before.end:
            what = f"the term begins before '{earlier}' has ended, on {day(before.end)}"
            hint = "change one of the two dates"
            yield Flaw(path=("terms", later, "start"), what=what, hint=hint)


def _span(term: Term) -> str:
    return f"{day(term.start)} to {day(term.end)}"
