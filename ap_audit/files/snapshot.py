"""A workspace as it stood at a revision, laid out in a folder of its own for as long as it is read.

So whatever reads a workspace reads an old one too, with its own checklists and provider files. The
repository and the files of today are not touched.
"""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from msgspec import Struct

from ap_audit.errors import ApAuditError, BadUsage, InvalidFile, Problem
from ap_audit.files.git import Kept, Repository
from ap_audit.files.here import shown_path
from ap_audit.files.workspace import MARKER, Workspace

_CHECKLISTS = "checklists/"


class Snapshot(Struct, frozen=True, kw_only=True):
    """A workspace at a revision."""

    workspace: Workspace
    revision: str
    """As it was typed: `HEAD~3`, `main`."""
    commit: str
    files: dict[str, Kept]
    """All that git kept of it, whether or not it is laid out."""


@contextmanager
def snapshot(repository: Repository, revision: str, *, only: str = "") -> Iterator[Snapshot]:
    """The workspace at a revision, with the settings, its checklists, and what lies below *only*.

    Raises BadUsage where there is no such revision, or no workspace at it. What goes wrong inside
    is said of the files as they are called there: ``HEAD~3:providers/hillside/…``.
    """
    commit = repository.commit(revision)
    files = repository.files(commit)
    if MARKER not in files:
        raise BadUsage(
            f"At {revision} there was no ap-audit workspace in this folder.",
            hint="Choose a later revision: git log --oneline",
        )
    wanted = [kept for kept in files.values() if _is_wanted(kept, only)]
    with tempfile.TemporaryDirectory(prefix="ap-audit-", ignore_cleanup_errors=True) as name:
        root = Path(name).resolve()
        for kept, content in repository.contents(wanted):
            path = root / kept.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        try:
            yield Snapshot(workspace=Workspace(root), revision=revision, commit=commit, files=files)
        except ApAuditError as error:
            raise _renamed(error, root, revision) from None


def _is_wanted(kept: Kept, only: str) -> bool:
    path = PurePosixPath(kept.path)
    # A tree made by hand can hold names that lead elsewhere.
    plain = ".." not in path.parts and not re.search(r'[\\:*?"<>|\x00-\x1f]', kept.path)
    inside = kept.path == MARKER or kept.path.startswith((_CHECKLISTS, only))
    return plain and inside and kept.readable and path.suffix == ".yaml"


def _renamed(error: ApAuditError, root: Path, revision: str) -> ApAuditError:
    """The same error, of files at a revision and not of copies of them."""

    def said(text: str) -> str:
        text = re.sub(rf" in {re.escape(str(root))}(?=\.)", f" at {revision}", text)
        for known in (shown_path(root), str(root)):
            text = re.sub(re.escape(known) + r"[/\\]?", lambda _: f"{revision}:", text)
        return text

    def problem(found: Problem) -> Problem:
        place = found.place._replace(path=said(found.place.path))
        return found._replace(place=place, what=said(found.what), hint=said(found.hint))

    if isinstance(error, InvalidFile):
        problems = tuple(problem(one) for one in error.problems)
        return InvalidFile(problems, said(error.message), hint=said(error.hint))
    return type(error)(said(error.message), hint=said(error.hint))
