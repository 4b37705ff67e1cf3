"""The folder a school keeps: where each file of it lies, and how one is found and made."""

import re
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from ap_audit.errors import BadUsage, Refused
from ap_audit.files.document import Document, expected_format, read_document
from ap_audit.files.emit import data_of, emit, emit_audit
from ap_audit.files.save import make_folder, write_new
from ap_audit.model.audit import Audit
from ap_audit.model.checklist import Checklist
from ap_audit.model.provider import Provider
from ap_audit.model.workspace import Settings

MARKER = "ap-audit.yaml"
_AUDIT_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-(\d+))?\.([A-Za-z0-9-]+)(?:\.([A-Za-z0-9-]+))?")
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
        here = Path.cwd()
        return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)

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

    def audits(self, slug: str = "*") -> tuple[Path, ...]:
        """The audits of one provider or of all, oldest first."""
        found = self.root.glob(f"providers/{slug}/audits/*.yaml")
        return tuple(sorted(found, key=lambda path: (path.parent.parent.name, _age(path))))

    def read_audit(self, path: Path) -> Document[Audit]:
        """An audit; raises InvalidFile with every problem found."""
        return read_document(path, Audit, shown_path=self.shown(path))

    def find_audit(self, name: str) -> Path:
        """The one audit meant by a provider's slug (its newest), a path, or an end of a path."""
        given = Path(name)
        if given.is_file():
            return given.resolve()
        if name in self.providers():
            audits = self.audits(name)
            if audits:
                return audits[-1]
            raise BadUsage(f"'{name}' has no audit yet.", hint=f"Start one: ap-audit new {name}")
        ends = [
            path for path in self.audits() if _ends(path.relative_to(self.root).as_posix(), name)
        ]
        if len(ends) == 1:
            return ends[0]
        if ends:
            listed = ", ".join(path.relative_to(self.root).as_posix() for path in ends[:5])
            raise BadUsage(
                f"'{name}' could mean {len(ends)} audits: {listed}.", hint="Give more of the path."
            )
        raise self._no_audit(name)

    def make_provider(self, slug: str, provider: Provider) -> Document[Provider]:
        """Make a provider's folder and file; raises Refused where they cannot be made."""
        folder = self.root / "providers" / slug
        make_folder(folder)
        write_new(folder / "provider.yaml", emit(data_of(provider)).encode())
        return self.provider(slug)

    def make_audit(self, audit: Audit, checklist: Checklist) -> Document[Audit]:
        """Write a new audit beside the others; raises Refused where it cannot be written."""
        folder = self.root / "providers" / str(audit.provider) / "audits"
        make_folder(folder)
        text = emit_audit(
            audit, {section.criteria[0].id: section.title for section in checklist.sections}
        )
        path = self._free_path(folder, audit.date, checklist.id)
        write_new(path, text.encode())
        return self.read_audit(path)

    def _free_path(self, folder: Path, day: date, checklist: str) -> Path:
        for number in range(1, 100):
            path = folder / f"{day}{f'-{number}' if number > 1 else ''}.{checklist}.yaml"
            if not path.exists():
                return path
        raise Refused(f"There are a hundred audits of {day} in '{folder}' already.")

    def _no_audit(self, name: str) -> BadUsage:
        close = get_close_matches(name, self.providers(), n=1)
        if close:
            hint = f"Did you mean '{close[0]}'?"
        elif self.providers():
            hint = "See what there is: ap-audit list"
        else:
            hint = f'There are no audits yet. Start one: ap-audit new "{name}"'
        return BadUsage(f"There is no provider or audit '{name}' in {self.root}.", hint=hint)


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
    write_new(root / MARKER, emit(data_of(settings)).encode())
    if not (root / ".gitignore").exists():
        write_new(root / ".gitignore", _IGNORED.encode())
    return Workspace(root.resolve())


def _age(path: Path) -> tuple[str, int, str]:
    found = _AUDIT_NAME.fullmatch(path.stem)
    return (found[1], int(found[2] or 1), path.stem) if found else ("", 0, path.stem)


def _ends(path: str, name: str) -> bool:
    wanted = name.replace("\\", "/").removesuffix(".yaml").casefold()
    whole = path.removesuffix(".yaml").casefold()
    return (
        bool(wanted)
        and whole.endswith(wanted)
        and whole[: -len(wanted)][-1:] in ("", "/", "-", ".")
    )
