from collections.abc import Callable
from datetime import date

import pytest

from ap_audit.model.duration import Duration
from ap_audit.model.placement import Placement
from ap_audit.model.rhythm import Rhythm
from ap_audit.report.calendar_file import calendar_file, uid
from ap_audit.report.due import DueReport, due_view, when
from ap_audit.report.due_attended import Attended, of_attended, visits_recorded
from ap_audit.report.due_items import (
    Agreed,
    Item,
    Kind,
    of_audit,
    of_placement,
    of_provider,
    of_school,
    of_sources,
)
from ap_audit.report.due_text import due_lines, due_table
from ap_audit.report.finished import wrong_with_page
from ap_audit.report.judged import Judged
from ap_audit.report.render import Form, render
from ap_audit.report.sheet import sheet
from tests.report.builders import DAY, REGISTER, TEMPLATES, typical, unstyled
from tests.terms import OURS

Golden = Callable[[str, str], None]
FOUR_WEEKS = Duration(days=28)


def there(found: list[Judged]) -> Attended:
    """Where our pupils attend, as far as audits say when somebody was there."""
    visited = max(visits_recorded(found, DAY), default=None)
    return Attended(about="typical", name="Typical", since=None, visited=visited, in_touch=visited)


def items() -> tuple[Item, ...]:
    """Everything that falls due at a typical provider, and its sources."""
    case = typical().judged()
    found = [
        *of_audit(case, "Typical"),
        *of_provider(case, "Typical", Rhythm(), OURS),
        *of_attended(there([case]), Rhythm(), OURS),
        *of_school(date(2025, 9, 1), "Northgate Academy", Rhythm(), OURS),
        *of_sources([(case.checklist, REGISTER), (case.checklist, REGISTER)]),
    ]
    return tuple(sorted(found, key=lambda item: item.order))


def due(within: Duration = FOUR_WEEKS) -> DueReport:
    """The report of it."""
    return due_view(items(), DAY, within, school="Northgate Academy", never=("new-one",))


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_is_due_is_as_kept(form: Form, golden: Golden) -> None:
    """The whole report, byte for byte, but for the style that every page shares."""
    golden(f"report/due.{form}", unstyled(render(due(), form, shipped=TEMPLATES)))


def test_in_the_terminal_it_is_as_kept(golden: Golden) -> None:
    """Late ones first."""
    golden("report/due.txt", "".join(f"{line}\n" for line in due_lines(due())))


def test_in_a_spreadsheet_it_is_as_kept(golden: Golden) -> None:
    """One line for each thing."""
    golden("report/due.csv", sheet(due_table(due())))


def test_as_a_calendar_it_is_as_kept(golden: Golden) -> None:
    """Whole days, an alarm a week before and one on the day, ids that stay."""
    golden("report/due.ics", calendar_file(items()[:3], due(), DAY).replace("\r\n", "\n"))


def test_the_page_fetches_and_runs_nothing() -> None:
    """The same holds as for every page."""
    page = render(due(), "html", shipped=TEMPLATES)
    assert wrong_with_page(page, must_show=frozenset(("due-on",))) == []


def test_every_day_stands_in_one_group() -> None:
    """Yesterday is overdue, today and a week on are due, after that until the end is coming."""
    days = [date(2026, 11, day) for day in (22, 23, 30)] + [
        date(2026, 12, day) for day in (1, 21, 22)
    ]
    found = [
        Item(on=on, kind=Kind.ACTION, what="w", about="a", name="A", key=str(on)) for on in days
    ]
    report = due_view(found, DAY, FOUR_WEEKS, school="S")
    assert [[row.on[5:] for row in group.rows] for group in report.groups] == [
        ["11-22"],
        ["11-23", "11-30"],
        ["12-01", "12-21"],
    ]
    assert report.late
    short = due_view(found, DAY, Duration(days=3), school="S")
    assert [len(group.rows) for group in short.groups] == [1, 1, 0]


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (date(2026, 11, 22), "1 day late"),
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 25), "in 2 days"),
    ],
)
def test_how_far_off_a_day_is(on: date, says: str) -> None:
    """As a person says it."""
    assert when(on, DAY) == says


