"""Which rating of an answer stands: two auditors, reasons, and records."""

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Answer, Moderation, OtherAnswer
from ap_audit.model.words import CriterionClass, Rating
from ap_audit.rules.facts import given as taken
from ap_audit.rules.standing import accepted, lower
from tests.builders import DATE, INTEGER, TODAY, answer, criterion, fact

MET, PARTLY, NOT_MET, CANNOT_TELL, NOT_APPLICABLE, NOT_CHECKED = Rating
MODERATED = Moderation(by="Head", date=TODAY, reason="Looked again.")
PLAIN = criterion("s", not_applicable="with-reason")
FACT = fact("f", number=INTEGER, day=DATE)


@pytest.mark.parametrize(
    ("own", "other", "stands"),
    [
        (MET, MET, MET),
        (MET, PARTLY, PARTLY),
        (NOT_MET, MET, NOT_MET),
        (PARTLY, CANNOT_TELL, CANNOT_TELL),
        (CANNOT_TELL, NOT_MET, NOT_MET),
        (MET, NOT_CHECKED, NOT_CHECKED),
        (NOT_CHECKED, CANNOT_TELL, NOT_CHECKED),
        (NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE),
        (NOT_APPLICABLE, MET, CANNOT_TELL),
        (MET, NOT_APPLICABLE, CANNOT_TELL),
        (NOT_MET, NOT_APPLICABLE, NOT_MET),
    ],
)
def test_two_auditors(own: Rating, other: Rating, stands: Rating) -> None:
    """The lower of two ratings stands; "does not apply" only where both say so."""
    given = Answer(rating=own, reason="No cars.", other=OtherAnswer(rating=other))

    assert taken(PLAIN, given).standing is stands


def test_moderated() -> None:
    """Once the difference is settled, the answer's own rating stands."""
    given = Answer(rating=MET, other=OtherAnswer(rating=NOT_MET), moderated=MODERATED)

    assert taken(PLAIN, given).standing is MET


def test_a_claim_is_never_judged() -> None:
    """What the provider says of itself changes nothing."""
    given = Answer(rating=PARTLY, claim=OtherAnswer(rating=MET))

    assert taken(PLAIN, given).standing is PARTLY


@pytest.mark.parametrize(
    ("allowed", "reason", "is_accepted"),
    [
        ("never", "No cars.", False),
        ("with-reason", "No cars.", True),
        ("with-reason", None, False),
        (("No cars.", "No staff."), "No staff.", True),
        (("No cars.", "No staff."), "No time.", False),
        (("No cars.", "No staff."), None, False),
    ],
)
def test_reasons(allowed: str | tuple[str, ...], reason: str | None, *, is_accepted: bool) -> None:
    """Without an accepted reason, "does not apply" is "could not tell"."""
    about = replace(PLAIN, not_applicable=allowed)
    given = Answer(rating=NOT_APPLICABLE, reason=reason)

    assert accepted(about, given) is is_accepted
    assert taken(about, given).recorded is NOT_APPLICABLE
    assert taken(about, given).standing is (NOT_APPLICABLE if is_accepted else CANNOT_TELL)


@pytest.mark.parametrize(
    ("given", "stands", "is_open"),
    [
        (answer(None, number="3", day="2026-12-07"), MET, False),
        (answer(None, number="3"), NOT_CHECKED, False),
        (answer(NOT_CHECKED), NOT_CHECKED, True),
        (answer(NOT_CHECKED, number="3", day="2026-12-07"), NOT_CHECKED, True),
        (answer(CANNOT_TELL, number="3", day="2026-12-07"), CANNOT_TELL, True),
        (
            replace(
                answer(None, number="3", day="2026-12-07"), other=OtherAnswer(rating=CANNOT_TELL)
            ),
            CANNOT_TELL,
            True,
        ),
    ],
    ids=["complete", "in part", "blank", "not checked", "could not tell", "another could not tell"],
)
def test_records(given: Answer, stands: Rating, *, is_open: bool) -> None:
    """A record counts once its values are there, unless its rating leaves the question open."""
    assert taken(FACT, given).standing is stands
    assert taken(FACT, given).left_open is is_open


@pytest.mark.parametrize("rating", Rating)
def test_a_rating_that_is_not_known_is_left_open(rating: Rating) -> None:
    """A rated criterion is left open where its rating is unknown."""
    assert taken(PLAIN, Answer(rating=rating, reason="No cars.")).left_open is rating.unknown


def test_an_answer_without_a_rating() -> None:
    """A rated criterion without a rating has not been checked."""
    assert taken(criterion("s", CriterionClass.KEY), Answer()).standing is NOT_CHECKED


def test_lower_is_an_order() -> None:
    """Not met, then not known, then partly, then met; of two that are equal, the first."""
    order = [NOT_MET, CANNOT_TELL, NOT_CHECKED, PARTLY, MET]

    for position, one in enumerate(order):
        assert [lower(one, other) for other in order[position:]] == [one] * len(order[position:])
    assert lower(NOT_CHECKED, CANNOT_TELL) is NOT_CHECKED
