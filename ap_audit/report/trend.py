"""Several audits of one subject on one checklist: a figure, and the same numbers in a table."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from ap_audit.model.wording import day, percent
from ap_audit.report.decision import advice
from ap_audit.report.figures import figures, thousandths
from ap_audit.report.gate_counts import gate_counts
from ap_audit.report.history_view import Trend, TrendLine, TrendPoint, TrendRow
from ap_audit.report.judged import Judged
from ap_audit.report.wording import listing, sentences

LEAST, MOST = 3, 6
_WHOLE, _STROKE = 1000, 15


def trend(audits: Sequence[Judged], unread: tuple[str, ...] = ()) -> Trend | None:
    """The last audits of these, oldest first; None where there are fewer than three."""
    if len(audits) < LEAST:
        return None
    shown = audits[-MOST:]
    points = tuple(_point(judged, at, len(shown)) for at, judged in enumerate(shown))
    return Trend(
        says=_says(shown),
        note=_note(shown, len(audits) - len(shown), unread),
        rows=tuple(_row(judged) for judged in shown),
        points=points,
        lines=tuple(_lines(shown, points)),
    )


def _row(judged: Judged) -> TrendRow:
    found = judged.assessment
    numbers = figures(found.total)
    return TrendRow(
        date=day(judged.audit.date),
        checklist=judged.checklist.reference,
        mark=advice(found.verdict).mark,
        advice=found.verdict.title,
        gateways=gate_counts(found).brief,
        score=numbers.score,
        coverage=numbers.coverage,
        range=numbers.range,
    )


def _point(judged: Judged, at: int, among: int) -> TrendPoint:
    """Audits stand side by side; the table says how far apart they were."""
    sums = judged.assessment.total
    x = (2 * at + 1) * _WHOLE // (2 * among)
    return TrendPoint(
        x=x,
        left=x - _STROKE,
        right=x + _STROKE,
        score=None if sums.score is None else _down(sums.score),
        best=_down(Fraction(1) if sums.best is None else sums.best),
        worst=_down(sums.worst or Fraction(0)),
    )


def _down(share: Fraction) -> int:
    return _WHOLE - thousandths(share)


def _lines(shown: Sequence[Judged], points: tuple[TrendPoint, ...]) -> list[TrendLine]:
    sides = pairwise(zip(shown, points, strict=True))
    return [
        TrendLine(x1=one.x, y1=one.score, x2=other.x, y2=other.score)
        for (older, one), (newer, other) in sides
        if _comparable(older, newer) and one.score is not None and other.score is not None
    ]


def _comparable(older: Judged, newer: Judged) -> bool:
    return older.audit.digest == newer.audit.digest


def _says(shown: Sequence[Judged]) -> str:
    """The figure in words, for those who cannot see it."""
    scores = [
        f"{day(judged.audit.date)} {percent(score)}"
        if (score := judged.assessment.total.score) is not None
        else f"{day(judged.audit.date)} not rated"
        for judged in shown
    ]
    return f"Score of what was rated: {listing(scores)}."


def _note(shown: Sequence[Judged], before: int, unread: tuple[str, ...]) -> str:
    parts = []
    if not all(_comparable(older, newer) for older, newer in pairwise(shown)):
        parts.append("Editions of the checklist differ; no line joins one to another")
    if before:
        parts.append(f"{before} older left out")
    if unread:
        parts.append(f"Not shown, since it could not be read or judged: {listing(unread)}")
    return sentences(parts)
