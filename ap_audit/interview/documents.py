"""Files of this computer, as the dialogue sees them: it opens none itself."""

from dataclasses import dataclass
from typing import Protocol


class NoDocument(Exception):
    """There is no such file, or it cannot be read or copied; says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as evidence records it."""

    name: str
    """For `file:`: from the folder of what the audit is about, or its name alone."""
    sha256: str
    kept: bool
    """Whether it lies in that folder."""


class Documents(Protocol):
    """The files on this computer."""

    def look(self, path: str) -> Document:
        """The file at a path as it was typed; raises NoDocument."""

    def keep(self, path: str) -> Document:
        """A copy of it in the folder of what the audit is about; raises NoDocument."""
