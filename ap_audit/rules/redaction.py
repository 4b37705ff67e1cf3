"""An audit without the names of people: their roles, or "a person", and no email address.

Only text that consists of a role's words is taken for a role; everything else might be a name. A
name that stands under "by" or "owner" is taken out of notes as well, where it is written the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from ap_audit.model.audit import (
    Action,
    Answer,
    Audit,
    Decision,
    Evidence,
    OtherAnswer,
    Reopening,
    Signature,
)
from ap_audit.model.contact import LoggedContact
from ap_audit.model.words import Part

A_PERSON, AN_ADDRESS = "a person", "an email address"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_APART = re.compile(r"[,;/()&]|\band\b|\bfor\b|\s-\s")
_ROLE_WORDS = frozenset((
    "academies", "academy", "adviser", "advisor", "alternative", "ap", "assistant", "attendance",
    "board", "bursar", "business", "carer", "carers", "caretaker", "centre", "chair", "checker",
    "checkers", "chief", "clerk", "co-ordinator", "coach", "commissioner", "commissioners",
    "committee", "cook", "coordinator", "council", "counsellor", "curriculum", "data", "deputy",
    "designated", "director", "dpo", "driver", "dsl", "education", "engagement", "escort",
    "examinations", "exams", "executive", "external", "family", "farm", "finance", "fire",
    "first", "forest", "founder", "governor", "governors", "head", "headteacher", "health",
    "high", "hr", "inclusion", "independent", "instructor", "it", "junior", "key", "kitchen",
    "lead", "leader", "leadership", "leads", "learning", "local", "maintenance", "manager",
    "managers", "medical", "member", "mentor", "needs", "network", "nurse", "of", "office",
    "officer", "officers", "operations", "our", "owner", "parent", "parents", "partner",
    "partnership", "pastoral", "premises", "primary", "principal", "protection", "provider",
    "provision", "psychologist", "pupil", "quality", "receptionist", "regional", "register",
    "registrar", "review", "riding", "safeguarding", "safety", "school", "secondary", "secretary",
    "senco", "sencos", "send", "sendco", "senior", "site", "social", "special", "staff",
    "subject", "support", "teacher", "teachers", "teaching", "team", "technician", "the",
    "therapist", "transport", "trust", "trustee", "trustees", "tutor", "vice", "virtual",
    "visitor", "visits", "volunteer", "volunteers", "warden", "welfare", "worker", "workshop",
    "yard", "year",
))  # fmt: skip


def role_of(text: str) -> str:
    """The role in a text that may hold a name, or "a person".

    >>> role_of("AP lead"), role_of("Jo Silva, AP lead"), role_of("J. Silva")
    ('AP lead', 'AP lead', 'a person')
    """
    roles, _ = _told_apart(text)
    return ", ".join(roles) or A_PERSON


def no_roles(text: str) -> tuple[str, ...]:
    """The parts of a text that are no role in words known here, and so may be names.

    >>> no_roles("Jo Silva, AP lead"), no_roles("centre manager")
    (('Jo Silva',), ())
    """
    return tuple(_told_apart(text)[1])


def redacted(audit: Audit) -> Audit:
    """The audit with every name and address taken out that is known to be one."""
    clean = _cleaner(_texts(audit))
    return replace(
        audit,
        auditor=role_of(audit.auditor),
        answers={name: _answer(answer, clean) for name, answer in audit.answers.items()},
        decision=_decision(audit.decision, clean),
        signatures=_signatures(audit.signatures),
        reopened={name: _reopening(one, clean) for name, one in audit.reopened.items()},
    )


def redacted_contacts(contacts: Iterable[LoggedContact]) -> list[LoggedContact]:
    """The contacts with every name and address taken out that is known to be one."""
    found = list(contacts)
    clean = _cleaner(text for one in found for text in (one.with_, one.by or ""))
    return [
        replace(one, with_=role_of(one.with_), by=_role(one.by), note=_maybe(one.note, clean))
        for one in found
    ]


def _cleaner(who: Iterable[str]) -> Callable[[str], str]:
    """What takes out of a text the names that stand in texts that say who, and addresses."""
    names = sorted({name for text in who for name in _told_apart(text)[1]}, key=len)
    patterns = [re.compile(rf"\b{re.escape(name)}(?!\w)") for name in reversed(names)]

    def clean(text: str) -> str:
        for pattern in patterns:
            text = pattern.sub(A_PERSON, text)
        return _EMAIL.sub(AN_ADDRESS, text)

    return clean


def _told_apart(text: str) -> tuple[list[str], list[str]]:
    """The parts of a text that are roles, and those that are not."""
    roles: list[str] = []
    others: list[str] = []
    for part in _APART.split(text):
        words = part.replace("'s", "").split()
        if words:
            known = all(word.casefold() in _ROLE_WORDS for word in words)
            (roles if known else others).append(part.strip())
    return roles, others


def _texts(audit: Audit) -> Iterator[str]:
    """Everything that says who."""
    yield audit.auditor
    for answer in audit.answers.values():
        said = (answer.claim, answer.other)
        yield from (answer.by or "", *(one.by or "" for one in said if one is not None))
        yield from (piece.by or "" for piece in answer.evidence.values())
        for action in answer.actions.values():
            yield from (action.owner, action.closed_by or "")
        yield answer.moderated.by if answer.moderated else ""
        yield answer.exception.role if answer.exception else ""
    yield audit.decision.by or ""
    yield from (made.name for made in audit.signatures.values())
    for again in audit.reopened.values():
        yield from (again.name, again.decision.by or "")
        yield from (made.name for made in again.signatures.values())


def _answer(answer: Answer, clean: Callable[[str], str]) -> Answer:
    made, excepted = answer.moderated, answer.exception
    return replace(
        answer,
        by=_role(answer.by),
        note=_maybe(answer.note, clean),
        reason=_maybe(answer.reason, clean),
        values={name: clean(value) for name, value in answer.values.items()},
        evidence={name: _evidence(piece, clean) for name, piece in answer.evidence.items()},
        actions={name: _action(action, clean) for name, action in answer.actions.items()},
        claim=_other(answer.claim, clean),
        other=_other(answer.other, clean),
        moderated=made and replace(made, by=role_of(made.by), reason=clean(made.reason)),
        exception=excepted
        and replace(excepted, role=role_of(excepted.role), reason=clean(excepted.reason)),
    )


def _evidence(piece: Evidence, clean: Callable[[str], str]) -> Evidence:
    return replace(
        piece,
        what=clean(piece.what),
        by=_role(piece.by),
        file=_maybe(piece.file, clean),
        note=_maybe(piece.note, clean),
    )


def _action(action: Action, clean: Callable[[str], str]) -> Action:
    return replace(
        action,
        what=clean(action.what),
        owner=role_of(action.owner),
        note=_maybe(action.note, clean),
        closed_by=_role(action.closed_by),
        closing_note=_maybe(action.closing_note, clean),
        closing_evidence=_maybe(action.closing_evidence, clean),
    )


def _other(other: OtherAnswer | None, clean: Callable[[str], str]) -> OtherAnswer | None:
    return other and replace(other, by=_role(other.by), note=_maybe(other.note, clean))


def _decision(decision: Decision, clean: Callable[[str], str]) -> Decision:
    """Who signed is known by the role that stands beside the name."""
    return replace(
        decision,
        by=None if decision.role else _role(decision.by),
        role=_role(decision.role),
        outcome=_maybe(decision.outcome, clean),
        reason=_maybe(decision.reason, clean),
    )


def _reopening(one: Reopening, clean: Callable[[str], str]) -> Reopening:
    return replace(
        one,
        name=A_PERSON,
        role=role_of(one.role),
        reason=clean(one.reason),
        decision=_decision(one.decision, clean),
        signatures=_signatures(one.signatures),
    )


def _signatures(made: dict[Part, Signature]) -> dict[Part, Signature]:
    return {part: replace(one, name=A_PERSON, role=role_of(one.role)) for part, one in made.items()}


def _role(text: str | None) -> str | None:
    return None if text is None else role_of(text)


def _maybe(text: str | None, clean: Callable[[str], str]) -> str | None:
    return None if text is None else clean(text)
