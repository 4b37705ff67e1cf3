from datetime import date

from msgspec.structs import replace

from ap_audit.report.judged import Earlier, Judged
from ap_audit.report.trend import trend
from tests.report.builders import Case, all_met, blank, typical


def on(case: Case, year: int, *, digest: str = "") -> Judged:
    """An audit of one year."""
    made = case.judged()
    audit = replace(made.audit, date=date(year, 11, 23), digest=digest or made.audit.digest)
    return Judged(audit=audit, checklist=made.checklist, assessment=made.assessment)


THREE = (on(typical(), 2024), on(blank(), 2025), on(all_met(), 2026))


def test_two_audits_make_no_trend() -> None:
    """A line through two points says more than it knows."""
    assert trend(THREE[:2]) is None


def test_three_audits_make_one_with_the_numbers_beside() -> None:
    """Each row has the advice, the gateways, and the score with coverage and range."""
    found = trend(THREE)
    assert found is not None
    assert [row.date for row in found.rows] == [
        "23 November 2024",
        "23 November 2025",
        "23 November 2026",
    ]
    assert [row.mark.word for row in found.rows] == ["gateways failed", "not known", "shown"]
    last = found.rows[-1]
    assert (last.gateways, last.score, last.coverage, last.range) == (
        "24 of 24",
        "100 %",
        "100 %",
        "100 %",
    )
    assert found.says.endswith("23 November 2025 not rated and 23 November 2026 100 %.")
    assert found.note == ""


def test_points_stand_where_their_numbers_are() -> None:
    """From the left in equal steps; from the top, so that 100 % is 0."""
    found = trend(THREE)
    assert found is not None
    assert [point.x for point in found.points] == [166, 500, 833]
    blank_one, full = found.points[1], found.points[2]
    assert (blank_one.score, blank_one.best, blank_one.worst) == (None, 0, 1000)
    assert (full.score, full.best, full.worst) == (0, 0, 0)
    assert (full.left, full.right) == (818, 848)


def test_no_line_runs_to_or_from_what_was_not_rated() -> None:
    """An audit without a score breaks the line."""
    found = trend(THREE)
    assert found is not None
    assert found.lines == ()


def test_no_line_joins_two_editions_and_the_report_says_so() -> None:
    """Scores of different questions are not comparable."""
    other = "sha256:" + "1" * 64
    audits = (on(typical(), 2024, digest=other), on(typical(), 2025), on(all_met(), 2026))
    found = trend(audits)
    assert found is not None
    assert [(line.x1, line.x2) for line in found.lines] == [(500, 833)]
    assert found.note == "Editions of the checklist differ; no line joins one to another."


def test_older_audits_and_unreadable_ones_are_counted() -> None:
    """What is not in the figure is said beside it."""
    audits = tuple(on(all_met(), year) for year in range(2019, 2027))
    found = trend(audits, ("2018-11-23.ap-example",))
    assert found is not None
    assert len(found.rows) == 6
    assert found.note == (
        "2 older left out. Not shown, since it could not be read or judged: 2018-11-23.ap-example."
    )


def test_a_report_has_one_from_its_third_audit() -> None:
    """The audit itself is the last of them."""
    view = all_met().view(earlier=Earlier(others=THREE[:2]))
    assert view.trend is not None
    assert len(view.trend.rows) == 3
    assert all_met().view(earlier=Earlier(others=THREE[:1])).trend is None
