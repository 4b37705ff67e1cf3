"""What page 1 says of a checklist that decides nothing, and of actions."""

from datetime import date

import pytest

from ap_audit.model.audit import Action
from ap_audit.model.words import Rating
from ap_audit.report.actions import actions_say
from ap_audit.report.front import why
from tests.builders import checklist, judged, key
from tests.report.builders import DAY


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


@pytest.mark.parametrize(
    ("due", "says"),
    [
        pytest.param((), "No open action is recorded.", id="none"),
        pytest.param(
            (date(2026, 1, 16), None),
            "0 actions open, none overdue;"
            " 2 actions of the audit before are not taken up here, 1 overdue",
            id="forgotten",
        ),
        pytest.param(
            (date(2027, 1, 16),),
            "0 actions open, none overdue;"
            " 1 action of the audit before is not taken up here, none overdue",
            id="not due yet",
        ),
    ],
)
def test_actions_that_a_renewal_would_hide(due: tuple[date | None, ...], says: str) -> None:
    """What was open in the audit before and is not taken up stands on page 1, overdue or not."""
    left = tuple(Action(what="Mend the gate", owner="Farm manager", due=on) for on in due)
    assert actions_say((), left, DAY) == says
