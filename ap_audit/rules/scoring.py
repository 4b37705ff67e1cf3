"""Weights added up. Records are in no sum; what does not apply is in none, and is counted."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from math import lcm

from ap_audit.model.audit import NOTHING_SAID, SectionAnswer
from ap_audit.model.checklist import Section
from ap_audit.rules.assessment import Outcome, Scope, SectionResult, Sums
from ap_audit.rules.section_words import reaches, word_by_figures


def sums(outcomes: Iterable[Outcome]) -> Sums:
    """The sums over the criteria in scope."""
    shares = Counter[int]()  # of the points, by denominator: fractions are slow to add
    counted = [o for o in outcomes if o.scope.judged and not o.criterion.is_record]
    rated = unknown = verified = 0
    for outcome in counted:
        judged, points = outcome.judged, outcome.criterion.points
        if judged.rated:
            rated += points
            verified += points if outcome.verified else 0
            shares[outcome.worth.denominator] += points * outcome.worth.numerator
        elif judged.unknown:
            unknown += points
    of = lcm(*shares)
    counts = Counter([outcome.judged for outcome in counted])
    return Sums(
        points=Fraction(sum(share * (of // part) for part, share in shares.items()), of),
        rated=rated,
        applicable=rated + unknown,
        verified=verified,
        counts=tuple(sorted(counts.items())),
        carried=sum([outcome.carried is not None for outcome in counted]),
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
    found = sums(outcomes)
    least = found.worst
    if added and (of_edition := without(outcomes, added).worst) is not None:
        least = of_edition if least is None else min(least, of_edition)
    below = section.floor is not None and least is not None and not reaches(least, section.floor)
    return SectionResult(
        section=section,
        sums=found,
        below_floor=below,
        least=least,
        said=said,
        by_figures=word_by_figures(section, least),
        left_out=[outcome.scope for outcome in outcomes].count(Scope.LEFT_OUT),
    )


def without(outcomes: Iterable[Outcome], added: frozenset[str]) -> Sums:
    """The sums over the criteria of the edition alone."""
    return sums(outcome for outcome in outcomes if outcome.id not in added)
