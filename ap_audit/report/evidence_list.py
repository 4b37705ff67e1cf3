"""The evidence register: what was seen, how, by whom, until when it counts, and its file."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from ap_audit.model.base import Value
from ap_audit.model.file_state import FileState
from ap_audit.model.wording import capital, count, day
from ap_audit.report.records import Records, columns_of
from ap_audit.report.wording import ended, sentences
from ap_audit.rules.assessment import Piece

_WIDTH = 100


class ListedEvidence(Value, frozen=True, kw_only=True):
    """One piece of evidence, as it stands today."""

    audit: str
    """The name of its audit on the command line."""
    criterion: str
    name: str
    """What the audit is about, by its name."""
    piece: Piece
    lapsed: bool
    """It has run out, and nothing that counts has taken its place."""
    state: FileState

    @property
    def id(self) -> str:
        """The criterion and the key under which it stands."""
        return f"{self.criterion}/{self.piece.key}"

    @property
    def wrong(self) -> bool:
        """Whether somebody should look into it."""
        return self.lapsed or self.state.wrong


class EvidenceRow(Value, frozen=True, kw_only=True):
    """One piece in a table."""

    audit: str
    id: str
    name: str
    what: str
    seen: str
    date: str
    by: str
    dated: str
    counts: str
    counts_until: str
    because: str
    file: str
    file_state: str
    sha256: str
    note: str


def evidence_records(found: Iterable[ListedEvidence]) -> Records:
    """The pieces in the order they were given."""
    rows = tuple(_row(one) for one in found)
    return Records(kind="evidence", columns=columns_of(EvidenceRow), rows=rows)


def evidence_lines(found: tuple[ListedEvidence, ...]) -> Iterator[str]:
    """The same for the terminal, audit by audit."""
    yield _says(found)
    yield from _groups(found)


def check_lines(found: tuple[ListedEvidence, ...]) -> Iterator[str]:
    """What somebody should look into, and nothing else."""
    wrong = tuple(one for one in found if one.wrong)
    if not wrong:
        yield f"{count(len(found), 'piece')} of evidence looked at: nothing to look into."
        return
    yield _says(found)
    yield from _groups(wrong)


def _says(found: tuple[ListedEvidence, ...]) -> str:
    lapsed = sum(one.lapsed for one in found)
    changed = sum(one.state is FileState.CHANGED for one in found)
    missing = sum(one.state is FileState.MISSING for one in found)
    unread = sum(one.state is FileState.UNREADABLE for one in found)
    parts = [f"{count(len(found), 'piece')} of evidence"]
    parts += [f"{lapsed} out of date"] if lapsed else []
    parts += [f"{count(changed, 'file')} changed"] if changed else []
    parts += [f"{count(missing, 'file')} missing"] if missing else []
    parts += [f"{count(unread, 'file')} that cannot be opened"] if unread else []
    return ended(", ".join(parts))


def _groups(found: tuple[ListedEvidence, ...]) -> Iterator[str]:
    for (name, audit), pieces in groupby(found, key=lambda one: (one.name, one.audit)):
        yield from ("", f"{name} ({audit})")
        for one in pieces:
            yield f"  {one.id}"
            for line in (one.piece.evidence.what, _seen(one)):
                yield from wrap(line, _WIDTH, initial_indent="    ", subsequent_indent="    ")


def _seen(one: ListedEvidence) -> str:
    piece, evidence = one.piece, one.piece.evidence
    seen = evidence.seen.title
    seen += f" on {day(evidence.date)}" if evidence.date else ""
    seen += f" by {evidence.by}" if evidence.by else ""
    seen += f", dated {day(evidence.dated)}" if evidence.dated else ""
    if not piece.counts:
        counts = f"Does not count: {piece.because}"
    elif piece.counts_until:
        counts = f"Counts until {day(piece.counts_until)}"
    else:
        counts = "Counts"
    file = f"Its file, {evidence.file or 'known by its hash'}: {one.state.title}"
    return sentences((capital(seen), counts, "" if one.state is FileState.NONE else file))


def _row(one: ListedEvidence) -> EvidenceRow:
    piece, evidence = one.piece, one.piece.evidence
    return EvidenceRow(
        audit=one.audit,
        id=one.id,
        name=one.name,
        what=evidence.what,
        seen=evidence.seen.value,
        date=evidence.date.isoformat() if evidence.date else "",
        by=evidence.by or "",
        dated=evidence.dated.isoformat() if evidence.dated else "",
        counts="counts" if piece.counts else "out-of-date" if one.lapsed else "does-not-count",
        counts_until=piece.counts_until.isoformat() if piece.counts_until else "",
        because=piece.because,
        file=evidence.file or "",
        file_state=one.state.value,
        sha256=evidence.sha256 or "",
        note=evidence.note or "",
    )
