"""Providers side by side as plain lines for the terminal, and as a table for a spreadsheet."""

from collections.abc import Iterator
from textwrap import wrap

from ap_audit.report.sheet import Cell
from ap_audit.report.side_by_side import ProviderColumn, ProvidersReport

_WIDTH = 100
_MARKS = 16


def providers_lines(report: ProvidersReport) -> Iterator[str]:
    """Each provider in its place, then what is not open, the sections and what is weak."""
    yield f"{report.school}: {report.title.lower()}, {report.date}"
    for line in (*report.warnings, *report.says):
        yield from wrap(line, _WIDTH)
    for provider in report.providers:
        yield from _provider(provider)
    letters = [chr(ord("A") + number) for number in range(len(report.providers))]
    key = [f"{letter} {one.name}" for letter, one in zip(letters, report.providers, strict=True)]
    if report.gateways:
        yield from ("", "Gateways that are not open everywhere", *wrap("; ".join(key), _WIDTH))
    for row in report.gateways:
        yield f"  {row.id}"
        yield from wrap(row.ask, _WIDTH, initial_indent="    ", subsequent_indent="    ")
        marks = [f"{mark.symbol} {mark.word}" for mark in row.marks]
        yield (
            "    "
            + "".join(
                f"{letter} {mark}".ljust(_MARKS + 2)
                for letter, mark in zip(letters, marks, strict=True)
            ).rstrip()
        )
    if report.gateways_open:
        yield f"  {report.gateways_open}"
    yield from ("", "Sections, from the worst case to the best")
    for section in report.sections:
        yield f"  {section.title}"
        yield (
            "    "
            + "".join(
                f"{letter} {cell.range}".ljust(_MARKS + 2)
                for letter, cell in zip(letters, section.cells, strict=True)
            ).rstrip()
        )
    if report.weak:
        yield from ("", f"What falls short at several ({len(report.weak)})")
    for weak in report.weak:
        yield f"  {weak.id} ({weak.kind}), {weak.at}"
        yield from wrap(weak.ask, _WIDTH, initial_indent="    ", subsequent_indent="    ")


def providers_table(report: ProvidersReport) -> Iterator[list[Cell]]:
    """One line for each thing compared, one column for each provider."""
    providers = report.providers
    yield ["format", "part", "id", "what", *(one.slug for one in providers)]
    lines = {
        "name": [one.name for one in providers],
        "place": [one.place for one in providers],
        "advice": [one.advice.title for one in providers],
        "placements": [
            "; ".join(f"{said.label}: {said.text}" for said in one.placements) for one in providers
        ],
        "denied": [one.denied for one in providers],
        "audit": [one.date for one in providers],
        "checklist": [one.checklist for one in providers],
        "gateways": [one.gateways for one in providers],
        "score": [one.figures.score for one in providers],
        "coverage": [one.figures.coverage for one in providers],
        "range": [one.figures.range for one in providers],
    }
    for name, cells in lines.items():
        yield [report.format, "provider", name, name, *cells]
    for row in report.gateways:
        yield [report.format, "gateway", row.id, row.ask, *(mark.word for mark in row.marks)]
    for section in report.sections:
        ranges = (cell.range for cell in section.cells)
        yield [report.format, "section range", section.id, section.title, *ranges]


def _provider(one: ProviderColumn) -> Iterator[str]:
    yield from ("", f"{one.place}: {one.name}", f"  {one.advice.mark.symbol} {one.advice.title}")
    for said in one.placements:
        yield from wrap(
            f"TAKE CARE. {said.label}: {said.text}",
            _WIDTH,
            initial_indent="  ",
            subsequent_indent="  ",
        )
    yield f"  {one.gateways}"
    numbers = one.figures
    yield f"  Range {numbers.range}, score {numbers.score}, coverage {numbers.coverage}"
    yield f"  Audit of {one.date}, {one.checklist}"
    if one.note:
        yield from wrap(one.note, _WIDTH, initial_indent="  ", subsequent_indent="  ")
