"""What is always true of judging, held over generated checklists and audits."""

from collections.abc import Iterator
from fractions import Fraction

from hypothesis import given, settings
from msgspec.structs import replace

from ap_audit.model.audit import Answer, Audit, OtherAnswer
from ap_audit.model.checklist import Checklist
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating, Rung
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Sums, Verdict
from ap_audit.rules.conformity import conformity
from ap_audit.rules.soundness import soundness
from tests.builders import CALENDAR, REGISTER, TODAY
from tests.rules.generated import cases

LADDER = (Rating.NOT_MET, Rating.PARTLY, Rating.MET)
OFTEN = 4 * settings().max_examples
OPEN = (Rating.CANNOT_TELL, Rating.NOT_CHECKED)


@given(cases())
def test_every_generated_case_is_one_that_judging_accepts(case: tuple[Checklist, Audit]) -> None:
    """The properties below speak of sound checklists, and of audits that conform to them."""
    whole, given_audit = case

    assert [flaw for flaw in soundness(whole, REGISTER) if not flaw.warning] == []
    assert [flaw for flaw in conformity(whole, given_audit) if not flaw.warning] == []


@given(cases())
@settings(max_examples=OFTEN)
def test_a_better_rating_never_hurts(case: tuple[Checklist, Audit]) -> None:
    """Raising a rating along not met, partly, met never lowers a score or a verdict.

    Where a second auditor left the question open, the raised rating does not stand, and the promise
    is about the rating that stands.
    """
    whole, before = case
    first = assess(whole, before, TODAY, CALENDAR)
    for after in _raised(whole, before):
        second = assess(whole, after, TODAY, CALENDAR)

        assert _place(whole, second.verdict) >= _place(whole, first.verdict)
        assert _not_lower(first.total, second.total)
        for old, new in zip(first.sections, second.sections, strict=True):
            assert _not_lower(old.sums, new.sums)


@given(cases())
@settings(max_examples=OFTEN)
def test_leaving_something_out_never_helps(case: tuple[Checklist, Audit]) -> None:
    """Nothing left open, and no value, note or piece of evidence taken away, lifts a verdict.

    Not from the two lowest rungs to the others, nor from the third to the fourth.
    """
    whole, before = case
    first = _place(whole, assess(whole, before, TODAY, CALENDAR).verdict)
    for after in _poorer(before):
        second = _place(whole, assess(whole, after, TODAY, CALENDAR).verdict)

        assert max(second, (2, 0)) <= max(first, (2, 0))


def _place(whole: Checklist, found: Verdict) -> tuple[int, int]:
    """Where on the ladder, further rungs included."""
    bands = [*whole.bands(), ""]
    return found.rung.rank, bands.index(found.band) if found.rung is Rung.CLEAR else 0


def _not_lower(old: Sums, new: Sums) -> bool:
    return old.score is None or new.score is None or new.score >= old.score


def _raised(whole: Checklist, before: Audit) -> Iterator[Audit]:
    known = whole.by_id()
    for name, given_answer in before.answers.items():
        if known[CriterionId(name)].is_record or _second_left_open(given_answer):
            continue
        for higher in _higher(given_answer.rating):
            raised = replace(given_answer, rating=higher, grade=None)
            yield before.with_answer(CriterionId(name), raised)
        for word in _better_words(whole, given_answer):
            rating = whole.scale[word].counts_as
            raised = replace(given_answer, rating=rating, grade=word)
            yield before.with_answer(CriterionId(name), raised)


def _better_words(whole: Checklist, given_answer: Answer) -> Iterator[str]:
    """The words that are worth more and count as no less."""
    now = whole.scale.get(given_answer.grade or "")
    for word, grade in whole.scale.items():
        if now is None or Fraction(grade.value) < Fraction(now.value):
            continue
        if LADDER.index(grade.counts_as) >= LADDER.index(now.counts_as):
            yield word


def _second_left_open(given_answer: Answer) -> bool:
    other = given_answer.other
    return other is not None and given_answer.moderated is None and not other.rating.rated


def _higher(rating: Rating | None) -> tuple[Rating, ...]:
    return LADDER[LADDER.index(rating) + 1 :] if rating in LADDER else ()


def _poorer(before: Audit) -> Iterator[Audit]:
    for name, given_answer in before.answers.items():
        for changed in _poorer_answers(given_answer):
            yield before.with_answer(CriterionId(name), changed)


def _poorer_answers(given_answer: Answer) -> Iterator[Answer]:
    for rating in OPEN:
        yield replace(given_answer, rating=rating)
        if given_answer.other is not None:
            yield replace(given_answer, other=OtherAnswer(rating=rating))
    if given_answer.note:
        yield replace(given_answer, note=None)
    for name in given_answer.values:
        kept = {key: text for key, text in given_answer.values.items() if key != name}
        yield replace(given_answer, values=kept)
    for name in given_answer.evidence:
        rest = {key: piece for key, piece in given_answer.evidence.items() if key != name}
        yield replace(given_answer, evidence=rest)
