"""Audits as tidy tables: one row for each thing, one column for each fact, no cell with two."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from ap_audit.model.about import About
from ap_audit.model.audit import Audit
from ap_audit.model.contact import LoggedContact
from ap_audit.model.wording import percent
from ap_audit.model.words import Severity
from ap_audit.report.judged import Judged
from ap_audit.report.register import Entry
from ap_audit.report.sheet import Cell
from ap_audit.rules.assessment import Assessment, Gate, Outcome

FORMAT = "ap-audit/tables@1"
_WHICH = ("audit", "provider", "placement")
COLUMNS: dict[str, tuple[str, ...]] = {
    "providers": (
        "provider",
        "name",
        "address",
        "kind",
        "registration",
        "urn",
        "pupils",
        "hours",
        "rung",
        "advice",
        "checklist",
        "last_audit",
        "look_again",
        "missing_documents",
        "begun",
        "placements_to_act_on",
    ),
    "audits": (
        *_WHICH,
        "subject",
        "checklist",
        "depth",
        "date",
        "auditor",
        "follows",
        "state",
        "as_at",
        "rung",
        "advice",
        "gateways_open",
        "gateways_failed",
        "gateways_not_shown",
        "gateways_excused",
        "score",
        "coverage",
        "worst",
        "best",
        "answered",
        "questions",
        "progress",
    ),
    "answers": (
        *_WHICH,
        "criterion",
        "section",
        "class",
        "scope",
        "rating",
        "grade",
        "judged",
        "gate",
        "date",
        "by",
        "reason",
        "note",
    ),
    "values": (*_WHICH, "criterion", "name", "value"),
    "evidence": (
        *_WHICH,
        "criterion",
        "evidence",
        "what",
        "seen",
        "dated",
        "date",
        "by",
        "counts",
        "counts_until",
        "because",
        "file",
        "sha256",
        "note",
    ),
    "actions": (
        *_WHICH,
        "criterion",
        "action",
        "what",
        "owner",
        "due",
        "done",
        "severity",
        "note",
        "closed_by",
        "closing_note",
        "closing_evidence",
    ),
    "contacts": ("provider", "date", "kind", "with", "by", "placement", "note"),
    "findings": (*_WHICH, "finding", "kind", "severity", "state", "title", "because"),
}
"""The columns of each table, after `format`."""

Row = tuple[Cell, ...]


def rows_of(judged: Judged, path: str) -> Iterator[tuple[str, Row]]:
    """Every row that one audit gives, each with the name of its table."""
    about, assessment = judged.audit.about, judged.assessment
    which = (path, about.provider, about.placement)
    yield "audits", (*which, *_audit(judged.audit, about, assessment), *_progress(judged))
    severities = {(one.criterion.key, one.key): one.severity for one in assessment.actions}
    for outcome in assessment.outcomes:
        yield "answers", (*which, *_answer(outcome))
        for name, value in outcome.answer.values.items():
            yield "values", (*which, outcome.id, name, value)
        for row in _evidence(outcome):
            yield "evidence", (*which, *row)
        for key, action in outcome.answer.actions.items():
            severity = severities.get((outcome.id, key))
            yield (
                "actions",
                (
                    *which,
                    outcome.id,
                    key,
                    action.what,
                    action.owner,
                    _day(action.due),
                    _day(action.done),
                    severity.value if isinstance(severity, Severity) else "",
                    action.note or "",
                    action.closed_by or "",
                    action.closing_note or "",
                    action.closing_evidence or "",
                ),
            )
    for finding in assessment.findings:
        kind = "rule" if finding.is_rule else "criterion"
        because = " ".join(finding.because)
        yield (
            "findings",
            (
                *which,
                finding.id,
                kind,
                finding.severity.value,
                finding.state,
                finding.title,
                because,
            ),
        )


def contact_row(provider: str, contact: LoggedContact) -> Row:
    """The row of one contact. What is private is in no table."""
    return (
        provider,
        _day(contact.date),
        contact.kind.value,
        contact.with_,
        contact.by or "",
        contact.placement or "",
        contact.note or "",
    )


def provider_row(found: Entry) -> Row:
    """The row of one provider."""
    row, facts = found.row, found.row.particulars
    return (
        row.slug,
        row.name,
        facts.address,
        facts.kind,
        facts.registration,
        facts.urn,
        facts.pupils,
        facts.hours,
        row.rung,
        row.title,
        row.checklist,
        row.last_date,
        row.next_date,
        len(row.missing),
        row.begun_date,
        len(row.placements),
    )


def _audit(audit: Audit, about: About, assessment: Assessment) -> Row:
    gates = [outcome.gate for outcome in assessment.gateways()]
    total = assessment.total
    return (
        about.subject.value,
        audit.checklist,
        audit.depth.value,
        audit.date.isoformat(),
        audit.auditor,
        audit.follows or "",
        audit.decision.state,
        assessment.as_at.isoformat(),
        assessment.verdict.rung.value,
        assessment.verdict.title,
        *(gates.count(gate) for gate in (Gate.OPEN, Gate.FAILED, Gate.NOT_SHOWN, Gate.EXCUSED)),
        *(_share(share) for share in (total.score, total.coverage, total.worst, total.best)),
    )


def _progress(judged: Judged) -> Row:
    """How many questions are answered of those in scope, and whether that says anything yet."""
    asked = sum(1 for _ in judged.assessment.judged())
    answered = asked - len(judged.assessment.unanswered())
    return answered, asked, "speaks" if judged.speaks else "begun"


def _answer(outcome: Outcome) -> Row:
    answer = outcome.answer
    return (
        outcome.id,
        outcome.section.id,
        outcome.criterion.class_.value,
        outcome.scope.value,
        outcome.recorded.value,
        answer.grade or "",
        outcome.judged.value if outcome.scope.judged else "",
        outcome.gate.value if outcome.gate else "",
        _day(answer.date),
        answer.by or "",
        answer.reason or "",
        answer.note or "",
    )


def _evidence(outcome: Outcome) -> Iterator[Row]:
    judged = {piece.key: piece for piece in outcome.evidence}
    for key, evidence in outcome.answer.evidence.items():
        piece = judged.get(key)
        yield (
            outcome.id,
            key,
            evidence.what,
            evidence.seen.value,
            _day(evidence.dated),
            _day(evidence.date),
            evidence.by or "",
            "" if piece is None else "counts" if piece.counts else "does-not-count",
            _day(piece.counts_until) if piece else "",
            piece.because if piece else "",
            evidence.file or "",
            evidence.sha256 or "",
            evidence.note or "",
        )


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _share(value: Fraction | None) -> str:
    """In percent, cut after two decimals; empty where there is none."""
    return percent(value, 2).removesuffix(" %") if value is not None else ""
