"""Departures that a school has decided on: from what, until when, and from what never.

An exception is listed and moves nothing: no gateway opens by it, and no advice gets better.
"""

from collections.abc import Iterator
from datetime import date

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.audit import Answer, SchoolException
from ap_audit.model.checklist import Criterion
from ap_audit.model.words import Rating
from ap_audit.rules.assessment import Outcome

NEVER = "law or statutory guidance stands behind this gateway, so no exception can be made from it"


def has_run_out(made: SchoolException, today: date) -> bool:
    """Whether its last day is over."""
    return made.until < today


def falls_short(outcome: Outcome) -> bool:
    """Whether there is anything to make an exception from: a fact has nothing that falls short."""
    if outcome.gate is not None:
        return not outcome.gate.is_open
    settled = outcome.judged in (Rating.MET, Rating.NOT_APPLICABLE)
    return not (settled or outcome.criterion.is_record)


def exception_flaws(criterion: Criterion, answer: Answer, path: KeyPath) -> Iterator[Flaw]:
    """What is wrong with an exception from a criterion. It moves nothing, so it can be judged."""
    if answer.exception is not None and criterion.hard:
        yield Flaw(
            path=(*path, "exception"),
            what=NEVER,
            hint="take it out, and record what will be done about it as an action",
            warning=True,
            at_key=True,
        )
