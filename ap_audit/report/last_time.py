"""What changed since the audit before, worse first; short for governors."""

from ap_audit.model.wording import count, day
from ap_audit.report.comparison import (
    TITLES,
    TOO_LITTLE,
    change_groups,
    edition_warnings,
    fate_rows,
)
from ap_audit.report.history_view import ChangeGroup, LastTime
from ap_audit.report.judged import Earlier, Judged
from ap_audit.report.view import Audience, Listed
from ap_audit.report.wording import ended, listing, trimmed
from ap_audit.rules.compare import Change, Comparison, Fate, compare

# What governors are shown row by row; the rest is counted for them.
_BACK = (Change.WORSE, Change.LAPSED, Change.NOT_SHOWN_AGAIN)
_SHORT = (*_BACK, Change.NOT_CHECKED)
_ON = (Change.BETTER, Change.NEWLY_CHECKED)
_UNLISTED = {"governors": (Fate.NEW, Fate.DONE), "full": (Fate.NEW,)}
_MOST = {"governors": 8, "full": 1000}


def since_last_time(before: Judged, now: Judged, audience: Audience) -> LastTime:
    """What changed from one audit to the next, and what became of its actions."""
    comparison = compare(before.assessment, now.assessment)
    listed = _SHORT if audience == "governors" else tuple(TITLES)
    return LastTime(
        date=day(before.audit.date),
        says=(_moved(comparison, before, now), _counted(comparison, (*_BACK, *_ON))),
        warnings=edition_warnings(before.checklist, now.checklist),
        groups=tuple(
            _cut(group, _MOST[audience])
            for group in change_groups(comparison)
            if group.change in listed and group.change != Change.NOT_SEEN_AGAIN
        ),
        not_again=_not_again(comparison, _MOST[audience]),
        rest=_rest(comparison, listed),
        actions=fate_rows(comparison, without=_UNLISTED[audience]),
        actions_done=_done(comparison) if Fate.DONE in _UNLISTED[audience] else "",
    )


def direction(before: Judged, now: Judged) -> tuple[str, ...]:
    """The same in two lines: the advice then and now, and how many answers moved which way."""
    comparison = compare(before.assessment, now.assessment)
    return _moved(comparison, before, now), _counted(comparison, (*_BACK, *_ON))


def unread_warnings(earlier: Earlier) -> tuple[str, ...]:
    """That the audit before is there and cannot be compared, rather than silence."""
    if earlier.before is not None or not earlier.unread:
        return ()
    name = earlier.unread[-1]
    said = f"The audit before this one, {name}, cannot be read or judged."
    return (f"{said} What changed since is not said.",)


def until_then(this: Judged, stands: Judged | None) -> str:
    """What stands while an audit is only begun; None where the one that says it is not judged."""
    said = f"Too little has been looked at yet: this is the audit {this.come_to}."
    if stands is None:
        return f"{said} What stands until then is not known: the audit before cannot be judged."
    on = day(stands.audit.date)
    return f"{said} Until then the advice of {on} stands: {ended(stands.assessment.verdict.title)}"


def _moved(comparison: Comparison, before: Judged, after: Judged) -> str:
    then, now = comparison.before.verdict, comparison.after.verdict
    on = day(before.audit.date)
    if (then.rung, then.band) == (now.rung, now.band):
        return f"The advice is the same as on {on}: {ended(now.title)}"
    if not after.speaks:
        return f"The advice on {on} was: {ended(then.title)} {TOO_LITTLE}"
    return f"The advice on {on} was: {ended(then.title)} Now it is: {ended(now.title)}"


def _counted(comparison: Comparison, changes: tuple[Change, ...]) -> str:
    """How many became worse, and so on; that nothing is worse is said too."""
    worse = len(comparison.changed(*_BACK))
    counts = [
        f"{len(found)} {TITLES[change][1]}"
        for change in changes
        if (found := comparison.changed(change))
    ]
    if not worse:
        counts = ["none worse", *counts]
    return f"Of {count(len(comparison.criteria), 'question')}: {ended(listing(counts))}"


def _done(comparison: Comparison) -> str:
    done = sum(item.fate is Fate.DONE for item in comparison.actions)
    return f"{count(done, 'is', 'are')} done." if done else ""


def _not_again(comparison: Comparison, most: int) -> Listed:
    found = comparison.changed(Change.NOT_SEEN_AGAIN)
    return trimmed([item.criterion.ask for item in found], most)


def _rest(comparison: Comparison, listed: tuple[Change, ...]) -> str:
    counts = [
        f"{len(found)} {words}"
        for change, (_, words) in TITLES.items()
        if (change not in listed or change is Change.SAME)
        and change is not Change.NOT_SEEN_AGAIN
        and (found := comparison.changed(change))
    ]
    return f"Not listed here: {listing(counts)}." if counts else ""


def _cut(group: ChangeGroup, most: int) -> ChangeGroup:
    if len(group.rows) <= most + 1:
        return group
    return ChangeGroup(
        change=group.change,
        title=group.title,
        rows=group.rows[:most],
        more=f"and {len(group.rows) - most} more",
    )
