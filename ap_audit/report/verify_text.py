"""Whether signed audits are as they were: as lines for a person, and for other programs."""

from collections.abc import Iterator

from msgspec import json, to_builtins

from ap_audit.model.base import Value
from ap_audit.model.wording import count

FORMAT = "ap-audit/verify@1"
_GIT = {
    "G": "signed by {who}, and the signature is good",
    "U": "signed by {who}; the signature is good, but nobody here has said that the key is theirs",
    "X": "signed by {who}; the signature was good, and has run out",
    "Y": "signed by {who}; the signature is good, and the key has run out",
    "R": "signed with a key that has been withdrawn",
    "B": "SIGNED, AND THE SIGNATURE DOES NOT FIT",
    "E": "signed, and it cannot be checked here",
    "N": "not signed",
}
_MISSING = {
    "list": (
        "git has no list of who may sign. Write one with a line for each person: their email and"
        " their public key. Tell git of it: git config gpg.ssh.allowedSignersFile FILE"
    ),
    "list-file": (
        "The list of who may sign is not where git looks for it. See where that is:"
        " git config gpg.ssh.allowedSignersFile"
    ),
    "key": (
        "The public key of whoever signed, or the program gpg, is not here. Ask for the key, and:"
        " gpg --import FILE"
    ),
}
"""What to do where something is missing to check a signature by."""
_BAD = ("B", "R")


class SignatureFound(Value, frozen=True, kw_only=True):
    """One signature in an audit."""

    part: str
    name: str
    role: str
    date: str
    holds: bool
    """Whether it stands for what is in the file now."""


class InGit(Value, frozen=True, kw_only=True):
    """The commit in which the file was last changed."""

    commit: str
    date: str
    signature: str
    """As git has it: G good, B bad, U of unknown trust, X and Y expired, R revoked, E not to be
    checked here, N none.
    """
    signer: str
    committed: bool
    tags: tuple[str, ...]
    missing: str = ""
    """What it cannot be checked without: list, list-file, key; empty where nothing is missing."""

    @property
    def bad(self) -> bool:
        """Whether the signature says that something is wrong."""
        return self.signature in _BAD


class Verified(Value, frozen=True, kw_only=True):
    """One audit."""

    audit: str
    """Its file."""
    state: str
    """open, prepared, checked or signed."""
    holds: bool
    decision: str
    signatures: tuple[SignatureFound, ...]
    short: tuple[str, ...]
    """What falls short, in sentences; empty where nothing does."""
    reopened: tuple[str, ...]
    """Each time that it was opened again, and why."""
    git: InGit | None
    """None where it is not kept in git, or was never committed."""


class VerifyReport(Value, frozen=True, kw_only=True):
    """Every audit that was looked at."""

    audits: tuple[Verified, ...]
    unsigned: tuple[str, ...]
    """Files of audits that nobody has signed, where none was asked for by name."""
    remarks: tuple[str, ...]
    """What could not be looked at, and why."""
    unread: int = 0
    """How many files could not be read."""

    @property
    def holds(self) -> bool:
        """Whether nothing falls short."""
        return all(one.holds for one in self.audits)


def verify_lines(report: VerifyReport) -> Iterator[str]:
    """What is to be read by a person: the ones that fall short first."""
    for one in sorted(report.audits, key=lambda found: found.holds):
        yield f"{one.audit}: {_verdict(one)}"
        yield from (f"  {line}" for line in one.short)
        yield from (f"  {line}" for line in _signatures(one))
        if one.decision:
            yield f"  Decision: {one.decision}"
        yield from (f"  {line}" for line in one.reopened)
        if one.git is not None:
            yield f"  {_git(one.git)}"
            if one.git.missing:
                yield f"  {_MISSING[one.git.missing]}"
    held = sum(one.holds for one in report.audits)
    if report.audits:
        yield ""
    seals = sum(bool(one.signatures or one.decision) for one in report.audits)
    noun = "signed audit" if seals == len(report.audits) else "audit"
    if report.audits or not report.unread:
        yield f"{count(len(report.audits), noun)}: {held} as signed, {_rest(report, held)}."
    if report.unsigned:
        yield f"{count(len(report.unsigned), 'audit is', 'audits are')} not signed by anybody."


def verify_json(report: VerifyReport) -> str:
    """The same for other programs."""
    document = {
        "format": FORMAT,
        "holds": report.holds,
        "audits": [
            {**_plain(one), "git": None if one.git is None else _plain(one.git)}
            for one in report.audits
        ],
        "unsigned": report.unsigned,
        "remarks": report.remarks,
    }
    return json.format(json.encode(document), indent=2).decode()


def _verdict(one: Verified) -> str:
    if one.holds:
        return "as it was signed"
    return "not signed" if not one.signatures and not one.decision else "NOT AS IT WAS SIGNED"


def _signatures(one: Verified) -> Iterator[str]:
    for made in one.signatures:
        fits = "" if made.holds else ", who signed for something else than what is here now"
        yield f"{made.part.capitalize()}: {made.name}, {made.role}, {made.date}{fits}"


def _git(found: InGit) -> str:
    who = _GIT.get(found.signature, _GIT["E"]).format(who=found.signer or "somebody")
    tags = f" Signed tag: {', '.join(found.tags)}." if found.tags else ""
    later = "" if found.committed else " Changed since then, and not yet committed."
    when = f"commit {found.commit[:10]} of {found.date}"
    return f"In git: last changed in {when}, {who}.{tags}{later}"


def _rest(report: VerifyReport, held: int) -> str:
    short = len(report.audits) - held
    if short:
        return f"{short} not"
    return "no other could be read" if report.unread else "none otherwise"


def _plain(value: Value) -> dict[str, object]:
    found = to_builtins(value)
    return {name: found.get(name, getattr(value, name)) for name in value.__struct_fields__}
