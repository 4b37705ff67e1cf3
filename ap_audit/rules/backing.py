"""What an answer of a rating must carry: a note, evidence, an action.

Silence never helps: `met` without it counts as partly and opens no gateway, and "does not apply"
without it is not accepted. What already says that something falls short, or is open, stays as it
is and is asked for again.
"""

from collections.abc import Iterator

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Criterion
from ap_audit.model.words import Backing, Rating

_FITS = {
    Rating.MET: (Backing.NOTE, Backing.EVIDENCE),
    Rating.PARTLY: tuple(Backing),
    Rating.NOT_MET: tuple(Backing),
    Rating.CANNOT_TELL: (Backing.NOTE, Backing.ACTION),
    Rating.NOT_APPLICABLE: (Backing.NOTE,),
    Rating.NOT_CHECKED: (),
}
_USUAL = (Rating.PARTLY, Rating.NOT_MET)
"""Ratings that deserve a note in every checklist."""


def lacking(
    criterion: Criterion, answer: Answer, rating: Rating, *, seen: bool
) -> tuple[Backing, ...]:
    """What a rating must carry and the answer does not. *seen*: its evidence is enough."""
    wanted = criterion.requires.get(rating)
    if not wanted:
        return ()
    there = {
        Backing.NOTE: bool(answer.note),
        Backing.EVIDENCE: seen,
        Backing.ACTION: bool(answer.actions),
    }
    return tuple(one for one in wanted if not there[one])


def backing_flaws(criterion: Criterion, answer: Answer, path: KeyPath) -> Iterator[Flaw]:
    """What an answer should carry and does not, as warnings."""
    rating = answer.rating
    if rating is None:
        return
    seen = any(piece.seen.first_hand for piece in answer.evidence.values())
    missing = list(lacking(criterion, answer, rating, seen=seen))
    if rating in _USUAL and not answer.note and Backing.NOTE not in missing:
        missing.insert(0, Backing.NOTE)
    for one in missing:
        yield Flaw(path=path, what=_without(rating, one), hint=_until(rating), warning=True)


def requirement_flaws(criterion: Criterion, path: KeyPath) -> Iterator[Flaw]:
    """What is wrong with what a criterion requires."""
    for rating, wanted in criterion.requires.items():
        at = (*path, "requires", rating.value)
        for position, one in enumerate(wanted):
            if criterion.is_record:
                yield Flaw(path=at, what="a record is never rated, so no rating of it needs more")
                break
            if one not in _FITS[rating]:
                fitting = ", ".join(_FITS[rating]) or "nothing"
                what = f"'{rating}' cannot need {one.title}"
                yield Flaw(path=(*at, position), what=what, hint=f"it can need: {fitting}")


def _without(rating: Rating, lacks: Backing) -> str:
    match lacks:
        case Backing.NOTE if rating in _USUAL:
            return f"{rating.title} without a note that says why"
        case Backing.EVIDENCE:
            return f"{rating.title} without evidence that was seen"
        case _:
            return f"{rating.title} without {lacks.title}"


def _until(rating: Rating) -> str:
    return {
        Rating.MET: "until then it counts as partly met",
        Rating.NOT_APPLICABLE: "until then it counts as could not tell",
    }.get(rating, "")
