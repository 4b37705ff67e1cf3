"""How a school's reports look: its mark, its colour and its own words."""

from typing import Annotated

from msgspec import Meta

from ap_audit.model.base import Value
from ap_audit.model.names import Line

Colour = Annotated[
    str,
    Meta(
        pattern=r"^#[0-9A-Fa-f]{6}$",
        description="a colour as # and six hexadecimal digits, such as '#1d4f91', in quotes",
    ),
]
LogoPath = Annotated[
    str,
    Meta(
        pattern=r"^[^/\\:][^\\:]*\.(png|svg)$",
        max_length=200,
        description="a PNG or SVG file of the workspace, such as house/logo.svg",
    ),
]


class House(Value, frozen=True, kw_only=True):
    """The house style of a workspace."""

    logo: LogoPath | None = None
    colour: Colour | None = None
    """Of the rule at the top, of headings' marks and of links."""
    tint: Colour | None = None
    """Behind the advice on page 1."""
    foot: Line | None = None
    """A line of the school's own at the foot."""
