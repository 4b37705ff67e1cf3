"""A placement: one pupil's arrangement, known only by an opaque reference. Never who it is."""

import re
from typing import Annotated, Literal

from msgspec import Meta, field

from ap_audit.model.base import Day, Value
from ap_audit.model.names import Slug

# Short, so that neither a name, a date of birth nor a pupil number fits. Windows keeps COM1, LPT1.
REFERENCE = r"^(?!(?:COM|LPT)[0-9]$)[A-Z]{1,3}-?[0-9]{1,4}(-[0-9]{1,3})?$"
EXPECTED = "one to three capital letters and up to four digits, such as P07"
PlacementReference = Annotated[str, Meta(pattern=REFERENCE, description=EXPECTED)]

Hours = Annotated[
    str, Meta(pattern=r"^[0-9]{1,2}(\.[0-9]{1,2})?$", description="a number of hours, such as 12.5")
]
Sessions = Annotated[int, Meta(ge=0, le=10, description="a whole number from 0 to 10")]


Flag = Literal["applies", "does-not-apply"]
"""Nothing is said of who, why or since when."""


class Attendance(Value, frozen=True, kw_only=True):
    """How much of the week is spent at one provider."""

    hours: Hours | None = None
    """In a week."""
    sessions: Sessions | None = None
    """Half days in a week."""


class Placement(Value, frozen=True, kw_only=True):
    """What has to be known of an arrangement to look after it, and nothing that names a pupil."""

    format: Literal["ap-audit/placement@1"]
    start: Day | None = None
    end: Day | None = None
    """The last day that was agreed."""
    providers: dict[Slug, Attendance] = field(default_factory=dict)
    ehc_plan: Flag | None = None
    looked_after: Flag | None = None
    social_worker: Flag | None = None


def reference_from(typed: str) -> str:
    """The reference in capitals, or nothing where it cannot be one.

    >>> reference_from("p07"), reference_from("Jamie")
    ('P07', '')
    """
    reference = typed.strip().upper()
    return reference if re.fullmatch(REFERENCE, reference) else ""
