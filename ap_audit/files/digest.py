"""The digest of a checklist's meaning: what an audit is pinned to."""

import hashlib
import json

from ap_audit.files.data import data_of
from ap_audit.model.checklist import Checklist
from ap_audit.model.source import Citation, SourceRegister

_ABOUT_EDITIONS = ("changes", "differences", "status")
"""How an edition stands to others: publishing a draft as it is changes no audit begun on it."""
_MEANING = ("title", "edition", "weight")
"""Of a source. How far it has been checked, and where it is found, changes no audit."""


def checklist_digest(checklist: Checklist, register: SourceRegister) -> str:
    """``sha256:`` and the hash of canonical JSON: the checklist, and what it cites.

    Layout, comments and the order of keys do not count; any word asked, shown or judged does. Of an
    overlay it is what the overlay makes of its edition that counts.
    """
    meaning: dict[str, object] = {
        "checklist": {
            key: value for key, value in data_of(checklist).items() if key not in _ABOUT_EDITIONS
        },
        "sources": {key: _meaning(register, key) for key in sorted(_cited(checklist))},
    }
    if bands := list(checklist.bands()):
        # Canonical JSON forgets the order of keys, and further rungs are tried in theirs.
        meaning["bands"] = bands
    text = json.dumps(meaning, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    found = hashlib.sha256(b"ap-audit/checklist@1\n" + text.encode())
    return f"sha256:{found.hexdigest()}"


def _meaning(register: SourceRegister, key: str) -> dict[str, str]:
    source = register.sources.get(key)
    return {} if source is None else {name: str(getattr(source, name)) for name in _MEANING}


def _cited(checklist: Checklist) -> set[str]:
    citations: list[Citation] = [c for criterion in checklist.criteria() for c in criterion.sources]
    citations += [c for rule in checklist.rules.values() for c in rule.sources]
    return {citation.source for citation in citations}
