"""Identifiers, and the folder name made from a provider's name."""

import re
import unicodedata
from typing import Annotated, NewType

from msgspec import Meta

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9.-]*$"
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NAME_PATTERN = r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$"
REFERENCE_PATTERN = r"^[A-Za-z0-9-]+@[A-Za-z0-9.-]+$"
SLUG_LENGTH = 60

CriterionId = NewType("CriterionId", str)
Id = Annotated[
    str,
    Meta(
        pattern=ID_PATTERN,
        max_length=80,
        description="letters, digits, hyphens and full stops",
    ),
]
Slug = Annotated[
    str,
    Meta(
        pattern=SLUG_PATTERN,
        max_length=SLUG_LENGTH,
        description="small letters and digits, joined by hyphens",
    ),
]
Name = Annotated[
    str,
    Meta(pattern=NAME_PATTERN, max_length=60, description="small letters, digits and hyphens"),
]
Line = Annotated[str, Meta(min_length=1, max_length=300, description="one line of text")]
Words = Annotated[str, Meta(min_length=1, description="some text")]
Sha256 = Annotated[
    str, Meta(pattern=r"^sha256:[0-9a-f]{64}$", description="'sha256:' and 64 hexadecimal digits")
]
Kept = dict[Name, Line]
"""Why words that look like data about a pupil may stay, by what they look like."""

# Windows keeps these for devices, whatever their extension; git keeps its own name, and on the
# command line `school` is the school.
_RESERVED = {"con", "prn", "aux", "nul", "git", "school"} | {
    f"{device}{digit}" for device in ("com", "lpt") for digit in "0123456789"
}


# Letters that no rule of Unicode takes apart, as they are written where there are only 26.
_LETTERS, _WRITTEN = "æœøłđðþħŋŧə\u0131", "ae oe o l d d th h n t e i"
_PLAIN = dict(zip(map(ord, _LETTERS), _WRITTEN.split(), strict=True))


def slug_from(name: str) -> str:
    """The folder name for a provider's name; empty where the name has no letter or digit to use.

    >>> slug_from("Hillside Skills Centre")
    'hillside-skills-centre'
    >>> slug_from("Café St. Jude's")
    'cafe-st-judes'
    >>> slug_from("Łódź Ærø Farm")
    'lodz-aero-farm'
    """
    # Folded before it is taken apart, for ß becomes ss; small again after, for ℡ becomes TEL.
    apart = unicodedata.normalize("NFKD", name.casefold()).translate(_PLAIN)
    plain = apart.encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:SLUG_LENGTH]
        if len(longer) > SLUG_LENGTH:
            break
        slug = longer
    return f"provider-{slug}" if slug in _RESERVED else slug
