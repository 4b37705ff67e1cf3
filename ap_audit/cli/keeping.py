"""Words on the command line that look like data about a pupil: refused, or kept with a reason."""

from typing import TypeVar

from msgspec.structs import replace

from ap_audit.errors import BadUsage, Refused
from ap_audit.interview.typed_values import LONGEST
from ap_audit.model.audit import Answer, Audit, SectionAnswer
from ap_audit.model.contact import LoggedContact
from ap_audit.rules.guard import fresh
from ap_audit.rules.privacy import suspects

Said = TypeVar("Said", Answer, Audit, SectionAnswer, LoggedContact)


def kept(before: Said, after: Said, because: str) -> Said:
    """What is to be saved, with the reason *because* beside what looks like data about a pupil.

    Raises Refused where something new does and no reason was given.
    """
    found = [one for _, _, one in fresh(before, after)]
    if not found:
        return after
    if not because:
        first = found[0]
        raise Refused(
            f"{first.said[:1].upper()}{first.said[1:]}. Nothing was written.",
            hint="Change the words: the reference of a placement, such as P07, says enough.\n"
            'If it is none, say why it may stay: --keep "a member of staff"',
        )
    if suspects(because):
        raise BadUsage("The reason to keep it looks like data about a pupil itself.")
    reasons = dict(after.kept)
    for kind in dict.fromkeys(one.kind.value for one in found):
        earlier = reasons.get(kind)
        reasons[kind] = because if earlier in (None, because) else f"{earlier}; {because}"[:LONGEST]
    return replace(after, kept=reasons)
