from msgspec.structs import replace

from tests.terms import OURS


def test_calendars_of_the_same_terms_are_one() -> None:
    """Also where days are closed, which are kept in a dictionary."""
    assert {OURS: "known"}[replace(OURS)] == "known"
    assert replace(OURS, terms=OURS.terms[1:]) != OURS
