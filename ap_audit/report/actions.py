"""Actions as lines of a table, late ones first."""

from datetime import date

from ap_audit.model.audit import Action
from ap_audit.model.wording import count, day
from ap_audit.report.view import ActionRow
from ap_audit.report.wording import SEVERITIES, ended
from ap_audit.rules.assessment import Assessment, OpenAction, Outcome

NO_DATE = "no date set"


def action_rows(actions: tuple[OpenAction, ...]) -> tuple[ActionRow, ...]:
    """Open actions, in the order they were given."""
    return tuple(
        ActionRow(
            what=item.action.what,
            owner=item.action.owner,
            due=day(item.action.due) if item.action.due else NO_DATE,
            overdue=item.overdue,
            about=item.criterion.ask,
            note=item.action.note or "",
            severity=SEVERITIES[item.severity],
        )
        for item in actions
    )


def actions_of(outcome: Outcome, assessment: Assessment) -> tuple[ActionRow, ...]:
    """The open actions of one criterion."""
    return action_rows(tuple(a for a in assessment.actions if a.criterion is outcome.criterion))


def actions_done(outcome: Outcome) -> tuple[str, ...]:
    """The actions of one criterion that are done, a line each."""
    return tuple(
        _done(action, action.done)
        for action in outcome.answer.actions.values()
        if action.done is not None
    )


def actions_say(
    actions: tuple[OpenAction, ...], left: tuple[Action, ...] = (), as_at: date = date.min
) -> str:
    """How many are open and how many are late; and those *left* open in the audit before."""
    late = sum(action.overdue for action in actions)
    said = f"{count(len(actions), 'action')} open, {late or 'none'} overdue"
    if not left:
        return said if actions else "No open action is recorded."
    forgotten = sum(action.overdue(as_at) for action in left)
    more = count(len(left), "action of the audit before is", "actions of the audit before are")
    return f"{said}; {more} not taken up here, {forgotten or 'none'} overdue"


def _done(action: Action, on: date) -> str:
    by = f" by {action.closed_by}" if action.closed_by else ""
    said = [action.note, action.closing_note]
    said += [f"Shown by: {action.closing_evidence}"] if action.closing_evidence else []
    rest = "".join(f" {ended(text)}" for text in said if text)
    return f"{ended(action.what)} {action.owner}. Done {day(on)}{by}.{rest}"
