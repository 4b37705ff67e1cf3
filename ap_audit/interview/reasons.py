"""Why a question does not apply: one of the reasons it accepts, or one in the person's words."""

from ap_audit.interview.choices import numbered
from ap_audit.interview.conversation import Conversation
from ap_audit.interview.moves import Onward
from ap_audit.interview.prompts import typed_aside, words_for
from ap_audit.interview.replies import NotNow, Text
from ap_audit.interview.said import number_to_type
from ap_audit.interview.typed_values import LONGEST
from ap_audit.model.checklist import Criterion, Section


def reason_for(
    talk: Conversation, criterion: Criterion, words: str, section: Section | None = None
) -> tuple[str, str]:
    """The reason, and what was typed beside it as a note. *words* came with the letter.

    Why a whole *section* does not apply, where one is given.
    """
    accepted = criterion.not_applicable if section is None else section.not_applicable
    if isinstance(accepted, tuple):
        meant = _meant(accepted, words) if words else ""
        return (meant, "") if meant else (_chosen(talk, criterion, accepted), words)
    if words and len(words) <= LONGEST and "\n" not in words:
        return words, ""
    return words_for(talk, criterion, "Why does it not apply? One line.") or _left(talk), words


def _chosen(talk: Conversation, criterion: Criterion, accepted: tuple[str, ...]) -> str:
    def choices() -> str:
        listed = numbered(list(accepted), talk.person.width)
        return f"It may be left out only for one of these reasons:\n{listed}\n  s none of these"

    while True:
        reply = typed_aside(talk, criterion, choices)
        match reply:
            case NotNow():
                return _left(talk)
            case Text(words) if meant := _meant(accepted, words):
                return meant
            case _:
                talk.not_understood(
                    criterion,
                    f"{number_to_type(len(accepted))}, or s if none of them fits.",
                )


def _meant(accepted: tuple[str, ...], words: str) -> str:
    """The reason meant by its number, or by a beginning that only one of them has; else nothing."""
    plain = " ".join(words.casefold().split())
    if plain.isascii() and plain.isdigit():
        number = int(plain[:9])
        return accepted[number - 1] if 1 <= number <= len(accepted) else ""
    starts = [reason for reason in accepted if plain and reason.casefold().startswith(plain)]
    return starts[0] if len(starts) == 1 else ""


def _left(talk: Conversation) -> str:
    talk.tell("Does not apply needs a reason, so this is left as it was.")
    raise Onward
