"""Lines that fit: wrapped to a width, so that no word and no id is cut in two."""

from collections.abc import Iterable
from textwrap import wrap

NARROWEST, WIDEST = 40, 200
GAP = "   "
SHOWN = 300
"""How many characters of a note are repeated on the screen."""


def fitted(text: str, width: int, first: str = "", rest: str | None = None) -> str:
    """The text wrapped; *first* begins the first line, *rest* (or as many spaces) the others."""
    margin = " " * len(first) if rest is None else rest
    lines: list[str] = []
    for line in text.split("\n"):
        lines += wrap(
            line,
            between(width),
            initial_indent=margin if lines else first,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines) or first.rstrip()


def row(items: Iterable[str], width: int) -> str:
    """Short items side by side, on as many lines as they need; no item is cut."""
    lines: list[str] = []
    for item in items:
        if lines and len(lines[-1]) + len(GAP) + len(item) <= between(width):
            lines[-1] += GAP + item
        else:
            lines.append("  " + item)
    return "\n".join(lines)


def between(width: int) -> int:
    """A width that can be read: at least 40 and at most 200 characters."""
    return min(max(width, NARROWEST), WIDEST)


def excerpt(text: str) -> str:
    """The text on one line; where it is long, its beginning and how long it is."""
    line = " ".join(text.split())
    if len(line) <= SHOWN:
        return line
    return f"{line[:SHOWN].rsplit(' ', 1)[0]} … ({len(text):,} characters in all)"
