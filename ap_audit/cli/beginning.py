"""Making what a first audit needs: the provider's folder, the audit's file."""

from datetime import date

from ap_audit.cli.one_line import one_line
from ap_audit.cli.opening import OpenAudit
from ap_audit.cli.screen import tell
from ap_audit.cli.which_provider import which_provider
from ap_audit.errors import BadUsage
from ap_audit.files.addresses import is_stem
from ap_audit.files.document import expected_format
from ap_audit.files.library import Edition
from ap_audit.files.making import make_audit, make_placement, make_provider
from ap_audit.files.workspace import Workspace
from ap_audit.model.about import About
from ap_audit.model.audit import NOTHING_SAID, UNANSWERED, Audit, Decision
from ap_audit.model.checklist import Checklist
from ap_audit.model.clean import clean
from ap_audit.model.placement import EXPECTED, Attendance, Placement, reference_from
from ap_audit.model.provider import Provider
from ap_audit.model.words import Depth, Subject

USUAL = "ap-provider"
"""The checklist of an audit where nobody says which."""
_OPAQUE = (
    "A reference must not say who the pupil is, since it stands in file names and reports."
    " Use no name, initials, date of birth or pupil number. Keep the list of who is who elsewhere."
)


def named(checklist: Checklist, provider: str | None, placement: str) -> About:
    """What the audit is to be about, as it was typed; raises BadUsage where it does not fit."""
    subject = checklist.subject
    if subject is Subject.SCHOOL:
        if provider is not None or placement:
            raise BadUsage(
                f"{checklist.id} is about the school itself, so it names no provider or placement.",
                hint=f"ap-audit new --checklist {checklist.id}",
            )
        return About(subject)
    if provider is None:
        raise BadUsage(
            "Say which provider.", hint=f'ap-audit new "Name of the provider"{_option(checklist)}'
        )
    one_line(provider, "provider's name")
    if subject is Subject.PROVIDER:
        if placement:
            raise BadUsage(
                f"{checklist.id} is about the provider, so it takes no placement.",
                hint="Give the checklist too, such as: --checklist placement-start",
            )
        return About(subject, provider)
    if not placement:
        raise BadUsage(
            f"{checklist.id} is about one placement.",
            hint=f"Say which by its reference: --placement P07. {_OPAQUE}",
        )
    reference = reference_from(placement)
    if not reference:
        raise BadUsage(
            f"'{clean(placement)[:40]}' cannot be the reference of a placement.",
            hint=f"It is {EXPECTED}. {_OPAQUE}",
        )
    return About(subject, provider, reference)


def about_for(
    workspace: Workspace, names: About, *, again: bool = False, ask: bool = False
) -> About:
    """The same with the provider's folder name, also of one that is new. Nothing is made."""
    if names.subject is Subject.SCHOOL:
        return names
    slug = which_provider(workspace, names.provider, again=again, ask=ask)
    return About(names.subject, slug, names.placement)


def make_missing(workspace: Workspace, about: About, name: str) -> None:
    """Make the provider, by its *name*, and the placement, where they are new; and say so."""
    slug = about.provider
    if slug and slug not in workspace.providers():
        provider = Provider(format=expected_format(Provider), name=one_line(name, "name"))  # type: ignore[arg-type]  # the one word it can be
        make_provider(workspace, slug, provider)
        tell(
            f"Made providers/{slug}.", 'To change the name: the line "name:" in its provider.yaml.'
        )
    if about.placement and not workspace.placement_path(about.placement).exists():
        kind = expected_format(Placement)
        placement = Placement(format=kind, providers={slug: Attendance()})  # type: ignore[arg-type]  # the one word it can be
        make_placement(workspace, about.placement, placement)
        shown = workspace.shown(workspace.placement_path(about.placement))
        tell(f"Made {shown}. Add its first day, end and hours.")


def begin_audit(
    workspace: Workspace, about: About, edition: Edition, *, today: date, by: str, depth: Depth
) -> OpenAudit:
    """Write a new audit with a block for every question, none of them answered.

    It follows the newest of the same on this checklist, if there is one. Nothing is copied.
    """
    checklist = edition.checklist
    day = today.isoformat()
    before = [
        path
        for path in workspace.audits(about, checklist.id)
        if workspace.address(path).date <= day
    ]
    if before and not is_stem(before[-1].stem):
        raise BadUsage(
            f"The last audit is in {workspace.shown(before[-1])}, which is no name of an audit.",
            hint="Give the file its name again, so that this one can follow it: ap-audit check",
        )
    follows = before[-1].stem if before else None
    audit = unanswered(about, edition, today=today, by=by, depth=depth, follows=follows)
    document = make_audit(workspace, audit, checklist)
    return OpenAudit(workspace=workspace, document=document, edition=edition)


def unanswered(
    about: About,
    edition: Edition,
    *,
    today: date,
    by: str,
    depth: Depth,
    follows: str | None = None,
) -> Audit:
    """An audit in which every question stands and none is answered."""
    checklist = edition.checklist
    return Audit(
        format=expected_format(Audit),  # type: ignore[arg-type]  # the one word it can be
        subject=about.subject,
        provider=about.provider or None,
        placement=about.placement or None,
        checklist=checklist.reference,
        digest=edition.digest,
        depth=depth,
        date=today,
        auditor=by,
        follows=follows,
        answers={criterion.id: UNANSWERED for criterion in checklist.criteria()},
        sections={one.id: NOTHING_SAID for one in checklist.sections if one.asked_as_whole},
        decision=Decision(state="open"),
    )


def _option(checklist: Checklist) -> str:
    return "" if checklist.id == USUAL else f" --checklist {checklist.id}"
