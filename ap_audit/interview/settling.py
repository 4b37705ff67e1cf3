"""Where two auditors differ: both answers are shown, and the person says which of them stands."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from ap_audit.interview.conversation import Conversation
from ap_audit.interview.lines import fitted
from ap_audit.interview.moves import Onward
from ap_audit.interview.prompts import typed_aside, words_for
from ap_audit.interview.reasons import reason_for
from ap_audit.interview.replies import NotNow, Text
from ap_audit.interview.said import answer_said
from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Criterion
from ap_audit.model.words import Rating
from ap_audit.rules.moderation import second_standing, settled, unsettled

FIRST, SECOND, NEITHER = "1", "2", "3"
Finish = Callable[[Answer], Answer]


def settle(talk: Conversation, criterion: Criterion) -> Finish | None:
    """Ask which answer stands, where two differ; None once one of the two stands.

    Else gives what makes the answer that is given next the settled one; where nothing was to
    settle, it changes nothing. Raises Onward where it is left for later.
    """
    before = talk.answer(criterion)
    if not unsettled(before):
        return lambda answer: answer
    chosen = _chosen(talk, criterion)
    if not chosen:
        talk.tell("Left as it is: the lower of the two counts.")
        raise Onward
    stands = before
    if chosen == SECOND:
        stands = second_standing(before)
        if stands.rating is Rating.NOT_APPLICABLE:
            why, note = reason_for(talk, criterion, stands.note or "")
            stands = replace(stands, reason=why, note=note or None)
    reason = words_for(talk, criterion, "Why? A few words; they stand beside both answers.")
    if not reason:
        talk.tell("A difference is settled with a reason, so it is left as it is.")
        raise Onward

    def finish(answer: Answer) -> Answer:
        return settled(answer, before, by=talk.by, today=talk.today, reason=reason)

    if chosen == NEITHER:
        return finish
    said = answer_said(criterion, replace(stands, note=None, date=None)).rstrip(".")
    talk.record(criterion, finish(stands), f"Saved: settled, {said}. {reason}")
    return None


def _chosen(talk: Conversation, criterion: Criterion) -> str:
    """Which answer stands; empty where the person leaves it."""
    offered = [FIRST, SECOND, NEITHER]
    if criterion.is_record:
        offered.remove(SECOND)  # its values stand in words, and have to be typed

    def choices() -> str:
        return "\n".join(_offers(talk, criterion, offered))

    while True:
        match typed_aside(talk, criterion, choices):
            case NotNow(""):
                return ""
            case Text(typed) if typed in offered:
                return typed
            case _:
                talk.not_understood(criterion, f"Type {', '.join(offered)}; or s to leave it.")


def _offers(talk: Conversation, criterion: Criterion, offered: list[str]) -> Iterator[str]:
    width, answer = talk.person.width, talk.answer(criterion)
    yield fitted("Two auditors differ. Until it is settled, the lower counts. Which stands?", width)
    words = {
        FIRST: f"the first: {answer_said(criterion, replace(answer, note=None, date=None))}",
        SECOND: f"the second: {answer.other.rating.title}." if answer.other else "",
        NEITHER: "neither: answer it afresh",
    }
    for number in offered:
        yield fitted(words[number], width, f"  {number} ")
    yield "  s not now   ? help   b back   q save and stop"
