from ap_audit.report.of_pupils import against, beside_advice, counted_none, first_of_all

NOT_COUNTED = " The advice on a provider does not count what was found of one pupil's placement."


def test_over_a_table() -> None:
    """Ten are named, and how many more are marked in it."""
    assert list(beside_advice([])) == []
    assert list(beside_advice(["A, P1: x", "B, P2: y"])) == [f"A, P1: x. B, P2: y.{NOT_COUNTED}"]
    (said,) = beside_advice([f"P{number}" for number in range(12)])
    assert said.endswith(f" P9. And 2 more, as marked below.{NOT_COUNTED}")


def test_audits_that_leave_pupils_out() -> None:
    """Ten are named, and how many more are marked."""
    assert list(counted_none([])) == []
    *named, last = counted_none([f"P{number}" for number in range(12)])
    assert (len(named), last) == (10, "So it is of 2 more; each is marked below.")


def test_where_no_table_follows() -> None:
    """As many lines as there may be, the last of which says how many more."""
    assert list(first_of_all([], 2)) == []
    assert list(first_of_all(["a", "b"], 2)) == ["a", "b"]
    assert list(first_of_all(["a", "b", "c"], 2)) == ["a", "And 2 more: ap-audit register"]


def test_placements_that_go_on() -> None:
    """One, and several."""
    assert against("A", "“Do not place”, 1 May 2026", 1).endswith("and 1 placement there goes on")
    assert against("A", "x", 2) == "A: x, and 2 placements there go on"
