"""What `check` says of data about pupils: in every text of a record, and in its comments."""

from collections.abc import Iterator

from ap_audit.errors import Problem
from ap_audit.files.comments import comments
from ap_audit.files.document import Document
from ap_audit.model.checklist import Checklist
from ap_audit.model.glossary import Glossary
from ap_audit.model.overlay import Overlay
from ap_audit.model.source import SourceRegister
from ap_audit.rules.guard import next_step, privacy_flaws
from ap_audit.rules.privacy import suspects

_PUBLISHED = (Checklist, Overlay, SourceRegister, Glossary)
"""What is written about no pupil and no provider. Its examples would be false alarms."""


def private(document: Document) -> tuple[Problem, ...]:  # type: ignore[type-arg]  # any kind of file
    """A warning for each part that looks like data about a pupil and is not kept with a reason."""
    if isinstance(document.value, _PUBLISHED):
        return ()
    found = (*document.problems(tuple(privacy_flaws(document.value))), *_in_comments(document))
    return tuple(sorted(found, key=lambda one: (one.place.line, one.place.column)))


def _in_comments(document: Document) -> Iterator[Problem]:  # type: ignore[type-arg]  # any kind
    """What the `kept` of the whole file names may stay in its comments too."""
    kept = getattr(document.value, "kept", {})
    for comment in comments(document):
        for found in suspects(comment.text):
            if found.kind not in kept:
                yield Problem(
                    place=comment.place(found.start),
                    what=found.said,
                    hint=next_step(found.kind, can_keep=False),
                    warning=True,
                    privacy=True,
                )
