"""New files of a workspace: itself, a provider, a placement, an audit; none is written over."""

from pathlib import Path

from ap_audit.errors import Refused
from ap_audit.files.addresses import stem_for
from ap_audit.files.data import data_of
from ap_audit.files.document import Document, expected_format
from ap_audit.files.emit import emit, emit_audit
from ap_audit.files.pointer import keep_schemas, pointing
from ap_audit.files.save import is_free, make_folder, write_new
from ap_audit.files.workspace import MARKER, Workspace
from ap_audit.model.audit import Audit
from ap_audit.model.checklist import Checklist
from ap_audit.model.placement import Placement
from ap_audit.model.provider import Provider
from ap_audit.model.workspace import Settings

_IGNORED = """\
# Documents stay out of git history: what is committed cannot be taken back.
providers/*/evidence/
school/evidence/
*.tmp
"""


def make_workspace(root: Path, school: str) -> Workspace:
    """Make a workspace in a folder; raises Refused where there is one, or it cannot be made."""
    make_folder(root)
    workspace = Workspace(root.resolve())
    settings = Settings(format=expected_format(Settings), school=school)  # type: ignore[arg-type]  # the one word it can be
    make_file(workspace, "workspace", workspace.root / MARKER, emit(data_of(settings)))
    if is_free(root / ".gitignore"):
        write_new(root / ".gitignore", _IGNORED.encode())
    return workspace


def make_provider(workspace: Workspace, slug: str, provider: Provider) -> Document[Provider]:
    """Make a provider's folder and file; raises Refused where they cannot be made."""
    path = workspace.root / "providers" / slug / "provider.yaml"
    make_file(workspace, "provider", path, emit(data_of(provider)))
    return workspace.provider(slug)


def make_placement(workspace: Workspace, reference: str, placement: Placement) -> None:
    """Make a placement's file; raises Refused where it cannot be made."""
    path = workspace.placement_path(reference)
    make_file(workspace, "placement", path, emit(data_of(placement)))


def make_audit(workspace: Workspace, audit: Audit, checklist: Checklist) -> Document[Audit]:
    """Write a new audit beside the others; raises Refused where it cannot be written."""
    titles = {section.criteria[0].id: section.title for section in checklist.sections}
    path = _free_path(workspace.root / audit.about.folder / "audits", audit, checklist.id)
    make_file(workspace, "audit", path, emit_audit(audit, titles))
    return workspace.read_audit(path)


def make_file(workspace: Workspace, kind: str, path: Path, text: str) -> None:
    """Write a new file whose first line leads to the schema of its *kind*; Refused as above."""
    make_folder(path.parent)
    write_new(path, pointing(kind, text, root=workspace.root, path=path))
    keep_schemas(workspace.root)


def _free_path(folder: Path, audit: Audit, checklist: str) -> Path:
    for number in range(1, 100):
        stem = stem_for(audit.date.isoformat(), number, checklist, audit.placement or "")
        if is_free(path := folder / f"{stem}.yaml"):
            return path
    raise Refused(f"There are a hundred audits of {audit.date} in '{folder}' already.")
