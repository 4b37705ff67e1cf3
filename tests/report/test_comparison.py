from collections.abc import Callable

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Action, Answer
from ap_audit.model.words import Rating
from ap_audit.report.comparison import ComparisonReport, comparison_view
from ap_audit.report.comparison_text import comparison_lines
from ap_audit.report.finished import wrong_with_page
from ap_audit.report.render import render
from ap_audit.rules.assess import assess
from ap_audit.rules.compare import compare
from tests.builders import CALENDAR
from tests.report.builders import CHECKS, DAY, FORK, TEMPLATES, Case, all_met, typical

Golden = Callable[[str, str], None]


def beside(older: Case, newer: Case) -> ComparisonReport:
    """The report of two audits."""
    before, after = (assess(case.checklist, case.audit, DAY, CALENDAR) for case in (older, newer))
    return comparison_view(
        compare(before, after),
        (older.audit, older.checklist),
        (newer.audit, newer.checklist),
        name="Hillside Skills Centre",
        school="Northgate Academy",
    )


def this_year_and_last() -> ComparisonReport:
    """A typical audit after one in which all was met."""
    return beside(all_met(), typical())


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_comparison_is_as_kept(form: str, golden: Golden) -> None:
    """The whole report, byte for byte."""
    page = render(this_year_and_last(), "md" if form == "md" else "html", shipped=TEMPLATES)
    golden(f"report/comparison.{form}", page)


def test_a_comparison_in_the_terminal_is_as_kept(golden: Golden) -> None:
    """Plain lines, worse first."""
    lines = comparison_lines(this_year_and_last())
    golden("report/comparison.txt", "".join(f"{line}\n" for line in lines))


def test_its_page_fetches_and_runs_nothing() -> None:
    """The same holds as for every page."""
    page = render(this_year_and_last(), "html", shipped=TEMPLATES)
    assert wrong_with_page(page, must_show=frozenset(("changed",))) == []
    assert this_year_and_last().template == "comparison"


def test_nothing_changed() -> None:
    """An audit beside itself says so and lists nothing."""
    report = beside(typical(), typical())
    assert report.groups == ()
    assert "the same" in report.says[1]
    assert report.says[0].startswith("The advice is the same as before: Do not place.")
    assert report.warnings == ()


def test_worse_comes_first() -> None:
    """A reader meets what is worse before what is better."""
    assert this_year_and_last().groups[0].change == "worse"


def test_two_editions_are_said_to_be_two() -> None:
    """Scores of different editions are not comparable, and a reworded question is shown twice."""
    newer = typical()
    section = newer.checklist.sections[2]
    reworded = replace(section.criteria[0], ask="Is something else asked here?")
    changed = replace(section, criteria=(reworded, *section.criteria[1:]))
    sections = (*newer.checklist.sections[:2], changed, *newer.checklist.sections[3:])
    edition = replace(newer.checklist, version="2027.1", sections=sections)
    report = beside(all_met(), Case(audit=newer.audit, checklist=edition, provider=newer.provider))
    (group,) = [group for group in report.groups if group.change == "reworded"]
    assert "scores are not comparable" in report.warnings[0]
    assert group.rows[0].says.startswith("Was asked as: Has the provider confirmed")


def test_a_question_that_only_one_edition_asks() -> None:
    """It is new or no longer asked, and has no mark on the other side."""
    whole, less = all_met(), all_met()
    shorter = replace(less.checklist, sections=less.checklist.sections[:-1])
    fewer = Case(audit=less.audit, checklist=shorter, provider=less.provider)
    (gone,) = beside(whole, fewer).groups
    (new,) = beside(fewer, whole).groups
    assert (gone.change, gone.rows[0].after.word, gone.rows[0].says) == ("retired", "not asked", "")
    assert (new.change, new.rows[0].before.word) == ("new-question", "not asked")


def test_facts_say_what_they_were() -> None:
    """A fact that is different now is shown with both values."""
    older, newer = all_met(), all_met()
    other = newer.changed(FORK, Answer(values={"use": "some"}))
    groups = {group.change: group for group in beside(older, other).groups}
    assert groups["recorded"].rows[0].says.startswith("Was: ")
    assert "Now: " in groups["recorded"].rows[0].says
    (fact,) = groups["recorded"].rows[0].facts
    assert fact.was == "No, the provider delivers all of it"
    assert fact.now == "Yes, some of it"
    assert all(row.before.word == "out of scope" for row in groups["applies-now"].rows)


def test_what_became_of_actions() -> None:
    """A late one is marked; one that is done says when."""
    done = Action(what="Ask again", owner="AP lead", due=DAY, done=DAY)
    open_before = replace(done, done=None)
    answer = Answer(rating=Rating.NOT_MET, note="No", actions={"ask": open_before})
    older = typical().changed(CHECKS, answer)
    newer = typical().changed(CHECKS, replace(answer, actions={"ask": done}))
    rows = [row for row in beside(older, newer).actions if row.what == "Ask again"]
    assert [(row.fate, row.late) for row in rows] == [("done 23 November 2026", False)]
