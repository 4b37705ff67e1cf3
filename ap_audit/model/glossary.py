"""The glossary: words and abbreviations that a reader may not know, in plain sentences."""

from typing import Literal

from msgspec import field

from ap_audit.model.base import Value
from ap_audit.model.names import Id, Line, Words


class Entry(Value, frozen=True, kw_only=True):
    """One word or abbreviation, and what it means."""

    means: Words
    """One or two plain sentences."""
    stands_for: Line | None = None
    """An abbreviation spelled out."""
    also: tuple[Line, ...] = ()
    """Other ways in which it is written."""
    source: Id | None = None
    """Where a fact in it comes from."""


class Glossary(Value, frozen=True, kw_only=True):
    """Every word that is explained, as it is usually written."""

    format: Literal["ap-audit/glossary@1"]
    terms: dict[Line, Entry] = field(default_factory=dict)


NO_WORDS = Glossary(format="ap-audit/glossary@1")
"""A glossary that explains nothing."""
