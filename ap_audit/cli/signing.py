"""An audit signed, and opened again: who may do it, when, and what is then recorded."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ap_audit.cli.comparing import last_day
from ap_audit.cli.keeping import kept
from ap_audit.cli.one_line import one_line
from ap_audit.cli.opening import OpenAudit
from ap_audit.errors import BadUsage, Refused
from ap_audit.files.change import opening_again
from ap_audit.model.audit import Decision, Reopening, Signature
from ap_audit.model.clean import clean
from ap_audit.model.seal import digest_of
from ap_audit.model.wording import count, day
from ap_audit.model.words import Part
from ap_audit.rules.assessment import Assessment
from ap_audit.rules.ready import Unsettled, leaves_unused, unsettled
from ap_audit.version import VERSION

_LISTED = 10
_IN_FILE = (Part.ACCEPTED, Part.PREPARED, Part.CHECKED)
_NEXT = {Part.PREPARED: Part.CHECKED, Part.CHECKED: Part.ACCEPTED}


class Signer(Struct, frozen=True):
    """Whoever signs."""

    name: str
    role: str

    @classmethod
    def given(cls, name: str, role: str) -> "Signer":
        """As typed; raises BadUsage where either is missing, or cannot be kept."""
        if not name:
            raise BadUsage("Say who signs.", hint='Add --name "Their name".')
        if not role:
            raise BadUsage(
                f"Say in which role {clean(name)} signs.", hint='Add --by "Chair of governors".'
            )
        return cls(one_line(name, "name"), one_line(role, "role"))


class Said(Struct, frozen=True, kw_only=True):
    """What is said after it was saved."""

    lines: tuple[str, ...]
    then: tuple[str, ...] = ()
    """The next step, and what deserves a second thought."""


def signed(
    opened: OpenAudit,
    part: Part,
    signer: Signer,
    *,
    outcome: str = "",
    reason: str = "",
    keep: str = "",
    today: date,
) -> Said:
    """Sign for one part, and save; raises BadUsage or Refused where that cannot be."""
    audit = opened.audit
    _in_order(opened, part)
    _in_time(opened, today)
    _unaltered(opened)
    assessment = opened.assessed(today)
    decision = audit.decision
    if part is Part.ACCEPTED:
        decision = _decided(assessment, signer, outcome=outcome, reason=reason, today=today)
    elif outcome or reason:
        raise BadUsage(
            "A decision is recorded by whoever accepts the audit.",
            hint="Leave --outcome and --reason out here; give them with --role accepted.",
        )
    not_used = leaves_unused(assessment, audit.subject, decision.outcome or "")
    if left := unsettled(assessment, not_used=not_used):
        raise _not_ready(opened, left)
    made = Signature(name=signer.name, role=signer.role, date=today, digest="sha256:" + "0" * 64)
    alone = kept(audit, replace(audit, decision=decision), keep)
    made = replace(made, digest=digest_of(alone, part, made))
    opened.saver()(replace(alone, signatures=_placed({**audit.signatures, part: made})))
    return Said(
        lines=tuple(_said(opened, part, made, decision, assessment)),
        then=tuple(_then(opened, part, made)),
    )


def reopened(
    opened: OpenAudit, signer: Signer, *, reason: str, keep: str = "", today: date
) -> Said:
    """Open a signed audit again, and save; raises BadUsage where it is not, or lacks a reason."""
    audit = opened.audit
    if not audit.sealed:
        raise BadUsage(f"The audit in {opened.document.shown_path} is not signed.")
    why = _text(reason, "reason")
    if not why:
        raise BadUsage(
            "Say why it is opened again.", hint='The reason stays on record: add --reason "why".'
        )
    _in_time(opened, today)
    key = f"r{len(audit.reopened) + 1}"
    made = Reopening(
        name=signer.name,
        role=signer.role,
        date=today,
        reason=why,
        decision=audit.decision,
        signatures=audit.signatures,
    )
    again = replace(
        audit,
        decision=Decision(state="open"),
        signatures={},
        reopened={**audit.reopened, key: made},
    )
    opened.saver()(kept(audit, again, keep))
    return Said(
        lines=(f"Opened again: {opened.document.shown_path}. Who had signed it stays on record.",),
        then=(f"To change it: ap-audit resume {opened.called()}",),
    )


def _in_order(opened: OpenAudit, part: Part) -> None:
    """Prepared first, accepted last; each once."""
    audit, shown = opened.audit, opened.document.shown_path
    again = f"Open it again first: {opening_again(opened.called())}"
    if audit.decision.state == "signed" or Part.ACCEPTED in audit.signatures:
        raise BadUsage(f"The audit in {shown} is accepted already.", hint=again)
    if part in audit.signatures:
        made = audit.signatures[part]
        raise BadUsage(
            f"The audit in {shown} is signed as {part.value} already, by {made.name}.", hint=again
        )
    if part is not Part.PREPARED and Part.PREPARED not in audit.signatures:
        raise BadUsage(
            "Nobody has signed that they prepared it.",
            hint=f'First: ap-audit sign {opened.called()} --role prepared --name "Their name"',
        )


def _in_time(opened: OpenAudit, today: date) -> None:
    """Refuse a day before what is signed was there."""
    made = [one.date for one in opened.audit.signatures.values()]
    made += [one.date for one in opened.audit.reopened.values()]
    last = max([last_day(opened.audit), *made])
    if today < last:
        raise BadUsage(
            f"The audit was last answered or signed on {day(last)}, so it is not signed on"
            f" {day(today)}.",
            hint="See whether the clock is right, or the day after --today.",
        )


def _unaltered(opened: OpenAudit) -> None:
    """Refuse to sign beside a signature that does not stand for the same."""
    if broken := opened.broken():
        names = " and ".join(part.value for part in broken)
        raise Refused(
            f"The audit in {opened.document.shown_path} was changed since it was signed as"
            f" {names}.",
            hint="Nothing was written. Take the change back, or open it again:"
            f" {opening_again(opened.called())}",
        )


def _decided(
    assessment: Assessment, signer: Signer, *, outcome: str, reason: str, today: date
) -> Decision:
    """The decision beside the advice; raises BadUsage where it differs and no reason is given."""
    advised = assessment.verdict.title
    decided, why = _text(outcome, "outcome") or advised, _text(reason, "reason")
    if decided != advised and not why:
        raise BadUsage(
            f"The advice is “{advised}”, so a decision in other words needs a reason.",
            hint='Add --reason "why", or leave --outcome out to decide as advised.',
        )
    return Decision(
        state="signed",
        outcome=decided,
        by=signer.name,
        role=signer.role,
        date=today,
        reason=why or None,
        advice_shown=advised,
        as_at=today,
        engine=f"ap-audit {VERSION}",
    )


def _text(given: str, what: str) -> str:
    """A text on one line; raises BadUsage where something hidden is in it."""
    text = " ".join(given.split())
    if clean(text) != text:
        raise BadUsage(
            f"The {what} has hidden characters in it: '{clean(text)}'.",
            hint="Type it again instead of pasting it.",
        )
    return text


def _not_ready(opened: OpenAudit, left: tuple[Unsettled, ...]) -> Refused:
    lines = [f"  {one.id}: {one.because}" for one in left[:_LISTED]]
    lines += [f"  and {len(left) - _LISTED} more"] if len(left) > _LISTED else []
    said = count(len(left), "answer has", "answers have")
    return Refused(
        "\n".join([f"It cannot be signed yet: {said} to be settled first.", *lines]),
        hint=f"Nothing was written. To settle them: ap-audit resume {opened.called()} --from ID",
    )


def _placed(made: dict[Part, Signature]) -> dict[Part, Signature]:
    """In the order of a file: two who check and accept on two branches add lines in two places."""
    return {part: made[part] for part in _IN_FILE if part in made}


def _said(
    opened: OpenAudit, part: Part, made: Signature, decision: Decision, assessment: Assessment
) -> list[str]:
    lines = [f"Signed as {part.value} by {made.name}, {made.role}, {day(made.date)}."]
    lines += [f"Advice on that day: {assessment.verdict.title}"]
    if part is Part.ACCEPTED:
        lines += [f"Decision: {decision.outcome}"]
        lines += [f"Because: {decision.reason}"] if decision.reason else []
    lines += [f"Saved in {opened.document.shown_path}. What was signed now stays as it is."]
    return lines


def _then(opened: OpenAudit, part: Part, made: Signature) -> list[str]:
    said = []
    others = [one.name for key, one in opened.audit.signatures.items() if key is not part]
    if made.name.casefold() in [name.casefold() for name in others]:
        said += [f"Take care: {made.name} has signed before. A second pair of eyes is better."]
    called = opened.called()
    if part in _NEXT:
        said += [f'Next: ap-audit sign {called} --role {_NEXT[part]} --name "…" --by "…"']
    else:
        said += [f"For governors: ap-audit report {called}"]
        said += ["If you keep it in git, commit it now; a signed commit shows who."]
    return said
