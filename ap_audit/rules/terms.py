"""Which words of the glossary occur in a text."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ap_audit.model.checklist import Criterion
from ap_audit.model.glossary import Entry, Glossary

ABBREVIATION = re.compile(r"\b[A-Za-z]*[A-Z]{2,}[A-Za-z]*\b")
"""At least two capitals together: DSL, PRUs, UKPRN."""


def terms_in(texts: Iterable[str], glossary: Glossary) -> tuple[tuple[str, Entry], ...]:
    """The words that occur, in alphabetical order.

    Abbreviations count as they are written; other words also with a large letter, and all of them
    with the s of a plural.
    """
    whole = " ".join(" ".join(texts).split())
    small = whole.casefold()
    found = [
        (word, term)
        for word, term in glossary.terms.items()
        if any(_occurs(one, whole, small) for one in (word, *term.also))
    ]
    return tuple(sorted(found, key=lambda pair: pair[0].casefold()))


def explained(word: str, term: Entry) -> str:
    """What a reader is told of a word: ``LADO (local authority designated officer): ...``."""
    spelled = f" ({term.stands_for})" if term.stands_for else ""
    return f"{word}{spelled}: {' '.join(term.means.split())}"


def criterion_texts(criterion: Criterion) -> Iterator[str]:
    """Every text of a criterion that is shown beside its question."""
    yield criterion.ask
    yield from filter(None, (criterion.why,))
    yield from criterion.look_for
    yield from criterion.ratings.values()
    for spec in criterion.record.values():
        yield spec.ask
        yield from spec.choices.values()


def _occurs(word: str, whole: str, small: str) -> bool:
    """Whether a text has a word in it. *small*: the text in small letters."""
    text = whole if ABBREVIATION.search(word) else small
    word = word if text is whole else word.casefold()
    # Few of the words occur, and what cannot be there is known a hundred times as fast this way.
    return word in text and _pattern(word).search(text) is not None


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """The word on its own; it is looked for before what stands in front of it, which is faster."""
    itself = re.escape(word)
    return re.compile(rf"{itself}(?<![\w-]{itself})s?(?![\w-])")
