"""The report of one audit, put together from its assessment. Same inputs, same report."""

from collections.abc import Iterator

from msgspec.structs import replace

from ap_audit.model.audit import Action, Audit
from ap_audit.model.checklist import Checklist
from ap_audit.model.overlay import Extended
from ap_audit.model.provider import Provider
from ap_audit.model.source import SourceRegister
from ap_audit.model.wording import capital, day
from ap_audit.model.words import Part
from ap_audit.report.actions import action_rows
from ap_audit.report.answers import answer_sections
from ap_audit.report.audit_report import AuditReport
from ap_audit.report.conditions import grouped_conditions
from ap_audit.report.contacts_part import contacts_part
from ap_audit.report.dates import date_rows, watched
from ap_audit.report.decision import signature_lines, since
from ap_audit.report.figures import figures, range_bar, rating_bar
from ap_audit.report.front import front
from ap_audit.report.gateways import gateway_groups, out_rows, scope_say
from ap_audit.report.judged import NOTHING_EARLIER, Earlier, Judged
from ap_audit.report.last_time import since_last_time, unread_warnings
from ap_audit.report.questions import ask_rows
from ap_audit.report.reading import reading
from ap_audit.report.rule_rows import rule_rows
from ap_audit.report.shown import shown
from ap_audit.report.sources import edition_rows, editions_brief, source_warnings
from ap_audit.report.timeline import timeline
from ap_audit.report.trend import trend
from ap_audit.report.unknown import unknown_rows
from ap_audit.report.view import (
    FORMAT,
    Audience,
    ExceptionRow,
    Fact,
    SectionRow,
)
from ap_audit.report.weakened import weakened_lines, weakened_say
from ap_audit.report.whole_sections import judged_say, left_out_say
from ap_audit.report.wording import (
    CARRIED_OVER,
    GATES,
    RATINGS,
    audit_name,
    exception_says,
    outcome_mark,
)
from ap_audit.rules.assessment import Assessment, SectionResult
from ap_audit.rules.compare import Comparison, Fate, compare
from ap_audit.version import VERSION


def audit_view(
    this: Judged,
    provider: Provider | None,
    register: SourceRegister,
    school: str,
    *,
    audience: Audience = "full",
    now: Assessment | None = None,
    broken: tuple[Part, ...] = (),
    earlier: Earlier = NOTHING_EARLIER,
) -> AuditReport:
    """The report. Governors get page 1 and what it rests on; in full, every rule and answer too.

    *now* is a signed audit judged today; what has changed since it was signed is then listed.
    *broken* are signatures that do not stand for what is in the file.
    *earlier* are the audits of the same before it and the log of contacts; what changed since last
    time, and how the school kept in touch, come from them.
    """
    assessment, audit, checklist = this.assessment, this.audit, this.checklist
    days = watched(assessment, checklist)
    before = earlier.before
    comparison = compare(before.assessment, assessment) if before else None
    last = since_last_time(before, this, audience) if before else None
    full = audience == "full"
    return AuditReport(
        format=FORMAT,
        audience=audience,
        title=checklist.title,
        name=audit_name(audit, provider, school),
        school=school,
        subject=audit.subject.value,
        provider=audit.provider or "",
        placement=audit.placement or "",
        date=day(audit.date),
        facts=tuple(_facts(audit, assessment, checklist)),
        front=replace(
            front(
                assessment,
                audit,
                now=now,
                broken=broken,
                days=days,
                warnings=(
                    *earlier.beside,
                    *weakened_say(checklist),
                    *source_warnings(checklist, register, assessment.as_at),
                    *unread_warnings(earlier),
                ),
                last_time=" ".join(last.says) if last else "",
                left_open=_left_open(comparison),
            ),
            until_then=earlier.until_then,
        ),
        gateways=gateway_groups(assessment),
        why=assessment.verdict.because,
        conditions=assessment.verdict.conditions,
        conditions_grouped=grouped_conditions(assessment),
        unknown=unknown_rows(assessment),
        sections=tuple(_section(result, assessment) for result in assessment.sections),
        rules=rule_rows(assessment, register) if full else (),
        actions=action_rows(assessment.actions),
        shown=shown(assessment),
        last_time=last,
        trend=trend((*earlier.others, this), earlier.unread),
        contacts=contacts_part(
            earlier.log, audit, before.audit.date if before else None, assessment.as_at, audience
        ),
        dates=date_rows(days),
        timeline=timeline(days, assessment.as_at),
        questions=ask_rows(assessment, comparison, begun=not this.speaks),
        answers=answer_sections(assessment, register) if full else (),
        gateways_out=out_rows(assessment, gateways=True),
        others_out=out_rows(assessment, gateways=False) if full else (),
        exceptions=tuple(_exceptions(assessment)),
        since=since(audit, assessment, now),
        signatures=signature_lines(audit),
        legend=(*RATINGS.values(), *((CARRIED_OVER,) if assessment.total.carried else ())),
        reading=reading(audit.subject, renewed=audit.follows is not None),
        words=(),
        editions=edition_rows(checklist, register, assessment.as_at) if full else (),
        editions_brief=() if full else editions_brief(checklist, register, assessment.as_at),
        weakened=weakened_lines(checklist),
        scope=scope_say(assessment),
        checklist=tuple(_checklist(audit, checklist, assessment, full=full)),
        made_with=f"ap-audit {VERSION}",
    )


