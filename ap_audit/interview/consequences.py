"""What an answer brings about beside itself: rules that now hold, questions that come and go."""

from collections.abc import Iterator, Sequence

from ap_audit.interview.said import listed, questions
from ap_audit.model.audit import Audit
from ap_audit.model.base import Value
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating, Severity
from ap_audit.rules.assessment import Assessment, Outcome, Truth

_TOLD = (Severity.STOP, Severity.URGENT)


class Snapshot(Value, frozen=True):
    """What is asked and what holds, at one moment."""

    asked: tuple[CriterionId, ...]
    holding: tuple[str, ...]
    """What the rules say that hold and that stop a placement, or press."""


def snapshot(assessment: Assessment, asked: Sequence[Outcome]) -> Snapshot:
    """The moment as it was judged."""
    holding = (
        result.rule.says
        for result in assessment.rules
        if result.truth is Truth.HOLDS and result.rule.severity in _TOLD
    )
    return Snapshot(tuple(outcome.id for outcome in asked), tuple(holding))


def new_holding(before: Snapshot, after: Snapshot) -> list[str]:
    """What rules say that hold now and did not."""
    return [says for says in after.holding if says not in before.holding]


def consequences(before: Snapshot, after: Snapshot, audit: Audit) -> Iterator[str]:
    """A sentence for each thing that the answer between two moments brought about."""
    yield from (f"Because of this answer: {says}" for says in new_holding(before, after))
    if added := [key for key in after.asked if key not in before.asked]:
        verb = "is" if len(added) == 1 else "are"
        yield f"Because of this answer, {questions(len(added))} {verb} added: {listed(added)}."
        if kept := _answered(audit, added):
            yield f"Answered before, and counted again: {listed(kept)}."
    if gone := [key for key in before.asked if key not in after.asked]:
        verb = "falls" if len(gone) == 1 else "fall"
        yield f"Because of this answer, {questions(len(gone))} {verb} away: {listed(gone)}."
        if kept := _answered(audit, gone):
            yield (
                f"Answered already: {listed(kept)}. What was recorded is kept and not counted;"
                " it counts again if the question comes back."
            )


def against(assessment: Assessment, outcome: Outcome) -> tuple[str, ...]:
    """Why an answer does not count as the "met" it was given as, and which rules speak against it.

    A rule speaks of every question that it looks at.
    """
    because: tuple[str, ...] = ()
    if outcome.recorded is Rating.MET and not outcome.criterion.is_record:
        because = outcome.because if outcome.gate is None else outcome.gate_because
    holding = snapshot(assessment, ()).holding
    ruled = (
        finding.because[0]
        for finding in assessment.findings
        if finding.is_rule and outcome.id in finding.about and finding.because[0] in holding
    )
    return tuple(dict.fromkeys((*because, *ruled)))


def _answered(audit: Audit, keys: list[CriterionId]) -> list[CriterionId]:
    return [key for key in keys if not audit.answer(key).blank]
