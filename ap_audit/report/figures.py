"""Numbers for people: counts first, then percentages, cut short and never without coverage."""

from collections.abc import Sequence
from fractions import Fraction

from ap_audit.model.wording import count, number, percent
from ap_audit.model.words import Rating
from ap_audit.report.view import Bar, Figures, Mark, RangeBar, Segment
from ap_audit.report.wording import CARRIED_OVER, RATINGS, listing
from ap_audit.rules.assessment import CARRIED, Outcome, Sums

_NONE = "none rated"
_WHOLE = 1000


def figures(sums: Sums) -> Figures:
    """The numbers of one section or of the whole."""
    counts = counts_say(sums)
    score, coverage, worst, best = sums.score, sums.coverage, sums.worst, sums.best
    if score is None or coverage is None or worst is None or best is None:
        nothing = "Nothing has been rated yet, so there is no score."
        if not sums.applicable:
            nothing = "No rated question applies here, so there is no score."
        return Figures(
            counts=counts,
            score=_NONE if sums.applicable else "–",
            coverage="0 %" if sums.applicable else "–",
            range="0 % to 100 %" if sums.applicable else "–",
            verified="–",
            points=_NONE,
            covered=f"0 of {sums.applicable}" if sums.applicable else "–",
            range_exact="0.00 % to 100.00 %" if sums.applicable else "–",
            says=nothing,
        )
    shown_range = _between(percent(worst), percent(best))
    verified = percent(sums.verified_share or Fraction(0))
    return Figures(
        counts=counts,
        score=percent(score),
        coverage=percent(coverage),
        range=shown_range,
        verified=verified,
        points=f"{number(sums.points)} of {sums.rated} = {percent(score, 2)}",
        covered=f"{sums.rated} of {sums.applicable} = {percent(coverage, 2)}",
        range_exact=_between(percent(worst, 2), percent(best, 2)),
        says=(
            f"Score {percent(score)} of what was rated;"
            f" {percent(coverage)} of what applies was rated."
            f" {_range_says(sums, shown_range)}"
            f" {verified} of what was rated rests on evidence seen and in date."
        ),
    )


def counts_say(sums: Sums) -> str:
    """How many criteria have each rating, best first: "9 met, 1 not met, 2 not yet checked"."""
    counts = {rating: sums.count(rating) for rating in Rating}
    counts[Rating.NOT_CHECKED] -= sums.carried
    parts = [_counted(rating, how_many) for rating, how_many in counts.items() if how_many]
    parts += [f"{sums.carried} {CARRIED}"] if sums.carried else []
    return ", ".join(parts) or "nothing to rate"


def rating_bar(outcomes: Sequence[Outcome]) -> Bar:
    """The ratings of some criteria, each as wide as it weighs; what does not apply is left out."""
    order = (Rating.MET, Rating.PARTLY, Rating.NOT_MET, Rating.CANNOT_TELL, Rating.NOT_CHECKED)
    marks = (*(RATINGS[rating] for rating in order), CARRIED_OVER)
    parts = dict.fromkeys((mark.word for mark in marks), 0)
    for outcome in outcomes:
        if outcome.scope.judged and not outcome.criterion.is_record and outcome.title in parts:
            parts[outcome.title] += outcome.criterion.points
    shares = [(mark, parts[mark.word]) for mark in marks]
    whole = sum(parts.values())
    said = [f"{mark.word} {percent(Fraction(size, whole))}" for mark, size in shares if size]
    return bar(shares, says=f"By weight: {listing(said) or 'nothing applies'}.")


def range_bar(sums: Sums, floor: int | None) -> RangeBar | None:
    """From worst to best, with the score of what was rated and the floor marked on it."""
    worst, best, score = sums.worst, sums.best, sums.score
    if worst is None or best is None:
        return None
    marks = [f"score {percent(score)}"] if score is not None else []
    marks += [f"floor {floor} %"] if floor is not None else []
    return RangeBar(
        low=thousandths(worst),
        width=thousandths(best) - thousandths(worst),
        score=None if score is None else thousandths(score),
        floor=None if floor is None else floor * _WHOLE // 100,
        says=f"Range {listing([_between(percent(worst), percent(best)), *marks])}.",
    )


def thousandths(share: Fraction) -> int:
    """A share in whole thousandths, cut."""
    return share.numerator * _WHOLE // share.denominator


def bar(parts: Sequence[tuple[Mark, int]], *, says: str) -> Bar:
    """A bar of parts, cut at whole thousandths so that it is always full."""
    whole = sum(size for _, size in parts)
    if not whole:
        return Bar(segments=(), says=says)
    segments, start, before = [], 0, 0
    for mark, size in parts:
        before += size
        end = before * _WHOLE // whole
        if end > start:
            segments.append(Segment(mark=mark, start=start, width=end - start))
        start = end
    return Bar(segments=tuple(segments), says=says)


def weighs(outcome: Outcome) -> str:
    """What a criterion adds to the sums, in a sentence."""
    weight = outcome.criterion.points
    if outcome.criterion.is_record:
        return "A fact; it is in no sum."
    if outcome.judged is Rating.NOT_APPLICABLE:
        return f"Weight {weight}; left out of every sum."
    if outcome.judged.unknown:
        return f"Weight {weight}; not rated, so it widens the range."
    points = outcome.worth * weight
    return f"Weight {weight}; {number(points)} of {count(weight, 'point')}."


def _between(low: str, high: str) -> str:
    return low if low == high else f"{low} to {high}"


def _range_says(sums: Sums, shown: str) -> str:
    if sums.rated == sums.applicable:
        return "Everything that applies was rated."
    return f"Counting what is not known, it lies in the range {shown}."


def _counted(rating: Rating, how_many: int) -> str:
    if rating is Rating.NOT_APPLICABLE:
        return count(how_many, "does not apply", "do not apply")
    return f"{how_many} {rating.title}"
