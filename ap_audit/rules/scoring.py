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
    counted = [o for o in outcomes if o.scope.judged and not o.criterion.is_record]
    rated = [o for o in counted if o.judged.rated]
    return Sums(
        points=sum((o.criterion.points * o.worth for o in rated), Fraction(0)),
        rated=sum(o.criterion.points for o in rated),
        applicable=sum(
            o.criterion.points for o in counted if o.judged is not Rating.NOT_APPLICABLE
        ),
        verified=sum(o.criterion.points for o in rated if o.verified),
        counts=tuple(sorted(Counter(o.judged for o in counted).items())),
        carried=sum(o.carried is not None for o in counted),
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
    cases = [case for case in (found.worst, without(inside, added).worst) if case is not None]
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
