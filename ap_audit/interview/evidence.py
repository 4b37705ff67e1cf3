"""How it was seen: told is not seen, and every piece of evidence says which it was."""

from datetime import date

from msgspec.structs import replace

from ap_audit.interview.conversation import Conversation
from ap_audit.interview.dates import HOW, Likely, date_from
from ap_audit.interview.files_given import given, offer_copy
from ap_audit.interview.keys import key_for
from ap_audit.interview.lines import fitted, row
from ap_audit.interview.prompts import typed_aside, words_for
from ap_audit.interview.replies import Command, NotNow, Text
from ap_audit.interview.said import evidence_said, saved_said
from ap_audit.interview.typed_values import LONGEST
from ap_audit.model.audit import Answer, Evidence
from ap_audit.model.checklist import Criterion, ValueType
from ap_audit.model.wording import day
from ap_audit.model.words import Backing, Rating, Seen
from ap_audit.rules.values import typed as typed_value

LETTERS = {
    "t": Seen.TOLD,
    "h": Seen.SECOND_HAND,
    "c": Seen.COPY,
    "o": Seen.ORIGINAL,
    "v": Seen.ON_SITE,
}
_ROW = ("t told", "h seen by another commissioner", "c copy", "o original", "v on site, on a visit")
_WORDS = {
    "told": Seen.TOLD,
    "second-hand": Seen.SECOND_HAND,
    "copy": Seen.COPY,
    "original": Seen.ORIGINAL,
    "on site": Seen.ON_SITE,
    "on-site": Seen.ON_SITE,
    "visit": Seen.ON_SITE,
}
_WHAT = {
    Seen.TOLD: "Who said so? A role, such as head of centre.",
    Seen.SECOND_HAND: "Whose check was it, and of what?",
    Seen.COPY: "What is it? The name of the document, or its file.",
    Seen.ORIGINAL: "What is it? The name of the document, or its file.",
    Seen.ON_SITE: "What was seen?",
}
_NEEDED = {
    Seen.COPY: "A copy",
    Seen.ORIGINAL: "The original",
    Seen.ON_SITE: "A visit",
    Seen.TOLD: "The provider's word",
    Seen.SECOND_HAND: "Another commissioner's check",
}


def ask_how_seen(talk: Conversation, criterion: Criterion, *, again: bool) -> None:
    """Ask how it was seen, until everything that is needed was given or left for later."""
    need = criterion.evidence
    wanted = Backing.EVIDENCE in required(criterion, talk.answer(criterion))
    if not (wanted or criterion.is_gateway or need.needs or need.expires_after):
        return
    if not again and not lacking(criterion, talk.answer(criterion)):
        return
    wants: tuple[Seen, ...] = need.needs and lacking(criterion, talk.answer(criterion))
    too = ""
    while True:
        piece = _one_piece(talk, criterion, [f"{_NEEDED[kind]} is needed{too}." for kind in wants])
        if piece is None:
            return
        before, wants, too = wants, lacking(criterion, talk.answer(criterion)), " too"
        if wants == before and piece.seen is Seen.ON_SITE:
            talk.tell("A visit shows no document. One that was read there is o, its original.")
        if not wants or not piece.seen.first_hand or wants == before:
            return


def wanting(criterion: Criterion, answer: Answer) -> bool:
    """Whether what the criterion asks to be seen is not there, whatever its date."""
    return bool(criterion.is_gateway or criterion.evidence.needs) and bool(
        lacking(criterion, answer)
    )


def required(criterion: Criterion, answer: Answer) -> tuple[Backing, ...]:
    """What an answer must carry, by the rating that it was given."""
    return criterion.requires.get(answer.rating or Rating.NOT_CHECKED, ())


def add_evidence(talk: Conversation, criterion: Criterion) -> None:
    """Ask for one more piece of evidence, whatever the question asks for."""
    talk.tell(f"Evidence for {criterion.id}:")
    with talk.busy(Command.EVIDENCE):
        _one_piece(talk, criterion, [])


