"""What a report says of the law and guidance behind it: edition, age, and how well it is known."""

from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.source import Citation, SourceRegister
from ap_audit.model.words import Verification
from ap_audit.report.sources import edition_rows, source_warnings
from tests.builders import REGISTER, checklist, criterion

DAY = date(2026, 11, 23)
READ, ACCOUNTS, UNREAD = (
    Verification.READ_IN_PART,
    Verification.SECONDARY,
    Verification.UNVERIFIED,
)
LATE = "1 source was due for review before 23 November 2026; the checklist may be out of date."
BOTH = (
    "Of 1 source cited, the text of 1 is not confirmed and 1 has a newer edition or draft;"
    " see “Editions used”."
)
UNSURE = "Not confirmed: look at the document itself before relying on it."


def _register(
    verification: Verification = READ,
    *,
    review_by: date | None = None,
    superseded_by: str | None = None,
    checked_on: date | None = None,
) -> SourceRegister:
    plain = REGISTER.sources["LAW"]
    cited = replace(
        plain,
        verification=verification,
        review_by=review_by,
        superseded_by=superseded_by,
        checked_on=checked_on,
    )
    later = replace(plain, title="Later act", short="Later act", verification=UNREAD)
    return replace(REGISTER, sources={"LAW": cited, "LATER": later})


CITING = checklist(replace(criterion("sign-in"), sources=(Citation(source="LAW"),)))


@pytest.mark.parametrize(
    ("register", "says"),
    [
        (_register(), ""),
        (_register(review_by=date(2026, 11, 23)), ""),
        (_register(review_by=date(2026, 11, 22)), "Review was due by 22 November 2026."),
        (_register(superseded_by="LATER"), "There is a newer edition or draft: look at it too."),
        (_register(ACCOUNTS), UNSURE),
        (_register(UNREAD), UNSURE),
        (_register(UNREAD, checked_on=date(2026, 11, 1)), ""),
        (
            _register(UNREAD, review_by=date(2026, 1, 1), superseded_by="LATER"),
            (
                "Review was due by 1 January 2026."
                f" There is a newer edition or draft: look at it too. {UNSURE}"
            ),
        ),
    ],
    ids=["read", "due-today", "overdue", "replaced", "accounts", "unread", "opened", "all"],
)
def test_each_edition_carries_its_warnings(register: SourceRegister, says: str) -> None:
    """A source that is overdue, replaced or not confirmed says so beside its edition."""
    (row,) = edition_rows(CITING, register, DAY)

    assert row.warning == says


@pytest.mark.parametrize(
    ("register", "says"),
    [
        (_register(), ()),
        (
            _register(review_by=date(2026, 11, 22)),
            (LATE,),
        ),
        (
            _register(superseded_by="LATER"),
            ("Of 1 source cited, 1 has a newer edition or draft; see “Editions used”.",),
        ),
        (
            _register(UNREAD, superseded_by="LATER"),
            (BOTH,),
        ),
    ],
    ids=["sound", "overdue", "replaced", "unread-and-replaced"],
)
def test_page_1_counts_what_it_rests_on(register: SourceRegister, says: tuple[str, ...]) -> None:
    """Page 1 says how many cited sources are overdue, replaced or not confirmed; others not."""
    assert source_warnings(CITING, register, DAY) == says


def test_a_replaced_edition_names_the_newer_one() -> None:
    """The reader is told which edition has taken its place."""
    (row,) = edition_rows(CITING, _register(superseded_by="LATER"), DAY)

    assert row.status == "Newer: Later act."
