"""The worked example of the design, as a governor could check it by hand."""

from fractions import Fraction

import pytest

from ap_audit.model.audit import Answer
from ap_audit.model.wording import percent
from ap_audit.model.words import Rating, Rung
from tests.builders import checklist, criterion, gateway, judged, key, shown

MET, PARTLY, NOT_MET = Rating.MET, Rating.PARTLY, Rating.NOT_MET
CANNOT_TELL, NOT_CHECKED = Rating.CANNOT_TELL, Rating.NOT_CHECKED
WHOLE = checklist(
    gateway("g1"),
    gateway("g2"),
    key("k1"),
    key("k2"),
    *(criterion(f"s{n}", not_applicable="with-reason") for n in range(1, 7)),
)
REST: dict[str, Answer | Rating] = {
    "g1": shown(),
    "k1": MET,
    "k2": PARTLY,
    "s1": MET,
    "s2": MET,
    "s3": Answer(rating=Rating.NOT_APPLICABLE, reason="nobody drives"),
    "s4": CANNOT_TELL,
    "s5": NOT_CHECKED,
    "s6": MET,
}


@pytest.mark.parametrize(
    ("second_gateway", "score", "coverage", "worst", "best", "rung"),
    [
        (NOT_MET, (9, 13), (13, 15), (9, 15), (11, 15), Rung.STOP),
        (shown(), (12, 13), (13, 15), (12, 15), (14, 15), Rung.CLEAR),
        (CANNOT_TELL, (9, 10), (10, 15), (9, 15), (14, 15), Rung.NOT_SHOWN),
    ],
    ids=["not met", "met", "could not tell"],
)
def test_worked_example(
    second_gateway: Answer | Rating,
    score: tuple[int, int],
    coverage: tuple[int, int],
    worst: tuple[int, int],
    best: tuple[int, int],
    rung: Rung,
) -> None:
    """One gateway decides, whatever the score: 90 % with a gateway unknown is not yet shown."""
    found = judged(WHOLE, {**REST, "g2": second_gateway})

    assert found.total.score == Fraction(*score)
    assert found.total.coverage == Fraction(*coverage)
    assert found.total.worst == Fraction(*worst)
    assert found.total.best == Fraction(*best)
    assert found.verdict.rung is rung


@pytest.mark.parametrize(
    ("share", "shown_as"),
    [
        (Fraction(9, 13), "69.23 %"),
        (Fraction(12, 13), "92.30 %"),
        (Fraction(14, 15), "93.33 %"),
        (Fraction(899999, 1000000), "89.99 %"),
        (Fraction(1), "100.00 %"),
        (Fraction(0), "0.00 %"),
    ],
)
def test_percentages_are_cut(share: Fraction, shown_as: str) -> None:
    """A percentage is cut, never rounded up."""
    assert percent(share, 2) == shown_as
