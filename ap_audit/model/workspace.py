"""The settings of a workspace: whose it is. No thresholds: those belong to checklists."""

from typing import Literal

from msgspec import field

from ap_audit.model.base import Value
from ap_audit.model.house import House
from ap_audit.model.names import Id, Line
from ap_audit.model.rhythm import Rhythm
from ap_audit.model.term import Term

Hints = Literal["full", "short", "auto"]


class Settings(Value, frozen=True, kw_only=True):
    """What `ap-audit.yaml` holds."""

    format: Literal["ap-audit/workspace@1"]
    school: Line
    """The name that stands on reports."""
    auditor: Line | None = None
    """The role that answers, where a new audit does not say otherwise."""
    terms: dict[Id, Term] = field(default_factory=dict)
    """The school's terms, by names such as `2026-autumn`; usual dates stand in for those not set.

    Terms that are over stay: audits of that time are judged by them.
    """
    hints: Hints = "auto"
    """Whether each question spells out what may be typed: full, short, or auto, which is full for
    the first questions of a session.
    """
    house: House = House()
    """How reports look."""
    rhythm: Rhythm = Rhythm()
    """How often providers, placements and the school itself are looked at again."""
