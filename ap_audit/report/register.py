"""Every provider on one line each, as plain data for every form.

RegisterReport      how many, and how they stand
├── sections        the titles of the columns of the heat map
└── rows            a provider each: advice, gateways, sections, dates, what is missing, who it is
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from ap_audit.model.base import Value
from ap_audit.model.wording import count, day, percent
from ap_audit.model.words import Rating
from ap_audit.report.dates import run_out
from ap_audit.report.decision import advice
from ap_audit.report.due import left_out_ahead
from ap_audit.report.figures import bar, figures
from ap_audit.report.gate_counts import NOT_COUNTED, GateCounts, gate_counts
from ap_audit.report.judged import Judged
from ap_audit.report.of_pupils import beside_advice, counted_none, named
from ap_audit.report.particulars import Particulars
from ap_audit.report.reports import Report
from ap_audit.report.view import Bar, Fact, Figures, Mark
from ap_audit.report.wording import RUNGS, listing
from ap_audit.rules.assessment import Assessment, Gate, SectionResult
from ap_audit.rules.evidence import sight
from ap_audit.rules.verdict import LEAST_COVERAGE
from ap_audit.version import VERSION

FORMAT = "ap-audit/register@1"
NEVER = Mark(word="not audited", symbol="–", tone="none")
UNREADABLE = Mark(word="could not be read", symbol="!", tone="unknown")
SECTIONS = {
    "failed": Mark(word="gateway failed", symbol="✗", tone="not-met"),
    "unknown": Mark(word="not known", symbol="?", tone="unknown"),
    "part": Mark(word="in part", symbol="~", tone="partly"),
    "met": Mark(word="met", symbol="✓", tone="met"),
    "none": Mark(word="does not apply", symbol="–", tone="none"),
}
NO_SECTION = SECTIONS["none"]
_NAMED = 10


class SectionCell(Value, frozen=True, kw_only=True):
    """One section at one provider."""

    mark: Mark
    worst: str
    """The worst case, such as "84 %"; empty where nothing is rated."""


class RegisterRow(Value, frozen=True, kw_only=True):
    """One provider."""

    slug: str
    name: str
    mark: Mark
    title: str
    """The advice, or that there is none and why."""
    rung: str
    since: tuple[str, ...]
    """What has changed since it was signed: the advice as judged today, first of all."""
    gateways: GateCounts
    figures: Figures | None
    sections: tuple[SectionCell, ...]
    last: str
    """The day of its newest audit, or "never"."""
    last_date: str
    checklist: str
    next: str
    next_date: str
    next_what: str
    late: bool
    missing: tuple[Fact, ...]
    """The gateways whose evidence is lacking or out of date, and what is the matter."""
    particulars: Particulars
    begun: str = ""
    """That a newer audit is begun and how far it has come, while an older one says the advice."""
    begun_date: str = ""
    """The day of the newest audit that is only begun, also where no older one says the advice."""
    placements: tuple[Fact, ...] = ()
    """Placements there whose own audit says to act today; the advice does not count them."""
    denied: str = ""
    """That its audit records no pupil of ours while some attend; empty where that is not so."""


class RegisterReport(Report, frozen=True, kw_only=True):
    """The register of every provider."""

    template: ClassVar[str] = "register"

    format: str
    title: str
    name: str
    school: str
    date: str
    says: tuple[str, ...]
    warnings: tuple[str, ...]
    bar: Bar
    """The providers by advice, each as wide as the next."""
    legend: tuple[Mark, ...]
    sections: tuple[str, ...]
    rows: tuple[RegisterRow, ...]
    made_with: str


class Entry(Struct, frozen=True, kw_only=True):
    """One provider before it is worded; sections stand by id, since checklists differ in them."""

    row: RegisterRow
    sections: dict[str, tuple[str, SectionCell]]
    """By id: title and cell."""


class Listed(Struct, frozen=True, kw_only=True):
    """One provider as it was found."""

    slug: str
    name: str
    newest: Judged | None
    trouble: str
    """Why there is no assessment though there is an audit; empty where that is not so."""
    begun: tuple[str, ...] = ()
    """Newer audits that do not say yet how it stands: of which day, and how far they have come."""
    begun_on: date | None = None
    """The day of the newest audit that is only begun, also where no older one speaks."""
    since: tuple[str, ...] = ()
    """What has changed since it was signed."""
    renewal: date | None
    """When the next audit is due by the school's rhythm."""
    particulars: Particulars
    placements: tuple[Fact, ...] = ()
    """Placements there whose own audit says to act today, and what it says."""
    denied: str = ""
    """That its audit records no pupil of ours while some attend; empty where that is not so."""


