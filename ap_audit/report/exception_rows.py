"""Exceptions as a list: from what, by whom, until when, and why."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from textwrap import wrap

from ap_audit.model.audit import SchoolException
from ap_audit.model.base import Value
from ap_audit.model.wording import count, day
from ap_audit.report.judged import Judged
from ap_audit.report.records import Records, aligned, columns_of
from ap_audit.report.wording import GATES, outcome_mark
from ap_audit.rules.assessment import Outcome
from ap_audit.rules.exceptions import NEVER, has_run_out

_WIDTH = 100
_RUN_OUT, _NOT_ALLOWED = "run out", "not allowed"


class ExceptionListed(Value, frozen=True, kw_only=True):
    """One exception."""

    about: str
    """The provider's folder name, a placement's reference with it, or school."""
    audit: str
    id: str
    ask: str
    state: str
    """How the question stands, which the exception does not change."""
    role: str
    until: str
    """Its last day, as year-month-day."""
    in_force: str
    """`yes`, `run out`, or `not allowed` where none can be made from that question."""
    reason: str


def exceptions_of(judged: Judged, audit: str, today: date) -> Iterator[ExceptionListed]:
    """The exceptions in one audit. *audit* is its name on the command line."""
    for outcome in judged.assessment.judged():
        made = outcome.answer.exception
        if made is not None:
            yield ExceptionListed(
                about=judged.audit.about.name,
                audit=audit,
                id=outcome.id,
                ask=outcome.criterion.ask,
                state=state_word(outcome),
                role=made.role,
                until=made.until.isoformat(),
                in_force=_in_force(outcome, made, today),
                reason=" ".join(made.reason.split()),
            )


def _in_force(outcome: Outcome, made: SchoolException, today: date) -> str:
    if outcome.criterion.hard:
        return _NOT_ALLOWED
    return _RUN_OUT if has_run_out(made, today) else "yes"


def state_word(outcome: Outcome) -> str:
    """How a question stands: a gateway by whether it is open, any other by its rating."""
    return GATES[outcome.gate].word if outcome.gate else outcome_mark(outcome).word


def exception_records(found: Iterable[ExceptionListed]) -> Records:
    """Every exception, the first to end first."""
    rows = tuple(sorted(found, key=lambda row: (row.until, row.about, row.id)))
    return Records(kind="exceptions", columns=columns_of(ExceptionListed), rows=rows)


def exception_lines(found: Sequence[ExceptionListed]) -> Iterator[str]:
    """A table for the terminal, with each question and reason below its line."""
    records = sorted(found, key=lambda row: (row.until, row.about, row.id))
    rows = [("Until", "Audit", "Question", "Stands", "Decided by")]
    rows += [
        (
            day(date.fromisoformat(row.until))
            + (", HAS RUN OUT" if row.in_force == _RUN_OUT else ""),
            row.audit,
            row.id,
            row.state,
            row.role,
        )
        for row in records
    ]
    head, *lines = aligned(rows)
    yield head
    for line, row in zip(lines, records, strict=True):
        yield line
        for text in (
            row.ask,
            row.reason,
            f"Take care: {NEVER}." if row.in_force == _NOT_ALLOWED else "",
        ):
            yield from wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="    ")
    late = sum(row.in_force == _RUN_OUT for row in records)
    yield ""
    yield f"{count(len(records), 'exception')}, {late} run out. An exception opens no gateway."