def _one_piece(talk: Conversation, criterion: Criterion, needed: list[str]) -> Evidence | None:
    """Ask for one piece and save it; None where the person leaves it for later."""
    seen, what = _how(talk, criterion, needed)
    if seen is None:
        return None
    if not what:
        what = words_for(talk, criterion, _WHAT[seen])
        if not what:
            talk.tell("Left out for now: how it was seen is not recorded.")
            return None
    found = given(talk, criterion, what)
    if not found.what:
        talk.tell("Left out for now: how it was seen is not recorded.")
        return None
    piece = Evidence(what=found.what, seen=seen, date=talk.today, by=talk.by)
    if found.document is not None:
        piece = replace(piece, file=found.document.name, sha256=found.document.sha256)
    piece = _dated(talk, criterion, piece)
    before = talk.answer(criterion)
    words = {name: known.what for name, known in before.evidence.items()}
    key = key_for(piece.what, words, "evidence")
    answer = replace(before, evidence={**before.evidence, key: piece})
    talk.record(criterion, answer, saved_said(evidence_said(piece)))
    offer_copy(talk, criterion, found)
    return piece


def _how(talk: Conversation, criterion: Criterion, needed: list[str]) -> tuple[Seen | None, str]:
    def choices() -> str:
        there = talk.answer(criterion).evidence
        leave = "s keep as it is" if there else "s not now"
        asked = fitted(" ".join(("How was it seen?", *needed)), talk.person.width)
        return f"{asked}\n{row((*_ROW, leave, '? help'), talk.person.width)}"

    while True:
        reply = typed_aside(talk, criterion, choices, own="".join(LETTERS))
        match reply:
            case NotNow(""):
                return None, ""
            case Text(words) if found := _seen_in(words):
                return found
            case _:
                talk.not_understood(
                    criterion, "Type one letter: t, h, c, o or v; or s to leave it for now."
                )


def _seen_in(words: str) -> tuple[Seen, str] | None:
    """The way of seeing that was typed, and the document's name if it stands after the letter."""
    plain = words.casefold()
    if plain in _WORDS:
        return _WORDS[plain], ""
    letter, _, what = words.partition(" ")
    seen = LETTERS.get(letter.casefold())
    if seen is None or len(what) > LONGEST or "\n" in what:
        return None
    return seen, what.strip()


def _dated(talk: Conversation, criterion: Criterion, piece: Evidence) -> Evidence:
    if not criterion.evidence.expires_after or piece.seen is Seen.TOLD:
        return piece
    on_site = piece.seen is Seen.ON_SITE
    prompt = "When was it seen? The day of the visit." if on_site else "What date is on it?"
    same = _same_day(talk, criterion)
    leave = f"= {day(same)}, as above   s leaves it out" if same else "s leaves it out for now."
    while True:
        typed = words_for(
            talk,
            criterion,
            f"{prompt}\n  {leave}",
            short=True,
            same=same.isoformat() if same else "",
        )
        if not typed:
            return replace(piece, date=None) if on_site else piece
        found = date_from(typed, talk.today, Likely.PAST)
        if isinstance(found, date) and found <= talk.today:
            return replace(piece, date=found) if on_site else replace(piece, dated=found)
        talk.not_understood(
            criterion, found if isinstance(found, str) else f"That day is still to come. {HOW}"
        )


def _same_day(talk: Conversation, criterion: Criterion) -> date | None:
    """The one day that was recorded with the answer: most often that of the same document."""
    texts = talk.answer(criterion).values
    days = [
        typed_value(spec, texts[name])
        for name, spec in criterion.record.items()
        if spec.type is ValueType.DATE and name in texts
    ]
    found = days[0] if len(days) == 1 else None
    return found if isinstance(found, date) and found <= talk.today else None


def lacking(criterion: Criterion, answer: Answer) -> tuple[Seen, ...]:
    """What is still to be seen, whatever its date."""
    pieces = answer.evidence.values()
    if not criterion.evidence.needs:
        return () if any(piece.seen.first_hand for piece in pieces) else (Seen.COPY,)
    return tuple(
        need
        for need in criterion.evidence.needs
        if not any(piece.seen.satisfies(need) for piece in pieces)
    )
