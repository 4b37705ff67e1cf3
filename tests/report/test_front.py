"""What page 1 says of a checklist that decides nothing."""

import pytest

from ap_audit.model.words import Rating
from ap_audit.report.front import why
from tests.builders import checklist, judged, key


@pytest.mark.parametrize(
    ("rated", "says"),
    [
        (Rating.NOT_MET, "1 condition is listed below."),
        (Rating.MET, "Nothing that applies stands in the way."),
    ],
)
def test_without_gateways_nothing_must_be(rated: Rating, says: str) -> None:
    """Where no gateway is in scope, none is called open, and no condition is insisted on."""
    assessment = judged(checklist(key("policy")), {"policy": rated})

    assert why(assessment).lines == (says,)
