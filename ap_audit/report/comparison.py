"""Two audits of one subject as plain data for every form: what is worse first, then the rest.

    ComparisonReport    whose, which two, the advice then and now, in sentences
    ├── groups          the criteria by what became of them, worse first
    └── actions         what became of every action

The same groups stand in the audit report, under what changed since last time.
"""

from typing import ClassVar

from ap_audit.model.audit import Audit
from ap_audit.model.base import Value
from ap_audit.model.checklist import Checklist
from ap_audit.model.wording import count, day
from ap_audit.report.actions import NO_DATE
from ap_audit.report.decision import advice
from ap_audit.report.figures import figures
from ap_audit.report.history_view import ChangeGroup, ChangeRow, FateRow, MovedFact
from ap_audit.report.reports import Report
from ap_audit.report.view import Advice, Figures, Mark
from ap_audit.report.wording import GATES, KINDS, ended, listing, rating_mark, sentences
from ap_audit.rules.assessment import Assessment, Outcome
from ap_audit.rules.compare import Change, ChangedCriterion, Comparison, Fate
from ap_audit.rules.far_enough import speaks
from ap_audit.rules.values import recorded_values
from ap_audit.version import VERSION

FORMAT = "ap-audit/comparison@1"
TITLES = {
    Change.WORSE: ("Worse", "worse"),
    Change.LAPSED: ("No longer in date", "no longer in date"),
    Change.NOT_SHOWN_AGAIN: ("Open before, not shown again", "not shown again"),
    Change.NOT_CHECKED: ("Answered before, not checked this time", "not checked this time"),
    Change.NOT_SEEN_AGAIN: ("Same answer, not seen again", "answered the same, not seen again"),
    Change.RECORDED: ("Facts that are different now", "recorded differently"),
    Change.BETTER: ("Better", "better"),
    Change.NEWLY_CHECKED: ("Newly checked", "newly checked"),
    Change.APPLIES_NOW: ("Applies now", "newly in scope"),
    Change.APPLIES_NO_MORE: ("No longer applies", "no longer in scope"),
    Change.REWORDED: ("Reworded, so not compared", "reworded"),
    Change.NEW_QUESTION: ("New questions", "new"),
    Change.RETIRED: ("No longer asked", "no longer asked"),
    Change.SAME: ("The same", "the same"),
}
FATES = {
    Fate.OVERDUE: "overdue",
    Fate.OPEN: "still open",
    Fate.DROPPED: "was open, and is not mentioned any more",
    Fate.NEW: "new",
    Fate.DONE: "done",
}
ABSENT = Mark(word="not asked", symbol="–", tone="none")
OUT = Mark(word="out of scope", symbol="–", tone="none")


class Side(Value, frozen=True, kw_only=True):
    """One of the two audits."""

    date: str
    as_at: str
    checklist: str
    advice: Advice
    figures: Figures


TOO_LITTLE = "Too little has been looked at yet to change it."


class ComparisonReport(Report, frozen=True, kw_only=True):
    """The report of two audits."""

    template: ClassVar[str] = "comparison"

    format: str
    title: str
    name: str
    school: str
    date: str
    before: Side
    after: Side
    says: tuple[str, ...]
    """What changed, in sentences: the advice, then the counts."""
    warnings: tuple[str, ...]
    groups: tuple[ChangeGroup, ...]
    """Worse first; what is the same is only counted."""
    actions: tuple[FateRow, ...]
    made_with: str


def comparison_view(
    comparison: Comparison,
    older: tuple[Audit, Checklist],
    newer: tuple[Audit, Checklist],
    *,
    name: str,
    school: str,
    between: str = "",
) -> ComparisonReport:
    """The report of a comparison; each audit comes with the checklist that it was judged on.

    Where the two are one audit at two times, *between* says which.
    """
    return ComparisonReport(
        format=FORMAT,
        title="What changed",
        name=name,
        school=school,
        date=between or f"{day(older[0].date)} to {day(newer[0].date)}",
        before=_side(comparison.before, *older),
        after=_side(comparison.after, *newer),
        says=changes_say(
            comparison,
            too_little=not between and not speaks(newer[1], newer[0], comparison.after),
        ),
        warnings=edition_warnings(older[1], newer[1]),
        groups=change_groups(comparison),
        actions=fate_rows(comparison),
        made_with=f"ap-audit {VERSION}",
    )


