"""A year of audits: which audit each half-term shows, what moved, and every form."""

from collections.abc import Callable
from datetime import date

import pytest

from ap_audit.model.calendar import HalfTerm, SchoolCalendar
from ap_audit.report.finished import wrong_with_page
from ap_audit.report.judged import Judged
from ap_audit.report.render import Form, render
from ap_audit.report.sheet import sheet
from ap_audit.report.year import (
    Made,
    Provided,
    YearReport,
    half_terms_of_the_year,
    shown_audits,
    year_view,
)
from ap_audit.report.year_text import year_lines, year_table
from tests.builders import CALENDAR
from tests.report.builders import TEMPLATES, all_met, blank, typical, unstyled

Golden = Callable[[str, str], None]
TODAY = date(2027, 1, 20)


def half(first: date, last: date) -> HalfTerm:
    """A half-term of the school's own."""
    return HalfTerm(first, last, closed=frozenset(), usual=False)


AUTUMN = half(date(2026, 9, 2), date(2026, 10, 23))
ADVENT = half(date(2026, 11, 2), date(2026, 12, 18))
WINTER = half(date(2027, 1, 4), date(2027, 2, 12))
HALVES = (AUTUMN, ADVENT, WINTER)


def made(on: date, judged: Judged | None) -> Made:
    """An audit begun on a day."""
    return Made(begun=on, judged=judged)


def year() -> YearReport:
    """A provider that got better, one that got worse, a new one, a broken file."""
    first, second = date(2026, 9, 14), date(2027, 1, 11)
    failed, met = typical().judged(), all_met().judged()
    return year_view(
        [
            Provided(slug="better", name="Better", audits=(made(first, failed), made(second, met))),
            Provided(slug="worse", name="Worse", audits=(made(first, met), made(second, failed))),
            Provided(slug="late", name="Late", audits=(made(second, blank().judged()),)),
            Provided(slug="broken", name="Broken", audits=(made(first, None),)),
            Provided(slug="new", name="New", audits=()),
        ],
        HALVES,
        checklist="ap-example",
        apart=["Elsewhere"],
        school="Northgate Academy",
        today=TODAY,
    )


@pytest.mark.parametrize(
    ("begun", "shown"),
    [
        ([], ()),
        ([date(2025, 9, 1)], (0,)),
        ([date(2025, 9, 1), date(2026, 9, 14)], (1,)),
        ([date(2026, 9, 14), date(2026, 9, 28), date(2027, 1, 11)], (1, 2)),
        ([date(2026, 10, 23)], (0,)),
        ([date(2026, 10, 26)], (0,)),
    ],
)
def test_which_audits_are_looked_at(begun: list[date], shown: tuple[int, ...]) -> None:
    """The newest begun by the end of some half-term; one in a holiday counts for the next."""
    assert shown_audits(begun, HALVES) == shown


def test_six_half_terms() -> None:
    """The running one is among them; none that is still to come."""
    halves = half_terms_of_the_year(CALENDAR, date(2027, 7, 5))
    assert len(halves) == 6
    assert halves[0].first.year == 2026
    assert halves[-1].first <= date(2027, 7, 5) <= halves[-1].last
    assert len(half_terms_of_the_year(SchoolCalendar((), CALENDAR.bank_holidays), TODAY)) == 6


def test_what_moved() -> None:
    """Better and worse by the rungs of first and last; who was never judged moved nowhere."""
    assert year().says == (
        "5 providers in 3 half-terms.",
        "Better advice at the end than at first: Better.",
        "Worse: Worse.",
    )


def test_an_audit_stands_until_the_next() -> None:
    """And is named in the half-term in which it was begun."""
    better, _, late, broken, new = year().rows
    assert [cell.audit for cell in better.cells] == ["14 September 2026", "", "11 January 2027"]
    assert better.cells[0].mark == better.cells[1].mark != better.cells[2].mark
    assert [cell.mark.word for cell in late.cells][:2] == ["not audited"] * 2
    assert {cell.mark.word for cell in broken.cells} == {"could not be read"}
    assert {cell.mark.word for cell in new.cells} == {"not audited"}


def test_the_half_terms_add_up() -> None:
    """Every provider counts once in each."""
    for period in year().periods:
        assert sum(number for _, number in period.counts) == 5
    assert [period.audits for period in year().periods] == [3, 0, 3]
    assert [period.running for period in year().periods] == [False, False, True]


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_year_is_as_kept(form: Form, golden: Golden) -> None:
    """The whole report, byte for byte, but for the style that every page shares."""
    page = render(year(), form, shipped=TEMPLATES)
    golden(f"report/year.{form}", unstyled(page))
    if form == "html":
        assert not wrong_with_page(page, must_show=frozenset())


def test_as_text_and_as_a_table_it_is_as_kept(golden: Golden) -> None:
    """The same in the terminal, and for a spreadsheet."""
    golden("report/year.txt", "".join(f"{line}\n" for line in year_lines(year())))
    golden("report/year.csv", sheet(year_table(year())))
