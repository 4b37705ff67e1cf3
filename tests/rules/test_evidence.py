"""Whether what was seen is enough, and still in date."""

from datetime import date, timedelta

import pytest

from ap_audit.model.audit import Evidence
from ap_audit.model.words import CriterionClass, Rating, Seen
from ap_audit.rules.evidence import sight
from tests.builders import TODAY, answer, criterion, seen

TOLD, SECOND_HAND, COPY, ORIGINAL, ON_SITE = Seen
YEAR_AGO = date(2025, 11, 23)
DAY = timedelta(days=1)
NO_COPY = "No copy that is in date has been seen."


@pytest.mark.parametrize(
    ("needs", "had", "enough"),
    [
        ([], [], False),
        ([], [TOLD], False),
        ([], [SECOND_HAND], False),
        ([], [COPY], True),
        ([], [ON_SITE], True),
        ([COPY], [ORIGINAL], True),
        ([ORIGINAL], [COPY], False),
        ([COPY], [ON_SITE], False),
        ([ORIGINAL], [ON_SITE], False),
        ([ON_SITE], [ORIGINAL], False),
        ([COPY, ON_SITE], [COPY], False),
        ([COPY, ON_SITE], [COPY, ON_SITE], True),
        ([COPY, ON_SITE], [ON_SITE], False),
        ([COPY, ON_SITE], [ORIGINAL, ON_SITE], True),
        ([COPY], [TOLD, COPY], True),
    ],
)
def test_enough(needs: list[Seen], had: list[Seen], *, enough: bool) -> None:
    """All that is listed is needed; where nothing is listed, any one thing that was seen."""
    about = criterion("g", CriterionClass.GATEWAY, needs=needs)
    found = sight(about, answer(Rating.MET, *map(seen, had)), TODAY)

    assert found.enough is enough
    assert bool(found.because) is not enough


def test_a_visit_is_not_passed_over() -> None:
    """It shows no document, and is not taken for nothing seen."""
    about = criterion("g", CriterionClass.GATEWAY, needs=[COPY, ON_SITE])
    said = (
        "What was seen on site is no document; one that was read there is recorded as its original."
    )
    assert sight(about, answer(Rating.MET, seen(ON_SITE)), TODAY).because == (NO_COPY, said)
    assert sight(about, answer(Rating.MET, seen()), TODAY).because == (
        "It has not been seen on site.",
    )
    assert sight(about, answer(Rating.MET, seen(TOLD)), TODAY).because[1:2] != (said,)


@pytest.mark.parametrize(
    ("piece", "counts", "because"),
    [
        (seen(dated=YEAR_AGO), True, ""),
        (seen(dated=YEAR_AGO - DAY), False, "counted until 22 November 2026"),
        (seen(until=TODAY), True, ""),
        (seen(until=TODAY - DAY), False, "counted until 22 November 2026"),
        (seen(dated=YEAR_AGO - DAY, until=TODAY), True, ""),
        (seen(dated=TODAY, until=TODAY - DAY), False, "counted until 22 November 2026"),
        (seen(), False, "its date is not recorded, so it cannot be told whether it is in date"),
        (
            seen(date=TODAY),
            False,
            "its date is not recorded, so it cannot be told whether it is in date",
        ),
        (seen(ON_SITE, date=YEAR_AGO), True, ""),
        (seen(ON_SITE, date=YEAR_AGO - DAY), False, "counted until 22 November 2026"),
        (seen(dated=TODAY + DAY), False, "dated 24 November 2026, which is still to come"),
        (
            seen(dated=TODAY, date=TODAY + DAY),
            False,
            "dated 24 November 2026, which is still to come",
        ),
        (seen(TOLD, dated=TODAY), False, "told by the provider, which does not count as seen"),
        (
            seen(SECOND_HAND, dated=TODAY),
            False,
            "seen by another commissioner, which does not count as seen",
        ),
    ],
)
def test_in_date(piece: Evidence, because: str, *, counts: bool) -> None:
    """Where evidence ages it counts up to and including its last day; its own `until` wins."""
    about = criterion("g", CriterionClass.GATEWAY, expires_after="12 months")
    (found,) = sight(about, answer(Rating.MET, piece), TODAY).pieces

    assert (found.counts, found.because) == (counts, because)


def test_what_does_not_age() -> None:
    """Without a limit, what was seen counts whatever its date, recorded or not."""
    about = criterion("g", CriterionClass.GATEWAY)

    for piece in (seen(), seen(dated=date(1999, 1, 1)), seen(ON_SITE, date=date(1999, 1, 1))):
        assert sight(about, answer(Rating.MET, piece), TODAY).enough


@pytest.mark.parametrize(
    ("needs", "pieces", "because"),
    [
        ([], [], (NO_COPY,)),
        (
            [COPY],
            [seen(TOLD)],
            (NO_COPY, "letter.pdf: told by the provider, which does not count as seen."),
        ),
        ([ORIGINAL], [seen()], ("The original has not been seen.",)),
        ([ON_SITE], [seen()], ("It has not been seen on site.",)),
        (
            [ORIGINAL],
            [seen(ORIGINAL, until=TODAY - DAY)],
            (
                "What was seen of the original does not count today.",
                "letter.pdf: counted until 22 November 2026.",
            ),
        ),
        (
            [ON_SITE],
            [seen(ON_SITE, until=TODAY - DAY)],
            (
                "What was seen on site does not count today.",
                "letter.pdf: counted until 22 November 2026.",
            ),
        ),
        ([COPY, ON_SITE], [seen()], ("It has not been seen on site.",)),
    ],
)
def test_what_is_missing(
    needs: list[Seen], pieces: list[Evidence], because: tuple[str, ...]
) -> None:
    """What is missing is said first, then why each piece there is does not count."""
    about = criterion("g", CriterionClass.GATEWAY, needs=needs)

    assert sight(about, answer(Rating.MET, *pieces), TODAY).because == because
