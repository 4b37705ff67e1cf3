"""A provider: who it is and where, and nothing that is judged."""

from typing import Annotated, Literal

from msgspec import Meta, field

from ap_audit.model.base import Value
from ap_audit.model.names import Kept, Line, Name, Words

Urn = Annotated[str, Meta(pattern=r"^[0-9]{6}$", description="six digits")]


class Site(Value, frozen=True, kw_only=True):
    """A place that pupils may attend."""

    address: Line
    use: Line | None = None


class Contact(Value, frozen=True, kw_only=True):
    """Someone to reach, by role."""

    role: Line
    telephone: Line | None = None
    email: Line | None = None


class Provider(Value, frozen=True, kw_only=True):
    """One organisation that a school may use."""

    format: Literal["ap-audit/provider@1"]
    name: Line
    urn: Urn | None = None
    sites: dict[Name, Site] = field(default_factory=dict)
    contacts: dict[Name, Contact] = field(default_factory=dict)
    note: Words | None = None
    kept: Kept = field(default_factory=dict)
    """Why words that look like pupil data were kept, by what they look like, such as `name`."""
