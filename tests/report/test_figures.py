from fractions import Fraction

import pytest

from ap_audit.model.wording import percent
from ap_audit.model.words import Rating
from ap_audit.report.figures import bar, counts_say, figures, range_bar
from ap_audit.report.wording import MET, NOT_MET, PARTLY
from ap_audit.rules.assessment import Sums


@pytest.mark.parametrize(
    ("share", "whole", "two"),
    [
        (Fraction(9, 13), "69 %", "69.23 %"),
        (Fraction(12, 13), "92 %", "92.30 %"),
        (Fraction(8996, 10000), "89 %", "89.96 %"),
        (Fraction(899999, 1000000), "89 %", "89.99 %"),
        (Fraction(1, 3), "33 %", "33.33 %"),
        (Fraction(2, 3), "66 %", "66.66 %"),
        (Fraction(199999, 200000), "99 %", "99.99 %"),
        (Fraction(1), "100 %", "100.00 %"),
        (Fraction(0), "0 %", "0.00 %"),
        (Fraction(1, 1000), "0 %", "0.10 %"),
    ],
)
def test_percentages_are_cut_and_never_rounded_up(share: Fraction, whole: str, two: str) -> None:
    """89.96 % is never said to be 90 %, and what is short of the whole is never 100 %."""
    assert (percent(share), percent(share, 2)) == (whole, two)


@pytest.mark.parametrize(
    ("sums", "points", "covered", "between"),
    [
        (
            Sums(points=Fraction(9), rated=13, applicable=15),
            "9 of 13 = 69.23 %",
            "13 of 15 = 86.66 %",
            "60.00 % to 73.33 %",
        ),
        (
            Sums(points=Fraction(12), rated=13, applicable=15),
            "12 of 13 = 92.30 %",
            "13 of 15 = 86.66 %",
            "80.00 % to 93.33 %",
        ),
        (
            Sums(points=Fraction(9), rated=10, applicable=15),
            "9 of 10 = 90.00 %",
            "10 of 15 = 66.66 %",
            "60.00 % to 93.33 %",
        ),
    ],
    ids=["not-met", "met", "cannot-tell"],
)
def test_the_worked_example_of_the_design(
    sums: Sums, points: str, covered: str, between: str
) -> None:
    """The three rows of the design's table come out as printed there."""
    found = figures(sums)
    assert (found.points, found.covered, found.range_exact) == (points, covered, between)


def test_a_score_is_never_said_without_its_coverage() -> None:
    """The sentence that gives the score gives the coverage and the range with it."""
    says = figures(Sums(points=Fraction(9), rated=10, applicable=15)).says
    assert says.startswith("Score 90 % of what was rated; 66 % of what applies was rated.")
    assert "range 60 % to 93 %" in says


def test_nothing_rated_is_neither_0_nor_100() -> None:
    """With nothing rated there is no score; the range is everything."""
    found = figures(Sums(applicable=15))
    assert (found.score, found.coverage, found.range) == ("none rated", "0 %", "0 % to 100 %")


def test_where_nothing_applies_there_are_no_numbers() -> None:
    """A section of facts alone has dashes for numbers."""
    found = figures(Sums())
    assert (found.score, found.coverage, found.range) == ("–", "–", "–")
    assert found.says == "No rated question applies here, so there is no score."


def test_everything_rated_leaves_no_range() -> None:
    """Where all is rated, worst and best are the same figure, said once."""
    found = figures(Sums(points=Fraction(3), rated=4, applicable=4))
    assert found.range == "75 %"
    assert "Everything that applies was rated." in found.says


def test_counts_say_each_rating_in_words() -> None:
    """Counts come in the order of the scale, in words, with a plural where there is one."""
    counts = ((Rating.NOT_APPLICABLE, 1), (Rating.MET, 2), (Rating.NOT_CHECKED, 3))
    assert counts_say(Sums(counts=counts)) == "2 met, 1 does not apply, 3 not yet checked"
    assert counts_say(Sums(counts=((Rating.NOT_APPLICABLE, 2),))) == "2 do not apply"


def test_a_bar_is_always_full() -> None:
    """Thirds do not leave a thousandth over."""
    segments = bar([(MET, 1), (PARTLY, 1), (NOT_MET, 1)], says="thirds").segments
    assert [(part.start, part.width) for part in segments] == [(0, 333), (333, 333), (666, 334)]


def test_a_bar_of_nothing_has_no_parts() -> None:
    """Where nothing applies, no bar is drawn."""
    assert bar([(MET, 0)], says="nothing").segments == ()


def test_a_range_bar_runs_from_worst_to_best() -> None:
    """In thousandths, cut; the score and the floor are marked on it."""
    found = range_bar(Sums(points=Fraction(9), rated=10, applicable=15), 60)
    assert found is not None
    assert (found.low, found.width, found.score, found.floor) == (600, 333, 900, 600)
    assert found.says == "Range 60 % to 93 %, score 90 % and floor 60 %."


def test_a_range_bar_without_a_score_or_a_floor_marks_neither() -> None:
    """Nothing rated: anything from 0 to 100 % is possible."""
    found = range_bar(Sums(applicable=4), None)
    assert found is not None
    assert (found.low, found.width, found.score, found.floor) == (0, 1000, None, None)
    assert found.says == "Range 0 % to 100 %."
    assert range_bar(Sums(), 60) is None
