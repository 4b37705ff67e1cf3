"""Which rating of an answer stands, before anything is computed from it."""

from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Criterion
from ap_audit.model.words import Rating
from ap_audit.rules.backing import lacking
from ap_audit.rules.values import lacks_a_value

_ORDER = {
    Rating.NOT_MET: 0,
    Rating.CANNOT_TELL: 1,
    Rating.NOT_CHECKED: 1,
    Rating.PARTLY: 2,
    Rating.MET: 3,
}


def recorded_rating(criterion: Criterion, answer: Answer) -> Rating:
    """The rating as answered. A record criterion counts as met once its values are there.

    Where a second auditor answered too, the lower of the two stands until it is moderated; "does
    not apply" stands only where both say so, and until then is taken for "could not tell".
    """
    return _of_two(_own(criterion, answer), answer)


def standing_rating(criterion: Criterion, answer: Answer, recorded: Rating) -> Rating:
    """The rating that counts: "does not apply" without an accepted reason is "could not tell"."""
    if recorded.excused and not accepted(criterion, answer):
        return Rating.CANNOT_TELL
    return recorded


def left_open(criterion: Criterion, answer: Answer, standing: Rating) -> bool:
    """Whether an answer leaves its question open, although a value may stand with it.

    A record whose second value is missing is not yet checked, and its first still says something.
    """
    if standing.unknown and criterion.is_record:
        standing = standing_rating(criterion, answer, _of_two(_of_fact(answer), answer))
    return standing.unknown


def lower(one: Rating, other: Rating) -> Rating:
    """The lower of two ratings: not met, then not known, then partly, then met."""
    return one if _ORDER[one] <= _ORDER[other] else other


def accepted(criterion: Criterion, answer: Answer) -> bool:
    """Whether an answer of "does not apply" is one that the criterion allows."""
    backed = not lacking(criterion, answer, Rating.NOT_APPLICABLE, seen=False)
    return backed and reason_accepted(criterion, answer)


def reason_accepted(criterion: Criterion, answer: Answer) -> bool:
    """Whether the reason why a question does not apply is one that the criterion allows."""
    allowed = criterion.not_applicable
    if allowed == "never":
        return False
    if allowed == "with-reason":
        return bool(answer.reason)
    return answer.reason in allowed


def _of_two(own: Rating, answer: Answer) -> Rating:
    if answer.other is None or answer.moderated is not None:
        return own
    other = answer.other.rating
    return own if own is other else lower(_doubted(own), _doubted(other))


def _doubted(rating: Rating) -> Rating:
    return Rating.CANNOT_TELL if rating is Rating.NOT_APPLICABLE else rating


def _own(criterion: Criterion, answer: Answer) -> Rating:
    if not criterion.is_record:
        return answer.rating or Rating.NOT_CHECKED
    rating = _of_fact(answer)
    incomplete = rating is Rating.MET and lacks_a_value(criterion, answer)
    return Rating.NOT_CHECKED if incomplete else rating


def _of_fact(answer: Answer) -> Rating:
    """The rating of a record as far as its values are there: met, unless words leave it open.

    Also "not yet checked" beside a value: it is not overlooked.
    """
    rating = answer.rating
    return Rating.MET if rating is None or rating.rated else rating
