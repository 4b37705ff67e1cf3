"""Every text of a checklist that a person reads, with the keys that lead to it."""

from collections.abc import Iterator
from enum import Enum, auto

from msgspec import Struct

from ap_audit.errors import KeyPath
from ap_audit.model.checklist import Checklist, Criterion, Rule
from ap_audit.model.source import Citation
from ap_audit.rules.soundness import criterion_paths


class Kind(Enum):
    """Who speaks in a text, and what for."""

    QUESTION = auto()
    """Asks for one answer."""
    ADVICE = auto()
    """The tool's own conclusion: a rule, or a rung of the verdict."""
    NOTE = auto()
    """Beside a citation."""
    PRINTED = auto()
    """A heading of somebody else's document, as printed."""
    TEXT = auto()
    """Everything else."""


class Said(Struct, frozen=True):
    """One text, where it stands."""

    path: KeyPath
    text: str
    kind: Kind = Kind.TEXT

    @property
    def plain(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())


def texts(checklist: Checklist) -> Iterator[Said]:
    """All of it, in the order of the file's sections."""
    yield Said(("title",), checklist.title)
    if checklist.about:
        yield Said(("about",), checklist.about)
    for name, parameter in checklist.parameters.items():
        yield Said(("parameters", name, "title"), parameter.title)
    for name, derived in checklist.derived.items():
        yield Said(("derived", name, "title"), derived.title)
    for name, grade in checklist.scale.items():
        yield Said(("scale", name, "title"), grade.title)
    for s, section in enumerate(checklist.sections):
        yield Said(("sections", s, "title"), section.title)
        if section.about:
            yield Said(("sections", s, "about"), section.about)
    for path, criterion in criterion_paths(checklist):
        yield from _criterion(criterion, path)
    for name, rule in checklist.rules.items():
        yield from _rule(rule, ("rules", name))
    for rung, words in checklist.verdicts.items():
        yield Said(("verdicts", rung, "title"), words.title, Kind.ADVICE)
        yield Said(("verdicts", rung, "says"), words.says, Kind.ADVICE)


def _criterion(criterion: Criterion, path: KeyPath) -> Iterator[Said]:
    # What a record asks is the heading over the questions of its values.
    yield Said((*path, "ask"), criterion.ask, Kind.TEXT if criterion.is_record else Kind.QUESTION)
    if criterion.why:
        yield Said((*path, "why"), criterion.why)
    for position, line in enumerate(criterion.look_for):
        yield Said((*path, "look_for", position), line)
    for rating, meaning in criterion.ratings.items():
        yield Said((*path, "ratings", rating.value), meaning)
    if isinstance(criterion.not_applicable, tuple):
        for position, line in enumerate(criterion.not_applicable):
            yield Said((*path, "not_applicable", position), line)
    for name, spec in criterion.record.items():
        at = (*path, "record", name)
        yield Said((*at, "ask"), spec.ask, Kind.QUESTION)
        for choice, title in spec.choices.items():
            yield Said((*at, "choices", choice), title)
    yield from _citations(criterion.sources, path)


def _rule(rule: Rule, path: KeyPath) -> Iterator[Said]:
    yield Said((*path, "title"), rule.title, Kind.ADVICE)
    yield Said((*path, "says"), rule.says, Kind.ADVICE)
    yield from _citations(rule.sources, path)


def _citations(sources: tuple[Citation, ...], path: KeyPath) -> Iterator[Said]:
    for position, citation in enumerate(sources):
        at = (*path, "sources", position)
        if citation.heading:
            yield Said((*at, "heading"), citation.heading, Kind.PRINTED)
        if citation.note:
            yield Said((*at, "note"), citation.note, Kind.NOTE)
