"""Settling one answer of a conflicted audit, from the lines git left or from its index."""

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from ap_audit.errors import BadUsage, Refused
from ap_audit.files.change import save_change
from ap_audit.files.conflict import Which, read_conflict
from ap_audit.files.document import parse, read_bytes
from ap_audit.files.finding import find_audit
from ap_audit.files.git import repository_of
from ap_audit.files.save import only_writer, replace_file
from ap_audit.files.two_sides import has_conflict
from ap_audit.files.workspace import Workspace
from ap_audit.model.audit import Answer, Audit
from ap_audit.model.names import CriterionId
from ap_audit.model.seal import altered
from ap_audit.model.words import Rating
from ap_audit.report.conflict_text import version_says
from ap_audit.rules.standing import lower


class Choice(StrEnum):
    """Which version of an answer to keep."""

    OURS = "ours"
    THEIRS = "theirs"
    LOWER = "lower"


class Settled(Struct, frozen=True, kw_only=True):
    """What was kept, and what is left to settle."""

    which: Which
    says: str
    shown: str
    left: tuple[str, ...] = ()
    """What else of the file is in conflict."""
    signed: bool = False
    """Whether one side is signed, and so covers the answers as it had them."""


def settle(workspace: Workspace, name: str, criterion: str, choice: Choice) -> Settled:
    """Keep one version of one answer; raises BadUsage or Refused where that is not clear."""
    path = find_audit(workspace, name)
    shown = workspace.shown(path)
    with only_writer(path.parent):
        content = read_bytes(path, shown)
        if has_conflict(content):
            return _from_lines(path, content, shown, (criterion, choice))
    return _from_index(workspace, path, criterion, choice)


def _from_lines(path: Path, content: bytes, shown: str, wanted: tuple[str, Choice]) -> Settled:
    """Settled between the lines that git left; other conflicts of the file stay in it."""
    criterion, choice = wanted
    conflict = read_conflict(content, path=path, shown_path=shown)
    if conflict is None:
        raise Refused(
            f"The two sides of '{shown}' differ in more than answers and keys, or a line is"
            " missing. It is not clear what belongs to which.",
            hint="Nothing was written. Settle this one by hand, then: ap-audit check",
        )
    if criterion not in conflict.answers:
        raise _not_in_conflict(criterion, (*conflict.answers, *conflict.others))
    ours, theirs = conflict.ours.document.value, conflict.theirs.document.value
    which, says = _chosen(choice, ours.answers[criterion], theirs.answers[criterion])
    _as_signed(which, ours, theirs)
    replace_file(path, conflict.settled(criterion, which))
    return Settled(
        which=which,
        says=says,
        shown=shown,
        left=tuple(one for one in (*conflict.answers, *conflict.others) if one != criterion),
        signed=ours.sealed or theirs.sealed,
    )


def _from_index(workspace: Workspace, path: Path, criterion: str, choice: Choice) -> Settled:
    """Settled from the versions git keeps of a file it could not merge, whose lines are gone."""
    shown = workspace.shown(path)
    versions = _versions(workspace, path)
    if len(versions) != 2:  # noqa: PLR2004 -- ours and theirs
        raise BadUsage(f"There is no conflict to settle in '{shown}'.")
    document = workspace.read_audit(path)
    ours, theirs = versions
    pinned = {(one.checklist, one.digest) for one in (ours, theirs, document.value)}
    apart = tuple(
        name
        for name, answer in document.value.answers.items()
        if ours.answers.get(name) != theirs.answers.get(name)
        and answer in (ours.answers.get(name), theirs.answers.get(name))
    )
    if len(pinned) > 1:
        raise Refused(
            f"The two sides of '{shown}' are not on the same text of a checklist.",
            hint="Nothing was written. Choose one of the two files whole.",
        )
    if criterion not in apart or criterion not in ours.answers or criterion not in theirs.answers:
        raise _not_in_conflict(criterion, apart)
    which, says = _chosen(choice, ours.answers[criterion], theirs.answers[criterion])
    _as_signed(which, ours, theirs)
    kept = (ours if which == "ours" else theirs).answers[criterion]
    settled = document.value.with_answer(CriterionId(criterion), kept)
    save_change(document, settled, as_signed=True)
    return Settled(
        which=which,
        says=says,
        shown=shown,
        signed=ours.sealed or theirs.sealed,
    )


def _versions(workspace: Workspace, path: Path) -> tuple[Audit, ...]:
    """Ours and theirs as git's index has them; fewer where there are none, or not readable."""
    try:
        stages = repository_of(workspace.root).stages(path)
    except BadUsage:  # no git, so nothing that it could have left
        return ()
    read = (
        parse(stages[stage], Audit, path=path, shown_path=workspace.shown(path))[0]
        for stage in (2, 3)
        if stage in stages
    )
    return tuple(document.value for document in read if document is not None)


def _chosen(choice: Choice, ours: Answer, theirs: Answer) -> tuple[Which, str]:
    """The version that a person chose, and what it says."""
    if choice is Choice.THEIRS or (choice is Choice.LOWER and _lower_is_theirs(ours, theirs)):
        return "theirs", version_says(theirs, ours)
    return "ours", version_says(ours, theirs)


def _as_signed(which: Which, ours: Audit, theirs: Audit) -> None:
    """Refuse the version that nobody signed, where the other is as it was signed."""
    chosen, other = (ours, theirs) if which == "ours" else (theirs, ours)
    if _as_it_was_signed(other) and not _as_it_was_signed(chosen):
        kept = "--theirs" if which == "ours" else "--ours"
        raise Refused(
            "The other version is signed, so it is the one to keep.",
            hint=f"Nothing was written. Keep it with {kept}; then, to change the answer, open the"
            " audit again: ap-audit sign AUDIT --reopen",
        )


def _as_it_was_signed(audit: Audit) -> bool:
    return bool(audit.signatures) and not altered(audit)


def _lower_is_theirs(ours: Answer, theirs: Answer) -> bool:
    one, other = ours.rating, theirs.rating
    if one is None or other is None or Rating.NOT_APPLICABLE in (one, other):
        raise Refused(
            "Neither version has the lower rating."
            " A recorded fact has no place in that order, nor has what does not apply.",
            hint="Nothing was written. Choose --ours or --theirs.",
        )
    if one is other or lower(one, other) is not lower(other, one):
        raise Refused(
            "Both versions have the same rating, or one that is as low.",
            hint="Nothing was written. Choose --ours or --theirs.",
        )
    return lower(one, other) is other


def _not_in_conflict(criterion: str, known: tuple[str, ...]) -> BadUsage:
    return BadUsage(
        f"There is no conflict in the answer '{criterion}'.",
        hint=f"In conflict: {', '.join(known)}." if known else "Nothing in this file is.",
    )
