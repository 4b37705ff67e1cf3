"""Actions of many audits as one list: late ones first, each with what closes it."""

from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import wrap

from ap_audit.model.audit import Action
from ap_audit.model.base import Value
from ap_audit.model.wording import count, day
from ap_audit.model.words import Severity
from ap_audit.report.actions import NO_DATE
from ap_audit.report.due import when
from ap_audit.report.records import Records, columns_of
from ap_audit.report.wording import SEVERITIES

_WIDTH = 100
_GROUPS = {"overdue": "Overdue", "open": "Open", "done": "Done"}


class ListedAction(Value, frozen=True, kw_only=True):
    """One action and where it stands."""

    audit: str
    """The name of its audit on the command line."""
    id: str
    name: str
    """What the audit is about, by its name."""
    action: Action
    severity: Severity | None
    """Of the finding it answers; None where its question is not judged."""
    today: date

    @property
    def state(self) -> str:
        """overdue, open or done."""
        if self.action.done is not None:
            return "done"
        return "overdue" if self.action.overdue(self.today) else "open"

    @property
    def order(self) -> tuple[int, date, int, str, str]:
        """Late ones first, then by day; among equals the most serious first."""
        rank = len(Severity) if self.severity is None else self.severity.rank
        on = self.action.done or self.action.due or date.max
        return (list(_GROUPS).index(self.state), on, rank, self.audit, self.id)


class ActionRow(Value, frozen=True, kw_only=True):
    """One action in a table."""

    audit: str
    id: str
    name: str
    what: str
    owner: str
    state: str
    due: str
    severity: str
    note: str
    done: str
    closed_by: str
    closing_note: str
    closing_evidence: str


def action_records(found: Iterable[ListedAction]) -> Records:
    """The actions in the order they were given."""
    rows = tuple(_row(one) for one in found)
    return Records(kind="actions", columns=columns_of(ActionRow), rows=rows)


def action_lines(found: tuple[ListedAction, ...]) -> Iterator[str]:
    """The same for the terminal, in groups."""
    counts = {state: sum(one.state == state for one in found) for state in _GROUPS}
    left = counts["overdue"] + counts["open"]
    done = f", {counts['done']} done" if counts["done"] else ""
    yield f"{count(left, 'action')} open, {counts['overdue'] or 'none'} overdue{done}."
    for state, title in _GROUPS.items():
        if counts[state]:
            yield from ("", f"{title} ({counts[state]})")
        for one in found:
            if one.state == state:
                yield from _lines(one)
    if left:
        yield from (
            "",
            "To close one: ap-audit action close, the two words below it, and --note or --evidence",
        )


def _lines(one: ListedAction) -> Iterator[str]:
    action = one.action
    weight = [SEVERITIES[one.severity]] if one.severity and action.done is None else []
    yield "  " + f"{_day(one)}: {', '.join([one.name, action.owner, *weight])}"
    yield from wrap(action.what, _WIDTH, initial_indent="    ", subsequent_indent="    ")
    name = f'"{one.audit}"' if " " in one.audit else one.audit
    yield f"    {name} {one.id}"


def _day(one: ListedAction) -> str:
    action = one.action
    if action.done is not None:
        return day(action.done)
    return f"{day(action.due)}, {when(action.due, one.today)}" if action.due else NO_DATE


def _row(one: ListedAction) -> ActionRow:
    action = one.action
    return ActionRow(
        audit=one.audit,
        id=one.id,
        name=one.name,
        what=action.what,
        owner=action.owner,
        state=one.state,
        due=action.due.isoformat() if action.due else "",
        severity=one.severity.value if one.severity else "",
        note=action.note or "",
        done=action.done.isoformat() if action.done else "",
        closed_by=action.closed_by or "",
        closing_note=action.closing_note or "",
        closing_evidence=action.closing_evidence or "",
    )
