"""What `check` looks at in a file: its form, its shape, and how it fits what it belongs to."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct

from ap_audit.cli.conflicts import conflicts
from ap_audit.cli.guarding import private
from ap_audit.cli.opening import library_of, open_file
from ap_audit.errors import Flaw, InvalidFile, Place, Problem
from ap_audit.files.addresses import is_stem, stem_for
from ap_audit.files.contacts import contact_path, contact_paths
from ap_audit.files.document import Document, expected_format, format_of, read_bytes, read_document
from ap_audit.files.folders import YAML, inside_or_itself, may_be
from ap_audit.files.kinds import KINDS
from ap_audit.files.library import GLOSSARY, SOURCES
from ap_audit.files.workspace import MARKER, Workspace
from ap_audit.model.audit import Audit
from ap_audit.model.checklist import Checklist
from ap_audit.model.contact import LoggedContact
from ap_audit.model.overlay import Overlay
from ap_audit.model.placement import EXPECTED, Placement, reference_from
from ap_audit.model.workspace import Settings
from ap_audit.rules.ahead import audit_ahead, contact_ahead
from ap_audit.rules.conformity import conformity
from ap_audit.rules.placement_facts import ATTENDS, denied_then, disagreements, recorded_fact
from ap_audit.rules.term_dates import term_flaws


def every_file(workspace: Workspace) -> list[Path]:
    """Every file of a workspace that is ours to check, in order."""
    root = workspace.root
    return [
        root / MARKER,
        *_checklists(workspace.own_checklists()),
        *_providers(workspace),
        *workspace.placements(),
        *(found.path for found in contact_paths(workspace)),
        *workspace.audits(),
        *workspace.passed_over(),
    ]


def _checklists(own: Path) -> list[Path]:
    """The school's own, with their sources and words; the folder where it cannot be opened."""
    others = (own.name, SOURCES, GLOSSARY)
    return sorted(one for one in inside_or_itself(own) if "@" in one.name or one.name in others)


def _providers(workspace: Workspace) -> list[Path]:
    """The file of each provider: wherever anything is kept of one, whether or not it is there."""
    kept = {path.parent for path in workspace.root.glob("providers/*/*")}
    kept |= {workspace.root / "providers" / slug for slug in workspace.providers()}
    return sorted(folder / "provider.yaml" for folder in kept)


def check_file(
    path: Path, workspace: Workspace | None, today: date, *, reviewed: date | None = None
) -> tuple[Problem, ...]:
    """Every problem and warning of one file; what was done cannot be of a day after *today*.

    A checklist that is *reviewed* on a day is also read for what would make it better.
    """
    shown = workspace.shown(path.resolve()) if workspace else str(path)
    try:
        content = read_bytes(path, shown)
        kind = _kind(content)
        if kind is None:
            return (_unknown(shown),)
        if kind is Audit and (found := conflicts(content, path, shown, workspace)):
            return found
        document = read_document(path.resolve(), kind, shown_path=shown)
    except InvalidFile as error:
        return error.problems
    found = (*document.warnings(), *private(document))
    try:
        return (*found, *_belonging(document, workspace, today, reviewed))
    except InvalidFile as error:
        return (*found, *error.problems)


def _belonging(
    document: Document,  # type: ignore[type-arg]  # any kind of file
    workspace: Workspace | None,
    today: date,
    reviewed: date | None,
) -> tuple[Problem, ...]:
    """How a file fits what it belongs to."""
    value = document.value
    if isinstance(value, Checklist | Overlay):
        from ap_audit.cli.checking_criteria import criteria_problems

        return criteria_problems(document, library_of(workspace), reviewed)
    if isinstance(value, Placement):
        return document.problems(tuple(_placement(document.path, value, workspace)))
    if isinstance(value, LoggedContact):
        ahead = contact_ahead(value, today)
        return document.problems((*ahead, *_contact(document.path, value, workspace)))
    if isinstance(value, Settings):
        from ap_audit.report.house import house_flaws

        return document.problems((*term_flaws(value), *house_flaws(value.house)))
    if isinstance(value, Audit) and workspace is not None:
        opened = open_file(workspace, document.path)
        flaws = conformity(opened.edition.checklist, value)
        flaws += (
            *audit_ahead(value, today),
            *_altered(value),
            *_misplaced(opened.document, workspace),
            *_placed(opened.document, workspace),
        )
        return document.problems(flaws)
    return ()


def _placement(path: Path, placement: Placement, workspace: Workspace | None) -> Iterator[Flaw]:
    """What cannot be so of a placement, or is not so of this workspace."""
    if reference_from(path.stem) != path.stem:
        yield Flaw(
            path=("format",),
            what=f"the file's name, '{path.name}', is not the reference of a placement",
            hint=f"name it by {EXPECTED}; never by who the pupil is",
        )
    if placement.start and placement.end and placement.end < placement.start:
        yield Flaw(path=("end",), what="is before the start")
    known = placement.providers if workspace is None else workspace.providers()
    for slug in placement.providers:
        if slug not in known:
            yield Flaw(
                path=("providers", slug),
                what=f"there is no provider '{slug}' here",
                warning=True,
                at_key=True,
            )
        elif workspace is not None:
            yield from _denied(slug, placement, workspace)