def entry(found: Listed, today: date) -> Entry:
    """The line of one provider; nothing of its audit is kept beside it."""
    if found.newest is None:
        return Entry(row=replace(_without(found), placements=found.placements), sections={})
    newest, assessment = found.newest, found.newest.assessment
    said = advice(assessment.verdict)
    due, what = _next(newest, found.renewal)
    row = RegisterRow(
        slug=found.slug,
        name=found.name,
        mark=said.mark,
        title=said.title,
        rung=said.rung,
        since=found.since,
        gateways=gate_counts(assessment),
        figures=figures(assessment.total),
        sections=(),
        last=day(newest.audit.date),
        last_date=newest.audit.date.isoformat(),
        checklist=newest.audit.checklist,
        next=day(due) if due else "not known",
        next_date=due.isoformat() if due else "",
        next_what=what,
        late=due is not None and due < today,
        missing=tuple(missing(assessment)),
        particulars=found.particulars,
        begun=_begun(found),
        denied=found.denied,
        begun_date=found.begun_on.isoformat() if found.begun_on else "",
        placements=found.placements,
    )
    cells = {
        result.section.id: (result.section.title, _cell(result, assessment))
        for result in assessment.sections
        if result.sums.counts
    }
    return Entry(row=row, sections=cells)


def register_view(
    entries: Iterable[Entry], *, school: str, today: date, ahead: Sequence[str] = ()
) -> RegisterReport:
    """The register, in order of the folders. Audits *ahead* are dated after today, and left out."""
    found = tuple(entries)
    titles = _titles(found)
    absent = SectionCell(mark=NO_SECTION, worst="")
    rows = tuple(
        replace(
            one.row,
            sections=tuple(
                one.sections[key][1] if key in one.sections else absent for key in titles
            )
            if one.sections
            else (),
        )
        for one in found
    )
    marks = Counter(row.mark for row in rows)
    order = [*reversed(RUNGS.values()), NEVER, UNREADABLE]
    order += [mark for mark in marks if mark not in order]
    shares = [(mark, marks[mark]) for mark in order if marks[mark]]
    says = tuple(_says(rows))
    return RegisterReport(
        format=FORMAT,
        title="Register of providers",
        name="Register of providers",
        school=school,
        date=day(today),
        says=says,
        warnings=(*left_out_ahead(ahead), *_warnings(rows)),
        bar=bar(shares, says=says[0]),
        legend=tuple(SECTIONS.values()),
        sections=tuple(titles.values()),
        rows=rows,
        made_with=f"ap-audit {VERSION}",
    )


def _titles(entries: tuple[Entry, ...]) -> dict[str, str]:
    """Every section by id, each after the one it follows where both were asked."""
    order: list[str] = []
    for one in entries:
        at = 0
        for key in one.sections:
            if key not in order:
                order.insert(at, key)
            at = order.index(key) + 1
    said = {key: title for one in entries for key, (title, _) in one.sections.items()}
    return {key: said[key] for key in order}


def missing(assessment: Assessment) -> Iterator[Fact]:
    """Each gateway in scope without the evidence that it needs, in date."""
    for outcome in assessment.gateways():
        if outcome.gate is Gate.EXCUSED:
            continue
        seen = sight(outcome.criterion, outcome.answer, assessment.as_at)
        if not seen.enough:
            yield Fact(label=outcome.criterion.ask, text=" ".join(seen.because))


