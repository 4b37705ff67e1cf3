"""Words by which a checklist would claim what it cannot know, or would make law of what is none."""

import re
from collections.abc import Iterator

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.checklist import Checklist
from ap_audit.model.source import Citation, SourceRegister
from ap_audit.rules.lint.texts import Kind, Said, texts
from ap_audit.rules.soundness import criterion_paths

PROPOSED = "proposed, not law"
# Nobody's to say from answers alone. Both ways: "not illegal" is a lawyer's claim, too.
_NEVER = re.compile(r"\b(compliant|non-compliant|illegal|illegally|outstanding)\b", re.IGNORECASE)
# A pupil may say that they feel safe, and a body may approve a policy; the tool may not.
_NOT_AS_ADVICE = re.compile(r"\b(safe|unsafe|approved|guaranteed?)\b", re.IGNORECASE)
_NAMES_AN_ACTIVITY = re.compile(r"\bapproved(?: educational| sporting)? (?:activity|work)\b")
_EIGHTEEN = re.compile(r"\b(?:18|eighteen) hours\b", re.IGNORECASE)


def claims(checklist: Checklist) -> Iterator[Flaw]:
    """A verdict on a provider that no checklist can give."""
    for said in texts(checklist):
        found = _NEVER.search(said.text) if said.kind is not Kind.PRINTED else None
        if said.kind is Kind.ADVICE and not found:
            found = _NOT_AS_ADVICE.search(_NAMES_AN_ACTIVITY.sub("", said.plain))
        if found:
            yield Flaw(
                path=said.path,
                what=f"'{found[0]}' claims more than answers can show",
                hint="say what was found, or what has not been shown",
                warning=True,
            )


def hours_without_guidance(checklist: Checklist) -> Iterator[Flaw]:
    """Eighteen hours, where nothing near it says that the figure is guidance."""
    said_near: dict[KeyPath, list[Said]] = {}
    for said in texts(checklist):
        said_near.setdefault(_owner(said.path), []).append(said)
    for together in said_near.values():
        hours = [said for said in together if _EIGHTEEN.search(said.text)]
        if hours and not any("guidance" in said.text for said in together):
            yield Flaw(
                path=hours[0].path,
                what="names 18 hours and does not say that the figure is guidance",
                hint="the law does not define full-time: add 'guidance, not law'",
                warning=True,
            )


def proposals(checklist: Checklist, register: SourceRegister) -> Iterator[Flaw]:
    """A citation of what is not in force, where the words beside it do not say so."""
    said_near: dict[KeyPath, str] = {}
    for said in texts(checklist):
        owner = _owner(said.path)
        said_near[owner] = f"{said_near.get(owner, '')} {said.plain}"
    for path, citation in citations(checklist):
        source = register.sources.get(citation.source)
        ahead = source is not None and (source.in_force_from or "").startswith("not in force")
        if ahead and PROPOSED not in said_near.get(_owner(path), ""):
            yield Flaw(
                path=(*path, "source"),
                what=f"'{citation.source}' is a proposal, and the words do not say so",
                hint=f"write '{PROPOSED}' in the note of the citation, or in the sentence",
                warning=True,
            )


def citations(checklist: Checklist) -> Iterator[tuple[KeyPath, Citation]]:
    """Every citation, with the keys that lead to it."""
    cited = [(path, criterion.sources) for path, criterion in criterion_paths(checklist)]
    cited += [(("rules", name), rule.sources) for name, rule in checklist.rules.items()]
    for path, sources in cited:
        for position, citation in enumerate(sources):
            yield (*path, "sources", position), citation


def _owner(path: KeyPath) -> KeyPath:
    """The criterion or rule that a text belongs to."""
    match path:
        case ("sections", s, "criteria", c, *_):
            return ("sections", s, "criteria", c)
        case ("rules", name, *_):
            return ("rules", name)
        case _:
            return path
