"""Gateways as a reader meets them: how each was seen, and why it is not open."""

from collections import Counter

from ap_audit.model.wording import capital, count, day
from ap_audit.model.words import Depth
from ap_audit.report.dates import open_until
from ap_audit.report.figures import bar
from ap_audit.report.gate_counts import gate_counts
from ap_audit.report.view import Bar, GatewayGroup, GatewayRow, OutRow
from ap_audit.report.wording import GATES, ended, excerpt, first_sentence
from ap_audit.rules.assessment import Assessment, Gate, Outcome, Piece, Scope

NOTHING_SEEN = "Nothing seen"
_BRIEF = 150
_NOTED = 5
"""With more than these on page 1, what the auditor noted stands further on."""
_ORDER = (Gate.FAILED, Gate.NOT_SHOWN, Gate.OPEN, Gate.EXCUSED)


def gateway_row(outcome: Outcome, gate: Gate, *, noted: bool = True) -> GatewayRow:
    """One gateway in its state; where there is little room, without the auditor's note."""
    until = open_until(outcome) if gate is Gate.OPEN else None
    return GatewayRow(
        id=outcome.id,
        ask=outcome.criterion.ask,
        section=outcome.section.title,
        mark=GATES[gate],
        seen=how_seen(outcome.evidence),
        seen_brief=_kinds_seen(outcome.evidence),
        because=_because(outcome, gate),
        note="" if gate.is_open else (outcome.answer.note or "").strip(),
        brief=_brief(outcome, gate, noted=noted),
        until=day(until) if until else "",
    )


def gateway_groups(assessment: Assessment) -> tuple[GatewayGroup, ...]:
    """Every gateway in scope, section by section, in the order of the checklist."""
    sections: dict[str, list[GatewayRow]] = {}
    for outcome in assessment.gateways():
        if outcome.gate is not None:
            rows = sections.setdefault(outcome.section.title, [])
            rows.append(gateway_row(outcome, outcome.gate))
    return tuple(
        GatewayGroup(title=title, gateways=tuple(rows)) for title, rows in sections.items()
    )


def not_open(assessment: Assessment) -> tuple[GatewayRow, ...]:
    """Those that are not open: failed ones first, else in order."""
    found = [
        (outcome, outcome.gate)
        for state in (Gate.FAILED, Gate.NOT_SHOWN)
        for outcome in assessment.gateways()
        if outcome.gate is state
    ]
    noted = len(found) <= _NOTED
    return tuple(gateway_row(outcome, gate, noted=noted) for outcome, gate in found)


def gateways_bar(assessment: Assessment) -> Bar:
    """The gateways by state, each as wide as the next."""
    counts = gate_counts(assessment)
    parts = {
        Gate.OPEN: counts.opened,
        Gate.FAILED: counts.failed,
        Gate.NOT_SHOWN: counts.not_shown,
        Gate.EXCUSED: counts.excused,
    }
    return bar([(GATES[gate], number) for gate, number in parts.items()], says=counts.says)


def open_by_section(assessment: Assessment) -> tuple[str, ...]:
    """Each section that has gateways: "Safeguarding 6 of 11"."""
    total: Counter[str] = Counter()
    opened: Counter[str] = Counter()
    for outcome in assessment.gateways():
        if outcome.gate is Gate.EXCUSED:
            continue
        total[outcome.section.title] += 1
        opened[outcome.section.title] += outcome.gate is Gate.OPEN
    return tuple(f"{title} {opened[title]} of {total[title]}" for title in total)


def out_rows(assessment: Assessment, *, gateways: bool) -> tuple[OutRow, ...]:
    """The criteria that are not judged here, each with the recorded value that put it out."""
    return tuple(
        OutRow(
            id=outcome.id,
            ask=outcome.criterion.ask,
            section=outcome.section.title,
            because=_out_because(outcome),
        )
        for outcome in assessment.outcomes
        if not outcome.scope.judged and outcome.criterion.is_gateway is gateways
    )


def scope_say(assessment: Assessment) -> str:
    """What was in scope: "61 of 70 questions; 8 do not apply here, 1 is of full depth"."""
    scopes = Counter(outcome.scope for outcome in assessment.outcomes)
    judged = sum(how_many for scope, how_many in scopes.items() if scope.judged)
    parts = []
    if scopes[Scope.OUT]:
        parts.append(count(scopes[Scope.OUT], "does not apply here", "do not apply here"))
    if scopes[Scope.LEFT_OUT]:
        parts.append(f"{count(scopes[Scope.LEFT_OUT], 'goes', 'go')} with a section left out")
    if scopes[Scope.DEEPER]:
        parts.append(count(scopes[Scope.DEEPER], "is of full depth", "are of full depth"))
    said = f"{judged} of {count(scopes.total(), 'question')}"
    return f"{said}; {', '.join(parts)}" if parts else said


def how_seen(pieces: tuple[Piece, ...]) -> str:
    """How the evidence was seen: "copy seen, dated 3 November 2026"; what counts comes first."""
    ordered = sorted(pieces, key=lambda piece: not piece.counts)
    return capital("; ".join(dict.fromkeys(_seen(piece) for piece in ordered))) or NOTHING_SEEN


def _kinds_seen(pieces: tuple[Piece, ...]) -> str:
    kinds = dict.fromkeys(piece.evidence.seen.title for piece in pieces)
    return capital(", ".join(kinds)) or NOTHING_SEEN


def _seen(piece: Piece) -> str:
    evidence = piece.evidence
    if evidence.dated is not None:
        return f"{evidence.seen.title}, dated {day(evidence.dated)}"
    if evidence.date is not None:
        return f"{evidence.seen.title} on {day(evidence.date)}"
    return evidence.seen.title


def _because(outcome: Outcome, gate: Gate) -> tuple[str, ...]:
    if gate is Gate.EXCUSED:
        return (f"Does not apply: {ended(outcome.answer.reason or '')}",)
    return outcome.gate_because


def _brief(outcome: Outcome, gate: Gate, *, noted: bool) -> str:
    """The first reason, and what the auditor noted where the reason is only the rating."""
    because = _because(outcome, gate)
    if not because:
        return ""
    brief = first_sentence(because[0])
    if noted and gate is Gate.FAILED and outcome.answer.note and len(because) == 1:
        brief = f"{brief} {ended(outcome.answer.note.strip())}"
    return excerpt(brief, _BRIEF)


def _out_because(outcome: Outcome) -> str:
    if outcome.scope is Scope.DEEPER:
        return f"Asked only in an audit of {Depth.FULL.value} depth."
    return outcome.scope_because
