"""People's text inside Markdown: it can say anything and do nothing.

Marks that act in CommonMark, GitHub, GitLab or pandoc get a backslash, wherever they stand; others
only where they could begin a list, a heading or an address. Line breaks become spaces, since a line
break in a table ends its row; a note that stands by itself keeps them.
"""

import re
from itertools import groupby

from ap_audit.model.clean import clean

_ACTING = re.compile(r"[\\`*_{}\[\]<>#|~&@$^!]")
_START = re.compile(r"^(\(?\w{1,9})?([-+=:%.)]+)(?=\s|$|[-+=:%])")
_ADDRESS = re.compile(r":(?=\S)|(?<=www)\.", re.IGNORECASE)


def escaped(text: str) -> str:
    r"""The text so that Markdown shows it as it is.

    >>> print(escaped("1. See #12 | @name\n- <b>"))
    1\. See \#12 \| \@name - \<b\>
    """
    line = " ".join(clean(text).split())
    line = _ACTING.sub(r"\\\g<0>", line)
    line = _ADDRESS.sub(r"\\\g<0>", line)
    return _START.sub(_begins, line)


def paragraphs(text: str) -> str:
    r"""The same for a text that stands by itself: its paragraphs and its line breaks are kept.

    A backslash ends a line that is broken there: of two spaces nobody sees whether they are there.

    >>> print(paragraphs("Two letters\n- the old one\n\nMore to come."))
    Two letters\
    \- the old one
    <BLANKLINE>
    More to come.
    """
    lines = [escaped(line) for line in text.split("\n")]
    parts = ["\\\n".join(part) for there, part in groupby(lines, key=bool) if there]
    return "\n\n".join(parts)


def tidied(page: str) -> str:
    """A finished page without the blanks that a template's unused parts leave behind."""
    page = re.sub(r"(?<=\S) {2,}", " ", page)
    page = re.sub(r" +$", "", page, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", page).strip("\n") + "\n"


def _begins(found: re.Match[str]) -> str:
    return (found[1] or "") + re.sub(r"(?<!\\)[-+=:%.)]", r"\\\g<0>", found[2])
