"""Several providers in order: by advice, then by the least each could turn out to be.

A place is a claim that two can be compared. Where they cannot, they still stand side by side, with
no place and the reason in words.
"""

from collections import Counter
from fractions import Fraction

from ap_audit.model.base import Value
from ap_audit.model.checklist import Checklist
from ap_audit.model.wording import percent
from ap_audit.model.words import CriterionClass, Depth, Rating
from ap_audit.rules.assessment import Assessment, Outcome
from ap_audit.rules.verdict import LEAST_COVERAGE


class Candidate(Value, frozen=True, kw_only=True):
    """One provider's audit, as judged."""

    slug: str
    checklist: Checklist
    depth: Depth
    assessment: Assessment

    @property
    def thin(self) -> bool:
        """Whether too little of what applies has been rated to say where it stands."""
        coverage = self.assessment.total.coverage
        return coverage is None or coverage < LEAST_COVERAGE


class Placed(Value, frozen=True, kw_only=True):
    """A candidate in its place."""

    candidate: Candidate
    place: int | None
    """1 for the first; equals share one. None where no place is given."""
    because: str = ""
    """Why it has no place, in a sentence."""


class Ranking(Value, frozen=True, kw_only=True):
    """Candidates in order."""

    placed: tuple[Placed, ...]
    refused: str = ""
    """Why nobody has a place, in a sentence; empty where some have."""


class Shared(Value, frozen=True, kw_only=True):
    """A criterion that falls short at several."""

    outcome: Outcome
    """As it stands at the first of them."""
    slugs: tuple[str, ...]


def ranking(candidates: tuple[Candidate, ...]) -> Ranking:
    """The candidates, best advice first; a worse rung never stands above a better one."""
    refused = _refused(candidates)
    found = sorted(candidates, key=lambda one: (_standing(one, exact=not refused), one.slug))
    if refused:
        return Ranking(
            placed=tuple(Placed(candidate=one, place=None, because=refused) for one in found),
            refused=refused,
        )
    return Ranking(placed=tuple(_placed(one, found) for one in found))


def weak_at_several(candidates: tuple[Candidate, ...]) -> tuple[Shared, ...]:
    """What falls short at two or more: gateways first, then key questions, each by how many."""
    short: dict[str, list[tuple[str, Outcome]]] = {}
    for one in candidates:
        for outcome in one.assessment.judged():
            if falls_short(outcome):
                short.setdefault(outcome.id, []).append((one.slug, outcome))
    found = [
        Shared(outcome=where[0][1], slugs=tuple(slug for slug, _ in where))
        for where in short.values()
        if len(where) > 1
    ]
    return tuple(sorted(found, key=_weight))


def falls_short(outcome: Outcome) -> bool:
    """Whether a gateway is not open, or a rated criterion is less than met."""
    if outcome.gate is not None:
        return not outcome.gate.is_open
    if outcome.criterion.is_record:
        return False
    return outcome.judged.unknown or outcome.judged in (Rating.NOT_MET, Rating.PARTLY)


def _weight(one: Shared) -> tuple[int, int]:
    return (list(CriterionClass).index(one.outcome.criterion.class_), -len(one.slugs))


def _refused(candidates: tuple[Candidate, ...]) -> str:
    editions = Counter(one.checklist.reference for one in candidates)
    if len(editions) > 1:
        said = " and ".join(sorted(editions))
        return f"They were asked different questions ({said}), so nobody is ranked."
    if len({one.depth for one in candidates}) > 1:
        return "Some audits are of core depth and some of full depth, so nobody is ranked."
    return ""


def _placed(one: Candidate, among: list[Candidate]) -> Placed:
    if one.thin:
        coverage = one.assessment.total.coverage or Fraction(0)
        least = percent(LEAST_COVERAGE)
        because = (
            f"Only {percent(coverage)} of what applies has been rated; to be ranked,"
            f" at least {least} must be."
        )
        return Placed(candidate=one, place=None, because=because)
    better = sum(
        _standing(one, exact=True) > _standing(other, exact=True)
        for other in among
        if not other.thin
    )
    return Placed(candidate=one, place=better + 1)


def _standing(one: Candidate, *, exact: bool) -> tuple[int, int, Fraction]:
    """Smaller for better: the rung, a further rung of the checklist's own, the worst case."""
    verdict = one.assessment.verdict
    bands = list(one.checklist.bands())
    band = bands.index(verdict.band) if verdict.band else len(bands)
    if not exact:
        return (-verdict.rung.rank, 0, Fraction(0))
    return (-verdict.rung.rank, -band, -(one.assessment.total.worst or Fraction(0)))
