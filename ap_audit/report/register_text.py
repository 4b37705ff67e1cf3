"""The register in the terminal, and as a table for a spreadsheet."""

from collections.abc import Iterator
from textwrap import wrap

from ap_audit.report.register import RegisterReport, RegisterRow
from ap_audit.report.sheet import Cell
from ap_audit.report.wording import excerpt, listing

_WIDTH = 100
_HEADINGS = ("Provider", "Advice", "Gateways open", "Last audit", "Look again", "Missing")
_NAME = 30
_SINCE = 2
_SEEN = 2
_FACTS = ("address", "kind", "registration", "urn", "pupils", "hours")


def register_lines(report: RegisterReport) -> Iterator[str]:
    """A line for each provider; what it does not say stands in the other forms."""
    yield f"{report.school}: {report.title.lower()}, {report.date}"
    for line in (*report.warnings, *report.says):
        yield from wrap(line, _WIDTH)
    if not report.rows:
        return
    yield ""
    table: list[tuple[str, ...]] = [_HEADINGS]
    table += [_cells(row) for row in report.rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    for row in table:
        yield "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip()
    yield from _begun(report)
    yield from _since(report)
    yield ""
    yield "Sections, missing documents, what an inspector asks for first: -f html, md, json or csv"


def _begun(report: RegisterReport) -> Iterator[str]:
    anew = [row for row in report.rows if row.begun]
    if anew:
        yield ""
        yield "Being audited anew:"
    for row in anew:
        said = f"{row.name}: {row.begun}"
        yield from wrap(said, _WIDTH, initial_indent="  ", subsequent_indent="    ")


def _since(report: RegisterReport) -> Iterator[str]:
    moved = [row for row in report.rows if row.since]
    if moved:
        yield ""
        yield "Since they were signed:"
    for row in moved:
        for line in row.since[:_SINCE]:
            said = f"{row.name}: {line}"
            yield from wrap(said, _WIDTH, initial_indent="  ", subsequent_indent="    ")
        if (more := len(row.since) - _SINCE) > 0:
            yield f"    and {more} more: ap-audit show {row.slug}"


def register_table(report: RegisterReport) -> Iterator[list[Cell]]:
    """One line for each provider; dates as year-month-day."""
    yield [
        "format",
        "provider",
        "name",
        "advice",
        "rung",
        "gateways_open",
        "gateways_failed",
        "gateways_not_shown",
        "gateways_excused",
        "range",
        "score",
        "coverage",
        "checklist",
        "last_audit",
        "look_again",
        "look_again_for",
        "missing_documents",
        "missing",
        "since_signed",
        "begun",
        "placements",
        "denied",
        *_FACTS,
        *(f"section: {title}" for title in report.sections),
    ]
    for row in report.rows:
        numbers = row.figures
        facts = row.particulars
        yield [
            report.format,
            row.slug,
            row.name,
            row.title,
            row.rung,
            *_gateways(row),
            *((numbers.range, numbers.score, numbers.coverage) if numbers else ("", "", "")),
            row.checklist,
            row.last_date,
            row.next_date,
            row.next_what,
            len(row.missing),
            " ".join(f"{line.label} {line.text}" for line in row.missing),
            " ".join(row.since),
            row.begun,
            "; ".join(f"{one.label}: {one.text}" for one in row.placements),
            row.denied,
            facts.address,
            facts.kind,
            facts.registration,
            facts.urn,
            facts.pupils,
            facts.hours,
            *(f"{cell.mark.word} {cell.worst}".strip() for cell in row.sections),
            *("" for _ in report.sections if not row.sections),
        ]


def _cells(row: RegisterRow) -> tuple[str, ...]:
    return (
        excerpt(row.name, _NAME),
        f"{row.mark.symbol} {row.mark.word}{_see(row)}",
        row.gateways.brief,
        f"{row.last}, renewing" if row.begun else row.last,
        f"{row.next}, late" if row.late else row.next,
        str(len(row.missing)) if row.missing else "–",
    )


def _see(row: RegisterRow) -> str:
    """The placements that nobody may miss who reads this line alone."""
    names = [one.label for one in row.placements]
    if len(names) > _SEEN:
        names = [names[0], f"{len(names) - 1} more"]
    names += ["placements"] if row.denied else []
    return f", but see {listing(names)}" if names else ""


def _gateways(row: RegisterRow) -> tuple[Cell, ...]:
    """How many in each state; empty where there is no audit to count them in."""
    counts = row.gateways
    if row.figures is None:
        return ("",) * 4
    return counts.opened, counts.failed, counts.not_shown, counts.excused
