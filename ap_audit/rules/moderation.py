"""Two auditors' answers to one question, settled by a person: which stands, by whom and why.

Until then the lower is judged. Nothing of either is lost: what does not stand is kept as `other`.
"""

from datetime import date

from msgspec.structs import replace

from ap_audit.model.audit import Answer, Moderation, OtherAnswer
from ap_audit.model.words import Rating


def unsettled(answer: Answer) -> bool:
    """Whether a second auditor answered otherwise, and nobody has settled it."""
    other = answer.other
    if other is None or answer.moderated is not None:
        return False
    return (other.rating, other.grade) != (answer.rating or Rating.MET, answer.grade)


def second_standing(answer: Answer) -> Answer:
    """The second auditor's answer in the first's place, and the first's kept beside it.

    A reason why it does not apply is left out: a second auditor's has no place of its own.
    """
    if answer.other is None:
        return answer
    second = answer.other
    return replace(
        answer,
        rating=second.rating,
        grade=second.grade,
        reason=None,
        note=second.note,
        by=second.by,
        date=second.date,
        other=_as_other(answer),
    )


def settled(answer: Answer, before: Answer, *, by: str, today: date, reason: str) -> Answer:
    """The answer that stands from now on, as settled by *by*.

    Where it is neither of the two that stood *before*, the first's is told in the reason.
    """
    if not (_says_the_same(before, answer) or answer.other == _as_other(before)):
        facts = ", ".join(f"{name}: {text}" for name, text in before.values.items())
        said = before.rating.title if before.rating else facts
        reason = f"{reason} (Before: {said}{f', {before.by}' if before.by else ''}.)"
    return replace(answer, moderated=Moderation(by=by, date=today, reason=reason))


def _says_the_same(one: Answer, other: Answer) -> bool:
    return (one.rating, one.grade, one.values) == (other.rating, other.grade, other.values)


def _as_other(answer: Answer) -> OtherAnswer:
    return OtherAnswer(
        rating=answer.rating or Rating.MET,
        grade=answer.grade,
        note=answer.note or answer.reason,
        by=answer.by,
        date=answer.date,
    )
