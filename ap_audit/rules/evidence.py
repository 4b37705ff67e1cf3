"""Whether what was seen is enough, and still in date. Told is not seen."""

from datetime import date

from ap_audit.model.audit import Answer, Evidence
from ap_audit.model.base import Value
from ap_audit.model.checklist import Criterion
from ap_audit.model.duration import duration_from
from ap_audit.model.wording import day
from ap_audit.model.words import Seen
from ap_audit.rules.assessment import Piece

_ANY = (Seen.COPY,)
"""What is said to be missing where any one piece would do."""
_NO_DOCUMENT = (
    "What was seen on site is no document; one that was read there is recorded as its original."
)


class Sight(Value, frozen=True, kw_only=True):
    """What the evidence of one answer amounts to."""

    pieces: tuple[Piece, ...]
    lacks: tuple[Seen, ...]
    """The kinds that were not seen in date."""
    listed: bool
    """Whether the criterion lists kinds, and not any one will do."""

    @property
    def enough(self) -> bool:
        """Whether nothing is missing."""
        return not self.lacks

    @property
    def because(self) -> tuple[str, ...]:
        """What is missing, in sentences; empty where it is enough."""
        if self.enough:
            return ()
        because = [_lack(need, self.pieces) for need in self.lacks]
        document = self.listed and any(need is not Seen.ON_SITE for need in self.lacks)
        if document and any(_on_site(piece) for piece in self.pieces):
            because.append(_NO_DOCUMENT)
        idle = [piece for piece in self.pieces if not piece.counts]
        return (*because, *(f"{piece.evidence.what}: {piece.because}." for piece in idle))


def sight(criterion: Criterion, answer: Answer, today: date) -> Sight:
    """Whether the school has seen every kind of evidence that a criterion needs, in date.

    Where a criterion lists no kind, any one piece will do that was seen and not only told.
    """
    needs = criterion.evidence.needs
    lacks = needs or _ANY
    if not answer.evidence:
        return Sight(pieces=(), lacks=lacks, listed=bool(needs))
    pieces = [_piece(key, piece, criterion, today) for key, piece in answer.evidence.items()]
    counting = [piece.evidence.seen for piece in pieces if piece.counts]
    if needs:
        lacks = tuple([need for need in needs if not _met(need, counting)])
    elif counting:
        lacks = ()
    return Sight(pieces=tuple(pieces), lacks=lacks, listed=bool(needs))


def _met(need: Seen, counting: list[Seen]) -> bool:
    return any(seen.satisfies(need) for seen in counting)


def _on_site(piece: Piece) -> bool:
    return piece.counts and piece.evidence.seen is Seen.ON_SITE


def _lack(need: Seen, pieces: tuple[Piece, ...]) -> str:
    """What is missing. What was seen too long ago is not said never to have been seen."""
    had = any(piece.evidence.seen.satisfies(need) for piece in pieces)
    match need:
        case Seen.ORIGINAL if had:
            return "What was seen of the original does not count today."
        case Seen.ORIGINAL:
            return "The original has not been seen."
        case Seen.ON_SITE if had:
            return "What was seen on site does not count today."
        case Seen.ON_SITE:
            return "It has not been seen on site."
        case _:
            return "No copy that is in date has been seen."


def _piece(key: str, evidence: Evidence, criterion: Criterion, today: date) -> Piece:
    until, undated = _until(evidence, criterion)
    because = ""
    if not evidence.seen.first_hand:
        because = f"{evidence.seen.title}, which does not count as seen"
    elif undated:
        because = "its date is not recorded, so it cannot be told whether it is in date"
    elif until is not None and until < today:
        because = f"counted until {day(until)}"
    elif (
        when := max(filter(None, (evidence.dated, evidence.date)), default=None)
    ) and when > today:
        because = f"dated {day(when)}, which is still to come"
    return Piece(
        key=key, evidence=evidence, counts_until=until, counts=not because, because=because
    )


def _until(evidence: Evidence, criterion: Criterion) -> tuple[date | None, bool]:
    """The last day a piece counts, and whether that should be known and is not."""
    if evidence.until is not None:
        return evidence.until, False
    span = criterion.evidence.expires_after and duration_from(criterion.evidence.expires_after)
    if not span:
        return None, False
    # What was seen on site is as old as the visit; a copy is as old as the document.
    start = evidence.dated or (evidence.date if evidence.seen is Seen.ON_SITE else None)
    return (span.after(start), False) if start else (None, True)
