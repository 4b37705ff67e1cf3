"""A YAML parser's errors in words that help: where to look, what is wrong, what to do."""

import re

import yaml
from msgspec import Struct


class _Plain(Struct, frozen=True):
    """What to say when a parser says this; *said* is matched with its words and the line before."""

    said: str
    what: str
    hint: str
    opening: bool = False
    """True where the trouble lies at the beginning of what was read, not where it was noticed."""


# Both parsers of PyYAML are listed, since their words differ. `¦` stands before the part of the
# person's own line that the parser had read; in square brackets, the character where it stopped.
_PLAIN = (
    _Plain(
        r"violates indentation|indentation space is expected|cannot start any token.*\[\t\]",
        "a tab is used where spaces are needed",
        "indent with spaces",
    ),
    _Plain(
        r"cannot start any token",
        "text cannot start with this character",
        "put the text in quotes",
    ),
    _Plain(
        r"mapping values are not allowed.*¦.*:.*\S",
        "a second colon stands in this line",
        'put text that has a colon and a space in it in quotes: "like: this"',
    ),
    _Plain(
        r"mapping values are not allowed",
        "this line is indented as if it went on from the line above",
        "line it up with the other keys, or end the key of the line above with a colon",
    ),
    _Plain(
        r"could not find expected ':'",
        "this line has no colon, so it is neither a key nor part of the text above",
        "indent it if it goes on from the line above, or put a colon after the key",
        opening=True,
    ),
    _Plain(
        r"(expected key|<block end>).*\[:\] ¦\s*$",
        "there is nothing before the colon",
        "write the key in front of it, or delete the line",
    ),
    _Plain(
        r"(expected key|<block end>).*¦.*\S",
        "something follows where the text or list was already closed",
        "if the text has quotation marks of its own, start it with | and write it on the next line",
    ),
    _Plain(
        r"(expected key|'-' indicator|<block end>)",
        "this line is not lined up with the lines it belongs with",
        "give it the same number of spaces as the keys or dashes above it",
    ),
    _Plain(
        r"flow|unexpected ':'",
        "the text between { } or [ ] cannot be read from here on",
        "close every bracket; put text that has : , { or [ in it in quotes",
    ),
    _Plain(
        r"quoted scalar.*unexpected (end|document)",
        "a quotation mark is opened here and never closed",
        "close it, or start the text with | and write it on the next line",
        opening=True,
    ),
    _Plain(
        r"quoted scalar",
        "a backslash in double quotes starts an escape, and this is not one",
        "use single quotes, or write / instead",
    ),
    _Plain(
        r"block scalar",
        "after | or > the text starts on the next line",
        "put the text on the next line, indented",
    ),
    _Plain(
        r"entries are not allowed|keys are not allowed",
        "a dash or question mark with a space starts something that cannot stand here",
        "put the text in quotes, or the list on lines of its own",
    ),
    _Plain(
        r"scanning an (alias|anchor)",
        "text cannot start with * or &",
        "put the text in quotes",
    ),
    _Plain(
        r"directive|incompatible YAML|duplicate tag handle|<document start>.*¦\s*%",
        "a line that starts with % is an instruction to a parser, and these are not used",
        "delete the line",
    ),
    _Plain(r"\btag\b", "text cannot start with !", "put the text in quotes"),
    _Plain(
        r"expected the node content|expected node content",
        "a bracket is closed here that was never opened",
        "put the text in quotes",
    ),
    _Plain(
        r"<document start>",
        "this line is not lined up with the lines above it",
        "give all keys of the file the same indentation, and keep one document to a file",
    ),
)


def in_plain_words(error: yaml.YAMLError, lines: list[str]) -> tuple[int, int, str, str]:
    """The line and column to look at, counted from zero; what is wrong there; and what to do."""
    noticed = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None) or noticed
    said = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or error}"
    if noticed is None:
        return 0, 0, "cannot be read as YAML", said
    at = min(noticed.line, len(lines) - 1)
    before, stopped = lines[at][: noticed.column], lines[at][noticed.column : noticed.column + 1]
    if before.isspace() and "\t" in before:
        stopped = "\t"
    for plain in _PLAIN:
        if re.search(plain.said, f"{said} [{stopped}] ¦{before}", re.DOTALL):
            mark = opened if plain.opening and opened else noticed
            return mark.line, mark.column, plain.what, plain.hint
    return (
        noticed.line,
        noticed.column,
        "cannot be read as YAML",
        f"the parser says {said.lstrip(': ')}",
    )
