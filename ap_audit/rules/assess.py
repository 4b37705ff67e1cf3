"""The whole of judging, in the order it happens: scopes, rules, criteria, sums, verdict."""

from datetime import date

from ap_audit.model.audit import UNANSWERED, Audit
from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.checklist import Checklist, Section
from ap_audit.model.names import CriterionId
from ap_audit.model.overlay import Extended
from ap_audit.rules.assessment import Assessment, Outcome
from ap_audit.rules.computed import caps, rule_results, undecided
from ap_audit.rules.findings import findings, open_actions
from ap_audit.rules.governors import suggested
from ap_audit.rules.judging import judge
from ap_audit.rules.progress import settled
from ap_audit.rules.scoring import section_result, sums, without
from ap_audit.rules.verdict import verdict


def assess(
    checklist: Checklist,
    audit: Audit,
    today: date,
    calendar: SchoolCalendar,
    *,
    previous: Audit | None = None,
) -> Assessment:
    """Everything that follows from an audit, on one date.

    The checklist must be sound, and the audit conform to it. A signed audit is judged at the date
    it was signed for; an open one at *today*. School days and half-terms come from the *calendar*.
    *previous* is the audit it follows: it changes no figure and no advice, and what was answered
    only there is said to be carried over.
    """
    facts, reasons = settled(checklist, audit, today, calendar)
    rules = rule_results(facts)
    capped, doubts = caps(rules), undecided(rules)

    def outcome(key: CriterionId, section: Section) -> Outcome:
        return judge(
            facts.given[key],
            section,
            facts,
            scope_because=reasons.get(key, ""),
            cap=capped.get(key),
            doubt=doubts.get(key),
            last=previous.answer(key) if previous is not None else UNANSWERED,
        )

    judged = [
        tuple(outcome(criterion.key, section) for criterion in section.criteria)
        for section in checklist.sections
    ]
    outcomes = tuple(outcome for inside in judged for outcome in inside)
    added = frozenset(checklist.added) if isinstance(checklist, Extended) else frozenset[str]()
    sections = tuple(
        section_result(section, inside, added, said=audit.said_of(section.id))
        for section, inside in zip(checklist.sections, judged, strict=True)
    )
    total = sums(outcomes)
    found = findings(outcomes, rules, checklist)
    return Assessment(
        as_at=facts.today,
        outcomes=outcomes,
        sections=sections,
        total=total,
        rules=rules,
        findings=found,
        actions=open_actions(outcomes, found, facts.today),
        questions=suggested(facts, outcomes, rules),
        verdict=verdict(
            checklist,
            outcomes,
            sections,
            rules,
            coverages=(total, without(outcomes, added) if added else total),
        ),
    )
