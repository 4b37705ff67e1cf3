"""What the school decided, beside what the tool advises; neither stands over the other."""

from collections import Counter
from collections.abc import Iterator
from enum import Enum

from ap_audit.model.audit import Audit, Decision, Reopening
from ap_audit.model.wording import capital, count, day
from ap_audit.model.words import Part
from ap_audit.report.view import Advice, DecisionMade, Fact, Listed
from ap_audit.report.wording import (
    BAND,
    RUNGS,
    ended,
    first_sentence,
    listing,
    sentences,
)
from ap_audit.rules.assessment import Assessment, Gate, Verdict

NOT_DECIDED = "not yet recorded"
_SINCE = 2
_NOTE = "This is advice. The school decides."


class _Kind(Enum):
    """What can have changed, and what one and several of it are called on page 1."""

    ADVICE = ()
    CLOSED = ("gateway no longer open", "gateways no longer open")
    EXCEPTION = ("exception run out", "exceptions run out")
    OVERDUE = ("action now overdue", "actions now overdue")
    DONE = ("action done", "actions done")


def advice(verdict: Verdict) -> Advice:
    """The verdict as advice."""
    says = " ".join(verdict.says.split())
    return Advice(
        rung=verdict.rung.value,
        mark=BAND if verdict.band else RUNGS[verdict.rung],
        title=verdict.title,
        says=says,
        note="" if "the school decides" in says.casefold() else _NOTE,
    )


def decision_made(
    audit: Audit, assessment: Assessment, now: Assessment | None, broken: tuple[Part, ...] = ()
) -> DecisionMade:
    """The decision, and who stands for the answers.

    *now* is the same audit judged today, if that is a later date. *broken* are the signatures that
    do not stand for what is in the file.
    """
    decision = audit.decision
    signed = decision.state == "signed"
    who = [part for part in (decision.by, decision.role) if part]
    when = [day(decision.date)] if decision.date else []
    return DecisionMade(
        signed=signed,
        title=(decision.outcome or "Signed, with no outcome recorded") if signed else NOT_DECIDED,
        by=", ".join(who + when) if signed else "",
        reason=(decision.reason or "") if signed else "",
        beside=_beside(decision, assessment.verdict) if signed else "",
        signers=_signers(audit),
        changed=changed(broken),
        reopened=_reopened(audit),
        panel=signed or bool(audit.signatures or audit.reopened),
        since=Listed(lines=_since_brief(audit, assessment, now), more=""),
    )


def changed(broken: tuple[Part, ...]) -> str:
    """That an audit is not as it was signed; empty where it is."""
    if not broken:
        return ""
    whose = listing([part.value for part in broken])
    stand = "signature stands" if len(broken) == 1 else "signatures stand"
    return (
        f"Changed since it was signed: the {stand} for something else than is here now ({whose})."
    )


def signature_lines(audit: Audit) -> tuple[Fact, ...]:
    """Who signed for what, and each time that it was opened again."""
    made = [
        Fact(label=capital(part.value), text=f"{one.name}, {one.role}, {day(one.date)}")
        for part, one in audit.signers()
    ]
    again = [
        Fact(
            label="Opened again",
            text=f"{day(one.date)}, {one.name}, {one.role}: {ended(one.reason.strip())}"
            f" {_until_then(one)}",
        )
        for one in audit.reopened.values()
    ]
    return (*made, *again)


def _until_then(one: Reopening) -> str:
    if one.decision.state == "signed":
        return f"Until then the decision was: {ended(one.decision.outcome or 'signed')}"
    return "Nothing had been decided."


def _signers(audit: Audit) -> str:
    return sentences(
        f"{capital(part.value)} by {one.name}, {one.role}, {day(one.date)}"
        for part, one in audit.signers()
        if part is not Part.ACCEPTED
    )


def _reopened(audit: Audit) -> str:
    if not audit.reopened:
        return ""
    last = max(audit.reopened.values(), key=lambda one: one.date)
    who = f"{last.name}, {last.role}"
    return f"Opened again on {day(last.date)} by {who}: {ended(last.reason.strip())}"


def since(audit: Audit, then: Assessment, now: Assessment | None) -> tuple[str, ...]:
    """What has changed since an audit was signed; nothing where it is not judged again."""
    return tuple(line for _, line in _changes(audit, then, now))


def _since_brief(audit: Audit, then: Assessment, now: Assessment | None) -> tuple[str, ...]:
    """The same for page 1: in full where it is little, else counted."""
    changes = tuple(_changes(audit, then, now))
    if len(changes) <= _SINCE:
        return tuple(line for _, line in changes)
    kinds = Counter(kind for kind, _ in changes)
    advised = tuple(line for kind, line in changes if kind is _Kind.ADVICE)
    counts = [count(kinds[kind], *kind.value) for kind in _Kind if kinds[kind] and kind.value]
    return (*advised, f"{ended(capital(listing(counts)))} All of it is listed further on.")


def _changes(audit: Audit, then: Assessment, now: Assessment | None) -> Iterator[tuple[_Kind, str]]:
    if now is not None:
        yield from _since(then, now)
        yield from _done(audit, then, now)


def _beside(decision: Decision, verdict: Verdict) -> str:
    shown = decision.advice_shown
    if not shown or shown in (verdict.title, verdict.rung.value):
        return ""
    return f"The advice shown when it was signed was: {ended(shown)}"


def _since(then: Assessment, now: Assessment) -> Iterator[tuple[_Kind, str]]:
    if now.verdict.rung is not then.verdict.rung:
        yield _Kind.ADVICE, f"Judged on {day(now.as_at)}, the advice is: {ended(now.verdict.title)}"
    before = {outcome.id: outcome.gate for outcome in then.gateways()}
    for outcome in now.gateways():
        if outcome.gate not in (Gate.OPEN, Gate.EXCUSED) and before.get(outcome.id) is Gate.OPEN:
            because = first_sentence(outcome.gate_because[0])
            yield _Kind.CLOSED, f"No longer open: {outcome.criterion.ask} {because}"
    for outcome in now.judged():
        made = outcome.answer.exception
        if made is not None and then.as_at <= made.until < now.as_at:
            said = f"An exception has run out on {day(made.until)}: {outcome.criterion.ask}"
            yield _Kind.EXCEPTION, said
    late = {(action.criterion.id, action.key) for action in then.actions if action.overdue}
    for action in now.actions:
        if action.overdue and (action.criterion.id, action.key) not in late:
            yield _Kind.OVERDUE, f"Now overdue: {ended(action.action.what)}"


def _done(audit: Audit, then: Assessment, now: Assessment) -> Iterator[tuple[_Kind, str]]:
    for answer in audit.answers.values():
        for action in answer.actions.values():
            if action.done is not None and then.as_at < action.done <= now.as_at:
                yield _Kind.DONE, f"Done on {day(action.done)}: {ended(action.what)}"
