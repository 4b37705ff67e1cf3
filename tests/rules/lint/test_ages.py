"""How old something is can be asked only of a date that cannot lie ahead."""

import pytest

from ap_audit.model.checklist import Criterion
from ap_audit.model.condition import Data
from ap_audit.model.words import Severity
from ap_audit.rules.lint.ages import ages_of_what_may_lie_ahead
from tests.builders import DATE, INTEGER, PAST, checklist, fact, key, rule
from tests.rules.lint.builders import what

AHEAD = "asks how old 'on' is, and it may lie ahead"


@pytest.mark.parametrize(
    ("one", "when", "told"),
    [
        (key("k", on=PAST), {"k": {"on": {"older_than": "1 year"}}}, []),
        (key("k", on=DATE), {"k": {"on": {"older_than": "1 year"}}}, [AHEAD]),
        (fact("k", on=DATE), {"k": {"on": {"older_than": "1 year"}}}, [AHEAD]),
        (key("k", on=DATE), {"k": {"on": {"before": "today"}}}, []),
        (key("k", on=DATE), {"k": "not-met"}, []),
        (key("k", number=INTEGER), {"k": {"number": {"more_than": "1"}}}, []),
        (key("k", on=DATE), {"derived": {"days": {"older_than": "1 year"}}}, []),
    ],
)
def test_ages(one: Criterion, when: Data, told: list[str]) -> None:
    """A date typed for next year by mistake would count as new."""
    assert (
        what(ages_of_what_may_lie_ahead(checklist(one, rules={"R01": rule(Severity.WARN, when)})))
        == told
    )
