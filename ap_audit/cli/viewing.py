"""An opened audit as the view-model that every form of the report is made from."""

from datetime import date
from typing import Literal

from msgspec.structs import replace

from ap_audit.cli.comparing import beside, earlier_than, stands_instead
from ap_audit.cli.opening import OpenAudit, library_of
from ap_audit.errors import InvalidFile
from ap_audit.files.contacts import contact_paths, read_contact
from ap_audit.report.audit_report import AuditReport
from ap_audit.report.audit_view import audit_view
from ap_audit.report.judged import Judged, Log
from ap_audit.report.vocabulary import with_words
from ap_audit.rules.redaction import redacted_contacts


def view_of(
    opened: OpenAudit, today: date, *, audience: Literal["governors", "full"]
) -> AuditReport:
    """Everything that a report says."""
    this = Judged(
        audit=opened.audit, checklist=opened.edition.checklist, assessment=opened.assessed(today)
    )
    report = audit_view(
        this,
        opened.provider(),
        opened.edition.register,
        opened.school(),
        audience=audience,
        now=opened.assessed_since(today),
        broken=opened.broken(),
        earlier=replace(
            earlier_than(opened),
            log=_log(opened),
            until_then=stands_instead(opened, this, today),
            beside=beside(opened, today),
        ),
    )
    return with_words(report, library_of(opened.workspace).glossary())


def _log(opened: OpenAudit) -> Log:
    """The contacts with its provider. One that cannot be read hides no report."""
    found, unread = [], 0
    for one in contact_paths(opened.workspace, opened.audit.provider or "-"):
        try:
            found.append(read_contact(opened.workspace, one.path).value)
        except InvalidFile:
            unread += 1
    contacts = redacted_contacts(found) if opened.nameless else found
    return Log(contacts=tuple(sorted(contacts, key=lambda one: one.date)), unread=unread)
