"""Weights added up, as a governor could check them by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from msgspec.structs import replace

from ap_audit.model.audit import Answer, Audit
from ap_audit.model.checklist import Checklist
from ap_audit.model.words import Rating
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Assessment, Sums
from tests.builders import (
    CALENDAR,
    INTEGER,
    TODAY,
    answer,
    checklist,
    criterion,
    fact,
    gateway,
    judged,
    key,
    section,
    shown,
)
from tests.rules.generated import cases

MET, PARTLY, NOT_MET, CANNOT_TELL, NOT_APPLICABLE, NOT_CHECKED = Rating
OUT = Answer(rating=NOT_APPLICABLE, reason="No cars.")
# Weights 3, 2, 1: a gateway, a key and a standard criterion.
WHOLE = checklist(
    gateway("g"), key("k"), criterion("s", not_applicable="with-reason"), fact("f", number=INTEGER)
)


@pytest.mark.parametrize(
    ("g", "k", "s", "points", "rated", "applicable"),
    [
        (shown(), MET, MET, "6", 6, 6),
        (shown(), PARTLY, NOT_MET, "4", 6, 6),
        (NOT_MET, PARTLY, MET, "2", 6, 6),
        (shown(), MET, CANNOT_TELL, "5", 5, 6),
        (shown(), NOT_CHECKED, PARTLY, "7/2", 4, 6),
        (shown(), MET, OUT, "5", 5, 5),
        (NOT_CHECKED, CANNOT_TELL, OUT, "0", 0, 5),
    ],
)
def test_sums(
    g: Answer | Rating, k: Rating, s: Answer | Rating, points: str, rated: int, applicable: int
) -> None:
    """Met counts its weight, partly half; what is not known only applies; records are in no sum."""
    found = judged(WHOLE, {"g": g, "k": k, "s": s, "f": answer(None, number="1")}).total

    assert (found.points, found.rated, found.applicable) == (Fraction(points), rated, applicable)


def test_counts_and_verified() -> None:
    """How many of each rating, and the weight that rests on evidence; a record is in neither."""
    found = judged(WHOLE, {"g": shown(), "k": MET, "s": OUT, "f": answer(None, number="1")}).total

    assert found.counts == ((MET, 2), (NOT_APPLICABLE, 1))
    assert found.verified == 3


def test_sections_add_up() -> None:
    """The whole is the sum of its sections' items, never an average of averages."""
    whole = checklist(section("a", key("k")), section("b", criterion("s"), criterion("t")))
    found = judged(whole, {"k": MET, "s": NOT_MET, "t": PARTLY})

    assert [result.sums.score for result in found.sections] == [Fraction(1), Fraction(1, 4)]
    assert found.total.score == Fraction(5, 8)


@pytest.mark.parametrize(
    ("floor", "ratings", "below"),
    [
        (50, (MET, NOT_MET), False),
        (51, (MET, NOT_MET), True),
        (50, (MET, CANNOT_TELL), False),
        (51, (MET, CANNOT_TELL), True),
        (34, (MET, NOT_MET, NOT_MET), True),
        (33, (MET, NOT_MET, NOT_MET), False),
        (None, (NOT_MET, NOT_MET), False),
        (100, (), False),
    ],
)
def test_floors(floor: int | None, ratings: tuple[Rating, ...], *, below: bool) -> None:
    """A floor is held against the worst case, exactly: what is unknown counts as not met."""
    names = [f"s{number}" for number in range(len(ratings))]
    whole = checklist(section("a", fact("f"), *map(criterion, names), floor=floor))
    (found,) = judged(whole, dict(zip(names, ratings, strict=True))).sections

    assert found.below_floor is below


@given(cases())
def test_what_does_not_apply_changes_no_score(case: tuple[Checklist, Audit]) -> None:
    """One more question that does not apply leaves every sum and the verdict as they are."""
    whole, before = case
    more = criterion("more", not_applicable="with-reason")
    last = whole.sections[-1]
    longer = replace(
        whole,
        sections=(*whole.sections[:-1], replace(last, criteria=(*last.criteria, more))),
    )
    one = assess(whole, before, TODAY, CALENDAR)
    other = assess(longer, before.with_answer(more.key, OUT), TODAY, CALENDAR)

    for old, new in zip((one.total, *_sums(one)), (other.total, *_sums(other)), strict=True):
        assert new.count(NOT_APPLICABLE) in (
            old.count(NOT_APPLICABLE),
            old.count(NOT_APPLICABLE) + 1,
        )
        assert (new.points, new.rated, new.applicable) == (old.points, old.rated, old.applicable)
    assert one.verdict == other.verdict


def _sums(found: Assessment) -> tuple[Sums, ...]:
    return tuple(result.sums for result in found.sections)


@given(cases())
def test_the_range_holds_the_score(case: tuple[Checklist, Audit]) -> None:
    """The worst case is never above the best, and shares lie between nothing and the whole."""
    found = assess(*case, TODAY, CALENDAR).total
    shares = (found.score, found.coverage, found.worst, found.best, found.verified_share)

    assert all(0 <= share <= 1 for share in shares if share is not None)
    if found.worst is not None and found.best is not None:
        assert found.worst <= found.best
        assert found.score is None or found.worst <= found.score <= found.best
