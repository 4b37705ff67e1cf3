"""What was typed, without what no one types on purpose: control characters and invisible ones."""

import re
import unicodedata

# A pasted colour or a pressed arrow key: the whole sequence goes, not only its first character.
_SEQUENCE = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|[@-Z\\^_])")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = ("Cc", "Cf", "Cs")
_LAST_TWO = 0xFFFE


def tidy(typed: str) -> str:
    """The text with plain line breaks, tabs as spaces, and nothing invisible; ends trimmed."""
    if typed.isprintable():  # as most lines are
        return typed.strip()
    text = _BREAK.sub("\n", _SEQUENCE.sub("", typed)).replace("\t", " ")
    return "".join(char for char in text if char == "\n" or _shows(char)).strip()


def _shows(char: str) -> bool:
    code = ord(char)
    nobody = code & _LAST_TWO == _LAST_TWO or 0xFDD0 <= code <= 0xFDEF  # noqa: PLR2004 - not characters
    return unicodedata.category(char) not in _INVISIBLE and not nobody
