"""Abbreviations nobody has spelled out, words only insiders use, and sentences that are too long.

A sentence may have forty words at the very most; a reader on a phone loses the beginning of more.
"""

import re
from collections.abc import Iterator

from ap_audit.errors import Flaw
from ap_audit.model.checklist import Checklist
from ap_audit.model.glossary import Glossary
from ap_audit.rules.lint.texts import Kind, texts
from ap_audit.rules.terms import ABBREVIATION

LONGEST = 40
_SENTENCES = re.compile(r"(?<=[.!?;:])\s+")
# Known to every adult in England.
_KNOWN = frozenset({"UK", "MP", "PE", "IT", "TV", "ID", "PDF"})
_INSTEAD = {
    "stakeholder": "say who: parents, staff, governors",
    "robust": "say what it does",
    "holistic": "say what is looked at",
    "leverage": "write 'use'",
    "utilise": "write 'use'",
    "facilitate": "write 'help' or 'run'",
    "going forward": "leave it out, or give the date",
    "wraparound": "say what is done, and when",
    "signpost": "write 'tell them where to find'",
    "in a timely manner": "give the time",
    "commence": "write 'start'",
    "in line with": "say what has to be the same",
}


def unexplained(checklist: Checklist, glossary: Glossary) -> Iterator[Flaw]:
    """An abbreviation that the glossary lacks, once for each text in which it stands."""
    known = {word for one, term in glossary.terms.items() for word in (one, *term.also)}
    parts = {part for word in known for part in ABBREVIATION.findall(word)}
    for said in texts(checklist):
        if said.kind is Kind.PRINTED:
            continue
        for short in dict.fromkeys(ABBREVIATION.findall(said.text)):
            if {short, short.removesuffix("s")}.isdisjoint(parts | _KNOWN):
                yield Flaw(
                    path=said.path,
                    what=f"'{short}' is an abbreviation that the glossary does not explain",
                    hint="write it out, or add it to checklists/glossary.yaml",
                    warning=True,
                )


def insiders_words(checklist: Checklist) -> Iterator[Flaw]:
    """A word that says little to whoever is not in the trade."""
    for said in texts(checklist):
        if said.kind is Kind.PRINTED:
            continue
        small = said.plain.casefold()
        for word, instead in _INSTEAD.items():
            if word in small and re.search(rf"\b{word}(s|d|ing|ly)?\b", small):
                what = f"'{word}' is a word of the trade"
                yield Flaw(path=said.path, what=what, hint=instead, warning=True)


def long_sentences(checklist: Checklist) -> Iterator[Flaw]:
    """A sentence of more than forty words."""
    for said in texts(checklist):
        longest = max(len(sentence.split()) for sentence in _SENTENCES.split(said.plain))
        if longest > LONGEST:
            yield Flaw(
                path=said.path,
                what=f"has a sentence of {longest} words",
                hint=f"at most {LONGEST} are easy to follow: make two of it",
                warning=True,
            )
