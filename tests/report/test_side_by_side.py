from collections.abc import Callable
from fractions import Fraction

import pytest
from msgspec.structs import replace

from ap_audit.report.finished import wrong_with_page
from ap_audit.report.render import Form, render
from ap_audit.report.sheet import sheet
from ap_audit.report.side_by_side import (
    Compared,
    ProvidersReport,
    providers_view,
    range_bar,
)
from ap_audit.report.side_by_side_text import providers_lines, providers_table
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Sums
from ap_audit.rules.ranking import Candidate
from tests.builders import CALENDAR
from tests.report.builders import (
    DAY,
    TEMPLATES,
    Case,
    all_met,
    blank,
    signed,
    typical,
    unstyled,
)

Golden = Callable[[str, str], None]


def compared(slug: str, name: str, case: Case) -> Compared:
    """One provider to set beside others."""
    return Compared(
        name=name,
        audit=case.audit,
        candidate=Candidate(
            slug=slug,
            checklist=case.checklist,
            depth=case.audit.depth,
            assessment=assess(case.checklist, case.audit, DAY, CALENDAR),
        ),
    )


def beside(*cases: tuple[str, Case]) -> ProvidersReport:
    """The report of these, by name."""
    found = tuple(compared(name.lower(), name, case) for name, case in cases)
    return providers_view(found, school="Northgate Academy", today=DAY)


def four() -> ProvidersReport:
    """One typical, one of which nothing is known, and two alike of which all is."""
    return beside(
        ("Typical", typical()), ("Blank", blank()), ("One", all_met()), ("Another", all_met())
    )


@pytest.mark.parametrize("form", ["html", "md"])
def test_providers_side_by_side_are_as_kept(form: Form, golden: Golden) -> None:
    """The whole report, byte for byte, but for the style that every page shares."""
    golden(f"report/providers.{form}", unstyled(render(four(), form, shipped=TEMPLATES)))


def test_in_the_terminal_they_are_as_kept(golden: Golden) -> None:
    """Plain lines; each provider has a letter where there is no room for its name."""
    golden("report/providers.txt", "".join(f"{line}\n" for line in providers_lines(four())))


def test_in_a_spreadsheet_they_are_as_kept(golden: Golden) -> None:
    """One line for each thing compared, one column for each provider."""
    golden("report/providers.csv", sheet(providers_table(four())))


def test_the_page_fetches_and_runs_nothing() -> None:
    """The same holds as for every page."""
    page = render(four(), "html", shipped=TEMPLATES)
    assert wrong_with_page(page, must_show=frozenset(("standing",))) == []


def test_places() -> None:
    """Equals share a place; who has none stands where the advice puts it."""
    assert [(one.name, one.place) for one in four().providers] == [
        ("Another", "1st equal"),
        ("One", "1st equal"),
        ("Blank", "not ranked"),
        ("Typical", "3rd"),
    ]


def test_what_is_not_ranked_is_said_in_words() -> None:
    """First, before any table."""
    (said,) = four().warnings
    assert said.startswith("Blank is not ranked. Only 0 % of what applies has been rated")


def test_of_two_editions_nobody_is_ranked() -> None:
    """They still stand side by side; what one was not asked says so."""
    older = all_met()
    sections = tuple(one for one in older.checklist.sections if one.id != "staffing")
    edition = replace(older.checklist, version="2025.1", sections=sections)
    case = Case(audit=older.audit, checklist=edition, provider=older.provider)
    report = beside(("New", blank()), ("Old", case))
    assert "nobody is ranked" in report.warnings[0]
    assert {one.place for one in report.providers} == {"not ranked"}
    assert all("order of the advice" not in line for line in report.says)
    marks = {mark.word for row in report.gateways for mark in row.marks}
    assert "not asked" in marks
    assert any(cell.bar.says == "Not asked" for row in report.sections for cell in row.cells)


def test_a_failed_gateway_comes_first() -> None:
    """Then those not shown; those that are open everywhere are only counted."""
    report = four()
    assert "failed" in {mark.word for mark in report.gateways[0].marks}
    assert report.gateways_open == ""
    assert beside(("A", all_met()), ("B", all_met())).gateways == ()
    assert beside(("A", all_met()), ("B", all_met())).gateways_open == (
        "24 gateways are open wherever they apply."
    )


def test_a_decided_one_says_as_at_when() -> None:
    """It is judged at the day it was signed for."""
    report = beside(("A", signed()), ("B", all_met()))
    assert report.providers[1].note == "Decided, and judged as at 23 November 2026."


def test_a_range_is_drawn_from_the_worst_case() -> None:
    """Cut at whole thousandths; where nothing applies there is nothing to draw."""
    drawn = range_bar(Sums(points=Fraction(1), rated=2, applicable=3), "says")
    assert [(one.start, one.width) for one in drawn.segments] == [(0, 333), (333, 333)]
    assert range_bar(Sums(), "says").segments == ()
