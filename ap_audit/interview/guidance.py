"""What `?` shows: why it is asked, what each rating means, what must be seen, sources, words."""

from collections.abc import Iterator

from ap_audit.interview.lines import fitted
from ap_audit.model.checklist import Criterion
from ap_audit.model.glossary import NO_WORDS, Glossary
from ap_audit.model.source import Citation, SourceRegister
from ap_audit.model.wording import capital
from ap_audit.model.words import Rating, Seen
from ap_audit.rules.terms import criterion_texts, explained, terms_in

_NEEDS = {
    Seen.TOLD: "being told",
    Seen.SECOND_HAND: "a check by another commissioner",
    Seen.COPY: "a copy, or the original",
    Seen.ORIGINAL: "the original",
    Seen.ON_SITE: "seeing it on site",
}
_SCALE = (Rating.MET, Rating.PARTLY, Rating.NOT_MET, Rating.CANNOT_TELL)


def guidance_text(
    criterion: Criterion, register: SourceRegister, width: int, glossary: Glossary = NO_WORDS
) -> str:
    """The guidance on one question, in lines that fit; words that it uses are explained last."""
    lines = (*_lines(criterion, register, width), *_words(criterion, glossary, width))
    return "\n".join((*lines, ""))


def _lines(criterion: Criterion, register: SourceRegister, width: int) -> Iterator[str]:
    yield fitted(f"About {criterion.id}:", width)
    if criterion.why:
        yield fitted(criterion.why, width, "  Why: ")
    for rating in _SCALE:
        if meaning := criterion.ratings.get(rating):
            yield fitted(meaning, width, f"  {rating.title}: ", "    ")
    if not criterion.is_record:
        yield fitted(
            "looked, and it could not be established.", width, "  could not tell: ", "    "
        )
    yield fitted(_applies(criterion), width, "  ")
    if not criterion.is_record:
        yield fitted(needed(criterion), width, "  ")
    for rating, wanted in criterion.requires.items():
        carried = " and ".join(one.title for one in wanted)
        yield fitted(f"{capital(rating.title)} needs {carried}.", width, "  ")
    if not criterion.sources:
        yield "  Sources: none; this is the checklist's own question."
    for citation in criterion.sources:
        yield fitted(_source(citation, register), width, "  Source: ", "    ")


def _words(criterion: Criterion, glossary: Glossary, width: int) -> Iterator[str]:
    used = terms_in(criterion_texts(criterion), glossary)
    if used:
        yield "  Words used here:"
    for word, term in used:
        yield fitted(explained(word, term), width, "    ", "      ")


def needed(criterion: Criterion) -> str:
    """Which evidence a criterion asks for, and for how long it counts, in a sentence."""
    need = criterion.evidence
    if need.needs:
        kinds = "Evidence needed: " + ", and ".join(_NEEDS[kind] for kind in need.needs) + "."
    elif criterion.is_gateway:
        kinds = "Evidence needed: anything seen by the school, not only told."
    else:
        kinds = "No evidence is asked for."
    lasts = f" It counts for {need.expires_after} from its date." if need.expires_after else ""
    told = " The provider's word alone does not open a gateway." if criterion.is_gateway else ""
    return kinds + lasts + told


def _applies(criterion: Criterion) -> str:
    match criterion.not_applicable:
        case "never":
            return "This question always applies."
        case "with-reason":
            return "It may be left out with a reason (x)."
        case reasons:
            return f"It may be left out (x) only for: {'; '.join(reasons)}."


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
