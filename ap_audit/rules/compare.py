"""What changed between two audits of one subject, criterion by criterion, worse first.

The two may be on different editions of a checklist, or the same audit at two times. A question
whose words changed is never compared by its name: what was answered was another question.
"""

from enum import StrEnum

from ap_audit.model.audit import Action, Answer
from ap_audit.model.base import Value
from ap_audit.model.checklist import Criterion, Section
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating
from ap_audit.rules.assessment import Assessment, Outcome
from ap_audit.rules.standing import lower


class Change(StrEnum):
    """What became of one criterion, in the order a reader should see it."""

    WORSE = "worse"
    LAPSED = "no-longer-in-date"
    """The same rating, but its gateway is no longer open on the evidence there is."""
    NOT_SHOWN_AGAIN = "not-shown-again"
    """The same rating of a gateway that was open, and nothing was seen this time."""
    NOT_CHECKED = "not-checked"
    """Answered before, and not looked at this time."""
    NOT_SEEN_AGAIN = "not-seen-again"
    """The same answer, resting on nothing newer than before."""
    RECORDED = "recorded"
    """A recorded fact is another one now."""
    BETTER = "better"
    NEWLY_CHECKED = "newly-checked"
    """Not known before."""
    APPLIES_NOW = "applies-now"
    APPLIES_NO_MORE = "applies-no-more"
    REWORDED = "reworded"
    """The question is another one under the same id, so the answers are not compared."""
    NEW_QUESTION = "new-question"
    RETIRED = "retired"
    """No longer asked in the newer edition."""
    SAME = "same"


class ChangedCriterion(Value, frozen=True, kw_only=True):
    """One criterion in both audits."""

    criterion: Criterion
    """As it is asked in the newer audit; in the older one where it is retired."""
    section: Section
    change: Change
    before: Outcome | None
    after: Outcome | None

    @property
    def id(self) -> CriterionId:
        """The criterion's id."""
        return self.criterion.key


class Fate(StrEnum):
    """What became of an action."""

    OVERDUE = "overdue"
    OPEN = "open"
    DROPPED = "dropped"
    """It is open, and the newer audit does not mention it."""
    NEW = "new"
    DONE = "done"


class ActionFate(Value, frozen=True, kw_only=True):
    """One action that was open in the older audit, or that the newer one adds."""

    criterion: Criterion
    key: str
    action: Action
    """As it stands in the newer audit, or as it stood before."""
    fate: Fate


class Comparison(Value, frozen=True, kw_only=True):
    """Two audits side by side."""

    before: Assessment
    after: Assessment
    criteria: tuple[ChangedCriterion, ...]
    """Every criterion of either, worse first, gateways first among equals, else in order."""
    actions: tuple[ActionFate, ...]
    """Overdue ones first."""

    def changed(self, *changes: Change) -> tuple[ChangedCriterion, ...]:
        """The criteria of which one of these became."""
        return tuple(item for item in self.criteria if item.change in changes)


def compare(before: Assessment, after: Assessment) -> Comparison:
    """What changed from one audit to a later one of the same subject."""
    older = {outcome.id: outcome for outcome in before.outcomes}
    newer = {outcome.id: outcome for outcome in after.outcomes}
    found = [_changed(outcome, older.get(key), outcome) for key, outcome in newer.items()]
    found += [
        _changed(outcome, outcome, None) for key, outcome in older.items() if key not in newer
    ]
    return Comparison(
        before=before,
        after=after,
        criteria=tuple(sorted(found, key=_place)),
        actions=tuple(
            sorted(
                _fates(older, newer, before, after), key=lambda item: list(Fate).index(item.fate)
            )
        ),
    )


def _changed(shown: Outcome, before: Outcome | None, after: Outcome | None) -> ChangedCriterion:
    return ChangedCriterion(
        criterion=shown.criterion,
        section=shown.section,
        change=_change(before, after),
        before=before,
        after=after,
    )


