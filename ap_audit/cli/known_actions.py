"""Every action of a workspace, from whichever audit it stands in, each once.

An action stays open until it is closed, also where a later audit does not mention it. Where a later
audit of the same has it under the same criterion and key, the later one counts.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from ap_audit.cli.survey import Found, Survey
from ap_audit.errors import InvalidFile
from ap_audit.files.addresses import Address
from ap_audit.model.about import About
from ap_audit.model.audit import Action, Audit

_MARK = b"actions:"
"""Without it there is no action in a file, and it need not be read as YAML."""


class Known(Struct, frozen=True, kw_only=True):
    """One action, and where it stands."""

    address: Address
    audit: Audit
    called: str
    """The audit's name on the command line."""
    criterion: str
    key: str
    action: Action

    @property
    def id(self) -> str:
        """By what it is closed; the same for ever."""
        return f"{self.criterion}/{self.key}"


def known_actions(survey: Survey, about: About) -> Iterator[Known]:
    """Every action of one subject, those of the newest audit first."""
    yield from _walk(survey, survey.audits(about), set(), newest=True)


def left_open(survey: Survey, about: About, newest: Iterable[Found]) -> Iterator[Known]:
    """The open actions of older audits that none of the *newest* mentions."""
    found = tuple(newest)
    seen = {one for each in found if each.audit for one in _ids(each.audit)}
    known = {each.address.path for each in found}
    older = tuple(one for one in survey.audits(about) if one.path not in known)
    for action in _walk(survey, older, seen, newest=False):
        if action.action.done is None:
            yield action


def called(address: Address, *, newest: bool) -> str:
    """The name of an audit on the command line: the shortest for the newest of its subject."""
    if newest:
        return address.about.name
    folder = address.about.provider or address.about.name
    return f"{folder}/audits/{address.path.stem}"


def _walk(
    survey: Survey, addresses: tuple[Address, ...], seen: set[tuple[str, str]], *, newest: bool
) -> Iterator[Known]:
    for position, address in enumerate(addresses):
        audit = _with_actions(survey, address)
        if audit is None:
            continue
        name = called(address, newest=newest and position == 0)
        for criterion, key in _ids(audit):
            if (criterion, key) not in seen:
                seen.add((criterion, key))
                yield Known(
                    address=address,
                    audit=audit,
                    called=name,
                    criterion=criterion,
                    key=key,
                    action=audit.answers[criterion].actions[key],
                )


def _with_actions(survey: Survey, address: Address) -> Audit | None:
    path = survey.workspace.root / address.path
    try:
        if _MARK not in path.read_bytes():
            return None
    except OSError:
        pass  # reading it as YAML says what is wrong
    try:
        return survey.workspace.read_audit(path).value
    except InvalidFile as error:
        survey.broken[Path(address.path)] = error
        return None


def _ids(audit: Audit) -> Iterator[tuple[str, str]]:
    for criterion, answer in audit.answers.items():
        for key in answer.actions:
            yield criterion, key
