"""What `check` looks at in a checklist or an overlay: whether it can be judged by, and well."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from ap_audit.errors import Flaw, InvalidFile, Problem
from ap_audit.files.document import Document
from ap_audit.files.library import Library
from ap_audit.model.checklist import Checklist
from ap_audit.model.overlay import Overlay
from ap_audit.rules.editions import succession_flaws
from ap_audit.rules.lint.lint import lint
from ap_audit.rules.overlay import at_home
from ap_audit.rules.soundness import soundness


def criteria_problems(
    document: Document,  # type: ignore[type-arg]  # of a checklist or an overlay
    library: Library,
    reviewed: date | None,
) -> tuple[Problem, ...]:
    """Every problem of a checklist or an overlay; raises InvalidFile where it cannot be used.

    One that is *reviewed* on a day is also read for what would make it better.
    """
    value = document.value
    if isinstance(value, Overlay):
        edition = library.read(document.path)
        flaws = _flaws(edition.checklist, library, reviewed)
        return document.problems(at_home(value, edition.checklist, flaws))
    if "@" in document.path.name:  # kept to be used, so under its own name
        library.read(document.path)
    flaws = _flaws(value, library, reviewed)
    return document.problems((*flaws, *_succession(value, library)))


def _flaws(checklist: Checklist, library: Library, reviewed: date | None) -> tuple[Flaw, ...]:
    """What is wrong with a checklist and, where it is reviewed, what could be better."""
    register = library.register()
    flaws = soundness(checklist, register)
    if reviewed is None:
        return flaws
    others = tuple(_others(checklist, library))
    return (
        *flaws,
        *lint(checklist, register, library.glossary(), today=reviewed, others=others),
    )


def _others(checklist: Checklist, library: Library) -> Iterator[Checklist]:
    """Every other checklist that can be read; one that cannot is told of when it is checked."""
    for reference in library.references():
        if reference != checklist.reference:
            with suppress(InvalidFile):
                yield library.edition(reference).checklist


def _succession(newer: Checklist, library: Library) -> Iterator[Flaw]:
    """What a checklist leaves unsaid about the edition before it, where that is here."""
    known = library.references()
    editions = [one for one in known if one.partition("@")[0] == newer.id]
    if newer.reference in editions[1:]:
        before = editions[editions.index(newer.reference) - 1]
        yield from succession_flaws(library.edition(before).checklist, newer)
