"""Making what a first audit needs: the workspace, the provider's folder, the audit's file."""

import sys
from datetime import date
from pathlib import Path

from ap_audit.cli.opening import OpenAudit, library_of, sound_edition
from ap_audit.errors import BadUsage, Refused
from ap_audit.files.document import expected_format
from ap_audit.files.workspace import Workspace, make_workspace
from ap_audit.model.audit import UNANSWERED, Audit, Decision
from ap_audit.model.clean import clean
from ap_audit.model.names import slug_from
from ap_audit.model.provider import Provider
from ap_audit.model.words import Depth

NO_NAME = "Our school"
NO_ROLE = "AP lead"
LONGEST_NAME = 120


def at_terminal() -> bool:
    """Whether a person is at the keyboard."""
    return sys.stdin is not None and sys.stdin.isatty()


def begin_workspace(root: Path, *, school: str, ask: bool) -> Workspace:
    """Make the workspace; asks for the school's name where it is not given and someone is there."""
    if not school and ask and at_terminal():
        from ap_audit.interview.introductions import ask_school
        from ap_audit.interview.terminal import Terminal

        school = ask_school(Terminal(sys.stdin, sys.stdout))
    return make_workspace(root, one_line(school, "school's name") if school else NO_NAME)


def provider_for(workspace: Workspace, given: str) -> str:
    """The slug of the provider that a person names, made where it is new.

    Raises BadUsage for a name that cannot be one, Refused where its folder is another provider's.
    """
    if given in workspace.providers():
        return given
    name = one_line(given, "provider's name")
    slug = slug_from(name)
    if not slug:
        raise BadUsage(f"'{name}' has no letter or digit in it to name a folder by.")
    if slug in workspace.providers():
        known = workspace.provider(slug).value.name
        if known.casefold() != name.casefold():
            raise Refused(
                f"The folder 'providers/{slug}' belongs to '{known}'.",
                hint="Give the other provider a name that tells the two apart, such as its town.",
            )
        return slug
    workspace.make_provider(slug, Provider(format=expected_format(Provider), name=name))  # type: ignore[arg-type]  # the one word it can be
    return slug


def one_line(given: str, what: str) -> str:
    """A name as it can be kept; raises BadUsage where it is empty, too long, hidden, or a path."""
    name = " ".join(given.split(" ")).strip()
    if not name:
        raise BadUsage(f"The {what} is empty.")
    if clean(name) != name or "\n" in name or "\t" in name:
        raise BadUsage(
            f"The {what} has hidden characters in it: '{clean(name)}'.",
            hint="Type it again instead of pasting it.",
        )
    if len(name) > LONGEST_NAME:
        raise BadUsage(f"The {what} has {len(name)} letters; at most {LONGEST_NAME} fit.")
    if name.startswith((".", "/", "\\", "~")) or "../" in name or "..\\" in name:
        raise BadUsage(
            f"'{name}' looks like a path, not the {what}.",
            hint="Give the name as it stands on its letters.",
        )
    return name


def begin_audit(
    workspace: Workspace, slug: str, checklist: str, *, today: date, by: str, depth: Depth
) -> OpenAudit:
    """Write a new audit with a block for every question, none of them answered."""
    library = library_of(workspace)
    edition = sound_edition(library, library.newest(checklist))
    audit = Audit(
        format=expected_format(Audit),  # type: ignore[arg-type]  # the one word it can be
        subject=edition.checklist.subject,
        provider=slug,
        checklist=edition.checklist.reference,
        digest=edition.digest,
        depth=depth,
        date=today,
        auditor=by,
        answers={criterion.id: UNANSWERED for criterion in edition.checklist.criteria()},
        decision=Decision(state="open"),
    )
    document = workspace.make_audit(audit, edition.checklist)
    return OpenAudit(workspace=workspace, document=document, edition=edition)
