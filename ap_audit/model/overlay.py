"""An overlay: what a trust or council adds to a checklist, raises in it, or weakens and says why.

An overlay stands in a file of its own and names the edition it extends. What comes of the two is
an `Extended` checklist, made by `rules.overlay`; nothing is judged by an overlay alone.
"""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, field

from ap_audit.model.audit import Reference
from ap_audit.model.base import Value
from ap_audit.model.checklist import (
    Checklist,
    Criterion,
    EvidenceNeed,
    NotApplicable,
    Percent,
    SectionWord,
    ValueSpec,
    Weight,
)
from ap_audit.model.condition import Condition
from ap_audit.model.governors import GovernorsQuestion
from ap_audit.model.names import Id, Line, Name, Words
from ap_audit.model.source import Citation
from ap_audit.model.words import Backing, CriterionClass, Depth, Rating, Rung, Severity, Stage


class Because(Value, frozen=True, kw_only=True):
    """Who weakened something, why and when."""

    role: Line
    reason: Words
    date: date


class ParameterChange(Value, frozen=True, kw_only=True):
    """Another value for a parameter of the edition, or a parameter of the overlay's own."""

    value: Line | None = None
    title: Line | None = None
    unit: Line | None = None
    because: Because | None = None


class CriterionChange(Value, frozen=True, kw_only=True, rename={"class_": "class"}):
    """What is different about a criterion of the edition; what is not named stays."""

    ask: Words | None = None
    class_: CriterionClass | None = None
    hard: bool | None = None
    weight: Weight | None = None
    why: Words | None = None
    look_for: tuple[Line, ...] | None = None
    ratings: dict[Rating, Words] = field(default_factory=dict)
    not_applicable: NotApplicable | None = None
    evidence: EvidenceNeed | None = None
    requires: dict[Rating, tuple[Backing, ...]] = field(default_factory=dict)
    """For each rating that is named, all that an answer must then carry."""
    record: dict[Name, ValueSpec] = field(default_factory=dict)
    """Values recorded besides those of the edition."""
    carry: Literal["allowed", "never"] | None = None
    stage: tuple[Stage, ...] | None = None
    depth: Depth | None = None
    when: Condition | None = None
    sources: tuple[Citation, ...] | None = None
    because: Because | None = None


class SectionChange(Value, frozen=True, kw_only=True):
    """Criteria added to a section of the edition, or a section of the overlay's own."""

    title: Line | None = None
    about: Words | None = None
    floor: Percent | None = None
    judged: dict[Name, SectionWord] = field(default_factory=dict)
    not_applicable: NotApplicable | None = None
    criteria: tuple[Criterion, ...] = ()
    because: Because | None = None


class RuleChange(Value, frozen=True, kw_only=True, rename={"from_": "from"}):
    """What is different about a rule of the edition, or a rule of the overlay's own."""

    title: Line | None = None
    severity: Severity | None = None
    when: Condition | None = None
    says: Words | None = None
    caps: dict[Id, Rating] | None = None
    from_: date | None = None
    to: date | None = None
    sources: tuple[Citation, ...] | None = None
    dropped: bool = False
    because: Because | None = None


class VerdictChange(Value, frozen=True, kw_only=True):
    """Other words for a rung."""

    title: Line | None = None
    says: Words | None = None
    because: Because | None = None


class Overlay(Value, frozen=True, kw_only=True):
    """One version of an overlay."""

    format: Literal["ap-audit/overlay@1"]
    id: Id
    version: Annotated[
        str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]*$", description="such as 2026.1")
    ]
    extends: Reference
    title: Line
    published: date
    about: Words | None = None
    parameters: dict[Name, ParameterChange] = field(default_factory=dict)
    sections: dict[Id, SectionChange] = field(default_factory=dict)
    criteria: dict[Id, CriterionChange] = field(default_factory=dict)
    rules: dict[Id, RuleChange] = field(default_factory=dict)
    verdicts: dict[Rung, VerdictChange] = field(default_factory=dict)
    governors: dict[Id, GovernorsQuestion] = field(default_factory=dict)
    """Questions of its own for governors."""

    @property
    def reference(self) -> str:
        """Its id and version."""
        return f"{self.id}@{self.version}"


class Change(Value, frozen=True, kw_only=True):
    """One difference between an overlay and the edition it extends."""

    about: str
    """The id of the criterion, rule, section or parameter."""
    what: str
    """In words: "class: gateway, now key"."""
    because: Because | None = None
    """Who weakened it and why; None where it adds or raises."""


class Extended(Checklist, frozen=True, kw_only=True):
    """A checklist as an overlay leaves it: what audits are judged by."""

    extends: Reference
    added: tuple[Id, ...] = ()
    """Criteria that the edition does not ask, or not at core depth."""
    differences: tuple[Change, ...] = ()

    @property
    def weakenings(self) -> tuple[Change, ...]:
        """What the edition asks and the overlay asks less strictly, or otherwise."""
        return tuple(change for change in self.differences if change.because is not None)
