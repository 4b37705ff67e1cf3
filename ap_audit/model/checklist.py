"""A checklist: an edition of a set of criteria, with its rules and the wording of its verdicts."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta, field

from ap_audit.model.base import Value
from ap_audit.model.condition import Condition
from ap_audit.model.derived import Derived
from ap_audit.model.governors import GovernorsQuestion
from ap_audit.model.names import CriterionId, Id, Line, Name, Words
from ap_audit.model.source import Citation
from ap_audit.model.words import (
    Backing,
    CriterionClass,
    Depth,
    Meaning,
    Rating,
    Rung,
    Seen,
    Severity,
    Stage,
    Subject,
)

Span = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{1,4} (days?|weeks?|months?|years?)$",
        description="a number and days, weeks, months or years",
    ),
]
Percent = Annotated[int, Meta(ge=0, le=100, description="a whole number from 0 to 100")]
NotApplicable = Literal["never", "with-reason"] | tuple[Line, ...]
Weight = Annotated[int, Meta(ge=1, le=100, description="a whole number from 1 to 100")]


Limit = Annotated[
    str,
    Meta(
        pattern=r"^([a-z][a-z0-9]*([-_][a-z0-9]+)*|[0-9]{1,9})$",
        max_length=60,
        description="the name of another value of the same answer, or a whole number",
    ),
]


class ValueType(StrEnum):
    """What may be recorded with an answer."""

    DATE = "date"
    MONEY = "money"
    """Pounds: digits, and at most two decimals."""
    NUMBER = "number"
    INTEGER = "integer"
    CHOICE = "choice"
    TEXT = "text"
    URN = "urn"
    """A school's unique reference number: six digits."""


class ValueSpec(Value, frozen=True, kw_only=True):
    """A named value that an answer records."""

    type: ValueType
    ask: Words
    choices: dict[Name, Line] = field(default_factory=dict)
    unit: Line | None = None
    optional: bool = False
    """Required for `met` unless true."""
    past: bool = False
    """Whether it is a date that has been: never after the day of its answer."""
    at_most: Limit | None = None
    """What it cannot be more than, or later than: another value beside it, or a number."""


class EvidenceNeed(Value, frozen=True, kw_only=True):
    """What must have been seen before a gateway opens."""

    needs: tuple[Seen, ...] = ()
    """Every way listed is needed; empty: any one piece that was seen and not only told."""
    expires_after: Span | None = None
    """Counted from the date of the document; a piece's own `until` wins."""


class Parameter(Value, frozen=True, kw_only=True):
    """A number that a trust may set in an overlay."""

    title: Line
    unit: Line
    value: Line | None = None
    """Without a value, whatever compares with it does not apply."""


class Criterion(Value, frozen=True, kw_only=True, rename={"class_": "class"}):
    """One thing to judge."""

    id: Id
    ask: Words
    class_: CriterionClass
    hard: bool = False
    """Law or statutory guidance stands behind it: no overlay and no exception may soften it."""
    weight: Weight | None = None
    why: Words | None = None
    look_for: tuple[Line, ...] = ()
    ratings: dict[Rating, Words] = field(default_factory=dict)
    """What each rating means here."""
    not_applicable: NotApplicable = "never"
    """Never, with any reason, or only for one of these reasons."""
    evidence: EvidenceNeed = EvidenceNeed()
    requires: dict[Rating, tuple[Backing, ...]] = field(default_factory=dict)
    """What an answer of a rating must carry; `met` without it counts as partly."""
    record: dict[Name, ValueSpec] = field(default_factory=dict)
    carry: Literal["allowed", "never"] = "allowed"
    """Whether `=` may repeat last time's rating."""
    stage: tuple[Stage, ...] = (Stage.DESK,)
    depth: Depth = Depth.CORE
    polarity: Literal["normal", "reversed"] = "normal"
    when: Condition | None = None
    """Asked where this holds, and where it cannot be told."""
    sources: tuple[Citation, ...] = ()

    @property
    def key(self) -> CriterionId:
        """Its id, as the key of an answer."""
        return CriterionId(self.id)

    @property
    def points(self) -> int:
        """What it weighs in the sums: stated, or by its class. A record weighs nothing."""
        kind = self.class_
        return (self.weight or kind.weight) if kind.rated else 0

    @property
    def is_gateway(self) -> bool:
        """Whether it decides."""
        return self.class_.decides

    @property
    def is_record(self) -> bool:
        """Whether it records a fact and is never rated."""
        return not self.class_.rated


