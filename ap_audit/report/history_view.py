"""What other audits of the same subject say, as plain data: last time's, and all of them."""

from ap_audit.model.base import Value
from ap_audit.report.view import Listed, Mark


class MovedFact(Value, frozen=True, kw_only=True):
    """One recorded value, before and after."""

    ask: str
    was: str
    now: str


class ChangeRow(Value, frozen=True, kw_only=True):
    """One criterion, before and after."""

    id: str
    ask: str
    section: str
    kind: str
    before: Mark
    after: Mark
    says: str
    """Why, or what was recorded before and now; may be empty."""
    facts: tuple[MovedFact, ...] = ()
    """The recorded values that are different now."""


class ChangeGroup(Value, frozen=True, kw_only=True):
    """Every criterion of which the same became."""

    change: str
    title: str
    rows: tuple[ChangeRow, ...]
    more: str = ""
    """Such as "and 3 more"; empty where nothing was left out."""


class FateRow(Value, frozen=True, kw_only=True):
    """What became of one action."""

    what: str
    owner: str
    due: str
    fate: str
    late: bool
    about: str


class LastTime(Value, frozen=True, kw_only=True):
    """What changed since the audit before."""

    date: str
    says: tuple[str, ...]
    """The advice then and now, and the counts."""
    warnings: tuple[str, ...]
    groups: tuple[ChangeGroup, ...]
    """Worse first."""
    not_again: Listed
    """Questions answered as before, resting on nothing newer."""
    rest: str
    """What changed and is not listed, by number; empty where all of it is listed."""
    actions: tuple[FateRow, ...]
    """What became of the actions that were open then; governors see those that are not done."""
    actions_done: str = ""
    """How many of them are done, where those are not listed."""


class TrendRow(Value, frozen=True, kw_only=True):
    """One audit of several."""

    date: str
    checklist: str
    mark: Mark
    advice: str
    gateways: str
    """Such as "14 of 22"."""
    score: str
    coverage: str
    range: str


class TrendPoint(Value, frozen=True, kw_only=True):
    """One audit in the figure, in thousandths from the left and from the top."""

    x: int
    left: int
    right: int
    """Where the stroke of the score begins and ends."""
    score: int | None
    """None where nothing was rated."""
    best: int
    worst: int


class TrendLine(Value, frozen=True, kw_only=True):
    """From one score to the next; never from one edition of a checklist to another."""

    x1: int
    y1: int
    x2: int
    y2: int


class Trend(Value, frozen=True, kw_only=True):
    """Three audits or more on one checklist."""

    says: str
    """The figure in words."""
    note: str
    """That editions differ, and which audits could not be read; empty where neither is so."""
    rows: tuple[TrendRow, ...]
    points: tuple[TrendPoint, ...]
    lines: tuple[TrendLine, ...]
