"""A file given as evidence: found and known by its hash, and copied where that is wanted."""

from dataclasses import dataclass

from msgspec.structs import replace

from ap_audit.interview.conversation import Conversation
from ap_audit.interview.documents import Document, NoDocument
from ap_audit.interview.prompts import typed_aside, words_for
from ap_audit.interview.replies import NotNow, Text
from ap_audit.interview.said import saved_said
from ap_audit.interview.typed_paths import last_part, path_in
from ap_audit.model.checklist import Criterion


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed as a piece of evidence: words, and perhaps a file."""

    what: str
    path: str = ""
    document: Document | None = None


def given(talk: Conversation, criterion: Criterion, words: str) -> Given:
    """The file that the words lead to; where there is none, it is said and asked again.

    Words that are no path stay words. An empty `what`: the person leaves it out.
    """
    while (path := path_in(words)) and talk.documents is not None:
        try:
            found = talk.documents.look(path)
        except NoDocument as error:
            talk.tell(str(error))
            name = last_part(path)
            if not talk.person.present:
                talk.tell(f"Its name alone is recorded: {name}")
                return Given(name)
            leave = f"  k record its name alone, {name}\n  s leave it out"
            words = words_for(talk, criterion, f"Type the path again.\n{leave}", short=True)
            if words.casefold() == "k":
                return Given(name)
        else:
            name = last_part(found.name)
            talk.tell(f"Found {name}. Its fingerprint is recorded: a later change in it will show.")
            return Given(name, path, found)
    return Given(words)


def offer_copy(talk: Conversation, criterion: Criterion, piece: Given) -> None:
    """Offer to copy the file into the folder of what the audit is about, once it is recorded."""
    recorded = piece.document
    keys = [
        key
        for key, one in talk.answer(criterion).evidence.items()
        if recorded is not None and (one.file, one.sha256) == (recorded.name, recorded.sha256)
    ]
    # Where its name was changed as pupil data, a copy would bring that name back.
    if recorded is None or recorded.kept or not keys or not talk.person.present:
        return
    if _wanted(talk, criterion) and talk.documents is not None:
        try:
            copy = talk.documents.keep(piece.path)
        except NoDocument as error:
            talk.tell(f"{error} It stays where it is; its name and fingerprint are recorded.")
            return
        before = talk.answer(criterion)
        kept = replace(before.evidence[keys[-1]], file=copy.name, sha256=copy.sha256)
        answer = replace(before, evidence={**before.evidence, keys[-1]: kept})
        talk.record(criterion, answer, saved_said(f"copied to {copy.name}"))


def _wanted(talk: Conversation, criterion: Criterion) -> bool:
    def choices() -> str:
        return (
            "Copy it beside this audit? Its folder stays on this computer, out of git.\n"
            "  c copy it   s leave it where it is"
        )

    while True:
        match typed_aside(talk, criterion, choices, own="c"):
            case NotNow(""):
                return False
            case Text(words) if words.casefold() in ("c", "copy"):
                return True
            case _:
                talk.not_understood(criterion, "Type c to copy it, or s to leave it.")
