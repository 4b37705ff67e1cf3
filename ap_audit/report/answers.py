"""Every answer, with all that was recorded for it but what is private."""

from collections.abc import Iterator

from ap_audit.model.audit import Answer, OtherAnswer
from ap_audit.model.source import SourceRegister
from ap_audit.model.wording import capital, day
from ap_audit.report.actions import actions_done, actions_of
from ap_audit.report.figures import figures, weighs
from ap_audit.report.sources import citation_line
from ap_audit.report.view import AnswerRow, AnswerSection, Aside, EvidenceRow, Fact
from ap_audit.report.wording import GATES, KINDS, ended, outcome_mark
from ap_audit.rules.assessment import Assessment, Outcome, Piece
from ap_audit.rules.values import recorded_values

_MISSING = "not recorded"


def answer_sections(
    assessment: Assessment, register: SourceRegister | None
) -> tuple[AnswerSection, ...]:
    """Every criterion in scope, section by section, in the order of the checklist."""
    return tuple(
        AnswerSection(
            title=result.section.title,
            figures=figures(result.sums),
            answers=tuple(
                _row(outcome, assessment, register)
                for outcome in assessment.judged()
                if outcome.section is result.section
            ),
        )
        for result in assessment.sections
    )


def _row(outcome: Outcome, assessment: Assessment, register: SourceRegister | None) -> AnswerRow:
    criterion, answer = outcome.criterion, outcome.answer
    return AnswerRow(
        id=outcome.id,
        ask=criterion.ask,
        kind=KINDS[criterion.class_],
        mark=outcome_mark(outcome),
        gate=GATES[outcome.gate] if outcome.gate is not None else None,
        means=criterion.ratings.get(outcome.judged, ""),
        because=tuple(dict.fromkeys(_because(outcome))),
        weighs=weighs(outcome),
        answered=", ".join(_answered(answer)),
        reason=answer.reason or "",
        note=(answer.note or "").strip(),
        values=tuple(
            Fact(label=value.ask, text=value.shown or _MISSING)
            for value in recorded_values(criterion, answer)
            if value.shown or value.missing
        ),
        evidence=tuple(_evidence(piece) for piece in outcome.evidence),
        actions=actions_of(outcome, assessment),
        done=actions_done(outcome),
        asides=(*_last_time(outcome), *_asides(answer)),
        sources=tuple(citation_line(citation, register) for citation in criterion.sources),
    )


def _because(outcome: Outcome) -> Iterator[str]:
    if outcome.judged is not outcome.recorded:
        yield f"Recorded as {outcome.recorded.title}."
    yield from outcome.because
    yield from outcome.gate_because
    if outcome.scope_because:
        yield f"It is not settled whether this applies. {outcome.scope_because}"


def _answered(answer: Answer) -> Iterator[str]:
    if answer.blank:
        return
    if answer.by:
        yield answer.by
    if answer.date:
        yield day(answer.date)


def _evidence(piece: Piece) -> EvidenceRow:
    evidence = piece.evidence
    seen = evidence.seen.title
    seen += f" on {day(evidence.date)}" if evidence.date else ""
    seen += f" by {evidence.by}" if evidence.by else ""
    seen += f", dated {day(evidence.dated)}" if evidence.dated else ""
    counts = f"Counts until {day(piece.counts_until)}." if piece.counts_until else "Counts."
    return EvidenceRow(
        what=evidence.what,
        seen=seen,
        counts=counts if piece.counts else f"Does not count: {piece.because}.",
        file=evidence.file or "",
        sha256=(evidence.sha256 or "").removeprefix("sha256:"),
        note=evidence.note or "",
    )


def _last_time(outcome: Outcome) -> Iterator[Aside]:
    last = outcome.carried
    if last is None:
        return
    facts = [value.shown for value in recorded_values(outcome.criterion, last) if value.shown]
    rating = [last.rating.title] if last.rating else []
    when = [day(last.date)] if last.date else []
    said = ended(", ".join([*rating, *facts, *when]))
    yield Aside(
        title="Last time, and not checked since",
        text=capital(f"{said} {ended((last.note or '').strip())}".strip()),
    )


def _asides(answer: Answer) -> Iterator[Aside]:
    if answer.claim is not None:
        yield Aside(title="The provider says, and this is not judged", text=_other(answer.claim))
    if answer.other is not None:
        yield Aside(title="A second auditor found", text=_other(answer.other))
    if answer.moderated is not None:
        settled = answer.moderated
        yield Aside(
            title="Settled between the two",
            text=f"{settled.by}, {day(settled.date)}: {ended(settled.reason)}",
        )
    if answer.exception is not None:
        made = answer.exception
        yield Aside(
            title="Exception, which opens no gateway",
            text=f"{made.role}, until {day(made.until)}: {ended(made.reason)}",
        )


def _other(other: OtherAnswer) -> str:
    who = [other.by] if other.by else []
    when = [day(other.date)] if other.date else []
    word = f"{other.rating.title} ({other.grade})" if other.grade else other.rating.title
    said = ended(", ".join([capital(word), *who, *when]))
    return f"{said} {ended(other.note)}" if other.note else said
