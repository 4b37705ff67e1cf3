"""Which provider a person means by a name."""

from difflib import get_close_matches

from ap_audit.cli.introducing import at_keyboard
from ap_audit.cli.one_line import one_line
from ap_audit.cli.screen import tell
from ap_audit.errors import BadUsage, Refused
from ap_audit.files.finding import providers_called
from ap_audit.files.workspace import Workspace
from ap_audit.model.clean import clean
from ap_audit.model.names import slug_from

_NEARLY = 0.85
"""From which likeness on two names are taken for slips of one another."""


def in_quotes(words: list[str]) -> str | None:
    """The name given in one word, as a shell sees it; raises BadUsage where it was left in several.

    They are not joined: the second may be a reference, or an option without its dashes.
    """
    if len(words) > 1:
        name = clean(" ".join(words)).strip("“”‘’\"'")
        raise BadUsage(
            "A name of several words needs quotes round it.",
            hint=f'ap-audit new "{name}"\nOptions, such as --placement, follow as they were.',
        )
    return words[0] if words else None


def which_provider(
    workspace: Workspace, given: str, *, again: bool = False, ask: bool = False
) -> str:
    """The slug of the provider that a person names, known or new.

    Where it is audited *again*, the beginning of one name is enough. *ask* whoever is there whether
    a known provider is meant, where one is that begins so or has nearly this name. Raises BadUsage
    for a name that cannot be one, Refused where its folder is another provider's or it is the
    beginning of one that is known: by the shorter name nobody would find the other any more.
    """
    if given in workspace.providers():
        return given
    name = one_line(given, "provider's name")
    slug = slug_from(name)
    if not slug:
        raise BadUsage(
            f"'{name}' has no letter from a to z and no digit in it to name a folder by.",
            hint="Write it in such letters; provider.yaml can hold the name as it is.",
        )
    if called := _called(workspace, name, slug):
        return called
    if slug in workspace.providers():
        known = workspace.provider(slug).value.name
        raise Refused(
            f"The folder 'providers/{slug}' belongs to '{known}'.",
            hint="If it is that one, give that name. If it is another provider, give it a name that"
            " tells the two apart, such as its town.",
        )
    begun = [one for one in workspace.providers() if one.startswith(f"{slug}-")]
    if len(begun) == 1 and (again or _meant(workspace, begun[0], name, ask=ask)):
        return begun[0]
    if begun:
        raise Refused(
            f"'{name}' could mean: {', '.join(begun)}. Nothing was made.",
            hint="If it is one of these, give that name. If it is another provider, give it a"
            " name that tells the two apart, such as its town.",
        )
    nearly = get_close_matches(slug, _same_numbers(workspace, slug), n=1, cutoff=_NEARLY)
    if nearly and _meant(workspace, nearly[0], name, ask=ask):
        return nearly[0]
    if nearly and not (ask and at_keyboard()):
        known = workspace.provider(nearly[0]).value.name
        tell(
            f"'{name}' is new here. A provider of nearly this name is known: '{known}'.",
            f"If it is the same one, take the folder providers/{slug} away again.",
        )
    return slug


def _called(workspace: Workspace, name: str, usual: str) -> str:
    """The one whose file says this name, also in a folder of another: names change, folders stay.

    Empty where there is none. Raises Refused where there are several, and none in the *usual* one.
    """
    found = providers_called(workspace, name)
    if usual in found:
        return usual
    if len(found) > 1:
        raise Refused(
            f"'{name}' is the name of {len(found)} providers. Nothing was made.",
            hint=f"Give the folder name of the one that is meant: {', '.join(found)}",
        )
    return found[0] if found else ""


def _meant(workspace: Workspace, known: str, name: str, *, ask: bool) -> bool:
    """Whether somebody says so; where nobody is there, a name means what it says."""
    person = at_keyboard() if ask else None
    if person is None:
        return False
    from ap_audit.interview.introductions import same_provider

    return same_provider(person, name, workspace.provider(known).value.name)


def _same_numbers(workspace: Workspace, slug: str) -> list[str]:
    """Those that are told apart by no number: site 1 and site 2 are two."""
    numbers = _numbers(slug)
    return [one for one in workspace.providers() if _numbers(one) == numbers]


def _numbers(slug: str) -> str:
    return "".join(filter(str.isdigit, slug))
