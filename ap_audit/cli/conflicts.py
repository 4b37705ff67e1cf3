"""What `check` says of an audit that git could not merge: which answers, and both versions."""

from pathlib import Path

from ap_audit.errors import InvalidFile, Place, Problem
from ap_audit.files.conflict import Conflict, Version, read_conflict
from ap_audit.files.finding import shortest_name
from ap_audit.files.two_sides import has_conflict
from ap_audit.files.workspace import Workspace


def conflicts(
    content: bytes, path: Path, shown: str, workspace: Workspace | None
) -> tuple[Problem, ...]:
    """A problem for each answer and key in conflict; none where the two sides are not clear.

    Then reading the file says where the lines of the merge stand.
    """
    try:
        if not has_conflict(content):
            return ()
        conflict = read_conflict(content, path=path, shown_path=shown)
    except (InvalidFile, UnicodeDecodeError):
        return ()
    if conflict is None:
        return ()
    name = shortest_name(workspace, path.resolve()) if workspace else shown
    rows = content.decode("utf-8").splitlines()
    return tuple(
        Problem(
            place=Place(
                path=shown,
                line=line,
                column=len(rows[line - 1]) - len(rows[line - 1].lstrip()) + 1,
                excerpt=rows[line - 1],
            ),
            what=f"two versions of {_what(unit)}",
            hint=_hint(conflict, unit, name),
        )
        for unit, line in conflict.lines.items()
    )


def _what(unit: str) -> str:
    name = unit.removeprefix("answers/")
    return f"the answer '{name}'" if name != unit else f"'{name}'"


def _hint(conflict: Conflict, unit: str, name: str) -> str:
    criterion = unit.removeprefix("answers/")
    if unit == "decision":
        return _decisions(conflict.ours, conflict.theirs)
    if criterion == unit:
        return "keep one of the two versions and delete the lines of <, = and > signs"
    from ap_audit.report.conflict_text import version_says

    mine, other = conflict.ours.answer(criterion), conflict.theirs.answer(criterion)
    return (
        f"ours ({conflict.ours.name}): {version_says(mine, other)}\n"
        f"  theirs ({conflict.theirs.name}): {version_says(other, mine)}\n"
        f"  keep one: ap-audit resolve {name} {criterion} --ours, --theirs or --lower"
    )


def _decisions(ours: Version, theirs: Version) -> str:
    from ap_audit.report.conflict_text import decision_says

    return (
        f"ours ({ours.name}): {decision_says(ours.document.value.decision)}\n"
        f"  theirs ({theirs.name}): {decision_says(theirs.document.value.decision)}\n"
        "  keep one, with the signatures of the same side, and delete the lines of <, = and >"
        " signs; then: ap-audit verify"
    )
