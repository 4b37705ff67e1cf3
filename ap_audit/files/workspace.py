"""The folder a school keeps: where each file of it lies, and how one is found. Making: `making`."""

from pathlib import Path

from msgspec import Struct

from ap_audit.errors import InvalidFile, Place, Problem
from ap_audit.files.addresses import Address, address_of, is_stem
from ap_audit.files.document import Document, read_document
from ap_audit.files.folders import YAML, inside, inside_or_itself, may_be
from ap_audit.files.here import is_file, is_folder, shown_path
from ap_audit.model.about import SCHOOL, About
from ap_audit.model.audit import Audit
from ap_audit.model.placement import Placement
from ap_audit.model.provider import Provider
from ap_audit.model.workspace import Settings

MARKER = "ap-audit.yaml"
_NEARLY = (YAML, ".yml", f"{YAML}.txt", ".yml.txt")


class Workspace(Struct, frozen=True):
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
        """The slug of every provider, in order; raises InvalidFile where that cannot be told.

        One whose file is gone is one as long as there are audits of it.
        """
        return tuple(sorted(path.name for path in inside(self.root / "providers") if _kept(path)))

    def provider(self, slug: str) -> Document[Provider]:
        """A provider; raises InvalidFile where its file is missing or wrong."""
        path = self.root / "providers" / slug / "provider.yaml"
        if not may_be(path):
            place = Place(path=self.shown(path))
            hint = (
                "put it back; or, where the provider's folder was renamed, mend the line"
                f" 'provider: {slug}' in its audits"
            )
            raise InvalidFile((Problem(place=place, what="there is no such file", hint=hint),))
        return read_document(path, Provider, shown_path=self.shown(path))

    def addresses(self) -> tuple[Address, ...]:
        """Every audit: of providers, then of placements, then of the school; each oldest first.

        A folder of audits that cannot be opened stands for what is in it; reading it says why not.
        Raises InvalidFile where it cannot be told which providers there are.
        """
        paths = (path for folder in self._audit_folders() for path in inside_or_itself(folder))
        found = (address_of(self.root, path) for path in paths)
        return tuple(sorted(found, key=lambda address: (address.about.order, address.age)))

    def passed_over(self) -> tuple[Path, ...]:
        """What lies among the audits and is read by no command, since its name ends otherwise."""
        folders = [folder for folder in self._audit_folders() if is_folder(folder)]
        files = (path for folder in folders for path in inside_or_itself(folder, ""))
        return tuple(sorted(path for path in files if _nearly_yaml(path.name)))

    def _audit_folders(self) -> list[Path]:
        folders = [*inside(self.root / "providers"), self.root / SCHOOL]
        return [folder / "audits" for folder in folders]

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

    def audits_at(self, slug: str) -> tuple[Path, ...]:
        """The audits of a provider itself, newest first; no folder but its own is looked into."""
        paths = inside_or_itself(self.root / "providers" / slug / "audits")
        found = [address_of(self.root, path) for path in paths]
        ours = [address for address in found if not address.about.placement]
        ours.sort(key=lambda address: address.age, reverse=True)
        return tuple(self.root / address.path for address in ours)

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
        """The file of every placement, in order; raises InvalidFile where that cannot be told."""
        return tuple(sorted(inside(self.root / "placements", YAML)))

    def read_placement(self, path: Path) -> Document[Placement]:
        """A placement; raises InvalidFile with every problem found."""
        return read_document(path, Placement, shown_path=self.shown(path))

    def placement_path(self, reference: str) -> Path:
        """Where a placement's file lies, whether or not it is there."""
        return self.root / "placements" / f"{reference}.yaml"


def _kept(folder: Path) -> bool:
    return may_be(folder / "provider.yaml") or may_be(folder / "audits")


def _nearly_yaml(name: str) -> bool:
    """Whether an editor or a person gave it another ending; a copy kept aside is not meant."""
    return not name.endswith(YAML) and name.casefold().endswith(_NEARLY)


def find_workspace(start: Path) -> Workspace | None:
    """The workspace that a folder lies in, or None."""
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if is_file(candidate / MARKER):
            return Workspace(candidate)
    return None
