"""An audit with the checklist it was asked on and what follows from it."""

from msgspec import Struct

from ap_audit.model.audit import Audit
from ap_audit.model.checklist import Checklist
from ap_audit.model.contact import LoggedContact
from ap_audit.model.wording import count, day
from ap_audit.model.words import Rating
from ap_audit.rules.assessment import Assessment, Gate
from ap_audit.rules.far_enough import looked_through, speaks


class Judged(Struct, frozen=True, kw_only=True):
    """One audit, judged on one day."""

    audit: Audit
    checklist: Checklist
    assessment: Assessment

    @property
    def speaks(self) -> bool:
        """Whether it says how its subject stands; see `far_enough`."""
        return speaks(self.checklist, self.audit, self.assessment)

    @property
    def looked_through(self) -> bool:
        """Whether nothing that decides is left to look at."""
        return looked_through(self.checklist, self.audit, self.assessment)

    @property
    def decides(self) -> bool:
        """Whether its checklist has gateways, and so decides anything."""
        return any(criterion.is_gateway for criterion in self.checklist.criteria())

    @property
    def come_to(self) -> str:
        """Whose it is and how far it has come: "of 3 March 2027, 3 of 59 questions answered"."""
        asked = sum(1 for _ in self.assessment.judged())
        answered = asked - len(self.assessment.unanswered())
        said = f"of {day(self.audit.date)}, {answered} of {asked} questions answered"
        closed = sum(
            one.gate is Gate.NOT_SHOWN and one.recorded is not Rating.NOT_CHECKED
            for one in self.assessment.gateways()
        )
        return said + (f", {count(closed, 'gateway')} looked at and not shown" if closed else "")


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
    until_then: str = ""
    """What stands while this one is only begun, in sentences; empty where it speaks itself."""
    beside: tuple[str, ...] = ()
    """What was found of one pupil there, which the advice on a provider does not count."""


NOTHING_EARLIER = Earlier()
