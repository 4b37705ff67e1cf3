import struct
from pathlib import Path

import pytest

from ap_audit.errors import InvalidFile
from ap_audit.files.logo import MOST_BYTES, logo_address

NS = 'xmlns="http://www.w3.org/2000/svg"'
SVG = f'<svg {NS} viewBox="0 0 10 10"><rect width="10" height="10" fill="url(#g)"/></svg>'
LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def png(width: int = 10, height: int = 10) -> bytes:
    """The beginning of a PNG image of this size."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x06"


def test_a_png_becomes_a_data_address(tmp_path: Path) -> None:
    """It stands in the page itself."""
    path = tmp_path / "logo.png"
    path.write_bytes(png())
    assert logo_address(path, "logo.png").startswith("data:image/png;base64,iVBORw0KGgo")


def test_an_svg_that_is_a_drawing_becomes_one_too(tmp_path: Path) -> None:
    """Also with a gradient of its own and a part that is used twice."""
    path = tmp_path / "logo.svg"
    path.write_text(
        f'<svg {NS} {LINK}><g id="a"/><use xlink:href="#a"/><path fill="url(#g)"/></svg>',
        encoding="utf-8",
    )
    assert logo_address(path, "logo.svg").startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        pytest.param("a.png", b"GIF89a", "it is not a PNG image", id="another kind of image"),
        pytest.param("a.png", png(4000, 10), "it is 4,000 by 10 pixels", id="too wide"),
        pytest.param("a.png", png(0, 10), "it is 0 by 10 pixels", id="no width"),
        pytest.param("a.png", b"x" * (MOST_BYTES + 1), "it is larger than 100 kB", id="too large"),
        pytest.param("a.svg", b"<svg", "it is not well formed, line 1", id="not well formed"),
        pytest.param(
            "a.svg",
            b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
            "it has a document type, which can hold hidden parts",
            id="a document type",
        ),
        pytest.param(
            "a.svg",
            b'<?xml-stylesheet href="a.css"?><svg/>',
            "it holds an instruction 'xml-stylesheet' for another program",
            id="an instruction",
        ),
        pytest.param(
            "a.svg",
            f"<svg {NS}><script>alert(1)</script></svg>".encode(),
            "it holds <script>, which is more than a drawing",
            id="a script",
        ),
        pytest.param(
            "a.svg", b"<svg/>", "it holds <svg>, which is more than a drawing", id="not SVG's own"
        ),
        pytest.param(
            "a.svg",
            f'<svg {NS} onload="alert(1)"/>'.encode(),
            "it holds 'onload', which would run a script",
            id="a handler",
        ),
        pytest.param(
            "a.svg",
            f'<svg {NS} {LINK}><use xlink:href="https://example.org/a.svg#a"/></svg>'.encode(),
            "it leads to something outside itself",
            id="a link",
        ),
        pytest.param(
            "a.svg",
            f"<svg {NS}><path style=\"fill: url( 'https://example.org/x')\"/></svg>".encode(),
            "it fetches something",
            id="a style that fetches",
        ),
    ],
)
def test_what_is_no_plain_drawing_is_refused(
    name: str, content: bytes, what: str, tmp_path: Path
) -> None:
    """With the reason and what to do instead; the file is never changed."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InvalidFile) as refused:
        logo_address(path, name)
    (problem,) = refused.value.problems
    assert problem.what.startswith(f"this logo cannot be used: {what}")
    assert problem.hint
    assert path.read_bytes() == content


def test_a_logo_that_is_not_there(tmp_path: Path) -> None:
    """Or that is a link to somewhere else."""
    (tmp_path / "real.png").write_bytes(png())
    (tmp_path / "link.png").symlink_to(tmp_path / "real.png")
    for name in ("none.png", "link.png"):
        with pytest.raises(InvalidFile) as refused:
            logo_address(tmp_path / name, name)
        assert "there is no such file" in refused.value.problems[0].what
