"""Text from files made harmless: nothing in it can act on a terminal, hide or turn round."""

import re

# Controls but newline and tab, bidirectional and zero-width marks, odd line separators, tags.
_HIDDEN = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# Unicode has a picture of each control character: ␛ for escape.
_PICTURES = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {"\x7f": "␡"}


def clean(text: str) -> str:
    r"""The text with every hidden character replaced by a visible stand-in.

    >>> clean("Acme\x1b[31m Ltd\u202e")
    'Acme␛[31m Ltd⟨U+202E⟩'
    """
    # Printable lines hide nothing, and most are: the pattern is seldom compiled at all.
    return text if text.replace("\n", "").isprintable() else re.sub(_HIDDEN, _stand_in, text)


def _stand_in(found: re.Match[str]) -> str:
    return _PICTURES.get(found[0]) or f"⟨U+{ord(found[0]):04X}⟩"
