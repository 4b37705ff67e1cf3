"""A school's terms as its settings hold them."""

from datetime import date

from msgspec import field

from ap_audit.model.base import Value
from ap_audit.model.names import Line


class Break(Value, frozen=True, kw_only=True):
    """A half-term holiday."""

    start: date
    """The first weekday off."""
    end: date
    """The last weekday off."""


class Term(Value, frozen=True, kw_only=True):
    """One term; a school that has six of them writes six, and no half-terms."""

    start: date
    """The first day, training days included."""
    end: date
    """The last day."""
    half_term: Break | None = None
    closed: dict[date, Line] = field(default_factory=dict)
    """Training (INSET) days and other days without pupils, each with what it is."""
