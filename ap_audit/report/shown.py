"""What was met on evidence seen and in date: facts, and no praise."""

from ap_audit.model.wording import capital, count
from ap_audit.model.words import CriterionClass, Rating, Seen
from ap_audit.report.gateways import how_seen
from ap_audit.report.view import Shown, ShownRow
from ap_audit.report.wording import listing
from ap_audit.rules.assessment import Assessment, Gate, Outcome, SectionResult

_NOUNS = {CriterionClass.GATEWAY: "gateway", CriterionClass.KEY: "key question"}
_BEST = (Seen.ON_SITE, Seen.ORIGINAL, Seen.COPY)


def shown(assessment: Assessment) -> Shown:
    """From each section how much was shown, and what was seen best: on site, then originals."""
    counted = [outcome for outcome in assessment.judged() if _counts(outcome)]
    found = [outcome for outcome in counted if is_shown(outcome)]
    rows = (_row(section, counted, found) for section in assessment.sections)
    said = count(len(counted), "gateway or key question", "gateways and key questions")
    verb = "was" if len(found) == 1 else "were"
    return Shown(
        says=f"{len(found)} of {said} {verb} met on evidence seen and in date.",
        rows=tuple(row for row in rows if row is not None),
    )


def is_shown(outcome: Outcome) -> bool:
    """Whether it was met, and rests on what the school itself has seen."""
    stands = outcome.gate in (None, Gate.OPEN)
    return outcome.judged is Rating.MET and outcome.verified and stands


def _counts(outcome: Outcome) -> bool:
    """Gateways and key questions that apply; what does not apply is no strength and no lack."""
    return (
        outcome.criterion.class_ in _NOUNS
        and outcome.judged is not Rating.NOT_APPLICABLE
        and outcome.gate is not Gate.EXCUSED
    )


def _row(result: SectionResult, counted: list[Outcome], found: list[Outcome]) -> ShownRow | None:
    inside = [outcome for outcome in found if outcome.section is result.section]
    if not inside:
        return None
    best = min(inside, key=lambda outcome: (_way(outcome), not outcome.criterion.is_gateway))
    counts = [
        f"{_of_class(inside, kind, result)} of {count(total, noun)}"
        for kind, noun in _NOUNS.items()
        if (total := _of_class(counted, kind, result))
    ]
    return ShownRow(
        section=result.section.title,
        counts=capital(listing(counts)),
        such_as=best.criterion.ask,
        seen=how_seen(best.evidence),
    )


def _of_class(outcomes: list[Outcome], kind: CriterionClass, result: SectionResult) -> int:
    return sum(o.section is result.section and o.criterion.class_ is kind for o in outcomes)


def _way(outcome: Outcome) -> int:
    """The best way in which any of its evidence that counts was seen."""
    ways = [piece.evidence.seen for piece in outcome.evidence if piece.counts]
    return min((_BEST.index(way) for way in ways if way in _BEST), default=len(_BEST))
