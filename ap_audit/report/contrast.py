"""How well one colour is read on another, by the formula of WCAG 2.2."""

LEAST = 4.5
"""For text of ordinary size, at level AA."""

_STRAIGHT = 0.04045
"""Below it the scale of a screen is a straight line."""


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, from 1 (the same) to 21 (black on white).

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(text: str, ground: str) -> bool:
    """Whether text of ordinary size can be read on it.

    >>> readable("#777777", "#ffffff"), readable("#767676", "#ffffff")
    (False, True)
    """
    return contrast(text, ground) >= LEAST


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= _STRAIGHT else ((share + 0.055) / 1.055) ** 2.4
