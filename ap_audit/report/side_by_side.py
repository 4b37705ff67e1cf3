"""Several providers as plain data for every form: who stands where, gateways, sections, weaknesses.

ProvidersReport     in order, or with the reason why there is none
├── providers       a column each: advice, gateways, figures
├── gateways        those that are not open at one at least, a mark for each provider
├── sections        from the worst case to the best, a bar for each provider
└── weak            what falls short at two or more
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import ClassVar

from ap_audit.model.audit import Audit
from ap_audit.model.base import Value
from ap_audit.model.wording import count, day
from ap_audit.report.comparison import ABSENT, OUT
from ap_audit.report.decision import advice
from ap_audit.report.figures import figures
from ap_audit.report.gate_counts import gate_counts
from ap_audit.report.of_pupils import beside_advice, named
from ap_audit.report.reports import Report
from ap_audit.report.view import Advice, Bar, Fact, Figures, Mark, Segment
from ap_audit.report.wording import GATES, KINDS, MET, NOT_CHECKED, listing
from ap_audit.rules.assessment import Assessment, Gate, Outcome, Sums
from ap_audit.rules.ranking import Candidate, Placed, ranking, weak_at_several
from ap_audit.version import VERSION

FORMAT = "ap-audit/compare@1"
_ORDINALS = ("1st", "2nd", "3rd")
_WHOLE = 1000


class ProviderColumn(Value, frozen=True, kw_only=True):
    """One provider."""

    slug: str
    name: str
    place: str
    """Such as "1st" or "1st equal"; "not ranked" where it has none."""
    advice: Advice
    gateways: str
    figures: Figures
    bar: Bar
    """From the worst case to the best."""
    date: str
    checklist: str
    note: str
    """Why it is not ranked, that it was signed; may be empty."""
    placements: tuple[Fact, ...]
    """Placements there whose own audit says to act today; the advice does not count them."""
    denied: str
    """That its audit records no pupil of ours while some attend; empty where that is not so."""


class MatrixRow(Value, frozen=True, kw_only=True):
    """One gateway, with a mark for each provider, in their order."""

    id: str
    ask: str
    section: str
    marks: tuple[Mark, ...]


class RangeCell(Value, frozen=True, kw_only=True):
    """One section at one provider."""

    range: str
    bar: Bar
    below_floor: bool


class RangeRow(Value, frozen=True, kw_only=True):
    """One section, with a range for each provider, in their order."""

    id: str
    title: str
    cells: tuple[RangeCell, ...]


class WeakRow(Value, frozen=True, kw_only=True):
    """What falls short at several."""

    id: str
    ask: str
    section: str
    kind: str
    at: str
    """Such as "3 of 4: Hillside, Meadow Lane and Lantern"."""


class ProvidersReport(Report, frozen=True, kw_only=True):
    """The report of several providers."""

    template: ClassVar[str] = "providers"

    format: str
    title: str
    name: str
    school: str
    date: str
    says: tuple[str, ...]
    warnings: tuple[str, ...]
    providers: tuple[ProviderColumn, ...]
    gateways: tuple[MatrixRow, ...]
    gateways_open: str
    """How many more are open wherever they apply."""
    sections: tuple[RangeRow, ...]
    weak: tuple[WeakRow, ...]
    made_with: str


class Compared(Value, frozen=True, kw_only=True):
    """One provider to set beside others."""

    name: str
    audit: Audit
    candidate: Candidate
    begun: str = ""
    """That a newer audit is begun, which does not say yet how it stands; empty where none is."""
    placements: tuple[Fact, ...] = ()
    """Placements there whose own audit says to act today, and what it says."""
    denied: str = ""
    """That its audit records no pupil of ours while some attend; empty where that is not so."""


def providers_view(compared: Sequence[Compared], *, school: str, today: date) -> ProvidersReport:
    """The report, in order: by advice, then by the least each could turn out to be."""
    known = {one.candidate.slug: one for one in compared}
    found = ranking(tuple(one.candidate for one in compared))
    candidates = tuple(placed.candidate for placed in found.placed)
    names = {slug: one.name for slug, one in known.items()}
    rows, open_everywhere = _gateways(candidates)
    shared = Counter(placed.place for placed in found.placed if placed.place is not None)
    columns = tuple(
        _column(placed, known[placed.candidate.slug], shared, refused=bool(found.refused))
        for placed in found.placed
    )
    thin = [
        f"{names[placed.candidate.slug]} is not ranked. {placed.because}"
        for placed in found.placed
        if placed.because and not found.refused
    ]
    begun = [f"{one.name}: {one.begun}" for one in compared if one.begun]
    pupils = [named(column.name, said) for column in columns for said in column.placements]
    return ProvidersReport(
        format=FORMAT,
        title="Providers side by side",
        name="Providers side by side",
        school=school,
        date=day(today),
        says=tuple(_says(columns, ranked=not found.refused)),
        warnings=(
            *beside_advice(pupils),
            *(f"{one.name}. {one.denied}" for one in compared if one.denied),
            *([found.refused] if found.refused else []),
            *thin,
            *begun,
        ),
        providers=columns,
        gateways=rows,
        gateways_open=open_everywhere,
        sections=tuple(_sections(candidates)),
        weak=tuple(
            WeakRow(
                id=one.outcome.id,
                ask=one.outcome.criterion.ask,
                section=one.outcome.section.title,
                kind=KINDS[one.outcome.criterion.class_],
                at=f"{len(one.slugs)} of {len(candidates)}:"
                f" {listing([names[slug] for slug in one.slugs])}",
            )
            for one in weak_at_several(candidates)
        ),
        made_with=f"ap-audit {VERSION}",
    )


def range_bar(sums: Sums, says: str) -> Bar:
    """From nothing to the worst case filled, from there to the best case open."""
    worst, best = sums.worst, sums.best
    if worst is None or best is None:
        return Bar(segments=(), says=says)
    low, high = _thousandths(worst), _thousandths(best)
    parts = [(MET, 0, low), (NOT_CHECKED, low, high - low)]
    return Bar(
        segments=tuple(
            Segment(mark=mark, start=start, width=width) for mark, start, width in parts if width
        ),
        says=says,
    )


def _says(columns: tuple[ProviderColumn, ...], *, ranked: bool) -> Iterator[str]:
    titles = Counter(column.advice.title for column in columns)
    counted = [f"{how_many} “{title}”" for title, how_many in titles.items()]
    yield f"{count(len(columns), 'provider')}: {listing(counted)}."
    if ranked:
        yield (
            "They stand in order of the advice, then of the worst case."
            " That is the score if everything that is not known turned out not met."
        )


def _column(
    placed: Placed, one: Compared, shared: Counter[int], *, refused: bool
) -> ProviderColumn:
    assessment = placed.candidate.assessment
    numbers = figures(assessment.total)
    notes = [] if refused or not placed.because else [placed.because]
    if one.audit.decision.state == "signed":
        notes.append(f"Decided, and judged as at {day(assessment.as_at)}.")
    return ProviderColumn(
        slug=placed.candidate.slug,
        name=one.name,
        place=_place(placed.place, shared),
        advice=advice(assessment.verdict),
        gateways=gate_counts(assessment).says,
        figures=numbers,
        bar=range_bar(assessment.total, f"Range {numbers.range}"),
        date=day(one.audit.date),
        checklist=f"{one.audit.checklist}, {one.audit.depth} depth",
        note=" ".join(notes),
        placements=one.placements,
        denied=one.denied,
    )


def _place(place: int | None, shared: Counter[int]) -> str:
    if place is None:
        return "not ranked"
    ordinal = _ORDINALS[place - 1] if place <= len(_ORDINALS) else f"{place}th"
    return f"{ordinal} equal" if shared[place] > 1 else ordinal


def _gateways(candidates: tuple[Candidate, ...]) -> tuple[tuple[MatrixRow, ...], str]:
    """Those that are not open somewhere, and how many others there are."""
    outcomes = [{o.id: o for o in one.assessment.outcomes} for one in candidates]
    by_id = {key: outcome for found in reversed(outcomes) for key, outcome in found.items()}
    rows, others = [], 0
    for key, outcome in by_id.items():
        here = [found.get(key) for found in outcomes]
        if all(one is None or one.gate is None for one in here):
            continue
        if all(one is None or one.gate is None or one.gate.is_open for one in here):
            others += 1
            continue
        rows.append(
            MatrixRow(
                id=key,
                ask=outcome.criterion.ask,
                section=outcome.section.title,
                marks=tuple(_mark(one) for one in here),
            )
        )
    said = f"{count(others, 'gateway is', 'gateways are')} open wherever it applies."
    if others > 1:
        said = said.replace("it applies", "they apply")
    rows.sort(key=lambda row: GATES[Gate.FAILED] not in row.marks)
    return tuple(rows), said if others else ""


def _mark(outcome: Outcome | None) -> Mark:
    if outcome is None:
        return ABSENT
    return OUT if outcome.gate is None else GATES[outcome.gate]


def _sections(candidates: tuple[Candidate, ...]) -> Iterator[RangeRow]:
    titles = {section.id: section.title for one in candidates for section in one.checklist.sections}
    for name, title in titles.items():
        cells = tuple(_range(one.assessment, name) for one in candidates)
        if any(cell.bar.segments for cell in cells):
            yield RangeRow(id=name, title=title, cells=cells)


def _range(assessment: Assessment, section: str) -> RangeCell:
    result = next((one for one in assessment.sections if one.section.id == section), None)
    if result is None:
        return RangeCell(range="–", bar=Bar(segments=(), says="Not asked"), below_floor=False)
    shown = figures(result.sums).range
    return RangeCell(
        range=shown,
        bar=range_bar(
            result.sums, f"Range {shown}" if result.sums.applicable else "Nothing applies"
        ),
        below_floor=result.below_floor,
    )


def _thousandths(share: Fraction) -> int:
    return int(share * _WHOLE)
