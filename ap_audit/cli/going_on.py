"""Which audit that was begun a person goes on with."""

from datetime import date

from ap_audit.cli.opening import OpenAudit, open_file
from ap_audit.errors import BadUsage, InvalidFile
from ap_audit.files.library import Edition
from ap_audit.files.workspace import Workspace
from ap_audit.model.about import About
from ap_audit.model.words import Depth

_LATELY = 28  # days in which an audit that was begun is gone on with, and no other begun


def begun_audit(workspace: Workspace, about: About, checklist: str) -> OpenAudit | None:
    """The newest audit of this on a checklist, to go on with; None where there is none.

    Raises BadUsage where it is signed or every question has an answer: another must be asked for.
    """
    paths = workspace.audits(about, checklist)
    if not paths:
        return None
    opened = open_file(workspace, paths[-1])
    if opened.unfinished(opened.audit.date):
        return opened
    where = opened.document.shown_path
    renew = "To begin another, which follows it, add --renew to the same command."
    if opened.audit.sealed:
        raise BadUsage(f"The audit in {where} is signed.", hint=renew)
    raise BadUsage(
        f"Every question of the audit in {where} has an answer.",
        hint=f"To change answers: ap-audit resume {opened.called()}\n{renew}",
    )


def renewal_begun(
    workspace: Workspace, about: About, edition: Edition, *, today: date, by: str
) -> OpenAudit | None:
    """The renewal that the same command began within four weeks, while questions of it are left.

    Another would follow it, and last time's answers would stand beside no question any more.
    """
    paths = workspace.audits(about, edition.checklist.id)
    if not paths:
        return None
    try:
        opened = open_file(workspace, paths[-1])
    except InvalidFile:  # a renewal is a way out where the last audit cannot be judged
        return None
    audit = opened.audit
    same = audit.checklist == edition.checklist.reference and by in ("", audit.auditor)
    lately = 0 <= (today - audit.date).days <= _LATELY
    return opened if audit.follows and same and lately and opened.unfinished(today) else None


def same_depth(opened: OpenAudit, depth: Depth) -> None:
    """Raise BadUsage where a begun audit is of another depth: that was settled when it began."""
    if opened.audit.depth is not depth:
        raise BadUsage(
            f"The audit in {opened.document.shown_path} was begun at {opened.audit.depth} depth.",
            hint=f"To go on with it: ap-audit resume {opened.called()}\n"
            f"To begin one at {depth} depth, add --renew to the same command.",
        )


def only_unfinished(workspace: Workspace, today: date) -> OpenAudit:
    """The one audit that waits for answers; raises BadUsage where there is not just one.

    Of several on one checklist about the same thing, only the newest can wait.
    """
    newest = {(found.about, found.checklist): found.path for found in workspace.addresses()}
    opened = (open_file(workspace, workspace.root / path) for path in newest.values())
    found = [audit for audit in opened if audit.unfinished(today)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadUsage(
            "No audit is waiting for answers.",
            hint='Start one: ap-audit new "Name of the provider"',
        )
    names = ", ".join(audit.called() for audit in found)
    raise BadUsage(f"{len(found)} audits are unfinished.", hint=f"Say which: {names}")
