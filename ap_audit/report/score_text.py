"""The verdict and its reasons as plain lines: `score` starts faster than a table library loads."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, json

from ap_audit.model.audit import Audit
from ap_audit.model.checklist import Checklist
from ap_audit.model.provider import Provider
from ap_audit.model.source import SourceRegister
from ap_audit.model.wording import day
from ap_audit.model.words import Part
from ap_audit.report.answers import answer_sections
from ap_audit.report.decision import advice, changed, since
from ap_audit.report.figures import figures
from ap_audit.report.front import why
from ap_audit.report.gate_counts import gate_counts
from ap_audit.report.gateways import not_open, out_rows, scope_say
from ap_audit.report.plain import Plain, plain
from ap_audit.report.rule_rows import rule_rows
from ap_audit.report.unknown import unknown_say
from ap_audit.report.view import AnswerRow, Figures, OutRow, RuleRow
from ap_audit.report.weakened import weakened_lines
from ap_audit.report.whole_sections import judged_say, left_out_say
from ap_audit.report.wording import GATES, audit_name, exception_says
from ap_audit.rules.assessment import Assessment, Gate, Sums

SCORE_FORMAT = "ap-audit/score@1"


class Standing(Struct, frozen=True, kw_only=True):
    """How an audit stands today: what became of a signed one, and whether it speaks yet."""

    broken: tuple[Part, ...] = ()
    """The signatures that do not stand for what is in the file."""
    now: Assessment | None = None
    """The same audit judged today, where it was decided earlier."""
    until_then: str = ""
    """What stands while it is only begun, in sentences; empty where it speaks itself."""
    beside: tuple[str, ...] = ()
    """What was found of one pupil there, which the advice on a provider does not count."""

    @property
    def good(self) -> bool:
        """Whether it is as it was signed, and nothing stands in the way today."""
        return not self.broken and (self.now is None or self.now.verdict.best)


AS_SIGNED = Standing()
_FEW, _EVERY = 5, 1_000_000
"""Conditions and gateways that are listed; a failed gateway is never left out."""


def score_lines(
    assessment: Assessment,
    audit: Audit,
    provider: Provider | None,
    checklist: Checklist,
    *,
    explain: bool,
    register: SourceRegister | None = None,
    last_time: tuple[str, ...] = (),
    standing: Standing = AS_SIGNED,
) -> tuple[str, ...]:
    """Advice, gateways, coverage, range, score; *explain* goes down to answers and sources.

    Without a register, sources are named by their keys. *last_time* says what changed since the
    audit before.
    """
    lines = [*_head(assessment, audit, provider, checklist, standing)]
    most = _EVERY if explain else _FEW
    lines += _advice(assessment, most)
    said = [f"Since last time: {line}" for line in last_time[:1]]
    lines += ["", *said, *last_time[1:]] if last_time else []
    lines += ["", *_numbers(figures(assessment.total)), f"Not known: {unknown_say(assessment)}"]
    lines += [f"In scope at {audit.depth} depth: {scope_say(assessment)}"]
    out = [f"Gateway left out: {row.id}. {row.because}" for row in _gateways_out(assessment)]
    lines += _first(out, most)
    lines += [
        f"{result.section.title}: {said}"
        for result in assessment.sections
        for said in (left_out_say(result), judged_say(result))
        if said
    ]
    lines += [
        f"Exception from {outcome.id}: {exception_says(made, assessment.as_at)}"
        for outcome in assessment.judged()
        if (made := outcome.answer.exception)
    ]
    lines += [f"Weakened by the overlay: {line}" for line in weakened_lines(checklist)]
    if explain:
        lines += [*_answers(assessment, register), *_rules(assessment, register), *_out(assessment)]
    return tuple(lines)


def score_json(scored: Iterable[tuple[Audit, Checklist, Assessment, Standing]]) -> str:
    """The same for other programs. Sums are exact: whole numbers, and fractions as text."""
    document = {
        "format": SCORE_FORMAT,
        "audits": [_scored(*one) for one in scored],
    }
    return json.format(json.encode(document), indent=2).decode()


def _head(
    assessment: Assessment,
    audit: Audit,
    provider: Provider | None,
    checklist: Checklist,
    standing: Standing,
) -> Iterator[str]:
    name = audit_name(audit, provider, "This school")
    judged = f"judged as at {day(assessment.as_at)}"
    yield f"{name}: audit of {day(audit.date)}, {checklist.reference}, {judged}"
    if changed(standing.broken):
        yield f"TAKE CARE. {changed(standing.broken)}"
    if audit.decision.state == "signed":
        yield f"Decision: {audit.decision.outcome or 'signed'}"
    if standing.until_then:
        yield f"TAKE CARE. {standing.until_then}"
    yield from (f"TAKE CARE. {line}" for line in standing.beside)
    yield from (f"Since it was signed: {line}" for line in since(audit, assessment, standing.now))


def _advice(assessment: Assessment, most: int) -> Iterator[str]:
    found = advice(assessment.verdict)
    yield f"Advice: {found.title}"
    yield f"  {found.says} {found.note}".rstrip()
    listed = why(assessment)
    yield from (f"  {line}" for line in (*listed.lines, listed.more) if line)
    yield from _first([f"Condition: {line}" for line in assessment.verdict.conditions], most)
    yield f"Gateways: {gate_counts(assessment).says}"
    rows = not_open(assessment)
    failed = sum(row.mark is GATES[Gate.FAILED] for row in rows)
    said = [f"{row.mark.word}: {row.id}. {row.ask} {row.brief}" for row in rows]
    yield from _first(said, max(most, failed))


def _first(lines: list[str], most: int) -> Iterator[str]:
    """The first lines, and how many more; one is never left out just to say so."""
    shown = lines if len(lines) <= most + 1 else lines[:most]
    yield from (f"  {line}" for line in shown)
    if len(lines) > len(shown):
        yield f"  and {len(lines) - len(shown)} more: --explain shows all of them"


def _numbers(found: Figures) -> Iterator[str]:
    yield f"Counts: {found.counts}"
    yield f"Score of what was rated: {found.points}"
    yield f"Coverage: {found.covered}"
    yield f"Range with what is not known: {found.range_exact}"
    yield f"Rated on evidence in date: {found.verified}"


def _answers(assessment: Assessment, register: SourceRegister | None) -> Iterator[str]:
    for section in answer_sections(assessment, register):
        if not section.answers:
            continue
        yield ""
        yield f"{section.title}: {section.figures.counts}"
        if section.figures.score != "–":
            yield (
                f"  Score {section.figures.points}; coverage {section.figures.covered};"
                f" range {section.figures.range_exact}"
            )
        for row in section.answers:
            yield from _answer(row)


def _answer(row: AnswerRow) -> Iterator[str]:
    gate = f", gateway {row.gate.word}" if row.gate else ""
    yield f"  {row.id}: {row.mark.word}{gate} ({row.kind}). {row.weighs}"
    yield f"    {row.ask}"
    yield from (f"    Why: {line}" for line in row.because)
    yield from (f"    Recorded: {value.label} {value.text}" for value in row.values)
    yield from (f"    Evidence: {e.what}: {e.seen}. {e.counts}" for e in row.evidence)
    yield from (f"    {aside.title}: {aside.text}" for aside in row.asides)
    yield from (f"    Source: {line}" for line in row.sources)


def _rules(assessment: Assessment, register: SourceRegister | None) -> Iterator[str]:
    rows = rule_rows(assessment, register)
    if rows:
        yield ""
        yield "Rules that hold or cannot be told"
    for row in rows:
        yield from _rule(row)


def _rule(row: RuleRow) -> Iterator[str]:
    yield f"  {row.id}: {row.mark.word} ({row.severity}). {row.title}"
    yield f"    Why: {row.because}"
    yield from (f"    Looked at: {value.label} {value.text}" for value in row.inputs)
    yield from (f"    Source: {line}" for line in row.sources)


def _out(assessment: Assessment) -> Iterator[str]:
    rows = (*out_rows(assessment, gateways=True), *out_rows(assessment, gateways=False))
    if rows:
        yield ""
        yield "Out of scope"
    for row in rows:
        yield f"  {row.id}: {row.because}"


def _gateways_out(assessment: Assessment) -> tuple[OutRow, ...]:
    return out_rows(assessment, gateways=True)


def _scored(
    audit: Audit, checklist: Checklist, assessment: Assessment, standing: Standing
) -> dict[str, object]:
    verdict = assessment.verdict
    return {
        "subject": audit.subject.value,
        "provider": audit.provider,
        "placement": audit.placement,
        "date": audit.date.isoformat(),
        "checklist": checklist.reference,
        "weakened": plain(weakened_lines(checklist)),
        "as_at": assessment.as_at.isoformat(),
        "depth": audit.depth.value,
        "out_of_scope": [
            {"id": row.id, "because": plain(row.because)} for row in _gateways_out(assessment)
        ],
        "rung": verdict.rung.value,
        "band": verdict.band,
        "verdict": plain(verdict.title),
        "because": plain(verdict.because),
        "conditions": plain(verdict.conditions),
        "gateways": _gateways(assessment),
        "total": _sums(assessment.total),
        "sections": [
            {
                "id": result.section.id,
                "below_floor": result.below_floor,
                "left_out": plain(left_out_say(result)),
                "judged": plain(judged_say(result)),
                **_sums(result.sums),
            }
            for result in assessment.sections
        ],
        "overdue_actions": sum(action.overdue for action in assessment.actions),
        "decision": audit.decision.state,
        "altered": [part.value for part in standing.broken],
        "until_then": plain(standing.until_then),
        "beside": plain(standing.beside),
        "since_signed": plain(since(audit, assessment, standing.now)),
    }


def _gateways(assessment: Assessment) -> dict[str, object]:
    found = assessment.gateways()
    counts = {gate.value: sum(outcome.gate is gate for outcome in found) for gate in Gate}
    states = [
        {"id": o.id, "state": o.gate.value, "because": plain(o.gate_because)}
        for o in found
        if o.gate
    ]
    return {"counts": counts, "states": states}


def _sums(sums: Sums) -> dict[str, Plain]:
    shown = figures(sums)
    return {
        "points": str(sums.points),
        "rated": sums.rated,
        "applicable": sums.applicable,
        "verified": sums.verified,
        "score": shown.score,
        "coverage": shown.coverage,
        "range": shown.range,
        "counts": {rating.value: how_many for rating, how_many in sums.counts},
        "carried": sums.carried,
    }
