"""What was before an audit, judged as it stood then; two audits compared: `changes`."""

from datetime import date
from pathlib import Path

from ap_audit.cli.of_one_day import of_one_day
from ap_audit.cli.opening import OpenAudit, open_file
from ap_audit.cli.sides import older_paths, predecessor
from ap_audit.errors import InvalidFile
from ap_audit.model.audit import Audit
from ap_audit.model.wording import day
from ap_audit.model.words import Subject
from ap_audit.report.judged import Earlier, Judged
from ap_audit.report.score_text import Standing
from ap_audit.rules.assessment import Assessment

_NAMED = 3  # on page 1, which stands alone


def earlier_than(opened: OpenAudit) -> Earlier:
    """The audits of the same before one. One that cannot be read or judged hides no report."""
    others: dict[Path, Judged] = {}
    unread = []
    for path in older_paths(opened.workspace, opened.document):
        try:
            others[path] = _judged_like(opened, open_file(opened.workspace, path))
        except InvalidFile:
            unread.append(path.stem)
    before, followed = _before(opened, others), opened.audit.follows
    if before is None and followed and followed not in unread:
        unread.append(followed)
    return Earlier(before=before, others=tuple(others.values()), unread=tuple(unread))


def since_last_time(opened: OpenAudit, found: Assessment) -> tuple[str, ...]:
    """The advice then and now, and how many answers moved; nothing in a first audit."""
    before = _before(opened, {})
    if before is None:
        return ()
    from ap_audit.report.last_time import direction

    now = Judged(audit=opened.audit, checklist=opened.edition.checklist, assessment=found)
    return direction(before, now)


def stands_instead(opened: OpenAudit, this: Judged, today: date) -> str:
    """What stands while an audit is only begun, in sentences; empty where it speaks for itself.

    Of one dated after today it is said that it is, since it would be the newest until its day.
    """
    from ap_audit.rules.ahead import lies_after

    if lies_after(this.audit.date, today):
        return f"This audit is dated {day(this.audit.date)}, which is still to come: ap-audit check"
    if this.speaks or opened.elsewhere:
        return ""
    from ap_audit.cli.survey import Survey, standing

    survey = Survey(opened.workspace, today)
    own = opened.workspace.address(opened.document.path)
    says = standing(survey.recent(opened.audit.about)).says
    if says is None or says.address.age >= own.age:
        return ""
    from ap_audit.report.last_time import until_then

    return until_then(this, says.judged)


def beside(opened: OpenAudit, today: date) -> tuple[str, ...]:
    """What the advice does not count: another audit of its day, what was found of one pupil."""
    return (
        *of_one_day(opened, today),
        *_of_pupils(opened, today),
        *_left_out(opened, today),
    )


def _of_pupils(opened: OpenAudit, today: date) -> tuple[str, ...]:
    """What was found of one pupil at a provider."""
    audit, known = opened.audit, opened.workspace.addresses()
    if audit.subject is not Subject.PROVIDER or not any(
        one.about.placement and one.about.provider == audit.provider for one in known
    ):
        return ()
    from ap_audit.cli.pressing import pressing_at
    from ap_audit.cli.survey import Survey

    found = pressing_at(Survey(opened.workspace, today), audit.provider or "")
    more = f", and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    said = f"{'; '.join(f'{one.label}: {one.text}' for one in found[:_NAMED])}{more}"
    return (
        (f"Of our placements there: {said}. The advice here does not count it.",) if found else ()
    )


def _left_out(opened: OpenAudit, today: date) -> tuple[str, ...]:
    """That it records no pupil of ours at a provider where some attend."""
    from ap_audit.rules.placement_facts import denies

    if not denies(opened.audit):  # before anything is loaded for it
        return ()
    from ap_audit.cli.pressing import denied_at
    from ap_audit.cli.survey import Survey

    said = denied_at(Survey(opened.workspace, today), opened.audit)
    return (said,) if said else ()


def standing(opened: OpenAudit, found: Assessment, today: date) -> Standing:
    """How an audit stands today: a signed one, and one that is only begun."""
    this = Judged(audit=opened.audit, checklist=opened.edition.checklist, assessment=found)
    return Standing(
        broken=opened.broken(),
        now=opened.assessed_since(today),
        until_then=stands_instead(opened, this, today),
        beside=beside(opened, today),
    )


def judged(opened: OpenAudit, on: date | None = None) -> Judged:
    """An audit judged on a day; an earlier one as at the last day recorded in it, not today."""
    return Judged(
        audit=opened.audit,
        checklist=opened.edition.checklist,
        assessment=opened.assessed(on or last_day(opened.audit)),
    )


def _judged_like(opened: OpenAudit, other: OpenAudit) -> Judged:
    """An earlier audit with names or without, as the one it is compared with."""
    return judged(other.without_names() if opened.nameless else other)


def _before(opened: OpenAudit, known: dict[Path, Judged]) -> Judged | None:
    """The audit before one, judged, unless it is among those *known* by the path of their file."""
    try:
        found = predecessor(opened.workspace, opened.document)
        if found is None or found.path in known:
            return known[found.path] if found else None
        return _judged_like(opened, open_file(opened.workspace, found.path))
    except InvalidFile:
        return None


def last_day(audit: Audit) -> date:
    """The newest date of an answer, or the day the audit began."""
    dates = [answer.date for answer in audit.answers.values() if answer.date is not None]
    return max([audit.date, *dates])
