"""Page 1: what is decided or advised and why, what is not known, and what must happen by when."""

from collections import Counter
from collections.abc import Iterator

from ap_audit.model.audit import Action, Audit
from ap_audit.model.wording import count, day
from ap_audit.model.words import Part, Rung, Severity
from ap_audit.report.actions import action_rows, actions_say
from ap_audit.report.conditions import grouped_conditions
from ap_audit.report.dates import BOOKED, Watched
from ap_audit.report.decision import advice, decision_made
from ap_audit.report.figures import figures
from ap_audit.report.gate_counts import gate_counts
from ap_audit.report.gateways import gateways_bar, not_open, open_by_section
from ap_audit.report.unknown import unknown_lines, unknown_say
from ap_audit.report.view import Fact, Front, GatewayRow, Listed
from ap_audit.report.wording import GATES, excerpt, first_sentence, listing, trimmed
from ap_audit.rules.assessment import Assessment, Gate, RuleResult, Truth
from ap_audit.rules.exceptions import has_run_out

# What fits on one A4 page with the rest; everything left out stands further on in the report.
_GATEWAYS, _WHY, _CONDITIONS, _UNKNOWN, _ACTIONS = 6, 3, 5, 3, 3
_NAMED = 10
"""Failed gateways that are named where there is no room to say why."""
_FEWEST, _FEWEST_NAMED = 3, 4
_LONG = 170


def front(
    assessment: Assessment,
    audit: Audit,
    *,
    now: Assessment | None,
    broken: tuple[Part, ...] = (),
    days: tuple[Watched, ...],
    warnings: tuple[str, ...],
    last_time: str = "",
    left_open: tuple[Action, ...] = (),
) -> Front:
    """Page 1 of one audit; *left_open* are actions of the one before that it does not take up."""
    closed = not_open(assessment)
    decision = decision_made(audit, assessment, now, broken)
    not_known = _shortened(unknown_lines(assessment), _UNKNOWN)
    panel, warned = 2 * decision.panel, len(warnings)
    taken = 2 * panel + 2 * max(0, warned - 1) + 2 * bool(not_known.lines)
    shown, named = _shown(
        closed,
        most=max(_FEWEST, _GATEWAYS - panel - max(0, warned - 2)),
        most_named=max(_FEWEST_NAMED, _NAMED - taken),
    )
    actions = action_rows(assessment.actions)
    first = actions if len(actions) <= _ACTIONS + 1 else actions[:_ACTIONS]
    return Front(
        decision=decision,
        advice=advice(assessment.verdict),
        why=why(assessment),
        conditions=_conditions(assessment),
        gateways_say=gate_counts(assessment).says,
        gateways_bar=gateways_bar(assessment),
        gateways=shown,
        gateways_named=named,
        gateways_more=_more_gateways(closed[len(shown) :]),
        gateways_open=open_by_section(assessment),
        exceptions_say=_exceptions_say(assessment),
        unknown_say=unknown_say(assessment),
        unknown=not_known,
        actions_say=actions_say(assessment.actions, left_open, assessment.as_at),
        actions=first,
        actions_more=f"and {len(actions) - len(first)} more" if len(actions) > len(first) else "",
        next=_next(days, assessment),
        next_what=_next_what(days),
        figures=figures(assessment.total),
        warnings=warnings,
        last_time=last_time,
    )


def why(assessment: Assessment) -> Listed:
    """What holds the advice at its rung, said once: gateways stand in their own table."""
    return _shortened(tuple(_why(assessment)), _WHY)


def _why(assessment: Assessment) -> Iterator[str]:
    match assessment.verdict.rung:
        case Rung.STOP:
            yield from _gates(assessment, Gate.FAILED, "has failed", "have failed")
            yield from _holding(assessment)
            yield from _remaining(assessment)
        case Rung.NOT_SHOWN:
            yield from _gates(assessment, Gate.NOT_SHOWN, "is not shown", "are not shown")
            yield from _undecided(assessment)
            yield from _remaining(assessment)
        case Rung.CONDITIONS:
            how_many = len(assessment.verdict.conditions)
            if any(assessment.gateways()):
                must = f"{count(how_many, 'condition')} must be met, as listed below."
                yield f"Every gateway is open. {must}"
            else:  # a checklist that decides nothing insists on nothing
                yield f"{count(how_many, 'condition is', 'conditions are')} listed below."
        case Rung.CLEAR if assessment.verdict.band:
            yield from assessment.verdict.because
        case Rung.CLEAR if any(assessment.gateways()):
            yield "Every gateway is open, and nothing else stands in the way."
        case Rung.CLEAR:
            yield "Nothing that applies stands in the way."


