"""When something that holds today runs out: evidence, and dates that a rule watches."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ap_audit.model.checklist import Checklist
from ap_audit.model.condition import (
    AllOf,
    AnyOf,
    Check,
    Condition,
    FromParameter,
    Literal,
    Not,
    TestName,
    Today,
    checks_in,
)
from ap_audit.model.duration import Duration, duration_from
from ap_audit.model.wording import day
from ap_audit.model.words import Rating, Severity
from ap_audit.report.view import DateRow
from ap_audit.rules.assessment import Assessment, Gate, Outcome, Piece
from ap_audit.rules.facts import only_value
from ap_audit.rules.values import typed

_FAR = date.max
EVIDENCE, RECORDED = "Evidence stops counting", "Recorded date runs out"
BOOKED = "Day that is booked"


class Watched(Struct, frozen=True, order=True):
    """A day on which something runs out."""

    on: date
    kind: str
    asked: str
    id: str = ""
    """The criterion's; where it is a recorded date, with its name."""

    @property
    def what(self) -> str:
        """What runs out."""
        return f"{self.kind}: {self.asked}"


def watched(assessment: Assessment, checklist: Checklist) -> tuple[Watched, ...]:
    """Every such day from the date of judging on, the nearest first; what reads alike is one."""
    days = run_out(assessment, checklist)
    found = {Watched(one.on, one.kind, one.asked) for one in days if one.on >= assessment.as_at}
    return tuple(sorted(found))


def run_out(assessment: Assessment, checklist: Checklist) -> tuple[Watched, ...]:
    """The same with recorded dates that had passed by then, the earliest first."""
    return tuple(sorted({*_evidence(assessment), *_values(assessment, checklist)}))


def lapsed(assessment: Assessment) -> tuple[Watched, ...]:
    """The days on which gateways that are not open last had evidence that counted."""
    found = []
    for outcome in assessment.gateways():
        ends = [piece.counts_until for piece in outcome.evidence if piece.counts_until]
        none_counts = not any(piece.counts for piece in outcome.evidence)
        if outcome.gate is Gate.NOT_SHOWN and none_counts and ends and max(ends) < assessment.as_at:
            found.append(Watched(max(ends), EVIDENCE, outcome.criterion.ask, outcome.id))
    return tuple(found)


def lasting(assessment: Assessment) -> tuple[Watched, ...]:
    """The last days of what was seen for questions that are no gateways, and met or partly met.

    No advice hangs on them, so they stand in the calendar and not among the dates to watch.
    """
    found = []
    for outcome in assessment.judged():
        if outcome.gate is None and outcome.judged in (Rating.MET, Rating.PARTLY):
            seen = [piece for piece in outcome.evidence if piece.evidence.seen.first_hand]
            ends = [piece.counts_until for piece in seen]
            last = max((day for day in ends if day), default=None)
            if last is not None and None not in ends:
                found.append(Watched(last, EVIDENCE, outcome.criterion.ask, outcome.id))
    return tuple(found)


def date_rows(days: tuple[Watched, ...]) -> tuple[DateRow, ...]:
    """The days in words, each with everything that runs out on it, by kind."""
    whole: dict[tuple[date, str], list[str]] = {}
    for item in days:
        whole.setdefault((item.on, item.kind), []).append(item.asked)
    return tuple(
        DateRow(date=day(on), kind=kind, asked=tuple(asked)) for (on, kind), asked in whole.items()
    )


def open_until(outcome: Outcome) -> date | None:
    """The last day a gateway stays open on the evidence it has; None where nothing ends it."""
    counting = [piece for piece in outcome.evidence if piece.counts]
    needs = outcome.criterion.evidence.needs
    ends = (
        [
            _last(piece for piece in counting if piece.evidence.seen.satisfies(need))
            for need in needs
        ]
        if needs
        else [_last(iter(counting))]
    )
    earliest = min(ends)
    return None if earliest == _FAR else earliest


def _last(pieces: Iterator[Piece]) -> date:
    """The day the last of them stops counting."""
    return max((piece.counts_until or _FAR for piece in pieces), default=_FAR)


def _evidence(assessment: Assessment) -> Iterator[Watched]:
    for outcome in assessment.gateways():
        until = open_until(outcome) if outcome.gate is Gate.OPEN else None
        if until is not None:
            yield Watched(until, EVIDENCE, outcome.criterion.ask, outcome.id)


def _values(assessment: Assessment, checklist: Checklist) -> Iterator[Watched]:
    """Recorded dates that would trip a rule once today has passed them."""
    for rule in checklist.rules.values():
        if rule.severity is Severity.NOTE:
            continue
        for check in checks_in(rule.when):
            found = None if check.derived else _runs_out(check, assessment, checklist)
            if found is not None:
                asked = assessment.outcome(check.criterion).criterion.ask
                yield Watched(found, RECORDED, asked, f"{check.criterion}/{check.name}")
        for check in _booked_in(rule.when):
            on = _recorded_day(check, assessment)
            if on is not None:
                asked = assessment.outcome(check.criterion).criterion.ask
                yield Watched(on, BOOKED, asked, f"{check.criterion}/{check.name}")


def _booked_in(condition: Condition) -> Iterator[Check]:
    """The days that a rule insists on having soon: what is booked, and not what runs out."""
    match condition:
        case Not(Check(test=TestName.WITHIN_NEXT) as check) if not check.derived:
            yield check
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _booked_in(part)
        case _:
            pass


def _runs_out(check: Check, assessment: Assessment, checklist: Checklist) -> date | None:
    value = _recorded_day(check, assessment)
    if value is None:
        return None
    if check.test is TestName.BEFORE and isinstance(check.operand, Today):
        return value
    if check.test is TestName.OLDER_THAN:
        span = _span(check, checklist)
        return span.after(value) if span else None
    return None


def _recorded_day(check: Check, assessment: Assessment) -> date | None:
    outcome = assessment.outcome(check.criterion)
    name = check.name or only_value(outcome.criterion)
    spec, recorded = outcome.criterion.record.get(name), outcome.answer.values.get(name)
    value = typed(spec, recorded) if spec and recorded and outcome.scope.judged else None
    return value if isinstance(value, date) else None


def _span(check: Check, checklist: Checklist) -> Duration | None:
    """How old the value may be; None where the trust has set no number."""
    match check.operand:
        case Literal(text):
            return duration_from(text)
        case FromParameter(parameter):
            return duration_from(checklist.parameters[parameter].value or "")
        case _:
            return None
