"""The files of this computer, for an interview that is given one as evidence."""

from collections.abc import Callable
from pathlib import Path

from ap_audit.errors import ApAuditError
from ap_audit.files.evidence_files import (
    FOLDER,
    EvidenceFile,
    evidence_file,
    keep_copy,
    typed_path,
)
from ap_audit.interview.documents import Document, NoDocument


class DocumentsHere:
    """What is looked for and kept belongs to *folder*: that of what the audit is about."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def look(self, path: str) -> Document:
        """The file at a path as it was typed; raises NoDocument."""
        return self._document(evidence_file, path)

    def keep(self, path: str) -> Document:
        """A copy of it in the folder; raises NoDocument."""
        return self._document(keep_copy, path)

    def _document(self, how: Callable[[Path, Path], EvidenceFile], path: str) -> Document:
        try:
            found = how(self._folder, typed_path(path))
        except ApAuditError as error:
            # Of the next steps, only a likely name helps here: the prompt says the others.
            near = error.hint if error.hint.startswith("Did you mean") else ""
            raise NoDocument(f"{error.message} {near}".rstrip()) from None
        except RuntimeError:  # a ~ that leads nowhere
            raise NoDocument(f"There is no file '{path}'.") from None
        kept = found.name.startswith(f"{FOLDER}/")
        return Document(name=found.name, sha256=found.sha256, kept=kept)