class SectionWord(Value, frozen=True, kw_only=True):
    """A word by which a person may judge a section as a whole."""

    title: Line
    least: Percent
    """The least worst case, in percent, at which the figures alone would say as much."""


class Section(Value, frozen=True, kw_only=True):
    """A named group of criteria."""

    id: Id
    title: Line
    criteria: tuple[Criterion, ...]
    floor: Percent | None = None
    """The least worst case, in percent, before the section becomes a condition."""
    judged: dict[Name, SectionWord] = field(default_factory=dict)
    """Words for a person's own judgement of it, kept beside the figures; empty: none is asked."""
    not_applicable: NotApplicable = "never"
    """Whether all of it may be left out at once; what decides stays."""
    about: Words | None = None

    @property
    def asked_as_whole(self) -> bool:
        """Whether anything may be said of it as a whole."""
        return bool(self.judged) or self.not_applicable != "never"


class Rule(Value, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Something computed from ratings and values."""

    title: Line
    severity: Severity
    when: Condition
    says: Words
    """What a person reads when it holds."""
    caps: dict[Id, Rating] = field(default_factory=dict)
    """Criteria that cannot be rated better than this while it holds: a fact beats a tick."""
    from_: date | None = None
    to: date | None = None
    sources: tuple[Citation, ...] = ()


class Grade(Value, frozen=True, kw_only=True):
    """One word of a checklist's own scale."""

    value: Annotated[
        str,
        Meta(
            pattern=r"^(0|1|[1-9][0-9]{0,2}/[1-9][0-9]{0,2})$",
            description="0, 1 or a fraction such as 3/4",
        ),
    ]
    counts_as: Rating
    """What it is to gateways and verdicts: met, partly or not met."""
    title: Line


class RungWords(Value, frozen=True, kw_only=True):
    """How one rung of the verdict ladder is said for this subject."""

    title: Line
    says: Words
    when: Condition | None = None
    """Only of a further rung, between `conditions` and `clear`: what puts an audit there."""


class Became(Value, frozen=True, kw_only=True):
    """What became of a criterion of the edition before."""

    became: tuple[Id, ...] = ()
    """Its ids in this edition: none, it is retired; several, it was split."""
    meaning: Meaning | None = None
    """How what is asked now stands to what was asked; needed unless it is retired."""
    why: Words


class Checklist(Value, frozen=True, kw_only=True, dict=True, gc=True):
    """One edition. A shipped edition never changes."""

    format: Literal["ap-audit/checklist@1"]
    id: Id
    version: Annotated[
        str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]*$", description="such as 2026.1")
    ]
    title: Line
    subject: Subject
    published: date
    sections: tuple[Section, ...]
    verdicts: dict[Id, RungWords]
    """The four rungs, and further ones above `clear`, tried in the order they are written."""
    about: Words | None = None
    scale: dict[Name, Grade] = field(default_factory=dict)
    """Words of its own for how far something is met; empty: the ratings alone."""
    parameters: dict[Name, Parameter] = field(default_factory=dict)
    derived: dict[Name, Derived] = field(default_factory=dict)
    rules: dict[Id, Rule] = field(default_factory=dict)
    governors: dict[Id, GovernorsQuestion] = field(default_factory=dict)
    """What governors may ask, where the findings are there."""
    status: Literal["draft", "published"] = "published"
    """A draft may still be changed. It is used only where somebody asks for it by its version."""
    changes: dict[Id, Became] = field(default_factory=dict)
    """What became of the criteria of the edition before, by their ids there."""

    @property
    def draft(self) -> bool:
        """Whether it may still change."""
        return self.status == "draft"

    def section(self, name: str) -> Section | None:
        """A section by its id."""
        return next((section for section in self.sections if section.id == name), None)

    @property
    def reference(self) -> str:
        """Its id and version: ``ap-provider@2026.1``."""
        return f"{self.id}@{self.version}"

    def bands(self) -> dict[str, RungWords]:
        """The further rungs, worst first."""
        return {name: words for name, words in self.verdicts.items() if name not in set(Rung)}

    def criteria(self) -> Iterator[Criterion]:
        """Every criterion, in the order they are asked."""
        for section in self.sections:
            yield from section.criteria

    def by_id(self) -> Mapping[CriterionId, Criterion]:
        """Every criterion by its id, in the order they are asked."""
        return self._by_id

    @cached_property
    def _by_id(self) -> dict[CriterionId, Criterion]:
        return {criterion.key: criterion for criterion in self.criteria()}
