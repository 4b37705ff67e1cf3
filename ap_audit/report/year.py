"""A year of audits at every provider, half-term by half-term: what each audit advised on its day.

Each half-term shows the newest audit begun by its end. Nothing is said of the days between audits.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import ClassVar

from msgspec import Struct

from ap_audit.model.base import Value
from ap_audit.model.calendar import HalfTerm, SchoolCalendar
from ap_audit.model.wording import count, day
from ap_audit.report.decision import advice
from ap_audit.report.figures import bar
from ap_audit.report.judged import Judged
from ap_audit.report.register import NEVER, UNREADABLE
from ap_audit.report.reports import Report
from ap_audit.report.view import Bar, Mark
from ap_audit.report.wording import RUNGS, listing
from ap_audit.version import VERSION

FORMAT = "ap-audit/year@1"
MOST = 6
"""Half-terms: a school year has six."""


class Made(Struct, frozen=True, kw_only=True):
    """One audit of a provider, as far as it could be judged."""

    begun: date
    judged: Judged | None


class Provided(Struct, frozen=True, kw_only=True):
    """One provider, and the audits that some half-term shows, oldest first."""

    slug: str
    name: str
    audits: tuple[Made, ...]


class YearCell(Value, frozen=True, kw_only=True):
    """One provider at the end of one half-term."""

    mark: Mark
    title: str
    """The advice of the audit it had by then; empty where it had none."""
    audit: str
    """The day of an audit begun in this very half-term; empty where none was."""
    audit_date: str
    """The same as year-month-day."""


class YearRow(Value, frozen=True, kw_only=True):
    """One provider."""

    slug: str
    name: str
    cells: tuple[YearCell, ...]
    """One for each half-term, in order."""
    checklist: str
    """The edition of its newest audit; empty where it has none."""


class Period(Value, frozen=True, kw_only=True):
    """One half-term: how many providers stood where."""

    name: str
    """Such as "2 September to 23 October 2026"."""
    first: str
    last: str
    """As year-month-day."""
    running: bool
    """Whether it is not over yet."""
    bar: Bar
    counts: tuple[tuple[Mark, int], ...]
    """In the order of the ladder; those that are none at all left out."""
    says: str
    """The counts in words."""
    audits: int
    """How many audits were begun in it."""


class YearReport(Report, frozen=True, kw_only=True):
    """A year of audits."""

    template: ClassVar[str] = "year"

    format: str
    title: str
    name: str
    school: str
    date: str
    checklist: str
    """The family of checklists that is compared, by its id."""
    says: tuple[str, ...]
    notes: tuple[str, ...]
    periods: tuple[Period, ...]
    rows: tuple[YearRow, ...]
    made_with: str


def half_terms_of_the_year(calendar: SchoolCalendar, today: date) -> tuple[HalfTerm, ...]:
    """The last six half-terms that have begun, the running one among them."""
    year_ago = date(today.year - 1, today.month, min(today.day, 28))
    halves = calendar.half_terms(year_ago, today)
    return tuple(half for half in halves if half.first <= today)[-MOST:]


def year_view(
    providers: Sequence[Provided],
    halves: Sequence[HalfTerm],
    *,
    checklist: str,
    apart: Sequence[str],
    school: str,
    today: date,
) -> YearReport:
    """The year. *apart* are the names of providers audited on other checklists only."""
    rows = tuple(_row(one, halves) for one in providers)
    periods = tuple(
        _period(half, [row.cells[at] for row in rows], providers, today)
        for at, half in enumerate(halves)
    )
    return YearReport(
        format=FORMAT,
        title="A year of audits",
        name="A year of audits",
        school=school,
        date=day(today),
        checklist=checklist,
        says=tuple(_says(rows, periods)),
        notes=tuple(_notes(rows, halves, apart)),
        periods=periods,
        rows=rows,
        made_with=f"ap-audit {VERSION}",
    )


def shown_audits(begun: Sequence[date], halves: Sequence[HalfTerm]) -> tuple[int, ...]:
    """Which of some audits, oldest first, some half-term shows: positions in *begun*."""
    found = (_newest(begun, half.last) for half in halves)
    return tuple(sorted({at for at in found if at is not None}))


def _newest(begun: Sequence[date], last: date) -> int | None:
    at = sum(one <= last for one in begun)
    return at - 1 if at else None


def _row(provider: Provided, halves: Sequence[HalfTerm]) -> YearRow:
    audits = provider.audits
    newest = audits[-1].judged if audits else None
    return YearRow(
        slug=provider.slug,
        name=provider.name,
        cells=tuple(_cell(audits, half) for half in halves),
        checklist=newest.checklist.reference if newest else "",
    )


def _cell(audits: Sequence[Made], half: HalfTerm) -> YearCell:
    at = _newest([made.begun for made in audits], half.last)
    if at is None:
        return YearCell(mark=NEVER, title="", audit="", audit_date="")
    made = audits[at]
    said = advice(made.judged.assessment.verdict) if made.judged else None
    here = made.begun >= half.first
    return YearCell(
        mark=said.mark if said else UNREADABLE,
        title=said.title if said else "",
        audit=day(made.begun) if here else "",
        audit_date=made.begun.isoformat() if here else "",
    )


def _period(
    half: HalfTerm, cells: Sequence[YearCell], providers: Sequence[Provided], today: date
) -> Period:
    found = Counter(cell.mark for cell in cells)
    order = [*reversed(RUNGS.values()), NEVER, UNREADABLE]
    order += [mark for mark in found if mark not in order]
    counts = tuple((mark, found[mark]) for mark in order if found[mark])
    said = "; ".join(f"{mark.word}: {number}" for mark, number in counts)
    return Period(
        name=_name(half),
        first=half.first.isoformat(),
        last=half.last.isoformat(),
        running=half.last >= today,
        bar=bar(list(counts), says=f"{_name(half)}: {said or 'no provider'}."),
        counts=counts,
        says=said or "no provider",
        audits=sum(
            half.first <= made.begun <= half.last for one in providers for made in one.audits
        ),
    )


def _name(half: HalfTerm) -> str:
    first, last = day(half.first), day(half.last)
    year = f" {half.last.year}"
    return f"{first.removesuffix(year)} to {last}"


def _says(rows: Sequence[YearRow], periods: Sequence[Period]) -> Iterator[str]:
    better, worse = _moved(rows, better=True), _moved(rows, better=False)
    yield f"{count(len(rows), 'provider')} in {count(len(periods), 'half-term')}."
    yield f"Better advice at the end than at first: {listing(better) or 'none'}."
    yield f"Worse: {listing(worse) or 'none'}."


def _moved(rows: Sequence[YearRow], *, better: bool) -> list[str]:
    """The providers whose last advice stands on another rung than their first in the year."""
    order = list(RUNGS.values())  # the worst first
    found = []
    for row in rows:
        marks = [order.index(cell.mark) for cell in row.cells if cell.mark in order]
        if marks and (marks[-1] > marks[0] if better else marks[-1] < marks[0]):
            found.append(row.name)
    return found


def _notes(
    rows: Sequence[YearRow], halves: Sequence[HalfTerm], apart: Sequence[str]
) -> Iterator[str]:
    yield (
        "Each half-term shows the newest audit begun by its end, with what it advised on its own"
        " day. One only begun is left out while an older one speaks. Left out is what ran"
        " out since then, and what was found of one pupil. See the register."
    )
    editions = sorted({row.checklist for row in rows if row.checklist})
    if len(editions) > 1:
        yield f"Editions differ ({listing(editions)}), so the questions do, too."
    if apart:
        yield f"Left out, since audited on another checklist only: {listing(list(apart))}."
    if any(half.usual for half in halves):
        yield "Usual term dates stand in where the school has set none."
