"""What `?` shows: why it is asked, what each rating means, what must be seen, sources, words."""

from collections.abc import Iterator

from ap_audit.interview.lines import fitted
from ap_audit.model.checklist import Criterion
from ap_audit.model.glossary import NO_WORDS, Glossary
from ap_audit.model.source import Citation, SourceRegister
from ap_audit.model.words import Rating
from ap_audit.rules.needs import also_needed, evidence_needed, when_left_out
from ap_audit.rules.terms import criterion_texts, explained, terms_in

_SCALE = (Rating.MET, Rating.PARTLY, Rating.NOT_MET, Rating.CANNOT_TELL)


def guidance_text(criterion: Criterion, width: int) -> str:
    """Why one question is asked, what each rating means and what is needed, in lines that fit."""
    return "\n".join(_lines(criterion, width))


def sources_text(
    criterion: Criterion, register: SourceRegister, width: int, glossary: Glossary = NO_WORDS
) -> str:
    """Its sources in full, and the words that it uses explained; empty where there are none."""
    lines = [
        fitted(_source(citation, register), width, "  Source: ", "    ")
        for citation in criterion.sources
    ]
    return "\n".join((*lines, *_words(criterion, glossary, width)))


def _lines(criterion: Criterion, width: int) -> Iterator[str]:
    yield fitted(f"About {criterion.id}:", width)
    if criterion.why:
        yield fitted(criterion.why, width, "  Why: ", "    ")
    for rating in _SCALE:
        if meaning := criterion.ratings.get(rating):
            yield fitted(meaning, width, f"  {rating.title}: ", "    ")
    if not criterion.is_record:
        yield fitted(
            "looked, and it could not be established.", width, "  could not tell: ", "    "
        )
    yield fitted(when_left_out(criterion), width, "  ")
    if not criterion.is_record:
        yield fitted(evidence_needed(criterion), width, "  ")
    for sentence in also_needed(criterion):
        yield fitted(sentence, width, "  ")
    if not criterion.sources:
        none = "Sources: none; this is the checklist's own question."
        yield fitted(none, width, "  ")


def _words(criterion: Criterion, glossary: Glossary, width: int) -> Iterator[str]:
    used = terms_in(criterion_texts(criterion), glossary)
    if used:
        yield "  Words used here:"
    for word, term in used:
        yield fitted(explained(word, term), width, "    ", "      ")


def _source(citation: Citation, register: SourceRegister) -> str:
    source = register.sources.get(citation.source)
    if source is None:
        return f"{citation.source} (not in the register of sources)"
    parts = [f"{source.title}, {source.edition} ({(citation.weight or source.weight).title})."]
    if citation.heading:
        parts.append(f"See: {citation.heading}.")
    if citation.note:
        parts.append(f"Note: {citation.note}.")
    parts.append(f"How well its text has been checked: {source.verification.title}.")
    if source.url:
        parts.append(source.url)
    return " ".join(parts)
