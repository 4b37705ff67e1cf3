from datetime import date

import pytest

from ap_audit.model.audit import Answer, Decision
from ap_audit.model.checklist import Checklist
from ap_audit.model.words import CriterionClass, Rating, Severity
from ap_audit.rules.assess import assess
from ap_audit.rules.far_enough import looked_through, speaks
from tests.builders import (
    CALENDAR,
    INTEGER,
    TODAY,
    answer,
    audit,
    checklist,
    criterion,
    fact,
    gateway,
    rule,
    shown,
)

MET, PARTLY, NOT_MET, TOLD = Rating.MET, Rating.PARTLY, Rating.NOT_MET, Rating.CANNOT_TELL
DECIDING = checklist(gateway("g1"), gateway("g2"), criterion("s"))
RULED = checklist(
    gateway("g1"),
    fact("many", pupils=INTEGER),
    fact("other", pupils=INTEGER),
    criterion("s"),
    rules={
        "R1": rule(Severity.STOP, {"many": {"pupils": {"more_than": "5"}}}),
        "R2": rule(Severity.WARN, {"other": {"pupils": {"more_than": "5"}}}),
    },
)
PLAIN = checklist(criterion("s"), criterion("t"))


@pytest.mark.parametrize(
    ("whole", "answers", "through", "says"),
    [
        # nothing, or not every gateway
        (DECIDING, {}, False, False),
        (DECIDING, {"g1": shown(), "s": MET}, False, False),
        # every gateway, whatever was found and whatever else is open
        (DECIDING, {"g1": shown(), "g2": shown()}, True, True),
        (DECIDING, {"g1": shown(), "g2": TOLD}, True, True),
        (DECIDING, {"g1": shown(), "g2": MET}, True, True),
        # bad news counts at once
        (DECIDING, {"g1": NOT_MET}, False, True),
        (DECIDING, {"g1": PARTLY}, False, True),
        # what a stopping rule looks at decides, too; what another rule looks at does not
        (RULED, {"g1": shown()}, False, False),
        (RULED, {"g1": shown(), "many": answer(None, pupils="2")}, True, True),
        (RULED, {"many": answer(None, pupils="9")}, False, True),
        # where nothing decides, each question
        (PLAIN, {"s": NOT_MET}, False, False),
        (PLAIN, {"s": NOT_MET, "t": TOLD}, True, True),
    ],
)
def test_how_far_is_enough(
    whole: Checklist, answers: dict[str, Answer | Rating], *, through: bool, says: bool
) -> None:
    """A table: what is answered, and whether the audit says how the provider stands."""
    one = audit(answers)
    found = assess(whole, one, TODAY, CALENDAR)
    assert looked_through(whole, one, found) is through
    assert speaks(whole, one, found) is says


def test_a_decision_speaks_for_itself() -> None:
    """However little was looked at before the school decided."""
    one = audit(decision=Decision(state="signed", as_at=date(2026, 11, 20)))
    assert speaks(DECIDING, one, assess(DECIDING, one, TODAY, CALENDAR))


def test_gateways_out_of_scope_need_no_look() -> None:
    """A recorded fact has put them there."""
    whole = checklist(
        fact("about", pupils=INTEGER),
        gateway("g1"),
        criterion("g2", CriterionClass.GATEWAY, when={"about": {"pupils": {"more_than": "3"}}}),
    )
    one = audit({"about": answer(None, pupils="2"), "g1": shown()})
    assert looked_through(whole, one, assess(whole, one, TODAY, CALENDAR))
