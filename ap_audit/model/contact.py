"""A contact: one time somebody from the school was in touch with a provider."""

from typing import Literal

from msgspec import field

from ap_audit.model.base import Day, Value
from ap_audit.model.names import Kept, Line, Words
from ap_audit.model.placement import PlacementReference
from ap_audit.model.words import ContactKind


class LoggedContact(Value, frozen=True, kw_only=True):
    """One file: what was done, when, and with whom. Its folder says with which provider."""

    format: Literal["ap-audit/contact@1"]
    date: Day
    kind: ContactKind
    with_: Line = field(name="with")
    """A role, such as centre manager; never a pupil, and better no name."""
    placement: PlacementReference | None = None
    """Where it was about one placement alone."""
    by: Line | None = None
    """Who from the school, by role."""
    note: Words | None = None
    private: Words | None = None
    """Never leaves the file."""
    kept: Kept = field(default_factory=dict)
    """Why words that look like pupil data were kept, by what they look like, such as `name`."""