def _denied(slug: str, placement: Placement, workspace: Workspace) -> Iterator[Flaw]:
    """What the newest audit there that says whether pupils attend says, where it cannot be so."""
    for path in workspace.audits_at(slug):
        with suppress(InvalidFile):  # what is wrong with it is said of the file itself
            audit = workspace.read_audit(path).value
            if not recorded_fact(audit, *ATTENDS):
                continue
            if denied_then(audit, placement):
                yield Flaw(
                    path=("providers", slug),
                    what="an audit records that none of our pupils attended there by then",
                    hint="mend the one that is wrong: the dates here, or"
                    f" '{ATTENDS[0]}' in {workspace.shown(path)}",
                    warning=True,
                    at_key=True,
                )
            return


def _contact(path: Path, contact: LoggedContact, workspace: Workspace | None) -> Iterator[Flaw]:
    """Where a contact and its file's name say different things, or what it names is not here."""
    named = contact_path(path)
    if (named.date, named.kind) != (contact.date.isoformat(), contact.kind):
        yield Flaw(
            path=("date",),
            what=f"is not the date and kind in the file's name, '{path.name}'",
            hint=f"name it {contact.date}-{contact.kind}-, three letters, .yaml",
            warning=True,
        )
    reference = contact.placement
    if workspace and reference and not may_be(workspace.placement_path(reference)):
        what = f"there is no placement '{reference}' here"
        yield Flaw(path=("placement",), what=what, warning=True)


def _placed(document: Document[Audit], workspace: Workspace) -> Iterator[Flaw]:
    """What the newest audit of a placement and the placement's own file say differently."""
    audit, reference = document.value, document.value.placement
    if reference is None or document.path not in workspace.audits(audit.about)[-1:]:
        return
    with suppress(InvalidFile):  # what is wrong with it is said of the file itself
        path = workspace.placement_path(reference)
        if may_be(path):
            yield from disagreements(audit, workspace.read_placement(path).value)


def _altered(audit: Audit) -> Iterator[Flaw]:
    """Signatures that stand for something else than is in the file."""
    if not audit.signatures:
        return
    from ap_audit.model.seal import altered

    for part in altered(audit):
        yield Flaw(
            path=("signatures", part.value),
            what="what stands in this file now is not what was signed for",
            hint="take the change back, or open the audit again: ap-audit sign AUDIT --reopen",
            warning=True,
            at_key=True,
        )


def _misplaced(document: Document[Audit], workspace: Workspace) -> Iterator[Flaw]:
    """Where the header and the place of the file say different things."""
    path, audit = document.path, document.value
    if path.parent.name != "audits" or not path.is_relative_to(workspace.root):
        return
    if path.suffix != YAML:
        yield Flaw(
            path=("format",),
            what=f"is read by nothing else: '{path.name}' does not end in {YAML}",
            hint=f"name it {_stem(audit)}{YAML}, or take it out of this folder",
        )
        return
    address = workspace.address(path)
    if address.about.folder != audit.about.folder:
        yield Flaw(
            path=("provider",) if audit.provider else ("subject",),
            what=f"lies in the folder '{address.about.folder}'",
            hint="move the file, or mend this line",
            warning=True,
        )
    if address.about.placement != audit.about.placement:
        yield Flaw(
            path=("placement",) if audit.placement else ("subject",),
            what=f"is not the placement in the file's name, '{path.name}'",
            warning=True,
        )
    if address.date != audit.date.isoformat() or not is_stem(path.stem):
        yield Flaw(
            path=("date",),
            what=f"is not the date in the file's name, '{path.name}'"
            if is_stem(path.stem)
            else f"cannot be read from the file's name, '{path.name}'",
            hint=f"name it {_stem(audit)}{YAML}",
            warning=True,
        )
    if audit.follows and workspace.followed(document) is None:
        yield Flaw(
            path=("follows",),
            what="there is no such audit beside this one",
            hint="until it is there, nothing of last time is shown",
            warning=True,
        )


def _stem(audit: Audit) -> str:
    name = audit.checklist.partition("@")[0]
    return stem_for(audit.date.isoformat(), 1, name, audit.placement or "")


def _kind(content: bytes) -> type[Struct] | None:
    return KINDS.get(format_of(content))


def _unknown(shown: str) -> Problem:
    formats = ", ".join(expected_format(kind) for kind in KINDS.values())
    return Problem(
        place=Place(path=shown),
        what="does not say what kind of file it is",
        hint=f"start it with a line 'format: ' and one of: {formats}",
    )
