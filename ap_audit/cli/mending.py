"""Recorded values that cannot be so: which command puts one right, where nobody edits the file."""

from ap_audit.errors import Flaw
from ap_audit.model.audit import Audit
from ap_audit.model.words import RECORDED


def of_a_value(flaw: Flaw) -> bool:
    """Whether an answer that gives the value again would mend it."""
    return flaw.path[:1] == ("answers",) and flaw.path[2:3] == ("values",) and not flaw.at_key


def with_way_out(flaws: tuple[Flaw, ...], audit: Audit, called: str) -> tuple[Flaw, ...]:
    """The flaws; beside each that a command can mend stands the command."""
    return tuple(_told(flaw, audit, called) if of_a_value(flaw) else flaw for flaw in flaws)


def _told(flaw: Flaw, audit: Audit, called: str) -> Flaw:
    _, criterion, _, name = flaw.path
    answer = audit.answers[str(criterion)]
    rating = answer.grade or answer.rating or RECORDED
    command = f"ap-audit answer {called} {criterion} {rating} --value {name}=…"
    first = f'ap-audit sign {called} --reopen --reason "…", then ' if audit.sealed else ""
    return flaw._replace(hint=f"{flaw.hint}\nor give it again: {first}{command}")
