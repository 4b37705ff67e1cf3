"""Days that must have been and lie ahead: an audit dated next year would be the newest until then.

What is agreed, runs out or is booked may lie ahead: due days, ends, next reviews, exceptions, the
start of a placement. What somebody did cannot: looked, answered, saw, rang, closed, signed.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.audit import Answer, Audit
from ap_audit.model.contact import LoggedContact
from ap_audit.model.wording import day

_GRACE = timedelta(days=1)
"""Just after midnight in a British summer it is still yesterday on a server that keeps UTC."""


def lies_after(on: date, today: date) -> bool:
    """Whether a day is still to come, and not only by the hour at which two clocks change date."""
    return on - today > _GRACE


def contact_ahead(contact: LoggedContact, today: date) -> Iterator[Flaw]:
    """A contact that has not been yet."""
    yield from _flaws([(("date",), contact.date)], today)


def audit_ahead(audit: Audit, today: date) -> Iterator[Flaw]:
    """Each day on which something was done by this audit, and which is still to come."""
    yield from _flaws(_done_on(audit), today)


def latest_ahead(audit: Audit, today: date) -> tuple[date, Flaw] | None:
    """The latest of those days, where there is one, with its place."""
    days = {path: on for path, on in _done_on(audit) if on is not None}
    return max(
        ((days[flaw.path], flaw) for flaw in audit_ahead(audit, today)),
        key=lambda found: found[0],
        default=None,
    )


def _done_on(audit: Audit) -> Iterator[tuple[KeyPath, date | None]]:
    yield ("date",), audit.date
    for name, answer in audit.answers.items():
        for keys, on in _answered(answer):
            yield ("answers", name, *keys), on
    for name, said in audit.sections.items():
        for key, one in (("not_applicable", said.not_applicable), ("judgement", said.judgement)):
            yield ("sections", name, key, "date"), one.date if one else None
    yield ("decision", "date"), audit.decision.date
    yield ("decision", "as_at"), audit.decision.as_at
    for part, made in audit.signatures.items():
        yield ("signatures", part.value, "date"), made.date
    for name, again in audit.reopened.items():
        yield ("reopened", name, "date"), again.date


def _answered(answer: Answer) -> Iterator[tuple[KeyPath, date | None]]:
    yield ("date",), answer.date
    for key, piece in answer.evidence.items():
        yield ("evidence", key, "date"), piece.date
    for key, action in answer.actions.items():
        yield ("actions", key, "done"), action.done
    for key, other in (("claim", answer.claim), ("other", answer.other)):
        yield (key, "date"), other.date if other else None
    yield ("moderated", "date"), answer.moderated.date if answer.moderated else None


def _flaws(done_on: Iterable[tuple[KeyPath, date | None]], today: date) -> Iterator[Flaw]:
    for path, on in done_on:
        if on is not None and lies_after(on, today):
            yield Flaw(
                path=path,
                what=f"{on} is still to come: today is {day(today)}",
                hint="mend the date. If this computer's clock is wrong, give --today",
            )
