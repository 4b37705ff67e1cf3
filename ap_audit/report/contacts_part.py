"""Visits and other contact between the last audit and this one, for the audit report."""

from collections.abc import Sequence
from datetime import date

from ap_audit.model.audit import Audit
from ap_audit.model.base import Value
from ap_audit.model.contact import LoggedContact
from ap_audit.model.wording import capital, count, day
from ap_audit.model.words import ContactKind, Subject
from ap_audit.report.contact_rows import KINDS, how_many
from ap_audit.report.judged import Log
from ap_audit.report.view import Audience
from ap_audit.report.wording import sentences


class ContactLine(Value, frozen=True, kw_only=True):
    """One contact."""

    date: str
    kind: str
    who: str
    """With whom and by whom, in roles."""
    placement: str
    """Its reference, where it was about one placement alone."""
    note: str


class ContactsPart(Value, frozen=True, kw_only=True):
    """How the school kept in touch."""

    title: str
    says: str
    rows: tuple[ContactLine, ...]
    """Oldest first; none in the report for governors."""


def contacts_part(
    log: Log, audit: Audit, last_audit: date | None, as_at: date, audience: Audience
) -> ContactsPart | None:
    """What the log says of the time since the last audit; None where the school keeps no log here.

    An audit of one placement counts what was about that placement alone.
    """
    ours = [one for one in log.contacts if one.date <= as_at and _about(one, audit)]
    if not ours and not log.unread:
        return None
    since = [one for one in ours if last_audit is None or one.date > last_audit]
    unread = f"{count(log.unread, 'file')} of the log could not be read" if log.unread else ""
    return ContactsPart(
        title="Visits and contacts" + (" since the last audit" if last_audit else ""),
        says=sentences((*_says(since, ours, last_audit), unread)),
        rows=tuple(_line(one) for one in since) if audience == "full" else (),
    )


def _about(contact: LoggedContact, audit: Audit) -> bool:
    return audit.subject is not Subject.PLACEMENT or contact.placement == audit.placement


def _says(
    since: Sequence[LoggedContact], ours: Sequence[LoggedContact], last_audit: date | None
) -> tuple[str, ...]:
    span = f" since {day(last_audit)}" if last_audit else ""
    if not since:
        before = f"The last, {_kind(ours[-1])}, was on {day(ours[-1].date)}" if ours else ""
        return (f"No visit or other contact is recorded{span}", before)
    last = since[-1]
    visits = [one for one in since if one.kind is ContactKind.VISIT]
    if not visits:
        seen = "None of them is a visit"
    elif last.kind is ContactKind.VISIT:
        return (f"{capital(how_many(since))}{span}", f"The last, a visit, was on {day(last.date)}")
    else:
        seen = f"The last visit was on {day(visits[-1].date)}"
    latest = f"The last contact, {_kind(last)}, was on {day(last.date)}"
    return (f"{capital(how_many(since))}{span}", seen, latest)


def _kind(contact: LoggedContact) -> str:
    article = "an" if contact.kind is ContactKind.EMAIL else "a"
    return f"{article} {KINDS[contact.kind]}"


def _line(contact: LoggedContact) -> ContactLine:
    by = f", by {contact.by}" if contact.by else ""
    return ContactLine(
        date=day(contact.date),
        kind=capital(KINDS[contact.kind]),
        who=f"With {contact.with_}{by}",
        placement=contact.placement or "",
        note=(contact.note or "").strip(),
    )