def changes_say(comparison: Comparison, *, too_little: bool = False) -> tuple[str, ...]:
    """What changed, in sentences; *too_little* is looked at in an audit that is only begun."""
    before, after = comparison.before.verdict, comparison.after.verdict
    moved = (
        f"The advice is the same as before: {ended(after.title)}"
        if before.rung is after.rung
        else f"The advice was: {ended(before.title)} {TOO_LITTLE}"
        if too_little
        else f"The advice was: {ended(before.title)} Now it is: {ended(after.title)}"
    )
    counts = [
        f"{len(found)} {words}"
        for change, (_, words) in TITLES.items()
        if (found := comparison.changed(change))
    ]
    return (moved, f"Of {count(len(comparison.criteria), 'question')}: {ended(listing(counts))}")


def change_groups(comparison: Comparison) -> tuple[ChangeGroup, ...]:
    """The criteria that are not the same, by what became of them."""
    return tuple(
        ChangeGroup(change=change.value, title=title, rows=tuple(_row(item) for item in found))
        for change, (title, _) in TITLES.items()
        if change is not Change.SAME and (found := comparison.changed(change))
    )


def fate_rows(comparison: Comparison, *, without: tuple[Fate, ...] = ()) -> tuple[FateRow, ...]:
    """What became of every action, late ones first; *without* leaves some fates out."""
    return tuple(
        FateRow(
            what=item.action.what,
            owner=item.action.owner,
            due=day(item.action.due) if item.action.due else NO_DATE,
            fate=FATES[item.fate]
            + (f" {day(item.action.done)}" if item.fate is Fate.DONE and item.action.done else ""),
            late=item.fate is Fate.OVERDUE,
            about=item.criterion.ask,
        )
        for item in comparison.actions
        if item.fate not in without
    )


def _side(assessment: Assessment, audit: Audit, checklist: Checklist) -> Side:
    return Side(
        date=day(audit.date),
        as_at=day(assessment.as_at),
        checklist=checklist.reference,
        advice=advice(assessment.verdict),
        figures=figures(assessment.total),
    )


def edition_warnings(older: Checklist, newer: Checklist) -> tuple[str, ...]:
    """That two editions differ, where they do."""
    if older.reference == newer.reference:
        return ()
    said = (
        f"The two were asked on different editions, {older.reference} and {newer.reference}:"
        " their scores are not comparable. Questions that were reworded are not compared."
    )
    return (said,)


def _row(item: ChangedCriterion) -> ChangeRow:
    return ChangeRow(
        id=item.id,
        ask=item.criterion.ask,
        section=item.section.title,
        kind=KINDS[item.criterion.class_],
        before=_mark(item.before, item),
        after=_mark(item.after, item),
        says=_says(item),
        facts=_moved(item) if item.change is Change.RECORDED else (),
    )


def _mark(outcome: Outcome | None, item: ChangedCriterion) -> Mark:
    if outcome is None:
        return ABSENT
    if not outcome.scope.judged:
        return OUT
    ratings_differ = (
        item.before is not None
        and item.after is not None
        and item.before.judged is not item.after.judged
    )
    if outcome.gate is not None and not ratings_differ:
        return GATES[outcome.gate]
    return rating_mark(outcome.judged, outcome.criterion.class_)


def _says(item: ChangedCriterion) -> str:
    match item.change:
        case Change.RECORDED:
            facts = _moved(item)
            asked = [f"{fact.ask} " if len(facts) > 1 else "" for fact in facts]
            moves = (f"Was: {fact.was}. Now: {fact.now}" for fact in facts)
            return sentences(ask + move for ask, move in zip(asked, moves, strict=True))
        case Change.REWORDED if item.before is not None:
            return f"Was asked as: {item.before.criterion.ask}"
        case Change.APPLIES_NO_MORE | Change.APPLIES_NOW if item.after is not None:
            return item.after.scope_because or item.after.answer.reason or ""
        case Change.WORSE | Change.LAPSED | Change.NOT_SHOWN_AGAIN if (
            item.after is not None and item.after.gate_because
        ):
            return item.after.gate_because[0]
        case _ if item.after is not None:
            return (item.after.answer.note or "").strip()
        case _:
            return ""


def _moved(item: ChangedCriterion) -> tuple[MovedFact, ...]:
    """What is different now, value by value."""
    was, now = (
        {value.name: value for value in recorded_values(one.criterion, one.answer)} if one else {}
        for one in (item.before, item.after)
    )
    shown = {
        name: tuple(side[name].shown if name in side else "" for side in (was, now))
        for name in {**now, **was}
    }
    return tuple(
        MovedFact(
            ask=(now.get(name) or was[name]).ask,
            was=before or "nothing recorded",
            now=after or "nothing recorded",
        )
        for name, (before, after) in shown.items()
        if before != after
    )
