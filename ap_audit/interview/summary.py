"""What is said at the end: what is answered, what is left, the advice so far, what to run next."""

from ap_audit.interview.before_signing import (
    shut_gateways,
    tell_what_is_in_the_way,
    to_settle,
)
from ap_audit.interview.conversation import Conversation
from ap_audit.interview.said import questions
from ap_audit.model.wording import count
from ap_audit.model.words import Rung


def summarise(talk: Conversation, called: str, *, whole: bool) -> None:
    """Say where the audit stands. *called* is its name on the command line.

    *whole*: with all that is in the way of a sign-off. Who stops in the middle reads a few lines.
    """
    asked, left = talk.asked(), talk.left()
    talk.person.say()
    talk.tell(f"Answered: {len(asked) - len(left)} of {questions(len(asked))}.")
    if whole:
        _tell_left(talk)
    _tell_later(talk)
    if whole or not left:
        tell_what_is_in_the_way(talk)
    elif shut := shut_gateways(talk):
        talk.tell(f"Not open: {count(len(shut), 'gateway')}.")
    _tell_advice(talk, whole=whole)
    _tell_next(talk, f" {called}" if called else "")


def _tell_advice(talk: Conversation, *, whole: bool) -> None:
    """The advice, with whom to tell today where pupils attend already.

    In the middle everything is still to be shown, so only what was found wrong says it then.
    """
    verdict = talk.assessment.verdict
    talk.tell(f"Advice so far: {verdict.title}.")
    if verdict.rung is Rung.STOP or (whole and verdict.rung is Rung.NOT_SHOWN):
        talk.tell(verdict.says)


def _tell_left(talk: Conversation) -> None:
    sections: dict[str, int] = {}
    for outcome in talk.left():
        sections[outcome.section.title] = sections.get(outcome.section.title, 0) + 1
    if sections:
        talk.tell("Left:")
    for title, number in sections.items():
        talk.tell(f"{title}: {number}", "  ")


def _tell_next(talk: Conversation, name: str) -> None:
    unfinished = bool(talk.left() or talk.left_for_later())
    if unfinished:
        talk.tell(f"To go on: ap-audit resume{name}")
    elif shut_gateways(talk):
        talk.tell(f"To go through the gateways: ap-audit resume{name} --only gateways")
    talk.tell(f"To see it: ap-audit show{name}")
    if not unfinished:
        talk.tell(f"For the report: ap-audit report{name}")
        if not to_settle(talk):
            talk.tell(f'To sign it: ap-audit sign{name} --role prepared --name "Your name"')


def _tell_later(talk: Conversation) -> None:
    """What belongs to another stage waits to be asked, and counts as not yet checked till then."""
    later = talk.left_for_later()
    if not later:
        return
    gateways = sum(outcome.criterion.is_gateway for outcome in later)
    shown = f", with {count(gateways, 'gateway')} not shown until then" if gateways else ""
    talk.tell(f"Not asked now, for they belong to another stage: {questions(len(later))}{shown}.")


def name_of(talk: Conversation) -> str:
    """What an audit is called on the command line, where nobody says otherwise."""
    return talk.audit.placement or talk.audit.provider or ""
