from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ap_audit.model.audit import Answer
from ap_audit.model.checklist import RungWords
from ap_audit.model.words import Depth, Rating, Rung
from ap_audit.rules.assessment import Assessment, Sums, Verdict
from ap_audit.rules.ranking import Candidate, Ranking, falls_short, ranking, weak_at_several
from tests.builders import checklist, fact, gateway, judged, key, section, shown

WHOLE = checklist(section("one", fact("about"), gateway("g1"), key("k1"), key("k2")))
BANDS = {name: RungWords(title=name, says=name) for name in ("improve", "fair")}
MET: dict[str, Answer | Rating] = {"g1": shown(), "k1": Rating.MET, "k2": Rating.MET}


def candidate(slug: str, found: Assessment, depth: Depth = Depth.CORE) -> Candidate:
    """A provider of this assessment."""
    return Candidate(slug=slug, checklist=WHOLE, depth=depth, assessment=found)


def made(slug: str, rung: Rung, points: int, rated: int = 100, band: str = "") -> Candidate:
    """A candidate of a hundred applicable points, at this rung."""
    found = judged(WHOLE, MET)
    verdict = Verdict(rung=rung, title="", says="", because=(), conditions=(), band=band)
    sums = Sums(points=Fraction(points), rated=rated, applicable=100)
    whole = replace(WHOLE, verdicts={**WHOLE.verdicts, **BANDS})
    return Candidate(
        slug=slug,
        checklist=whole,
        depth=Depth.CORE,
        assessment=replace(found, verdict=verdict, total=sums),
    )


def places(found: Ranking) -> list[tuple[str, int | None]]:
    """Who stands where."""
    return [(one.candidate.slug, one.place) for one in found.placed]


def test_the_advice_goes_before_any_score() -> None:
    """One failed gateway outweighs every score."""
    found = ranking((made("a", Rung.STOP, 99), made("b", Rung.CONDITIONS, 50)))
    assert places(found) == [("b", 1), ("a", 2)]
    assert found.refused == ""


def test_the_worst_case_goes_before_the_score() -> None:
    """What is not known counts as not met, so leaving a question out gains nothing."""
    found = ranking((made("few", Rung.CLEAR, 80, 80), made("all", Rung.CLEAR, 81)))
    assert places(found) == [("all", 1), ("few", 2)]


def test_equals_share_a_place() -> None:
    """Two of the same advice and worst case are both first, and the next is third."""
    found = ranking(
        (made("c", Rung.STOP, 90), made("b", Rung.CLEAR, 90), made("a", Rung.CLEAR, 90))
    )
    assert places(found) == [("a", 1), ("b", 1), ("c", 3)]


def test_further_rungs_are_rungs() -> None:
    """A further rung stands below the best whatever the score."""
    worst, better = BANDS
    found = ranking(
        (
            made("a", Rung.CLEAR, 99, band=worst),
            made("b", Rung.CLEAR, 90, band=better),
            made("c", Rung.CLEAR, 80),
        )
    )
    assert places(found) == [("c", 1), ("b", 2), ("a", 3)]


@pytest.mark.parametrize(
    ("rated", "says"),
    [
        (79, "Only 79 % of what applies has been rated; to be ranked, at least 80 % must be."),
        (0, "Only 0 % of"),
    ],
    ids=["just below", "nothing"],
)
def test_too_little_known_has_no_place(rated: int, says: str) -> None:
    """It stands beside the others, with the reason, and takes no place from them."""
    found = ranking((made("thin", Rung.CONDITIONS, rated, rated), made("a", Rung.STOP, 90)))
    assert places(found) == [("thin", None), ("a", 1)]
    assert says in found.placed[0].because


def test_nothing_that_applies_has_no_place() -> None:
    """There is no coverage to speak of."""
    empty = candidate("empty", judged(checklist(fact("about")), {}))
    assert places(ranking((empty,))) == [("empty", None)]


def test_different_editions_are_not_ranked() -> None:
    """They were asked different questions; by advice alone they are put in order."""
    newer = made("newer", Rung.STOP, 99)
    newer = replace(newer, checklist=replace(newer.checklist, version="2"))
    found = ranking((newer, made("older", Rung.CLEAR, 1)))
    assert places(found) == [("older", None), ("newer", None)]
    assert found.refused == (
        "They were asked different questions (test@1 and test@2), so nobody is ranked."
    )


def test_different_depths_are_not_ranked() -> None:
    """An audit of full depth is judged on more."""
    full = candidate("full", judged(WHOLE, MET), Depth.FULL)
    found = ranking((full, candidate("core", judged(WHOLE, MET))))
    assert "core depth" in found.refused
    assert places(found) == [("core", None), ("full", None)]


@given(
    st.lists(
        st.tuples(st.sampled_from(list(Rung)), st.integers(0, 100), st.integers(0, 100)),
        min_size=1,
        max_size=6,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_is_total(drawn: list[tuple[Rung, int, int]], shuffle: object) -> None:
    """The same whatever the order they come in, everybody once, no worse rung above a better."""
    given_ = [
        made(f"p{number}", rung, min(points, rated), rated)
        for number, (rung, points, rated) in enumerate(drawn)
    ]
    found = ranking(tuple(given_))
    shuffled = list(given_)
    shuffle.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives it no type
    assert ranking(tuple(shuffled)) == found
    assert sorted(one.candidate.slug for one in found.placed) == [one.slug for one in given_]
    ranks = [one.candidate.assessment.verdict.rung.rank for one in found.placed]
    assert ranks == sorted(ranks, reverse=True)
    numbers = [one.place for one in found.placed if one.place is not None]
    assert numbers == sorted(numbers)
    assert numbers[:1] in ([], [1])


def test_weak_at_several() -> None:
    """What is short at one is that one's matter; gateways stand first."""
    found = weak_at_several(
        (
            candidate("a", judged(WHOLE, {**MET, "k1": Rating.PARTLY, "k2": Rating.NOT_MET})),
            candidate("b", judged(WHOLE, {**MET, "k1": Rating.CANNOT_TELL})),
            candidate("c", judged(WHOLE, {**MET, "g1": Rating.MET, "k1": Rating.NOT_MET})),
            candidate("d", judged(WHOLE, {**MET, "g1": Rating.NOT_MET})),
        )
    )
    assert [(one.outcome.id, one.slugs) for one in found] == [
        ("g1", ("c", "d")),
        ("k1", ("a", "b", "c")),
    ]


def test_facts_never_fall_short() -> None:
    """A fact is recorded or not, and nothing is rated."""
    found = judged(WHOLE, MET)
    assert [outcome.id for outcome in found.outcomes if falls_short(outcome)] == []
