"""The settings of a workspace: whose it is. No thresholds: those belong to checklists."""

from typing import Literal

from ap_audit.model.base import Value
from ap_audit.model.names import Line


class Settings(Value, frozen=True, kw_only=True):
    """What `ap-audit.yaml` holds."""

    format: Literal["ap-audit/workspace@1"]
    school: Line
    """The name that stands on reports."""
    auditor: Line | None = None
    """The role that answers, where a new audit does not say otherwise."""
