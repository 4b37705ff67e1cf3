"""An answer that could not be saved in its place, kept in a file of its own elsewhere."""

import contextlib
import os
import tempfile
from pathlib import Path

from ap_audit.errors import ApAuditError
from ap_audit.files.data import data_of
from ap_audit.files.emit import emit
from ap_audit.files.save import write_new
from ap_audit.model.audit import Answer, AnswersFile


def rescue(folders: tuple[Path, ...], name: str, answers: dict[str, Answer]) -> Path | None:
    """Write answers to a new file that only this person can read; None where that cannot be.

    It goes to the first of these folders that takes it, else to the system's own for such files.
    """
    content = emit(data_of(AnswersFile(format="ap-audit/answers@1", answers=answers))).encode()
    for folder in (*folders, Path(tempfile.gettempdir())):
        path = folder / f"ap-audit-rescue.{name}.{os.urandom(3).hex()}.yaml"
        with contextlib.suppress(ApAuditError, OSError):
            write_new(path, content, private=True)
            return path
    return None
