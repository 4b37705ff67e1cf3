"""The editions between an audit's own and another one, and the audit moved to it."""

from datetime import date

from msgspec import Struct

from ap_audit.cli.opening import OpenAudit, library_of, refuse_flaws, sound_edition
from ap_audit.errors import BadUsage, InvalidFile, Refused
from ap_audit.files.library import Edition, Library
from ap_audit.files.making import make_audit
from ap_audit.model.audit import Audit, Decision
from ap_audit.model.wording import count
from ap_audit.rules.conformity import conformity
from ap_audit.rules.migrate import Fate, Plan, Step, blind_plan, moved, plan


class Wanted(Struct, frozen=True, kw_only=True):
    """The edition to move to, and the way there."""

    edition: Edition
    plan: Plan

    @property
    def unsure(self) -> tuple[Step, ...]:
        """Questions of which nobody says what became: no answer to them is carried over."""
        return self.plan.of(Fate.UNDECLARED)


def planned(opened: OpenAudit, to: str) -> Wanted:
    """The plan to an edition, or to the newest published one; raises BadUsage without one."""
    library = library_of(opened.workspace)
    own = opened.audit.checklist
    if not opened.matches:
        edition = sound_edition(library, _target(library, own, to) if to else own)
        return Wanted(edition=edition, plan=blind_plan(edition.checklist, opened.audit.answers))
    target = _target(library, own, to)
    references = editions_between(library, own, target)
    editions = [sound_edition(library, reference) for reference in references]
    return Wanted(edition=editions[-1], plan=plan([edition.checklist for edition in editions]))


def editions_between(library: Library, older: str, newer: str) -> tuple[str, ...]:
    """The editions of one checklist from one to another, both included, oldest first."""
    name = older.partition("@")[0]
    known = [one for one in library.references() if one.partition("@")[0] == name]
    return tuple(known[known.index(older) : known.index(newer) + 1])


def carry_out(
    opened: OpenAudit, wanted: Wanted, *, today: date, by: str, ask_again: bool
) -> OpenAudit:
    """Make the new audit; raises Refused where a person has to look first."""
    audit, newer = opened.audit, wanted.edition.checklist
    if wanted.unsure and not ask_again:
        raise Refused(
            f"Of {count(len(wanted.unsure), 'question')} it is not known what became."
            f" So it is not sure what an answer would mean in {newer.reference}.",
            hint="Nothing was written. Look at the plan above; to have them asked anew, add"
            " --ask-again.",
        )
    _not_twice(opened, newer.reference)
    new = Audit(
        format=audit.format,
        subject=audit.subject,
        provider=audit.provider,
        placement=audit.placement,
        checklist=newer.reference,
        digest=wanted.edition.digest,
        depth=audit.depth,
        date=today,
        auditor=by or audit.auditor,
        follows=opened.document.path.stem,
        answers=moved(wanted.plan, audit),
        decision=Decision(state="open"),
    )
    # What fits the older edition and not the newer stands in the older file, so it is shown there.
    refuse_flaws(opened.document, conformity(newer, new))
    document = make_audit(opened.workspace, new, newer)
    return OpenAudit(workspace=opened.workspace, document=document, edition=wanted.edition)


def _target(library: Library, own: str, to: str) -> str:
    name = own.partition("@")[0]
    known = [one for one in library.references() if one.partition("@")[0] == name]
    later = known[known.index(own) + 1 :]
    if to:
        if to in later:
            return to
        if to == own:
            raise BadUsage(f"This audit is on {own} already.")
        raise BadUsage(
            f"'{to}' is not a later edition of {own}.",
            hint=f"Later ones: {', '.join(later)}." if later else "There is none here.",
        )
    published = [one for one in later if not library.is_draft(one)]
    if published:
        return published[-1]
    drafts = f" There is a draft: --to {later[-1]}" if later else ""
    raise BadUsage(f"{own} is the newest published edition here.{drafts}")


def _not_twice(opened: OpenAudit, reference: str) -> None:
    """Raise BadUsage where the audit was moved to this edition before."""
    workspace, stem = opened.workspace, opened.document.path.stem
    for path in workspace.audits(opened.audit.about, reference.partition("@")[0]):
        try:
            other = workspace.read_audit(path).value
        except InvalidFile:
            continue
        if (other.follows, other.checklist) == (stem, reference):
            raise BadUsage(
                f"{workspace.shown(path)} follows this audit on {reference} already.",
                hint="Go on with that one, or delete it first.",
            )
