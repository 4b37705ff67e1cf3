"""Which audit a person means by the words they typed."""

from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

from ap_audit.errors import BadUsage, InvalidFile
from ap_audit.files.addresses import Address
from ap_audit.files.here import is_file
from ap_audit.files.lines import shown
from ap_audit.files.workspace import Workspace
from ap_audit.model.about import About
from ap_audit.model.names import slug_from
from ap_audit.model.words import Subject

_LISTED = 5


def find_audit(workspace: Workspace, name: str) -> Path:
    """The one audit that is meant; raises BadUsage where there is none, or more than one.

    It may be a file, what the audit is about (then its newest), or an end of a path:
    ``hillside``, ``P07``, ``hillside/P07``, ``school``, ``hillside/2026-11-23.ap-provider``.
    """
    given = Path(name)
    if is_file(given):
        return given.resolve()
    everything = workspace.addresses()
    named = _about(name, everything)
    if len({address.about for address in named}) > 1:
        raise _several(name, named)
    found = named[-1:] or [address for address in everything if _ends(address, name)]
    if len(found) > 1:
        raise _several(name, found)
    if not found:
        raise _none(workspace, name)
    return workspace.root / found[0].path


def find_provider(workspace: Workspace, name: str) -> str:
    """The folder name of the provider that is meant; raises BadUsage where there is no one such.

    It may be the folder's name or its beginning (``hillside`` for ``hillside-skills``), or what
    its file says that it is called.
    """
    slugs = workspace.providers()
    wanted = slug_from(name)
    # No provider is read for words that are a folder's name or its beginning.
    named = providers_called(workspace, name) if name != wanted else []
    found = [wanted] if wanted in (named or slugs) else named
    found = found or [slug for slug in slugs if wanted and slug.startswith(f"{wanted}-")]
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(found[:_LISTED]) + (", …" if len(found) > _LISTED else "")
        raise BadUsage(f"'{shown(name)}' could mean: {listed}.", hint="Give one of these names.")
    near = _nearest(wanted, slugs)
    hint = f"Did you mean '{near}'?" if near else "See what there is: ap-audit register"
    raise BadUsage(f"There is no provider '{shown(name)}' in {workspace.root}.", hint=hint)


def providers_called(workspace: Workspace, name: str) -> list[str]:
    """The folder names of those whose file says this name: names change, folders stay."""
    found = []
    for slug in workspace.providers():
        with suppress(InvalidFile):  # said where that one is asked for
            if _plain(workspace.provider(slug).value.name) == _plain(name):
                found.append(slug)
    return found


def _plain(name: str) -> str:
    """As it is compared: a pasted name has other apostrophes than a typed one."""
    return name.casefold().replace("’", "'")


def shortest_name(workspace: Workspace, path: Path) -> str:
    """The shortest words by which an audit is found again."""
    known = {workspace.root / address.path: address for address in workspace.addresses()}
    if path not in known:
        return workspace.shown(path)
    address = known[path]
    about = address.about
    names = ([about.placement] if about.placement else []) + [about.name]
    names += [f"{about.name}/{address.checklist}", address.path.stem]
    for name in names:
        try:
            if find_audit(workspace, name) == path:
                return name
        except BadUsage:
            continue
    return address.path.with_suffix("").as_posix()


def _about(name: str, everything: tuple[Address, ...]) -> list[Address]:
    """The audits of what the words name, oldest first.

    A provider's name alone means audits of the provider. Those of its placements have references.
    """
    words = {word.casefold() for word in name.replace("\\", "/").replace("/", " ").split()}
    if not words:
        return []
    found = [address for address in everything if words <= _words(address)]
    if not found:
        begun = words - {address.about.provider for address in everything}
        found = [a for a in everything if all(_begins(a, word, begun) for word in words)]
    narrowed = {word for a in found for word in (a.about.placement, a.checklist) if word}
    if words.intersection(word.casefold() for word in narrowed):
        return found
    return [address for address in found if address.about.subject is not Subject.PLACEMENT]


def _words(address: Address) -> set[str]:
    about = address.about
    return {about.provider or about.name, about.placement.casefold(), address.checklist.casefold()}


def _begins(address: Address, word: str, begun: set[str]) -> bool:
    """Whether it is said of an audit, or its provider's name begins with one of those *begun*."""
    if word in _words(address):
        return True
    return word in begun and address.about.provider.startswith(f"{word}-")


def _ends(address: Address, name: str) -> bool:
    wanted = name.replace("\\", "/").removesuffix(".yaml").casefold()
    whole = address.path.with_suffix("").as_posix().casefold()
    if not wanted or not whole.endswith(wanted):
        return False
    return whole[: -len(wanted)][-1:] in ("", "/", "-", ".")


def _nearest(typed: str, slugs: tuple[str, ...]) -> str:
    """The provider whose name, or whose name's beginning, is most like what was typed."""
    words = typed.count("-") + 1
    known = {"-".join(slug.split("-")[:words]): slug for slug in reversed(slugs)}
    known |= {slug: slug for slug in slugs}
    close = get_close_matches(typed, known, n=1)
    return known[close[0]] if close else ""


def _several(name: str, found: list[Address]) -> BadUsage:
    abouts: list[About] = list(dict.fromkeys(address.about for address in found))
    many = len(abouts) > 1
    names = [a.name for a in abouts] if many else [a.path.as_posix() for a in found]
    listed = ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")
    return BadUsage(
        f"'{name}' could mean {len(found)} audits: {listed}.",
        hint="Give one of these names." if many else "Give more of the path.",
    )


def _none(workspace: Workspace, name: str) -> BadUsage:
    providers = workspace.providers()
    placements = {a.about.name: None for a in workspace.addresses() if a.about.provider == name}
    if name and placements:
        return BadUsage(
            f"'{name}' itself has no audit yet; its placements have.",
            hint=f"They are: {', '.join(list(placements)[:_LISTED])}",
        )
    if name in providers:
        return BadUsage(f"'{name}' has no audit yet.", hint=f"Start one: ap-audit new {name}")
    near = _nearest(name, providers)
    if near:
        hint = f"Did you mean '{near}'?"
    elif workspace.addresses():
        hint = "See what there is: ap-audit list"
    else:
        hint = 'There are no audits yet. Start one: ap-audit new "Name of the provider"'
    return BadUsage(
        f"There is no provider or audit '{shown(name)}' in {workspace.root}.", hint=hint
    )
