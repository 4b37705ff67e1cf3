"""The law and guidance behind an audit: edition, what it binds, how well it has been checked."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from ap_audit.model.checklist import Checklist
from ap_audit.model.clean import clean
from ap_audit.model.source import Citation, Source, SourceRegister
from ap_audit.model.wording import capital, count, day
from ap_audit.model.words import LegalWeight, Verification
from ap_audit.report.view import EditionRow, Fact
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
    found = _weightiest_first(checklist, register)
    return tuple(_row(key, source, register, as_at) for key, source in found)


def editions_brief(checklist: Checklist, register: SourceRegister, as_at: date) -> tuple[Fact, ...]:
    """The same by name alone: how well each is checked, what is overdue or has a newer edition."""
    found = [source for _, source in _weightiest_first(checklist, register)]
    rows = {
        capital(level.title): [_named(source) for source in found if source.verification is level]
        for level in Verification
    }
    rows["Newer edition or draft"] = [
        f"{source.short}, see {_short(source.superseded_by, register)}"
        for source in found
        if source.superseded_by
    ]
    rows["Review overdue"] = [source.short for source in found if _overdue(source, as_at)]
    whole = count(len(found), "source")
    return tuple(
        Fact(label=label, text=f"{len(names)} of {whole}: {'; '.join(names)}.")
        for label, names in rows.items()
        if names
    )


def _named(source: Source) -> str:
    opened = f" (page opened {day(source.checked_on)})" if source.checked_on else ""
    return f"{source.short}{opened}"


def _weightiest_first(checklist: Checklist, register: SourceRegister) -> list[tuple[str, Source]]:
    ours = cited(checklist)
    order = list(LegalWeight)
    found = [(key, source) for key, source in register.sources.items() if key in ours]
    return sorted(found, key=lambda item: order.index(item[1].weight))


def _short(key: str, register: SourceRegister) -> str:
    source = register.sources.get(key)
    return source.short if source else key


def source_warnings(checklist: Checklist, register: SourceRegister, as_at: date) -> tuple[str, ...]:
    """How many sources are overdue for review, superseded or not confirmed; and a draft."""
    ours = cited(checklist)
    sources = [source for key, source in register.sources.items() if key in ours]
    late = sum(_overdue(source, as_at) for source in sources)
    newer = sum(source.superseded_by is not None for source in sources)
    unread = sum(_unconfirmed(source) for source in sources)
    found: list[str] = []
    if checklist.draft:
        found.append(f"{checklist.reference} is a draft: its questions may still change.")
    if late:
        found.append(
            f"{count(late, 'source was', 'sources were')} due for review before {day(as_at)};"
            " the checklist may be out of date."
        )
    if unread or newer:
        parts = [f"the text of {unread} is not confirmed"] if unread else []
        if newer:
            parts.append(f"{newer} {'has' if newer == 1 else 'have'} a newer edition or draft")
        found.append(
            f"Of {count(len(sources), 'source', 'sources')} cited, {' and '.join(parts)};"
            " see “Editions used”."
        )
    return tuple(found)


def cited(checklist: Checklist) -> set[str]:
    """The keys of every source that a checklist cites."""
    criteria = [
        citation.source for criterion in checklist.criteria() for citation in criterion.sources
    ]
    rules = [citation.source for rule in checklist.rules.values() for citation in rule.sources]
    return {*criteria, *rules}


def _overdue(source: Source, as_at: date) -> bool:
    return source.review_by is not None and source.review_by < as_at


def _unconfirmed(source: Source) -> bool:
    # A page that a person opened counts, however the makers of the checklist knew of it.
    return source.verification is not Verification.READ_IN_PART and source.checked_on is None


def _row(key: str, source: Source, register: SourceRegister, as_at: date) -> EditionRow:
    checked = f", page opened {day(source.checked_on)}" if source.checked_on else ""
    return EditionRow(
        key=key,
        title=source.title,
        publisher=source.publisher,
        edition=source.edition,
        weight=capital(source.weight.title),
        verification=capital(source.verification.title) + checked,
        status=_status(source, register),
        warning=sentences(_warnings(source, as_at)),
        note=" ".join((source.note or "").split()),
        url=_safe(source.url or ""),
    )


def _warnings(source: Source, as_at: date) -> Iterator[str]:
    if source.review_by is not None and _overdue(source, as_at):
        yield f"Review was due by {day(source.review_by)}"
    if source.superseded_by is not None:
        # Whether the newer one took effect is not always confirmed, so no more than this is said.
        yield "There is a newer edition or draft: look at it too"
    if _unconfirmed(source):
        yield "Not confirmed: look at the document itself before relying on it"


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
        parts.append(f"Newer: {_short(source.superseded_by, register)}")
    return sentences(parts)
