from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.contact import LoggedContact
from ap_audit.model.words import ContactKind, Subject
from ap_audit.report.contacts_part import contacts_part
from ap_audit.report.finished import wrong_with_page
from ap_audit.report.judged import Earlier, Log
from ap_audit.report.render import render
from tests.report.builders import DAY, TEMPLATES, typical

LAST = date(2025, 11, 17)
VISIT, CALL, EMAIL, MEETING, REPORT = (
    ContactKind.VISIT,
    ContactKind.CALL,
    ContactKind.EMAIL,
    ContactKind.MEETING,
    ContactKind.REPORT,
)


def on(day: date, kind: ContactKind, placement: str | None = None) -> LoggedContact:
    """One contact."""
    return LoggedContact(
        format="ap-audit/contact@1",
        date=day,
        kind=kind,
        with_="centre manager",
        by="AP lead",
        placement=placement,
        note=f"About {placement or 'everybody'}.",
        private="Never shown.",
    )


@pytest.mark.parametrize(
    ("contacts", "says"),
    [
        pytest.param(
            [
                on(date(2026, 9, 1), CALL),
                on(date(2026, 10, 1), VISIT),
                on(date(2026, 10, 2), VISIT),
            ],
            "2 visits, 1 call since 17 November 2025. The last, a visit, was on 2 October 2026.",
            id="a visit last",
        ),
        pytest.param(
            [on(date(2026, 9, 1), VISIT), on(date(2026, 10, 1), EMAIL)],
            "1 visit, 1 email since 17 November 2025. The last visit was on 1 September 2026."
            " The last contact, an email, was on 1 October 2026.",
            id="an email last",
        ),
        pytest.param(
            [on(date(2026, 9, 1), REPORT), on(date(2026, 9, 2), MEETING)],
            "1 meeting, 1 report received since 17 November 2025. None of them is a visit."
            " The last contact, a meeting, was on 2 September 2026.",
            id="no visit",
        ),
        pytest.param(
            [on(date(2025, 11, 17), CALL)],
            "No visit or other contact is recorded since 17 November 2025."
            " The last, a call, was on 17 November 2025.",
            id="none since",
        ),
    ],
)
def test_counts_and_last_days(contacts: list[LoggedContact], says: str) -> None:
    """Governors read how many there were of each kind, and when the last one was."""
    log = Log(contacts=tuple(contacts))
    part = contacts_part(log, typical().audit, LAST, DAY, "governors")
    assert part is not None
    assert (part.title, part.says, part.rows) == (
        "Visits and contacts since the last audit",
        says,
        (),
    )


def test_each_in_the_full_report() -> None:
    """Oldest first, until the day of judging; in a first audit, all of them."""
    days = (date(2024, 1, 1), date(2026, 9, 1), date(2026, 11, 24))
    log = Log(contacts=tuple(on(day, VISIT, "P07") for day in days), unread=2)
    part = contacts_part(log, typical().audit, None, date(2026, 11, 23), "full")
    assert part is not None
    assert [row.date for row in part.rows] == ["1 January 2024", "1 September 2026"]
    assert (part.title, part.rows[0].placement, part.rows[0].note) == (
        "Visits and contacts",
        "P07",
        "About P07.",
    )
    assert part.rows[0].who == "With centre manager, by AP lead"
    assert part.says == (
        "2 visits. The last, a visit, was on 1 September 2026."
        " 2 files of the log could not be read."
    )


def test_a_placement_has_its_own() -> None:
    """What was about another pupil, or about all, is not in it."""
    audit = replace(typical().audit, subject=Subject.PLACEMENT, placement="P07")
    contacts = [on(DAY, VISIT, "P07"), on(DAY, CALL, "P08"), on(DAY, EMAIL)]
    part = contacts_part(Log(contacts=tuple(contacts)), audit, None, DAY, "full")
    assert part is not None
    assert [row.kind for row in part.rows] == ["Visit"]


def test_a_school_that_keeps_no_log() -> None:
    """Nothing is said, in any form."""
    assert contacts_part(Log(), typical().audit, LAST, DAY, "full") is None
    assert "Visits and contacts" not in render(typical().view(), "html", shipped=TEMPLATES)


def test_where_it_stands() -> None:
    """In HTML with an entry in the contents, in Markdown as a table; never what is private."""
    log = Log(contacts=(on(DAY, VISIT, "P07"),))
    view = typical().view(earlier=Earlier(log=log))
    page = render(view, "html", shipped=TEMPLATES)
    assert '<li><a href="#contacts">Visits and contacts</a></li>' in page
    assert "Placement P07" in page
    assert wrong_with_page(page, must_show=frozenset(("contacts",))) == []
    text = render(view, "md", shipped=TEMPLATES)
    assert "| Visit | With centre manager, by AP lead | P07 | About P07. |" in text
    assert "Never shown" not in page + text
