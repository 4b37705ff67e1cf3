"""A school's logo as it stands in a report: a small PNG, or an SVG that can only be looked at."""

import base64
import re
from pathlib import Path

# No entity is ever read: a document type is refused at its first sign.
from xml.parsers import expat

from ap_audit.errors import InvalidFile, Place, Problem
from ap_audit.files.here import is_file

MOST_BYTES = 100_000
MOST_PIXELS = 2_000
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "http://www.w3.org/2000/svg"
_FETCHES = r"@import|url\(\s*['\"]?(?!#)"
_DRAWN = frozenset((
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc",
    "defs", "linearGradient", "radialGradient", "stop", "clipPath", "text", "tspan", "use",
))  # fmt: skip


def logo_address(path: Path, shown: str) -> str:
    """The logo as a `data:` address; raises InvalidFile where it cannot stand in a report."""
    what, hint = _unreadable(path)
    data = b"" if what else path.read_bytes()
    if not what:
        what, hint = _wrong_png(data) if path.suffix == ".png" else _wrong_svg(data)
    if what:
        place = Place(path=shown)
        problem = Problem(place=place, what=f"this logo cannot be used: {what}", hint=hint)
        raise InvalidFile((problem,))
    kind = "png" if path.suffix == ".png" else "svg+xml"
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def _unreadable(path: Path) -> tuple[str, str]:
    if not is_file(path) or path.is_symlink():
        return "there is no such file", "put it into the workspace, and its path into ap-audit.yaml"
    if path.stat().st_size > MOST_BYTES:
        return f"it is larger than {MOST_BYTES // 1000} kB", "save a smaller one"
    return "", ""


def _wrong_png(data: bytes) -> tuple[str, str]:
    if not data.startswith(_PNG) or data[12:16] != b"IHDR":
        return "it is not a PNG image", "save it as PNG again"
    sides = [int.from_bytes(data[at : at + 4], "big") for at in (16, 20)]
    if not all(0 < side <= MOST_PIXELS for side in sides):
        most = f"{MOST_PIXELS:,} by {MOST_PIXELS:,}"
        return (
            f"it is {sides[0]:,} by {sides[1]:,} pixels",
            f"{most} is the most; save a smaller one",
        )
    return "", ""


class _Refused(Exception):
    """Something in an SVG that is more than a drawing."""


def _wrong_svg(data: bytes) -> tuple[str, str]:
    reader = expat.ParserCreate(namespace_separator=" ")
    reader.StartElementHandler = _element
    reader.StartDoctypeDeclHandler = _doctype
    reader.ProcessingInstructionHandler = _instruction
    hint = "save it as plain SVG, or as PNG"
    try:
        reader.Parse(data, True)  # noqa: FBT003 -- expat takes it by position
    except _Refused as error:
        return str(error), hint
    except expat.ExpatError as error:
        return f"it is not well formed, line {error.lineno}", hint
    return "", ""


def _element(name: str, attributes: dict[str, str]) -> None:
    space, _, local = name.rpartition(" ")
    if space != _SVG or local not in _DRAWN:
        raise _Refused(f"it holds <{local}>, which is more than a drawing")
    for attribute, value in attributes.items():
        key = attribute.rpartition(" ")[2].casefold()
        text = value.casefold()
        if key.startswith("on"):
            raise _Refused(f"it holds '{key}', which would run a script")
        if key == "href" and not value.startswith("#"):
            raise _Refused("it leads to something outside itself")
        if re.search(_FETCHES, text):
            raise _Refused("it fetches something")


def _doctype(*_: object) -> None:
    raise _Refused("it has a document type, which can hold hidden parts")


def _instruction(target: str, _: str) -> None:
    raise _Refused(f"it holds an instruction '{target}' for another program")