def _left_open(comparison: Comparison | None) -> tuple[Action, ...]:
    fates = comparison.actions if comparison else ()
    return tuple(item.action for item in fates if item.fate is Fate.DROPPED)


def _facts(audit: Audit, assessment: Assessment, checklist: Checklist) -> Iterator[Fact]:
    yield Fact(label="Audit", text=checklist.title)
    yield Fact(label="Date", text=day(audit.date))
    yield Fact(label="Auditor", text=audit.auditor)
    if assessment.as_at != audit.date:
        yield Fact(label="Judged as at", text=day(assessment.as_at))


def _section(result: SectionResult, assessment: Assessment) -> SectionRow:
    inside = [outcome for outcome in assessment.outcomes if outcome.section is result.section]
    return SectionRow(
        title=result.section.title,
        figures=figures(result.sums),
        bar=rating_bar(inside),
        range_bar=range_bar(result.sums, result.section.floor),
        floor=f"Worst case is below the floor of {result.section.floor} %."
        if result.below_floor
        else "",
        judged=judged_say(result),
        left_out=left_out_say(result),
    )


def _exceptions(assessment: Assessment) -> Iterator[ExceptionRow]:
    for outcome in assessment.judged():
        made = outcome.answer.exception
        if made is not None:
            yield ExceptionRow(
                ask=outcome.criterion.ask,
                mark=GATES[outcome.gate] if outcome.gate else outcome_mark(outcome),
                text=exception_says(made, assessment.as_at),
            )


def _checklist(
    audit: Audit, checklist: Checklist, assessment: Assessment, *, full: bool
) -> Iterator[Fact]:
    yield Fact(label="Checklist", text=f"{checklist.title}, {checklist.reference}")
    if isinstance(checklist, Extended):
        yield Fact(label="Extends", text=checklist.extends)
    yield from (Fact(label="Weakened", text=line) for line in weakened_lines(checklist))
    yield Fact(label="Draft of" if checklist.draft else "Published", text=day(checklist.published))
    yield Fact(label="Depth", text=capital(audit.depth.value))
    yield Fact(label="In scope", text=scope_say(assessment))
    if audit.follows:
        yield Fact(label="Follows", text=audit.follows)
    if full:
        yield Fact(label="Digest", text=audit.digest)
    if checklist.about:
        yield Fact(label="About", text=" ".join(checklist.about.split()))
