"""Claims against findings: a table."""

import pytest

from ap_audit.model.audit import Answer, OtherAnswer
from ap_audit.model.words import Rating
from ap_audit.rules.assess import assess
from ap_audit.rules.gap import Gap, Side, gaps
from tests.builders import CALENDAR
from tests.interview.builders import CHECKLIST, LEAD, LOCKS, SITE, TODAY, audit_of

MET, PARTLY, NOT_MET = Rating.MET, Rating.PARTLY, Rating.NOT_MET
UNKNOWN, BLANK, NEVER = Rating.CANNOT_TELL, Rating.NOT_CHECKED, Rating.NOT_APPLICABLE


def found(**answers: Answer) -> tuple[Gap, ...]:
    """The differences in an audit with these answers."""
    audit = audit_of({key.replace("_", "-"): answer for key, answer in answers.items()})
    return gaps(assess(CHECKLIST, audit, TODAY, CALENDAR))


@pytest.mark.parametrize(
    ("claimed", "recorded", "side"),
    [
        (MET, MET, None),
        (MET, PARTLY, Side.CLAIMED_MORE),
        (PARTLY, NOT_MET, Side.CLAIMED_MORE),
        (NOT_MET, MET, Side.CLAIMED_LESS),
        (MET, UNKNOWN, Side.NOT_FOUND_OUT),
        (MET, BLANK, Side.NOT_FOUND_OUT),
        (NOT_MET, BLANK, Side.NOT_FOUND_OUT),
        (UNKNOWN, BLANK, None),
        (UNKNOWN, MET, Side.CLAIMED_LESS),
        (BLANK, MET, None),
        (NEVER, NOT_MET, Side.CLAIMED_MORE),
        (NOT_MET, NEVER, Side.CLAIMED_LESS),
    ],
)
def test_sides(claimed: Rating, recorded: Rating, side: Side | None) -> None:
    """How each claim stands to each finding."""
    answer = Answer(
        rating=recorded,
        note="x",
        reason="no pupil goes there" if recorded is NEVER else None,
        claim=OtherAnswer(rating=claimed),
    )

    assert [gap.side for gap in found(saf_lead=answer)] == ([side] if side else [])


def test_order() -> None:
    """What is claimed beyond what was found comes first, and gateways before others."""
    less = Answer(rating=MET, claim=OtherAnswer(rating=PARTLY))
    more = Answer(rating=PARTLY, note="x", claim=OtherAnswer(rating=MET))

    order = [gap.outcome.id for gap in found(saf_lead=more, saf_site=more, saf_locks=less)]

    assert order == [SITE.id, LEAD.id, LOCKS.id]


def test_nothing_claimed() -> None:
    """An audit without claims has no differences."""
    assert found(saf_lead=Answer(rating=MET)) == ()
