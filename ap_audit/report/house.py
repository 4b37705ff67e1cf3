"""A school's house style as templates are given it; a colour that could not be read is refused."""

from collections.abc import Iterator

from ap_audit.errors import Flaw
from ap_audit.model.base import Value
from ap_audit.model.house import House
from ap_audit.report.contrast import LEAST, contrast, readable

QUIET, PAPER = "#484d51", "#ffffff"
"""The palest text and the paper of every report."""


class HouseStyle(Value, frozen=True, kw_only=True):
    """What `house` is in a template; each is empty where the school has not set it."""

    logo: str = ""
    """A `data:` address."""
    colour: str = ""
    tint: str = ""
    foot: str = ""


PLAIN = HouseStyle()


def house_style(house: House, logo: str) -> HouseStyle:
    """The style of a school whose colours have no flaw; *logo* is its address or empty."""
    return HouseStyle(
        logo=logo, colour=house.colour or "", tint=house.tint or "", foot=house.foot or ""
    )


def house_flaws(house: House) -> Iterator[Flaw]:
    """Every colour in which, or on which, something could not be read."""
    if house.colour is not None and not readable(house.colour, PAPER):
        said = f"text in {house.colour} could not be read on white"
        yield _flaw("colour", said, contrast(house.colour, PAPER), "take a darker one")
    if house.tint is None:
        return
    for text in (QUIET, *([house.colour] if house.colour else [])):
        if not readable(text, house.tint):
            said = f"text in {text} could not be read on {house.tint}"
            yield _flaw("tint", said, contrast(text, house.tint), "take a lighter one")
            return


def _flaw(name: str, said: str, ratio: float, hint: str) -> Flaw:
    # Cut, not rounded: a ratio just below the least must not read as if it were enough.
    shown = f"{int(ratio * 10) / 10} to 1"
    what = f"{said}: their contrast is {shown}, and {LEAST} to 1 is needed"
    return Flaw(path=("house", name), what=what, hint=hint)
