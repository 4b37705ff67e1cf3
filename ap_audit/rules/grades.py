"""A checklist's own scale: what a word is worth, and what it counts as."""

from collections.abc import Iterator
from difflib import get_close_matches
from fractions import Fraction

from msgspec.structs import replace

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.audit import Answer, OtherAnswer
from ap_audit.model.checklist import Checklist, Grade
from ap_audit.model.words import Rating

_PLAIN = {Rating.NOT_MET: Fraction(0), Rating.PARTLY: Fraction(1, 2), Rating.MET: Fraction(1)}
_RATED = tuple(_PLAIN)


def best_first(scale: dict[str, Grade]) -> list[tuple[str, Grade]]:
    """The words of a scale, the best first."""
    return sorted(scale.items(), key=lambda item: Fraction(item[1].value), reverse=True)


def grade_of(scale: dict[str, Grade], answer: Answer, judged: Rating) -> Grade | None:
    """The grade that stands: not where an answer counts as something lower than it was given.

    Of two auditors' words until that is settled, the one that is worth less.
    """
    if not scale:
        return None
    grades = [scale.get(one.grade or "") for one in _given(answer) if one.rating is judged]
    found = [grade for grade in grades if grade is not None and grade.counts_as is judged]
    if len(found) < len(grades):
        return None
    return min(found, key=lambda grade: Fraction(grade.value), default=None)


def worth(scale: dict[str, Grade], answer: Answer, judged: Rating) -> Fraction:
    """What a rating is worth as judged.

    Without a word of the scale, the least that it may have meant; of two auditors' words, the
    lesser. Where it was lowered, the most: a better answer that is held down must not score less
    than a worse one that stands.
    """
    if not scale:
        return _PLAIN[judged]
    grade = grade_of(scale, answer, judged)
    if grade is not None:
        return Fraction(grade.value)
    values = _values(scale, judged) or [max(_below(scale, judged), default=Fraction(0))]
    stands = any(one.rating is judged for one in _given(answer))
    return min(values) if stands else max(values)


def _given(answer: Answer) -> tuple[Answer | OtherAnswer, ...]:
    """What the auditors said, while it is not settled whose answer stands."""
    if answer.other is None or answer.moderated is not None:
        return (answer,)
    return (answer, answer.other)


def with_rating(checklist: Checklist, answer: Answer) -> Answer:
    """An answer with the rating that its grade counts as, where only the grade is given."""
    grade = checklist.scale.get(answer.grade or "")
    if grade is None or answer.rating is not None:
        return answer
    return replace(answer, rating=grade.counts_as)


def grade_flaws(scale: dict[str, Grade], answer: Answer, path: KeyPath) -> Iterator[Flaw]:
    """What is wrong with the grades of an answer: its own, a second auditor's, the provider's."""
    yield from _flaws(scale, answer, path)
    for name, other in (("other", answer.other), ("claim", answer.claim)):
        if other is not None:
            yield from _flaws(scale, other, (*path, name), judged=name == "other")


def _flaws(
    scale: dict[str, Grade], answer: Answer | OtherAnswer, path: KeyPath, *, judged: bool = True
) -> Iterator[Flaw]:
    rated = answer.rating is not None and answer.rating.rated
    if answer.grade is None:
        if scale and rated and judged:
            what = "no word of this checklist's scale is given"
            hint = f"add grade: and one of: {', '.join(scale)}; until then the lowest counts"
            yield Flaw(path=(*path, "rating"), what=what, hint=hint, warning=True)
        return
    at = (*path, "grade")
    grade = scale.get(answer.grade)
    if grade is None:
        close = get_close_matches(answer.grade, scale, n=1)
        known = f"did you mean '{close[0]}'?" if close else f"it has: {', '.join(scale) or 'none'}"
        yield Flaw(path=at, what=f"'{answer.grade}' is not in this checklist's scale", hint=known)
    elif answer.rating is not grade.counts_as:
        what = f"'{answer.grade}' counts as {grade.counts_as.title} here"
        yield Flaw(path=at, what=what, hint=f"write rating: {grade.counts_as}, or another grade")


def scale_flaws(scale: dict[str, Grade]) -> Iterator[Flaw]:
    """What is wrong with a scale: a better word must never be worth less."""
    for word, grade in scale.items():
        at = ("scale", word)
        if not grade.counts_as.rated:
            yield Flaw(path=(*at, "counts_as"), what="a word counts as met, partly or not-met")
            continue
        if word in set(Rating) and word != grade.counts_as:
            yield Flaw(path=at, what=f"'{word}' means something else everywhere", at_key=True)
        if Fraction(grade.value) > 1:
            yield Flaw(path=(*at, "value"), what="is more than 1, and 1 is all that can be met")
        if Fraction(grade.value) < max(_below(scale, grade.counts_as), default=Fraction(0)):
            what = "is worth less than a word that counts as a lower rating"
            yield Flaw(path=(*at, "value"), what=what)
    if scale and Fraction(1) not in _values(scale, Rating.MET):
        what = "no word of the scale counts as met and is worth 1"
        yield Flaw(path=("scale",), what=what, hint="the best answer must be able to score in full")


def _values(scale: dict[str, Grade], rating: Rating) -> list[Fraction]:
    return [Fraction(grade.value) for grade in scale.values() if grade.counts_as is rating]


def _below(scale: dict[str, Grade], rating: Rating) -> list[Fraction]:
    lower = _RATED[: _RATED.index(rating)]
    return [value for one in lower for value in _values(scale, one)]