def test_nothing_due() -> None:
    """Says so in a sentence."""
    report = due_view((), DAY, FOUR_WEEKS, school="S", never=("a", "b", "c", "d", "e", "f"))
    assert report.says == (
        "Nothing is overdue, and nothing falls due.",
        "6 providers have no audit yet: a, b, c, d, e and others.",
    )
    assert not report.late


def test_evidence_that_has_run_out_is_overdue() -> None:
    """What still holds is not, nor is a recorded date that has not come."""
    kinds = {(item.kind, item.on < DAY) for item in items()}
    assert (Kind.EVIDENCE, True) in kinds
    assert (Kind.EVIDENCE, False) in kinds
    assert (Kind.RECORD, False) in kinds


def test_a_source_falls_due_once() -> None:
    """However many checklists cite it."""
    sources = [item for item in items() if item.kind is Kind.SOURCE]
    assert [(item.key, item.on) for item in sources] == [("KCSIE", date(2026, 9, 30))]


def test_the_id_of_an_entry_does_not_hang_on_its_day() -> None:
    """A newer calendar moves it instead of adding another."""
    one = Item(on=DAY, kind=Kind.AUDIT, what="w", about="a", name="A")
    other = Item(on=date(2027, 1, 1), kind=Kind.AUDIT, what="x", about="a", name="B")
    assert uid(one) == uid(other)
    ids = [uid(item) for item in items()]
    assert len(set(ids)) == len({(item.kind, item.about, item.key) for item in items()})


@pytest.mark.parametrize(
    ("start", "end", "reviewed", "expected"),
    [
        (date(2026, 9, 3), None, None, [("review", date(2026, 10, 23))]),
        (date(2026, 9, 3), None, date(2026, 10, 20), [("review", date(2026, 12, 18))]),
        (
            date(2026, 9, 3),
            date(2026, 12, 1),
            date(2026, 10, 20),
            [("end", date(2026, 12, 1))],
        ),
        (date(2026, 9, 3), date(2026, 11, 22), None, []),
        (None, None, None, []),
    ],
    ids=["first", "next", "over before the next", "over", "no dates"],
)
def test_placements(
    start: date | None,
    end: date | None,
    reviewed: date | None,
    expected: list[tuple[str, date]],
) -> None:
    """Reviewed half-termly while they go on; their agreed end is due too."""
    placement = Placement(format="ap-audit/placement@1", start=start, end=end)
    agreed = Agreed(placement=placement, about="a/P07", name="P07", reviewed=reviewed)
    found = of_placement(agreed, Rhythm(), OURS, DAY)
    assert [(item.kind.value, item.on) for item in found] == expected


MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 20)


@pytest.mark.parametrize(
    ("since", "visited", "in_touch", "expected"),
    [
        (None, None, None, []),
        (
            date(2026, 9, 3),
            None,
            None,
            [("contact", date(2026, 9, 10)), ("visit", date(2026, 10, 23))],
        ),
        (
            date(2026, 9, 3),
            MONDAY,
            FRIDAY,
            [("contact", date(2026, 11, 30)), ("visit", date(2027, 2, 12))],
        ),
        (None, None, FRIDAY, [("contact", date(2026, 11, 30))]),
    ],
    ids=["nothing is known", "since the placement began", "after the last", "no start recorded"],
)
def test_contacts_and_visits_where_pupils_attend(
    since: date | None,
    visited: date | None,
    in_touch: date | None,
    expected: list[tuple[str, date]],
) -> None:
    """A contact each school week and a visit each half-term, holidays left out."""
    place = Attended(about="a", name="A", since=since, visited=visited, in_touch=in_touch)
    found = list(of_attended(place, Rhythm(), OURS))
    assert [(item.kind.value, item.on) for item in found] == expected
    assert all(("none is recorded" in item.what) is (in_touch is None) for item in found)


def test_a_school_may_do_without() -> None:
    """No contact and no visit is due where its settings say never."""
    place = Attended(about="a", name="A", since=FRIDAY, visited=None, in_touch=None)
    assert list(of_attended(place, Rhythm(contact="never", visit="never"), OURS)) == []
