"""What is due as plain data for every form: overdue, due this week, coming."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import ClassVar

from ap_audit.model.base import Value
from ap_audit.model.duration import Duration
from ap_audit.model.wording import capital, count, day
from ap_audit.report.due_items import Item, Kind
from ap_audit.report.of_pupils import first_of_all
from ap_audit.report.reports import Report
from ap_audit.report.wording import ended, listing
from ap_audit.version import VERSION

FORMAT = "ap-audit/due@1"
KINDS = {
    Kind.ACTION: "action",
    Kind.AUDIT: "audit",
    Kind.REVIEW: "review",
    Kind.VISIT: "visit",
    Kind.CONTACT: "contact",
    Kind.EXCEPTION: "exception",
    Kind.EVIDENCE: "evidence runs out",
    Kind.RECORD: "recorded date runs out",
    Kind.BOOKED: "booked day",
    Kind.END: "end of placement",
    Kind.SOURCE: "source",
}
_NAMED = 5
_WEEK = timedelta(days=7)


class DueRow(Value, frozen=True, kw_only=True):
    """One thing that falls due."""

    date: str
    on: str
    """The same as year-month-day."""
    when: str
    """Such as "today", "in 3 days", "12 days late"."""
    kind: str
    what: str
    about: str
    name: str
    owner: str


class DueGroup(Value, frozen=True, kw_only=True):
    """What is overdue, due this week or coming."""

    id: str
    title: str
    rows: tuple[DueRow, ...]


class DueReport(Report, frozen=True, kw_only=True):
    """The calendar of what is due."""

    template: ClassVar[str] = "due"

    format: str
    title: str
    name: str
    school: str
    date: str
    until: str
    warnings: tuple[str, ...]
    """Placements whose own audit says to act today, before anything that falls due."""
    says: tuple[str, ...]
    groups: tuple[DueGroup, ...]
    made_with: str

    @property
    def late(self) -> bool:
        """Whether anything is overdue."""
        return bool(self.groups[0].rows)


def due_view(  # noqa: PLR0913 -- what has no day is of several kinds, each by name
    items: Iterable[Item],
    today: date,
    within: Duration,
    *,
    school: str,
    never: Sequence[str] = (),
    undated: Sequence[str] = (),
    unjudged: Sequence[str] = (),
    ahead: Sequence[str] = (),
    unread: bool = False,
    pressing: Sequence[str] = (),
) -> DueReport:
    """Everything overdue, and what falls due until the end of a span.

    *never* are the providers that have no audit, which therefore have no day to be due on; so have
    the *undated* placements, of which nobody has recorded when they began. The *unjudged* are files
    of audits that do not fit their checklist: what falls due in them cannot be told; *unread* says
    that there are files of which nothing is known. Those *ahead* are audits dated after today.
    What is *pressing* is said first: placements whose own audit says to act today.
    """
    until = within.after(today)
    found = sorted((item for item in items if item.on <= until), key=lambda item: item.order)
    week = min(today + _WEEK, until)
    groups = (
        _group("overdue", "Overdue", found, (date.min, today - timedelta(days=1)), today),
        _group("due", "Due within a week", found, (today, week), today),
        _group(
            "coming", f"Coming until {day(until)}", found, (week + timedelta(days=1), until), today
        ),
    )
    return DueReport(
        format=FORMAT,
        title="What is due",
        name="What is due",
        school=school,
        date=day(today),
        until=day(until),
        warnings=tuple(first_of_all(pressing, _NAMED)),
        says=(
            _says(groups, known=not (unjudged or unread)),
            *_unaudited(never),
            *_undated(undated),
            *_unjudged(unjudged),
            *left_out_ahead(ahead),
        ),
        groups=groups,
        made_with=f"ap-audit {VERSION}",
    )


def when(on: date, today: date) -> str:
    """How far off a day is.

    >>> when(date(2026, 11, 20), date(2026, 11, 23))
    '3 days late'
    """
    days = (on - today).days
    if days < 0:
        return f"{count(-days, 'day')} late"
    return ("today", "tomorrow")[days] if days <= 1 else f"in {days} days"


NOTHING_FOUND = "Nothing due was found, but not every file could be looked at."


def _group(
    name: str, title: str, found: list[Item], span: tuple[date, date], today: date
) -> DueGroup:
    first, last = span
    rows = tuple(_row(item, today) for item in found if first <= item.on <= last)
    return DueGroup(id=name, title=title, rows=rows)


def _row(item: Item, today: date) -> DueRow:
    return DueRow(
        date=day(item.on),
        on=item.on.isoformat(),
        when=when(item.on, today),
        kind=KINDS[item.kind],
        what=item.what,
        about=item.about,
        name=item.name,
        owner=item.owner,
    )


def _says(groups: tuple[DueGroup, ...], *, known: bool) -> str:
    late, soon, coming = (len(group.rows) for group in groups)
    if not late + soon + coming:
        return "Nothing is overdue, and nothing falls due." if known else NOTHING_FOUND
    first = f"{late} overdue" if late else "nothing overdue"
    return ended(capital(f"{first}, {soon} due within a week, {coming} coming"))


def _undated(references: Sequence[str]) -> Iterator[str]:
    if references:
        listed = listing([*references[:_NAMED], *(["others"] if len(references) > _NAMED else [])])
        said = count(len(references), "placement has", "placements have")
        yield f"{said} no start in placements/, so no review falls due: {listed}."


def _unjudged(unjudged: Sequence[str]) -> Iterator[str]:
    if unjudged:
        said = count(len(unjudged), "audit does not fit its", "audits do not fit their")
        listed = listing([*unjudged[:_NAMED], *(["others"] if len(unjudged) > _NAMED else [])])
        yield f"{said} checklist, so what is due in it is not known: {listed}."


def left_out_ahead(ahead: Sequence[str]) -> Iterator[str]:
    """That audits dated after today are left out, and which, by the names of their files."""
    if ahead:
        said = count(len(ahead), "audit is", "audits are")
        listed = listing([*ahead[:_NAMED], *(["others"] if len(ahead) > _NAMED else [])])
        yield f"{said} left out, since dated after today: {listed}."


def _unaudited(never: Sequence[str]) -> Iterator[str]:
    if never:
        listed = listing([*never[:_NAMED], *(["others"] if len(never) > _NAMED else [])])
        yield f"{count(len(never), 'provider has', 'providers have')} no audit yet: {listed}."
