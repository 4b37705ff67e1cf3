"""A name or a role as it can be kept: one line, nothing hidden in it, no path."""

from ap_audit.errors import BadUsage
from ap_audit.files.events import hidden_in
from ap_audit.model.clean import clean

LONGEST_NAME = 120
LONGEST_LINE = 300
"""What fits one line of a file."""


def one_line(given: str, what: str, *, longest: int = LONGEST_NAME) -> str:
    """A name as it can be kept; raises BadUsage where it is empty, too long, hidden, or a path."""
    name = " ".join(given.split(" ")).strip()
    if not name:
        raise BadUsage(f"The {what} is empty.", hint="Write it in quotes, as it is spoken of.")
    if clean(name) != name or "\n" in name or "\t" in name:
        raise BadUsage(
            f"The {what} has hidden characters in it: '{_visible(name)}'.",
            hint="Type it again instead of pasting it.",
        )
    if len(name) > longest:
        raise BadUsage(
            f"The {what} has {len(name)} letters; at most {longest} fit.",
            hint="Give a shorter form of it.",
        )
    if name.startswith((".", "/", "\\", "~")) or "../" in name or "..\\" in name:
        raise BadUsage(
            f"'{name}' looks like a path, not the {what}.",
            hint="Give the name as it stands on its letters.",
        )
    return name


def some_words(given: str, what: str) -> str | None:
    """A note as it can be kept, None where it is empty; raises BadUsage for hidden characters."""
    if hidden_in(given):
        raise BadUsage(
            f"The {what} has hidden characters in it: '{clean(given)}'.",
            hint="Type it again instead of pasting it.",
        )
    return given.strip() or None


def _visible(name: str) -> str:
    return clean(name).replace("\n", "␊").replace("\t", "␉")
