"""What is always true of judging, held over generated checklists and audits."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from msgspec.structs import replace

from ap_audit.model.audit import NOTHING_SAID, Answer, Audit, OtherAnswer
from ap_audit.model.checklist import Checklist
from ap_audit.model.words import Rating, Rung
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Sums, Verdict
from ap_audit.rules.conformity import conformity
from ap_audit.rules.soundness import soundness
from tests.builders import CALENDAR, REGISTER, TODAY
from tests.rules.generated import cases

LADDER = (Rating.NOT_MET, Rating.PARTLY, Rating.MET)
OPEN = (Rating.CANNOT_TELL, Rating.NOT_CHECKED)


@given(cases())
def test_every_generated_case_is_one_that_judging_accepts(case: tuple[Checklist, Audit]) -> None:
    """The properties below speak of sound checklists, and of audits that conform to them."""
    whole, drawn = case

    assert [flaw for flaw in soundness(whole, REGISTER) if not flaw.warning] == []
    assert [flaw for flaw in conformity(whole, drawn) if not flaw.warning] == []


@given(cases())
def test_a_better_rating_never_hurts(case: tuple[Checklist, Audit]) -> None:
    """Raising a rating along not met, partly, met never lowers a score or a verdict.

    Where a second auditor left the question open, the raised rating does not stand, and the promise
    is about the rating that stands.
    """
    whole, drawn = case
    for steps in _raised(whole, drawn):
        for first, second in pairwise(assess(whole, step, TODAY, CALENDAR) for step in steps):
            assert _place(whole, second.verdict) >= _place(whole, first.verdict)
            assert _not_lower(first.total, second.total)
            for old, new in zip(first.sections, second.sections, strict=True):
                assert _not_lower(old.sums, new.sums)


@given(cases())
def test_leaving_something_out_never_helps(case: tuple[Checklist, Audit]) -> None:
    """Nothing left open, and no value, note or piece of evidence taken away, lifts a verdict.

    Nor does taking back that a whole section does not apply. Not from the two lowest rungs to the
    others, nor from the third to the fourth.
    """
    whole, drawn = case
    for fuller, poorer in _poorer(whole, drawn):
        least = min(_band(whole, one) for one in fuller)
        for one in poorer:
            assert _band(whole, one) <= least


def _place(whole: Checklist, found: Verdict) -> tuple[int, int]:
    """Where on the ladder, further rungs included."""
    bands = [*whole.bands(), ""]
    return found.rung.rank, bands.index(found.band) if found.rung is Rung.CLEAR else 0


def _band(whole: Checklist, audit: Audit) -> tuple[int, int]:
    """Where on the ladder an audit stands; the two lowest rungs are one."""
    return max(_place(whole, assess(whole, audit, TODAY, CALENDAR).verdict), (2, 0))


def _not_lower(old: Sums, new: Sums) -> bool:
    return old.score is None or new.score is None or new.score >= old.score


def _raised(whole: Checklist, drawn: Audit) -> Iterator[list[Audit]]:
    """For each criterion that can be rated, the audit with better and better ratings."""
    for criterion in whole.criteria():
        answer = drawn.answer(criterion.key)
        if criterion.is_record or _second_left_open(answer):
            continue
        for steps in (LADDER, *_better_words(whole)):
            yield [drawn.with_answer(criterion.key, _with(whole, answer, step)) for step in steps]


def _with(whole: Checklist, answer: Answer, step: Rating | str) -> Answer:
    """The answer with a rating, or with a word of the checklist's own scale."""
    if isinstance(step, Rating):
        return replace(answer, rating=step, grade=None)
    return replace(answer, rating=whole.scale[step].counts_as, grade=step)


def _better_words(whole: Checklist) -> Iterator[tuple[str, str]]:
    """Each word with each that is worth no less and counts as no less."""
    for low, less in whole.scale.items():
        for high, more in whole.scale.items():
            better = LADDER.index(more.counts_as) >= LADDER.index(less.counts_as)
            if low != high and better and Fraction(more.value) >= Fraction(less.value):
                yield low, high


def _second_left_open(answer: Answer) -> bool:
    other = answer.other
    return other is not None and answer.moderated is None and not other.rating.rated


def _poorer(whole: Checklist, drawn: Audit) -> Iterator[tuple[list[Audit], list[Audit]]]:
    """Audits, and the same with something left out, for every way to leave something out."""
    for section in drawn.sections:
        yield [drawn], [drawn.with_section(section, NOTHING_SAID)]
    for criterion in whole.criteria():
        answer = drawn.answer(criterion.key)
        for fuller, poorer in _left_out(answer, record=criterion.is_record):
            yield (
                [drawn.with_answer(criterion.key, one) for one in fuller],
                [drawn.with_answer(criterion.key, one) for one in poorer],
            )


def _left_out(answer: Answer, *, record: bool) -> Iterator[tuple[list[Answer], list[Answer]]]:
    # Each way of leaving a question open is as good as the other, so they stand on both sides.
    ratings = [None, Rating.NOT_APPLICABLE, *OPEN] if record else list(Rating)
    plain = replace(answer, grade=None)
    left_open = [replace(plain, rating=rating) for rating in OPEN]
    yield [answer, *(replace(plain, rating=rating) for rating in ratings)], left_open
    if answer.other is not None:
        left_open = [replace(answer, other=OtherAnswer(rating=rating)) for rating in OPEN]
        yield [answer, *left_open], left_open
    yield [answer], [replace(answer, note=None)]
    for name in answer.values:
        kept = {key: text for key, text in answer.values.items() if key != name}
        yield [answer], [replace(answer, values=kept)]
    for name in answer.evidence:
        rest = {key: piece for key, piece in answer.evidence.items() if key != name}
        yield [answer], [replace(answer, evidence=rest)]
