"""Which of several audits says how their subject stands: the newest that has come far enough.

An audit just begun has found out nothing. Were it to speak, beginning it would take "do not place"
out of sight, or make good advice look withdrawn. Bad news does not wait: a reason to stop counts
from the moment that it is recorded.
"""

from ap_audit.model.audit import Audit
from ap_audit.model.checklist import Checklist
from ap_audit.model.condition import checks_in
from ap_audit.model.words import Rung, Severity
from ap_audit.rules.assessment import Assessment
from ap_audit.rules.derived import criteria_behind


def speaks(checklist: Checklist, audit: Audit, found: Assessment) -> bool:
    """Whether an audit says how its subject stands, and not only that somebody has begun to look.

    It does where it is looked through, and where it has found a reason to stop.
    """
    return found.verdict.rung is Rung.STOP or looked_through(checklist, audit, found)


def looked_through(checklist: Checklist, audit: Audit, found: Assessment) -> bool:
    """Whether it is decided on, or somebody has looked at everything in it that decides.

    That is each gateway in scope, and each fact that a stopping rule looks at. "Could not tell" is
    an answer; "carried over" is none. Where a checklist decides nothing, each question counts.
    """
    if audit.decision.state == "signed":
        return True
    unlooked = {outcome.id for outcome in found.unanswered()}
    deciding = {outcome.id for outcome in found.gateways()}
    for rule in checklist.rules.values():
        if rule.severity is Severity.STOP:
            for check in checks_in(rule.when):
                deciding |= criteria_behind(check, checklist)
    return not (unlooked & deciding if deciding else unlooked)
