"""Gateways that nothing stands behind, and sources that somebody should look at again."""

import re
from collections.abc import Iterator
from datetime import date

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.checklist import Checklist
from ap_audit.model.source import SourceRegister
from ap_audit.model.wording import day
from ap_audit.model.words import LegalWeight
from ap_audit.rules.lint.claims import citations
from ap_audit.rules.soundness import criterion_paths

# Where nothing asks for it but the school, the reason says so: that is on record, and enough.
_OWNED = re.compile(r"\bour\s+own\s+rule\b", re.IGNORECASE)
_BINDING = (LegalWeight.LAW, LegalWeight.STATUTORY_GUIDANCE)


def unsourced(checklist: Checklist, register: SourceRegister) -> Iterator[Flaw]:
    """A gateway without a source, and a hard one behind which neither law nor such guidance is."""
    for path, criterion in criterion_paths(checklist):
        if not criterion.is_gateway:
            continue
        weights = [
            citation.weight or register.sources[citation.source].weight
            for citation in criterion.sources
            if citation.source in register.sources
        ]
        if not criterion.sources and not _OWNED.search(criterion.why or ""):
            yield Flaw(
                path=path,
                what=f"'{criterion.id}' decides, and names no source",
                hint="name what is behind it, or say under why: that it is our own rule",
                warning=True,
            )
        if (
            criterion.hard
            and criterion.sources
            and not any(weight in _BINDING for weight in weights)
        ):
            yield Flaw(
                path=(*path, "hard"),
                what="is hard, and cites neither law nor statutory guidance",
                hint="cite what binds, or let overlays decide on it",
                warning=True,
            )


def ageing(checklist: Checklist, register: SourceRegister, today: date) -> Iterator[Flaw]:
    """A cited source that is overdue for review, or has a newer edition, once."""
    cited = {citation.source for _, citation in citations(checklist)}
    told: set[str] = set()
    for path, citation in citations(checklist):
        name, at = citation.source, (*path, "source")
        source = register.sources.get(name)
        if source is None or name in told:
            continue
        told.add(name)
        if source.review_by is not None and source.review_by < today:
            yield _look_again(at, f"'{name}' was due for review by {day(source.review_by)}")
        if source.superseded_by is not None and source.superseded_by not in cited:
            yield _look_again(at, f"'{name}' has a newer edition, '{source.superseded_by}'")


def _look_again(path: KeyPath, what: str) -> Flaw:
    hint = "open the document, mend what it changes, and set its dates in sources.yaml"
    return Flaw(path=path, what=what, hint=hint, warning=True)
