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
    whole = "\n".join(texts)
    found = [(word, term) for word, term in glossary.terms.items() if _occurs(word, term, whole)]
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


def _occurs(word: str, term: Entry, text: str) -> bool:
    return any(_pattern(one).search(text) for one in (word, *term.also))


@cache
def _pattern(word: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(part) for part in word.split())
    exact = ABBREVIATION.search(word) is not None
    return re.compile(rf"(?<![\w-]){spaced}s?(?![\w-])", re.NOFLAG if exact else re.IGNORECASE)
