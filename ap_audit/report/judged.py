"""An audit with the checklist it was asked on and what follows from it."""

from msgspec import Struct

from ap_audit.model.audit import Audit
from ap_audit.model.checklist import Checklist
from ap_audit.model.contact import LoggedContact
from ap_audit.rules.assessment import Assessment


class Judged(Struct, frozen=True, kw_only=True):
    """One audit, judged on one day."""

    audit: Audit
    checklist: Checklist
    assessment: Assessment


class Log(Struct, frozen=True, kw_only=True):
    """The contacts with a provider, oldest first, and how many of them could not be read."""

    contacts: tuple[LoggedContact, ...] = ()
    unread: int = 0


NO_LOG = Log()


class Earlier(Struct, frozen=True, kw_only=True):
    """The audits of the same subject before one, each judged as at the last day recorded in it."""

    before: Judged | None = None
    """The one it follows, else the newest on the same checklist."""
    others: tuple[Judged, ...] = ()
    """Every earlier one on the same checklist, oldest first."""
    unread: tuple[str, ...] = ()
    """The names of those that could not be read or judged."""
    log: Log = NO_LOG


NOTHING_EARLIER = Earlier()
