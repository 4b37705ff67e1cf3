from datetime import date

import pytest

from ap_audit.report.dates import Watched
from ap_audit.report.timeline import timeline

KIND = "Evidence stops counting"
TODAY = date(2026, 11, 23)


def test_nothing_to_watch_draws_nothing() -> None:
    """There is no empty figure."""
    assert timeline((), TODAY) is None


def test_only_what_lies_beyond_the_year_draws_nothing() -> None:
    """It stands in the table."""
    assert timeline((Watched(date(2028, 1, 1), KIND, "x"),), TODAY) is None


def test_the_months_run_from_this_one_for_a_year() -> None:
    """The month of judging and the twelve after it."""
    found = timeline((Watched(date(2026, 12, 1), KIND, "x"),), TODAY)
    assert found is not None
    assert " ".join(found.months) == "Nov Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov"


@pytest.mark.parametrize(
    ("on", "at"),
    [
        pytest.param(date(2026, 11, 23), 57, id="today, late in the first of thirteen months"),
        pytest.param(date(2027, 6, 1), 539, id="the first day of the eighth"),
        pytest.param(date(2027, 11, 30), 998, id="the last day of the last"),
    ],
)
def test_a_day_stands_in_its_month(on: date, at: int) -> None:
    """Months are equally wide, so that their names can stand under them."""
    found = timeline((Watched(on, KIND, "x"),), TODAY)
    assert found is not None
    assert [needle.at for needle in found.needles] == [at]


def test_more_on_one_day_makes_a_taller_needle() -> None:
    """The tallest reaches the top; none is too short to see."""
    busy, quiet = date(2027, 1, 5), date(2027, 3, 5)
    found = timeline(
        (
            Watched(busy, KIND, "a"),
            Watched(busy, KIND, "b"),
            Watched(busy, KIND, "c"),
            Watched(quiet, KIND, "d"),
        ),
        TODAY,
    )
    assert found is not None
    assert [needle.top for needle in found.needles] == [0, 444]


def test_it_says_in_words_what_it_shows() -> None:
    """Also how many dates lie beyond it."""
    days = (Watched(date(2026, 12, 7), KIND, "a"), Watched(date(2027, 1, 5), KIND, "b"))
    found = timeline((*days, Watched(date(2029, 1, 1), KIND, "c")), TODAY)
    assert found is not None
    assert found.says == (
        "2 things run out on 2 days in the next twelve months:"
        " the first on 7 December 2026, the last on 5 January 2027."
    )
    assert found.later == "1 date lies beyond that."
    one = timeline(days[:1], TODAY)
    assert one is not None
    assert one.says == ("1 thing runs out on 1 day in the next twelve months: 7 December 2026.")