def _place(item: ChangedCriterion) -> tuple[int, bool]:
    return list(Change).index(item.change), not item.criterion.is_gateway


def _change(before: Outcome | None, after: Outcome | None) -> Change:
    if before is None:
        return Change.NEW_QUESTION
    if after is None:
        return Change.RETIRED
    if _other_question(before.criterion, after.criterion):
        return Change.REWORDED
    if before.scope.judged is not after.scope.judged:
        return Change.APPLIES_NOW if after.scope.judged else Change.APPLIES_NO_MORE
    if not after.scope.judged:
        return Change.SAME
    return _record_change(before, after) if after.criterion.is_record else _rated(before, after)


def _other_question(before: Criterion, after: Criterion) -> bool:
    return " ".join(before.ask.split()) != " ".join(after.ask.split())


def _record_change(before: Outcome, after: Outcome) -> Change:
    if after.recorded is Rating.NOT_CHECKED and before.recorded is not Rating.NOT_CHECKED:
        return Change.NOT_CHECKED
    if before.recorded.unknown and not after.recorded.unknown:
        return Change.NEWLY_CHECKED
    same = before.recorded is after.recorded and before.answer.values == after.answer.values
    return Change.SAME if same else Change.RECORDED


def _rated(before: Outcome, after: Outcome) -> Change:
    if after.judged is Rating.NOT_CHECKED:
        return Change.SAME if before.judged is Rating.NOT_CHECKED else Change.NOT_CHECKED
    if before.judged is not after.judged:
        return _moved(before.judged, after.judged)
    if before.gate is not after.gate and before.gate and after.gate:
        if before.gate.is_open:
            # An answer that moved to a newer edition brings no evidence, and nothing has run out.
            moved = before.answer.evidence and not after.answer.evidence
            return Change.NOT_SHOWN_AGAIN if moved else Change.LAPSED
        if after.gate.is_open:
            return Change.BETTER
    if after.judged.unknown or _seen_again(before.answer, after.answer):
        return Change.SAME
    return Change.NOT_SEEN_AGAIN


def _moved(before: Rating, after: Rating) -> Change:
    if Rating.NOT_APPLICABLE in (before, after):
        return Change.APPLIES_NO_MORE if after is Rating.NOT_APPLICABLE else Change.APPLIES_NOW
    if before.unknown:
        # From "not yet checked" to "could not tell" somebody looked; to a rating, it is known.
        return Change.NEWLY_CHECKED
    return Change.WORSE if lower(before, after) is after else Change.BETTER


def _seen_again(before: Answer, after: Answer) -> bool:
    """Whether the newer answer is the very same one, or rests on something newer."""
    if after.evidence == before.evidence:
        return after.date == before.date and after.note == before.note
    known = list(before.evidence.values())
    return any(piece not in known for piece in after.evidence.values())


def _fates(
    older: dict[CriterionId, Outcome],
    newer: dict[CriterionId, Outcome],
    before: Assessment,
    after: Assessment,
) -> list[ActionFate]:
    found = []
    for key, outcome in older.items():
        known = newer[key].answer.actions if key in newer else {}
        found += [
            ActionFate(
                criterion=outcome.criterion,
                key=name,
                action=known.get(name, action),
                fate=_fate(known.get(name, action), after, mentioned=name in known),
            )
            for name, action in outcome.answer.actions.items()
            if action.done is None or action.done > before.as_at
        ]
    for key, outcome in newer.items():
        earlier = older[key].answer.actions if key in older else {}
        found += [
            ActionFate(criterion=outcome.criterion, key=name, action=action, fate=Fate.NEW)
            for name, action in outcome.answer.actions.items()
            if name not in earlier
        ]
    return found


def _fate(action: Action, after: Assessment, *, mentioned: bool) -> Fate:
    if action.done is not None:
        return Fate.DONE
    if not mentioned:
        return Fate.DROPPED
    return Fate.OVERDUE if action.due is not None and action.due < after.as_at else Fate.OPEN