def _gates(assessment: Assessment, state: Gate, one: str, several: str) -> Iterator[str]:
    how_many = sum(outcome.gate is state for outcome in assessment.gateways())
    if how_many:
        yield f"{count(how_many, f'gateway {one}', f'gateways {several}')}, as listed below."


def _holding(assessment: Assessment) -> Iterator[str]:
    """Rules that decide the advice and are not already the reason of a gateway in the table."""
    said = {line for outcome in assessment.gateways() for line in outcome.gate_because}
    for result in _stops(assessment, Truth.HOLDS):
        if result.rule.says not in said:
            yield first_sentence(result.rule.says)


def _undecided(assessment: Assessment) -> Iterator[str]:
    results = _stops(assessment, Truth.UNKNOWN)
    if len(results) >= _WHY:
        yield f"{len(results)} rules that can decide the advice lack facts and cannot be told yet."
        return
    for result in results:
        yield f"{result.rule.title}: cannot be told. {result.because}"


def _stops(assessment: Assessment, truth: Truth) -> list[RuleResult]:
    return [
        result
        for result in assessment.rules
        if result.rule.severity is Severity.STOP and result.truth is truth
    ]


def _remaining(assessment: Assessment) -> Iterator[str]:
    """Below the gateways there may be more to put right; on page 1 its number is enough."""
    if assessment.verdict.conditions:
        stand = count(len(assessment.verdict.conditions), "condition would", "conditions would")
        yield f"{stand} remain even if every gateway were open."


def _conditions(assessment: Assessment) -> Listed:
    if assessment.verdict.rung is not Rung.CONDITIONS:
        return Listed(lines=(), more="")
    return _shortened(grouped_conditions(assessment), _CONDITIONS)


def _shown(
    closed: tuple[GatewayRow, ...], *, most: int, most_named: int
) -> tuple[tuple[GatewayRow, ...], bool]:
    """As many as fit with their reasons; or the failed ones alone, and that they are only named.

    What else stands on the page takes room from them: a decision, warnings, what is not known.
    """
    if len(closed) <= most + 1:
        return closed, False
    failed = sum(_failed(row) for row in closed)
    if failed <= most + 1:
        return closed[: max(most, failed)], False
    return closed[: failed if failed <= most_named + 1 else most_named], True


def _failed(row: GatewayRow) -> bool:
    return row.mark is GATES[Gate.FAILED]


def _more_gateways(left: tuple[GatewayRow, ...]) -> str:
    """How many were left out; of failed ones, in which part they are."""
    parts = Counter(row.section for row in left if _failed(row))
    where = ", ".join(f"{section} {number}" for section, number in parts.items())
    said = [f"{parts.total()} more failed ({where})"] if parts else []
    if rest := len(left) - parts.total():
        said.append(f"{rest} not shown" if said else f"{rest} more not shown")
    return f"and {listing(said)}" if said else ""


def _shortened(lines: tuple[str, ...], most: int) -> Listed:
    return trimmed([excerpt(line, _LONG) for line in lines], most)


def _exceptions_say(assessment: Assessment) -> str:
    made = [o.answer.exception for o in assessment.judged() if o.answer.exception is not None]
    if not made:
        return ""
    said = count(len(made), "exception is", "exceptions are")
    late = sum(has_run_out(one, assessment.as_at) for one in made)
    over = f" {count(late, 'exception has', 'exceptions have')} run out." if late else ""
    return f"{said} recorded.{over} An exception opens no gateway."


def _next_what(days: tuple[Watched, ...]) -> str:
    """What comes first; and what is booked, though something else runs out before."""
    if not days:
        return "No recorded date says when to look again; agree one."
    booked = next((one for one in days if one.kind == BOOKED), None)
    if booked is None or booked is days[0]:
        return days[0].what
    return f"{days[0].what} Booked for {day(booked.on)}: {booked.asked}"


def _next(days: tuple[Watched, ...], assessment: Assessment) -> Fact:
    early = assessment.verdict.rung in (Rung.STOP, Rung.NOT_SHOWN)
    ends = not days or days[0].kind != BOOKED
    label = "Next to run out" if early and ends else "Look again by"
    return Fact(label=label, text=day(days[0].on) if days else "not known")
