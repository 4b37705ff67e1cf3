"""The law and guidance behind an audit: edition, what it binds, how well it has been checked."""

from datetime import date
from urllib.parse import urlsplit

from ap_audit.model.checklist import Checklist
from ap_audit.model.clean import clean
from ap_audit.model.source import Citation, Source, SourceRegister
from ap_audit.model.wording import capital, day
from ap_audit.report.view import EditionRow
from ap_audit.report.wording import sentences


def citation_line(citation: Citation, register: SourceRegister | None) -> str:
    """One citation: "Keeping children safe in education 2025, Part two (statutory guidance)".

    Without a register it is named by its key.
    """
    if register is None:
        return f"{citation.source}, {citation.heading}" if citation.heading else citation.source
    source = register.sources.get(citation.source)
    if source is None:
        return f"{citation.source} (not in the register of sources)"
    weight = (citation.weight or source.weight).title
    heading = f", {citation.heading}" if citation.heading else ""
    note = f". {capital(citation.note)}" if citation.note else ""
    return f"{source.short}{heading} ({weight}){note}"


def edition_rows(
    checklist: Checklist, register: SourceRegister, as_at: date
) -> tuple[EditionRow, ...]:
    """Every source that the checklist cites, weightiest first, else as in the register."""
    cited = _cited(checklist)
    found = [(key, source) for key, source in register.sources.items() if key in cited]
    order = list(type(found[0][1].weight)) if found else []
    found.sort(key=lambda item: order.index(item[1].weight))
    return tuple(_row(key, source, register, as_at) for key, source in found)


def overdue_reviews(checklist: Checklist, register: SourceRegister, as_at: date) -> int:
    """How many of the cited sources were due for review before *as_at*."""
    cited = _cited(checklist)
    return sum(
        source.review_by is not None and source.review_by < as_at
        for key, source in register.sources.items()
        if key in cited
    )


def _cited(checklist: Checklist) -> set[str]:
    criteria = [
        citation.source for criterion in checklist.criteria() for citation in criterion.sources
    ]
    rules = [citation.source for rule in checklist.rules.values() for citation in rule.sources]
    return {*criteria, *rules}


def _row(key: str, source: Source, register: SourceRegister, as_at: date) -> EditionRow:
    overdue = source.review_by is not None and source.review_by < as_at
    checked = f", page opened {day(source.checked_on)}" if source.checked_on else ""
    return EditionRow(
        key=key,
        title=source.title,
        publisher=source.publisher,
        edition=source.edition,
        weight=capital(source.weight.title),
        verification=capital(source.verification.title) + checked,
        status=_status(source, register),
        warning=f"Review was due by {day(source.review_by)}."
        if overdue and source.review_by
        else "",
        note=" ".join((source.note or "").split()),
        url=_safe(source.url or ""),
    )


def _safe(url: str) -> str:
    """An address that only opens a page; anything else is left out."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme == "https" and parts.hostname and clean(url) == url else ""


def _status(source: Source, register: SourceRegister) -> str:
    parts = []
    if source.in_force_from:
        parts.append(f"From {source.in_force_from}")
    if source.in_force_to:
        dated = any(letter.isdigit() for letter in source.in_force_to)
        parts.append(f"Until {source.in_force_to}" if dated else capital(source.in_force_to))
    if source.superseded_by:
        newer = register.sources.get(source.superseded_by)
        parts.append(f"Replaced by {newer.short if newer else source.superseded_by}")
    return sentences(parts)
