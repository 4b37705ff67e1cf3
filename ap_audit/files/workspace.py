"""The folder a school keeps: where each file of it lies, and how one is found and made."""

from dataclasses import dataclass
from pathlib import Path

from ap_audit.errors import Refused
from ap_audit.files.addresses import Address, address_of, is_stem, stem_for
from ap_audit.files.document import Document, expected_format, read_document
from ap_audit.files.emit import data_of, emit, emit_audit
from ap_audit.files.here import shown_path
from ap_audit.files.pointer import keep_schemas, pointing
from ap_audit.files.save import make_folder, write_new
from ap_audit.model.about import SCHOOL, About
from ap_audit.model.audit import Audit
from ap_audit.model.checklist import Checklist
from ap_audit.model.placement import Placement
from ap_audit.model.provider import Provider
from ap_audit.model.workspace import Settings

MARKER = "ap-audit.yaml"
_IGNORED = """\
# Documents stay out of git history: what is committed cannot be taken back.
providers/*/evidence/
*.tmp
"""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with `ap-audit.yaml` in it."""

    root: Path

    def settings(self) -> Document[Settings]:
        """The settings; raises InvalidFile with every problem found."""
        return read_document(
            self.root / MARKER, Settings, shown_path=self.shown(self.root / MARKER)
        )

    def shown(self, path: Path) -> str:
        """A path as it is shown: from here where it lies below, else whole."""
        return shown_path(path)

    def own_checklists(self) -> Path:
        """Where the workspace keeps checklists of its own."""
        return self.root / "checklists"

    def own_templates(self) -> Path:
        """Where the workspace keeps report templates of its own."""
        return self.root / "templates"

    def providers(self) -> tuple[str, ...]:
        """The slug of every provider, in order."""
        return tuple(
            sorted(path.parent.name for path in self.root.glob("providers/*/provider.yaml"))
        )

    def provider(self, slug: str) -> Document[Provider]:
        """A provider; raises InvalidFile where its file is missing or wrong."""
        path = self.root / "providers" / slug / "provider.yaml"
        return read_document(path, Provider, shown_path=self.shown(path))

    def addresses(self) -> tuple[Address, ...]:
        """Every audit: of providers, then of placements, then of the school; each oldest first."""
        paths = (
            path
            for pattern in ("providers/*/audits/*.yaml", f"{SCHOOL}/audits/*.yaml")
            for path in self.root.glob(pattern)
        )
        found = (address_of(self.root, path) for path in paths)
        return tuple(sorted(found, key=lambda address: (address.about.order, address.age)))

    def address(self, path: Path) -> Address:
        """What the name of an audit's file says."""
        return address_of(self.root, path)

    def audits(self, about: About | None = None, checklist: str = "") -> tuple[Path, ...]:
        """The files of every audit, in the same order; or those of one thing, on one checklist."""
        return tuple(
            self.root / address.path
            for address in self.addresses()
            if about in (None, address.about) and checklist in ("", address.checklist)
        )

    def read_audit(self, path: Path) -> Document[Audit]:
        """An audit; raises InvalidFile with every problem found."""
        return read_document(path, Audit, shown_path=self.shown(path))

    def followed(self, document: Document[Audit]) -> Document[Audit] | None:
        """The audit that one follows, or None where it follows none or that is not there."""
        name = document.value.follows
        if name is None or not is_stem(name):
            return None
        path = document.path.with_name(f"{name}.yaml")
        return self.read_audit(path) if path.is_file() else None

    def placements(self) -> tuple[Path, ...]:
        """The file of every placement, in order."""
        return tuple(sorted(self.root.glob("placements/*.yaml")))

    def placement_path(self, reference: str) -> Path:
        """Where a placement's file lies, whether or not it is there."""
        return self.root / "placements" / f"{reference}.yaml"

    def make_placement(self, reference: str, placement: Placement) -> None:
        """Make a placement's file; raises Refused where it cannot be made."""
        path = self.placement_path(reference)
        self._make("placement", path, emit(data_of(placement)))

    def make_provider(self, slug: str, provider: Provider) -> Document[Provider]:
        """Make a provider's folder and file; raises Refused where they cannot be made."""
        path = self.root / "providers" / slug / "provider.yaml"
        self._make("provider", path, emit(data_of(provider)))
        return self.provider(slug)

    def make_audit(self, audit: Audit, checklist: Checklist) -> Document[Audit]:
        """Write a new audit beside the others; raises Refused where it cannot be written."""
        folder = self.root / audit.about.folder / "audits"
        text = emit_audit(
            audit, {section.criteria[0].id: section.title for section in checklist.sections}
        )
        path = _free_path(folder, audit, checklist.id)
        self._make("audit", path, text)
        return self.read_audit(path)

    def _make(self, kind: str, path: Path, text: str) -> None:
        make_folder(path.parent)
        write_new(path, pointing(kind, text, root=self.root, path=path))
        keep_schemas(self.root)


def find_workspace(start: Path) -> Workspace | None:
    """The workspace that a folder lies in, or None."""
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / MARKER).is_file():
            return Workspace(candidate)
    return None


def make_workspace(root: Path, school: str) -> Workspace:
    """Make a workspace in a folder; raises Refused where there is one, or it cannot be made."""
    make_folder(root)
    settings = Settings(format=expected_format(Settings), school=school)  # type: ignore[arg-type]  # the one word it can be
    workspace = Workspace(root.resolve())
    path, text = workspace.root / MARKER, emit(data_of(settings))
    write_new(path, pointing("workspace", text, root=workspace.root, path=path))
    keep_schemas(workspace.root)
    if not (root / ".gitignore").exists():
        write_new(root / ".gitignore", _IGNORED.encode())
    return workspace


def _free_path(folder: Path, audit: Audit, checklist: str) -> Path:
    for number in range(1, 100):
        stem = stem_for(audit.date.isoformat(), number, checklist, audit.placement or "")
        if not (path := folder / f"{stem}.yaml").exists():
            return path
    raise Refused(f"There are a hundred audits of {audit.date} in '{folder}' already.")