def _without(found: Listed) -> RegisterRow:
    return RegisterRow(
        slug=found.slug,
        name=found.name,
        mark=UNREADABLE if found.trouble else NEVER,
        title=found.trouble or "No audit yet",
        rung="",
        since=(),
        gateways=NOT_COUNTED,
        figures=None,
        sections=(),
        last="not known" if found.trouble else "never",
        last_date="",
        checklist="",
        next="now",
        next_date="",
        next_what="Mend the file: ap-audit check says what is wrong with it"
        if found.trouble
        else f"First audit: ap-audit new {found.slug}",
        late=False,
        missing=(),
        particulars=found.particulars,
        begun=_begun(found),
        denied=found.denied,
        begun_date=found.begun_on.isoformat() if found.begun_on else "",
    )


def _begun(found: Listed) -> str:
    """Which audits are begun, and whose advice is shown until one of them has come far enough."""
    if not found.begun:
        return ""
    noun = "Audit" if len(found.begun) == 1 else "Audits"
    said = f"{noun} {listing(found.begun)}."
    if found.newest is None:
        return said
    until = f"Until then the advice is that of {day(found.newest.audit.date)}."
    return f"{said} Too little to go by yet. {until}"


def _cell(result: SectionResult, assessment: Assessment) -> SectionCell:
    outcomes = [o for o in assessment.judged() if o.section is result.section]
    gates = {outcome.gate for outcome in outcomes}
    coverage, worst = result.sums.coverage, result.sums.worst
    if coverage is None or worst is None:
        return SectionCell(mark=NO_SECTION, worst="")
    if Gate.FAILED in gates:
        name = "failed"
    elif Gate.NOT_SHOWN in gates or coverage < LEAST_COVERAGE:
        name = "unknown"
    elif all(
        o.judged in (Rating.MET, Rating.NOT_APPLICABLE)
        for o in outcomes
        if not o.criterion.is_record
    ):
        name = "met"
    else:
        name = "part"
    return SectionCell(mark=SECTIONS[name], worst=percent(worst))


def _next(newest: Judged, renewal: date | None) -> tuple[date | None, str]:
    """The first day on which somebody has to look again, and at what."""
    ends = [
        (item.on, item.what)
        for item in run_out(newest.assessment, newest.checklist)
        if item.on >= newest.assessment.as_at
    ]
    ends += [(renewal, "The next audit by the school's rhythm")] if renewal else []
    if not ends:
        return None, "No recorded date says when; agree one"
    return min(ends)


def _says(rows: tuple[RegisterRow, ...]) -> Iterator[str]:
    titles = Counter(row.title if row.figures else row.mark.word for row in rows)
    counted = [f"{how_many} “{title}”" for title, how_many in titles.most_common()]
    yield f"{count(len(rows), 'provider')}" + (f": {listing(counted)}." if counted else ".")
    if not rows:
        return
    late = sum(row.late for row in rows)
    lacking = sum(bool(row.missing) for row in rows)
    yield f"{_counted(late, 'is', 'are')} past the day to look again."
    yield f"{_counted(lacking, 'lacks', 'lack')} evidence that a gateway needs."
    begun = sum(bool(row.begun) for row in rows)
    if begun:
        said = count(begun, "provider is", "providers are")
        yield f"{said} being audited anew, as listed. Until then the last advice stands."
    moved = sum(bool(row.since) for row in rows)
    if moved:
        said = count(moved, "provider stands", "providers stand")
        yield f"{said} otherwise today than when the audit was signed, as listed."


def _counted(number: int, one: str, several: str) -> str:
    return count(number, f"provider {one}", f"providers {several}") if number else f"None {one}"


def _warnings(rows: tuple[RegisterRow, ...]) -> Iterator[str]:
    yield from beside_advice([named(row.name, said) for row in rows for said in row.placements])
    yield from counted_none([f"{row.name}. {row.denied}" for row in rows if row.denied])
    broken = [row.name for row in rows if row.mark is UNREADABLE]
    if broken:
        said = count(len(broken), "provider could not be read", "providers could not be read")
        yield f"{said}: {listing(broken[:_NAMED])}{' …' if len(broken) > _NAMED else ''}."
    editions = Counter(row.checklist for row in rows if row.checklist)
    if len(editions) > 1:
        yield (
            f"They were audited on {listing(sorted(editions))}: scores of different editions are"
            " not comparable."
        )
