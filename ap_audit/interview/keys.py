"""The key under which evidence or an action stands in the file, made from its own words."""

from collections.abc import Mapping

from ap_audit.model.names import slug_from

_WORDS = 5


def key_for(what: str, taken: Mapping[str, str], kind: str) -> str:
    """A key that is free, or the one that already stands for the very same words.

    >>> key_for("Letter of assurance", {}, "evidence")
    'letter-of-assurance'
    """
    same = [key for key, words in taken.items() if words == what]
    if same:
        return same[0]
    slug = "-".join(slug_from(what).split("-")[:_WORDS])[:50].rstrip("-")
    if not slug or slug[0].isdigit():
        slug = f"{kind}-{slug}".rstrip("-")
    number, key = 1, slug
    while key in taken:
        number += 1
        key = f"{slug}-{number}"
    return key
