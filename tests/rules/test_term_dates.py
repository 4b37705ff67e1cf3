from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.term import Break, Term
from ap_audit.model.workspace import Settings
from ap_audit.rules.term_dates import term_flaws
from tests.terms import AUTUMN, SPRING, SUMMER


def flaws(**terms: Term) -> list[tuple[tuple[str | int, ...], str, bool]]:
    """What is wrong with these terms: where, what, and whether it only warns."""
    settings = Settings(format="ap-audit/workspace@1", school="Ash Vale School", terms=terms)
    return [(flaw.path, flaw.what, flaw.warning) for flaw in term_flaws(settings)]


def test_sound() -> None:
    """A school year as schools write it has no flaw, in whatever order its terms stand."""
    assert flaws(summer=SUMMER, autumn=AUTUMN, spring=SPRING) == []


def test_touching() -> None:
    """A term may begin the day after another has ended, and not on the same day."""
    first = Term(start=date(2026, 9, 1), end=date(2026, 10, 23))
    second = Term(start=date(2026, 10, 24), end=date(2026, 12, 18))

    assert flaws(first=first, second=second) == []
    assert flaws(first=first, second=replace(second, start=first.end)) == [
        (
            ("terms", "second", "start"),
            "the term begins before 'first' has ended, on 23 October 2026",
            False,
        )
    ]


BACKWARDS = Break(start=date(2026, 10, 30), end=date(2026, 10, 26))
OUTSIDE = Break(start=date(2026, 12, 14), end=date(2026, 12, 18))


@pytest.mark.parametrize(
    ("term", "path", "what", "warning"),
    [
        pytest.param(
            Term(start=date(2026, 9, 2), end=date(2026, 9, 1)),
            ("end",),
            "the term ends before it begins, on 2 September 2026",
            False,
            id="backwards",
        ),
        pytest.param(
            Term(start=date(2026, 9, 2), end=date(2027, 12, 18)),
            ("end",),
            "the term would last 472 days",
            False,
            id="a wrong year",
        ),
        pytest.param(
            Term(start=date(1926, 9, 2), end=date(1926, 12, 18)),
            ("start",),
            "the term is not in the years 2000 to 2090",
            False,
            id="another century",
        ),
        pytest.param(
            replace(AUTUMN, half_term=BACKWARDS),
            ("half_term", "end"),
            "the half-term holiday ends before it begins, on 30 October 2026",
            False,
            id="half-term backwards",
        ),
        pytest.param(
            replace(AUTUMN, half_term=OUTSIDE),
            ("half_term",),
            "the half-term holiday is not inside the term, 2 September 2026 to 18 December 2026",
            False,
            id="half-term at the end",
        ),
        pytest.param(
            replace(AUTUMN, closed={date(2027, 1, 4): "INSET"}),
            ("closed", "2027-01-04"),
            "this day is not in the term, 2 September 2026 to 18 December 2026",
            False,
            id="a day of another term",
        ),
        pytest.param(
            replace(AUTUMN, closed={date(2026, 11, 28): "INSET"}),
            ("closed", "2026-11-28"),
            "this day is at a weekend, when the school is closed already",
            True,
            id="a saturday",
        ),
    ],
)
def test_flaw(term: Term, path: tuple[str, ...], what: str, *, warning: bool) -> None:
    """Each slip is named at its own line."""
    assert flaws(autumn=term) == [(("terms", "autumn", *path), what, warning)]
