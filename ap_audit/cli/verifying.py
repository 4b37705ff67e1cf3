"""Signed audits looked at one by one, with what git knows of them."""

from collections.abc import Iterator
from pathlib import Path

from ap_audit.cli.opening import OpenAudit, open_file
from ap_audit.cli.screen import tell_error
from ap_audit.errors import ApAuditError, BadUsage, InvalidFile, Refused
from ap_audit.files.finding import find_audit
from ap_audit.files.git import Repository, repository_of
from ap_audit.files.workspace import Workspace
from ap_audit.model.wording import count, day
from ap_audit.model.words import Part
from ap_audit.report.verify_text import InGit, SignatureFound, Verified, VerifyReport


def verified(
    workspace: Workspace, names: tuple[str, ...]
) -> tuple[VerifyReport, InvalidFile | None]:
    """The audits of these names, or every one; and that some could not be read, if any."""
    paths = [find_audit(workspace, name) for name in names] or list(workspace.audits())
    audits, unsigned, broken = [], [], 0
    repository, remarks = _repository(workspace)
    for path in paths:
        try:
            opened = open_file(workspace, path)
        except InvalidFile as error:
            tell_error(error)
            broken += 1
            continue
        if opened.audit.sealed or names:
            audits.append(_looked_at(opened, repository))
        else:
            unsigned.append(opened.document.shown_path)
    report = VerifyReport(
        audits=tuple(audits), unsigned=tuple(unsigned), remarks=remarks, unread=broken
    )
    said = count(broken, "file could", "files could")
    return report, InvalidFile((), f"{said} not be looked at.") if broken else None


def _repository(workspace: Workspace) -> tuple[Repository | None, tuple[str, ...]]:
    try:
        return repository_of(workspace.root), ()
    except (BadUsage, Refused) as error:
        return None, (f"Commits and tags were not looked at: {_why(error)}",)


def _why(error: ApAuditError) -> str:
    if "no git on this machine" in error.message:
        return "there is no git on this machine."
    return "this folder is not kept in git." if isinstance(error, BadUsage) else error.message


def _looked_at(opened: OpenAudit, repository: Repository | None) -> Verified:
    audit, broken = opened.audit, opened.broken()
    git = _in_git(opened.document.path, repository)
    short = tuple(_short(opened, git))
    return Verified(
        audit=opened.document.shown_path,
        state=audit.state,
        holds=not short,
        decision=audit.decision.outcome or "" if audit.decision.state == "signed" else "",
        signatures=tuple(
            SignatureFound(
                part=part.value,
                name=made.name,
                role=made.role,
                date=day(made.date),
                holds=part not in broken,
            )
            for part, made in audit.signers()
        ),
        short=short,
        reopened=tuple(
            f"Opened again on {day(made.date)} by {made.name}, {made.role}: {made.reason.strip()}"
            for made in audit.reopened.values()
        ),
        git=git,
    )


def _short(opened: OpenAudit, git: InGit | None) -> Iterator[str]:
    audit, broken = opened.audit, opened.broken()
    if not audit.sealed:
        yield "Nobody has signed it."
    elif broken == (Part.ACCEPTED,) and len(audit.signatures) > 1:
        yield "The decision, or who accepted it, was changed after signing."
    elif broken:
        yield "Answers, the heading or who signed were changed after signing."
    accepted = Part.ACCEPTED in audit.signatures
    if audit.decision.state == "signed" and not accepted:
        yield "It says that it is decided, and nobody has signed that it was accepted."
    if accepted and audit.decision.state == "open":
        yield "It was accepted, and the decision is not there."
    decision = audit.decision
    if audit.sealed and not broken and decision.as_at and decision.advice_shown:
        now = opened.assessed(decision.as_at).verdict.title
        if now != decision.advice_shown:
            yield (
                f"Judged as at {day(decision.as_at)} by this version, the advice is “{now}”;"
                f" those who signed saw “{decision.advice_shown}”."
            )
    if git is not None and git.bad:
        yield "The commit it was last changed in has a signature that does not hold."


def _in_git(path: Path, repository: Repository | None) -> InGit | None:
    if repository is None:
        return None
    try:
        found = repository.last_change(path)
    except ApAuditError:  # a repository without a commit
        return None
    if found is None:
        return None
    return InGit(
        commit=found.commit,
        date=found.date,
        signature=found.signature,
        signer=found.signer,
        committed=found.committed,
        tags=found.tags,
        missing=found.missing,
    )
