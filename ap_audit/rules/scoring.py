"""Weights added up. Records are in no sum; what does not apply is in none, and is counted."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from ap_audit.model.audit import NOTHING_SAID, SectionAnswer
from ap_audit.model.checklist import Section
from ap_audit.model.words import Rating
from ap_audit.rules.assessment import Outcome, Scope, SectionResult, Sums
from ap_audit.rules.section_words import word_by_figures


def sums(outcomes: Iterable[Outcome]) -> Sums:
    """The sums over the criteria in scope."""
    shares = Counter[int]()  # of the points, by denominator: fractions are slow to add
    counts = Counter[Rating]()
    rated = applicable = verified = carried = 0
    for outcome in outcomes:
        if not outcome.scope.judged or outcome.criterion.is_record:
            continue
        points = outcome.criterion.points
        counts[outcome.judged] += 1
        carried += outcome.carried is not None
        if outcome.judged is not Rating.NOT_APPLICABLE:
            applicable += points
        if outcome.judged.rated:
            rated += points
            verified += points if outcome.verified else 0
            shares[outcome.worth.denominator] += points * outcome.worth.numerator
    return Sums(
        points=sum((Fraction(share, of) for of, share in shares.items()), Fraction(0)),
        rated=rated,
        applicable=applicable,
        verified=verified,
        counts=tuple(sorted(counts.items())),
        carried=carried,
    )


def section_result(
    section: Section,
    outcomes: tuple[Outcome, ...],
    added: frozenset[str] = frozenset(),
    *,
    said: SectionAnswer = NOTHING_SAID,
) -> SectionResult:
    """The sums of one section, and whether its worst case lies below its floor.

    Where an overlay added criteria, the floor is held without them too: what is added asks more,
    and easy questions must not make up for what the edition asks.
    """
    inside = [outcome for outcome in outcomes if outcome.section is section]
    found = sums(inside)
    edition = without(inside, added) if added else found
    cases = [case for case in (found.worst, edition.worst) if case is not None]
    least = min(cases, default=None)
    below = section.floor is not None and least is not None and least * 100 < section.floor
    return SectionResult(
        section=section,
        sums=found,
        below_floor=below,
        least=least,
        said=said,
        by_figures=word_by_figures(section, least),
        left_out=sum(outcome.scope is Scope.LEFT_OUT for outcome in inside),
    )


def without(outcomes: Iterable[Outcome], added: frozenset[str]) -> Sums:
    """The sums over the criteria of the edition alone."""
    return sums(outcome for outcome in outcomes if outcome.id not in added)
