"""The colours of a status: readable, and told apart in grey and by the colour-blind."""

import re
from itertools import combinations
from pathlib import Path

import pytest

STYLE = (Path(__file__).parents[2] / "templates" / "style.css.j2").read_text(encoding="utf-8")
INK, PAPER = "#0b0c0c", "#ffffff"
Colour = tuple[float, float, float]
Matrix = tuple[Colour, Colour, Colour]
# Machado, Oliveira and Fernandes (2009), full severity, applied to linear RGB.
SEEN_AS: dict[str, Matrix] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
STATUSES = ("met", "partly", "not-met")


def colour(name: str) -> str:
    """A colour of the style sheet, by its name there."""
    found = re.search(rf"--{name}: (#[0-9a-f]{{3,6}})", STYLE)
    assert found, name
    value = found[1]
    return value if len(value) == 7 else "#" + "".join(digit * 2 for digit in value[1:])


def linear(value: str) -> Colour:
    """Red, green and blue as amounts of light."""
    parts = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def luminance(light: Colour) -> float:
    """How bright it looks; all that is left of a colour on a grey printer."""
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of WCAG, from 1 to 21."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def seen_as(light: Colour, matrix: Matrix) -> Colour:
    """The colour as somebody without one kind of cone sees it."""
    rows = [sum(m * c for m, c in zip(row, light, strict=True)) for row in matrix]
    red, green, blue = (min(1.0, max(0.0, value)) for value in rows)
    return red, green, blue


@pytest.mark.parametrize(
    ("fill", "text"), [("met", INK), ("partly", INK), ("not-met", PAPER), ("paper", INK)]
)
def test_words_can_be_read_on_a_status(fill: str, text: str) -> None:
    """4.5 to 1, as WCAG asks of text."""
    assert contrast(linear(colour(fill)), linear(text)) >= 4.5


@pytest.mark.parametrize(("name", "least"), [("quiet", 4.5), ("link", 4.5), ("line", 3.0)])
def test_text_and_lines_stand_out_from_paper(name: str, least: float) -> None:
    """4.5 to 1 for text, 3 to 1 for a line that carries meaning."""
    assert contrast(linear(colour(name)), linear(PAPER)) >= least


@pytest.mark.parametrize(("one", "other"), list(combinations(STATUSES, 2)))
def test_statuses_differ_in_grey(one: str, other: str) -> None:
    """A printer without colour keeps met, partly and not met apart by 3 to 1."""
    assert contrast(linear(colour(one)), linear(colour(other))) >= 3.0


@pytest.mark.parametrize("kind", SEEN_AS)
@pytest.mark.parametrize(("one", "other"), list(combinations(STATUSES, 2)))
def test_statuses_differ_for_the_colour_blind(one: str, other: str, kind: str) -> None:
    """Without one kind of cone their brightness still differs by 2.8 to 1."""
    pair = [seen_as(linear(colour(name)), SEEN_AS[kind]) for name in (one, other)]
    assert contrast(*pair) >= 2.8
