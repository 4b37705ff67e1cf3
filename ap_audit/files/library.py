"""The checklists that can be used: the shipped ones, and the workspace's own."""

import re
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from ap_audit.errors import BadUsage, Flaw, InvalidFile, Place, Problem
from ap_audit.files.document import Document, document_of, format_of, read_bytes, read_document
from ap_audit.files.folders import YAML, inside, may_be
from ap_audit.files.kept import kept
from ap_audit.model.base import Value
from ap_audit.model.checklist import Checklist
from ap_audit.model.glossary import Glossary
from ap_audit.model.overlay import Overlay
from ap_audit.model.source import SourceRegister

SOURCES = "sources.yaml"
GLOSSARY = "glossary.yaml"


T = TypeVar("T", SourceRegister, Glossary)
Resolve = Callable[[Overlay, Checklist], tuple[Checklist | None, tuple[Flaw, ...]]]


class Edition(Struct, frozen=True, kw_only=True):
    """One checklist ready for use, with its sources and the digest an audit is pinned to."""

    document: Document[Checklist] | Document[Overlay] | None
    """The workspace's own file; None for a shipped edition, which is kept decoded."""
    checklist: Checklist
    """As it is judged by; where the file holds an overlay, what that makes of its edition."""
    register: SourceRegister
    digest: str

    @property
    def shipped(self) -> bool:
        """Whether it came with the program."""
        return self.document is None


class _Shipped(Value, frozen=True, kw_only=True):
    """What is kept of a shipped edition."""

    checklist: Checklist
    digest: str


