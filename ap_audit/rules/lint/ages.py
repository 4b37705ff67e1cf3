"""Tests of how long ago something was, of dates that may lie ahead."""

from collections.abc import Iterator

from ap_audit.errors import Flaw
from ap_audit.model.checklist import Checklist
from ap_audit.model.condition import TestName, checks_in


def ages_of_what_may_lie_ahead(checklist: Checklist) -> Iterator[Flaw]:
    """A rule about age, of a date that a slip may put into the future: it would count as new."""
    for name, rule in checklist.rules.items():
        for check in checks_in(rule.when):
            if check.test is not TestName.OLDER_THAN or check.derived:
                continue
            if not checklist.by_id()[check.criterion].record[check.name].past:
                yield Flaw(
                    path=("rules", name, "when"),
                    what=f"asks how old '{check.name}' is, and it may lie ahead",
                    hint=f"add past: true to '{check.name}' where it is recorded",
                    warning=True,
                )
