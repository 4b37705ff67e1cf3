"""What a signature stands for, and whether the file still says it.

A digest shows that something was changed, never by whom: whoever can edit the file can make a new
digest. Who signed is shown by git, where commits or tags are signed.
"""

import hashlib
import json

from msgspec import to_builtins
from msgspec.structs import replace

from ap_audit.model.audit import NOTHING_SAID, UNANSWERED, Answer, Audit, Decision, Signature
from ap_audit.model.words import Part

_OPEN = Decision(state="open")


def digest_of(audit: Audit, part: Part, made: Signature) -> str:
    """``sha256:`` and the hash of canonical JSON: the audit and who signs it, when and for what.

    The audit is its header, with the digest of the checklist, its answers, what was said of
    sections, and each reopening. An acceptance covers the decision too. Layout, comments, line
    breaks and the order of keys do not count. Left out is what goes on after signing: how an action
    ends, and the provider's own claims.
    """
    meaning: dict[str, object] = {
        "audit": _meaning(audit),
        "signature": {"as": part.value, "name": made.name, "role": made.role, "date": made.date},
    }
    if part is Part.ACCEPTED:
        meaning["decision"] = audit.decision
    text = json.dumps(
        _unwrapped(to_builtins(meaning)), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    found = hashlib.sha256(b"ap-audit/signature@1\n" + text.encode())
    return f"sha256:{found.hexdigest()}"


def altered(audit: Audit) -> tuple[Part, ...]:
    """The signatures that do not stand for what is in the file now, in the order of signing."""
    return tuple(
        part
        for part in Part
        if (made := audit.signatures.get(part)) and made.digest != digest_of(audit, part, made)
    )


def may_become(old: Audit, new: Audit) -> bool:
    """Whether an audit may be saved as this: what is signed stays, or is opened again on record."""
    if not old.sealed:
        return True
    if new.reopened != old.reopened:
        kept = all(new.reopened.get(key) == made for key, made in old.reopened.items())
        return kept and not new.sealed and _bare(new) == _bare(old)
    return (
        _meaning(old) == _meaning(new)
        and all(new.signatures.get(part) == made for part, made in old.signatures.items())
        and (old.decision.state == "open" or old.decision == new.decision)
    )


def _meaning(audit: Audit) -> dict[str, object]:
    """As plain data; a newer format of files says the same."""
    data: dict[str, object] = to_builtins(_signed_for(audit), str_keys=True)
    return {key: _unwrapped(value) for key, value in data.items() if key != "format"}


def _signed_for(audit: Audit) -> Audit:
    """The audit without what may change after signing, and without signatures and decision."""
    answers = {name: _answer(answer) for name, answer in audit.answers.items()}
    sections = {name: replace(said, kept={}) for name, said in audit.sections.items()}
    return replace(
        audit,
        answers={name: answer for name, answer in answers.items() if answer != UNANSWERED},
        sections={name: said for name, said in sections.items() if said != NOTHING_SAID},
        decision=_OPEN,
        signatures={},
        kept={},
    )


def _bare(audit: Audit) -> Audit:
    return replace(audit, decision=_OPEN, signatures={}, reopened={}, kept={})


def _answer(answer: Answer) -> Answer:
    actions = {name: action.as_agreed for name, action in answer.actions.items()}
    return replace(answer, actions=actions, claim=None, kept={})


def _unwrapped(data: object) -> object:
    """Text without its line breaks: an editor that wraps a note anew changes nothing in it."""
    if isinstance(data, dict):
        return {key: _unwrapped(value) for key, value in data.items()}
    return " ".join(str(data).split())
