"""Where a criterion or a rule comes from: the register of law, guidance and good practice."""

from datetime import date
from typing import Literal

from ap_audit.model.base import Value
from ap_audit.model.names import Id, Line, Words
from ap_audit.model.words import LegalWeight, Verification


class Source(Value, frozen=True, kw_only=True):
    """One edition of one document."""

    title: Line
    short: Line
    """Said beside a question, with its edition: "Keeping children safe in education 2025"."""
    publisher: Line
    edition: Line
    weight: LegalWeight
    verification: Verification
    """How well the makers of the checklist have checked its text; never hidden from a reader."""
    in_force_from: Line | None = None
    """In words, since many dates are only known roughly."""
    in_force_to: Line | None = None
    superseded_by: Id | None = None
    url: Line | None = None
    checked_on: date | None = None
    """When a person last opened the page."""
    review_by: date | None = None
    note: Words | None = None
    """What is not confirmed, in plain words."""


class SourceRegister(Value, frozen=True, kw_only=True):
    """Every source that the checklists cite, by key."""

    format: Literal["ap-audit/sources@1"]
    sources: dict[Id, Source]


class Citation(Value, frozen=True, kw_only=True):
    """One source cited by a criterion or a rule."""

    source: Id
    heading: Line | None = None
    """The part or heading as printed; never an invented paragraph number."""
    note: Line | None = None
    """What the citation carries, where the source's own weight would say too much."""
    weight: LegalWeight | None = None
    """The weight of this passage where it is not the document's: guidance binds schools only."""