class Library(Struct, frozen=True, kw_only=True):
    """Where checklists are kept, each in a file named by its reference.

    A shipped id is never redefined.
    """

    shipped: Path
    own: Path | None = None
    resolve: Resolve | None = None
    """What an overlay makes of the edition it extends; only with it can overlays be used."""

    def references(self) -> tuple[str, ...]:
        """Every checklist that can be used, by id, newest edition last."""
        return tuple(sorted(self._files(), key=_natural))

    def newest(self, name: str) -> str:
        """The reference for an id or a reference; raises BadUsage where there is none.

        A draft is meant by its reference alone, unless there is nothing else.
        """
        known = self.references()
        if name in known:
            return name
        editions = [reference for reference in known if name == reference.partition("@")[0]]
        for reference in reversed(editions):
            if not self.is_draft(reference):
                return reference
        if editions:
            return editions[-1]
        published = [one for one in known if not self.is_draft(one)]
        close = get_close_matches(name, published, n=1, cutoff=0.5)
        raise BadUsage(
            f"There is no checklist '{name}'.",
            hint=f"Did you mean '{close[0]}'?" if close else f"There are: {', '.join(known)}.",
        )

    def file(self, reference: str) -> Path | None:
        """The file of a checklist, or None."""
        return self._files().get(reference)

    def is_draft(self, reference: str) -> bool:
        """Whether an edition says that it is a draft, by that line alone."""
        path = self._files().get(reference)
        if path is None:
            return False
        lines = read_bytes(path, str(path)).decode("utf-8", errors="replace").splitlines()
        return any(
            line.split("#")[0].split() == ["status:", "draft"] for line in lines if line[:1] == "s"
        )

    def edition(self, reference: str) -> Edition:
        """The checklist of this reference; raises BadUsage or, where it is wrong, InvalidFile."""
        path = self._files().get(reference)
        if path is None:
            return self.edition(self.newest(reference))
        return self.read(path)

    def read(self, path: Path) -> Edition:
        """The checklist in a file; raises InvalidFile with every problem found."""
        register = self.register()
        if path.parent == self.shipped:
            shipped = self._shipped(path)
            return Edition(
                document=None,
                checklist=shipped.checklist,
                register=register,
                digest=shipped.digest,
            )
        document = self._document(path)
        _refuse_misnamed(document)
        if document.value.id.casefold() in self._shipped_ids():  # Windows sees no case
            raise InvalidFile(
                (
                    Problem(
                        place=Place(path=document.shown_path),
                        what=f"'{document.value.id}' is the id of a shipped checklist",
                        hint="give your own checklist an id of its own",
                    ),
                )
            )
        checklist = self._checklist(document)
        return Edition(
            document=document,
            checklist=checklist,
            register=register,
            digest=_digest(checklist, register),
        )

    def _shipped(self, path: Path) -> _Shipped:
        """A shipped edition. It cites shipped sources only, so its digest is the same anywhere."""
        register, cited = self._shipped_file(SOURCES, SourceRegister)
        content = read_bytes(path, str(path))

        def make() -> _Shipped:
            document = document_of(content, Checklist, path=path)
            _refuse_misnamed(document)
            digest = _digest(document.value, register)
            return _Shipped(checklist=document.value, digest=digest)

        return kept(path, _Shipped, (content, cited), make)

    def _document(self, path: Path) -> Document[Checklist] | Document[Overlay]:
        if self.resolve is not None and format_of(read_bytes(path, str(path))) == "overlay":
            return read_document(path, Overlay)
        return read_document(path, Checklist)

    def _checklist(self, document: Document[Checklist] | Document[Overlay]) -> Checklist:
        value = document.value
        if isinstance(value, Checklist):
            return value
        base = self.file(value.extends)
        if base is None or base == document.path or self.resolve is None:
            known = [one for one in self.references() if one != value.reference]
            what = f"there is no checklist '{value.extends}' to extend"
            hint = f"there are: {', '.join(known)}"
            raise InvalidFile(document.problems((Flaw(path=("extends",), what=what, hint=hint),)))
        resolved, flaws = self.resolve(value, self._base(base, document))
        if resolved is None:
            raise InvalidFile(document.problems(flaws))
        return resolved

    def _base(self, path: Path, overlay: Document[Checklist] | Document[Overlay]) -> Checklist:
        if path.parent == self.shipped:
            return self._shipped(path).checklist
        base = self._document(path).value
        if isinstance(base, Checklist):
            return base
        # Each weakening is to be read against one edition, so overlays do not stand on overlays.
        what = f"'{base.reference}' is an overlay itself"
        hint = f"extend {base.extends}, and take over what you need"
        raise InvalidFile(overlay.problems((Flaw(path=("extends",), what=what, hint=hint),)))

    def register(self) -> SourceRegister:
        """The register of sources: the shipped one, and the workspace's own beside it."""
        shipped, _ = self._shipped_file(SOURCES, SourceRegister)
        if self.own is None or not may_be(self.own / SOURCES):
            return shipped
        own = read_document(self.own / SOURCES, SourceRegister).value
        return SourceRegister(format=shipped.format, sources={**own.sources, **shipped.sources})

    def glossary(self) -> Glossary:
        """The words that are explained: the shipped ones, and the workspace's own beside them."""
        shipped, _ = self._shipped_file(GLOSSARY, Glossary)
        if self.own is None or not may_be(self.own / GLOSSARY):
            return shipped
        own = read_document(self.own / GLOSSARY, Glossary).value
        return Glossary(format=shipped.format, terms={**own.terms, **shipped.terms})

    def _shipped_file(self, name: str, kind: type[T]) -> tuple[T, bytes]:
        """What a shipped file holds, and its bytes."""
        path = self.shipped / name
        content = read_bytes(path, str(path))
        value = kept(path, kind, (content,), lambda: document_of(content, kind, path=path).value)
        return value, content

    def _files(self) -> dict[str, Path]:
        """Raises InvalidFile where the workspace's own cannot be told."""
        folders = [folder for folder in (self.own, self.shipped) if folder is not None]
        return {
            path.name.removesuffix(YAML): path
            for folder in folders
            for path in sorted(inside(folder, YAML))
            if "@" in path.name
        }

    def _shipped_ids(self) -> set[str]:
        return {path.name.partition("@")[0] for path in self.shipped.glob("*@*.yaml")}


def _natural(reference: str) -> list[tuple[int, int | str]]:
    """Order in which 2026.10 comes after 2026.9."""
    parts = re.split(r"(\d+)", reference)
    return [(0, int(part)) if part.isdigit() else (1, part) for part in parts]


def _refuse_misnamed(document: Document[Checklist] | Document[Overlay]) -> None:
    found = document.value.reference
    if found != document.path.name.removesuffix(".yaml"):
        raise InvalidFile(
            (
                Problem(
                    place=Place(path=document.shown_path),
                    what=f"holds {found}, which is not what the file is called",
                    hint=f"name it {found}.yaml",
                ),
            )
        )


def _digest(checklist: Checklist, register: SourceRegister) -> str:
    # Shipped editions are kept with theirs, so most commands hash nothing.
    from ap_audit.files.digest import checklist_digest  # noqa: PLC0415 -- loads a whole library

    return checklist_digest(checklist, register)
