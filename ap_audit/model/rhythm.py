"""How often a school looks again, as its settings say."""

from typing import Annotated

from msgspec import Meta

from ap_audit.model.base import Value

HALF_TERM = "half-term"
Every = Annotated[
    str,
    Meta(
        pattern=r"^(half-term|[1-9][0-9]{0,2} (days?|weeks?|school weeks?|months?|years?))$",
        description="half-term, or a number and days, weeks, school weeks, months or years",
    ),
]

Never = Annotated[
    str,
    Meta(
        pattern=r"^(never|half-term|[1-9][0-9]{0,2} (days?|weeks?|school weeks?|months?|years?))$",
        description="half-term, a number and days, weeks, school weeks, months or years, or never",
    ),
]
"""The same, or not at all: a school that keeps no log of contacts need not be told so each day."""


class Rhythm(Value, frozen=True, kw_only=True):
    """How often each thing is done. No rating depends on it."""

    provider_audit: Every = "12 months"
    """From one audit of a provider to the next."""
    school_audit: Every = "12 months"
    """From one audit of the school's own practice to the next."""
    placement_review: Every = HALF_TERM
    """From one review of a placement to the next."""
    visit: Never = HALF_TERM
    """From one visit to a provider that pupils attend to the next."""
    contact: Never = "1 school week"
    """From one contact with a provider that pupils attend to the next, of whatever kind."""
