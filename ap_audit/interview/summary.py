"""What is said at the end: what is answered, what is left, the advice so far, what to run next."""

from ap_audit.interview.conversation import Conversation
from ap_audit.interview.said import questions


def summarise(talk: Conversation, called: str) -> None:
    """Say where the audit stands. *called* is its name on the command line."""
    asked, left = talk.asked(), talk.left()
    talk.person.say()
    talk.tell(f"Answered: {len(asked) - len(left)} of {questions(len(asked))}.")
    if left:
        talk.tell("Left:")
        sections: dict[str, int] = {}
        for outcome in left:
            sections[outcome.section.title] = sections.get(outcome.section.title, 0) + 1
        for title, number in sections.items():
            talk.tell(f"{title}: {number}", "  ")
    talk.tell(f"Advice so far: {talk.assessment.verdict.title}.")
    name = f" {called}" if called else ""
    if left:
        talk.tell(f"To go on: ap-audit resume{name}")
    talk.tell(f"To see it: ap-audit show{name}")
    if not left:
        talk.tell(f"For the report: ap-audit report{name}")


def name_of(talk: Conversation) -> str:
    """What an audit is called on the command line, where nobody says otherwise."""
    return talk.audit.placement or talk.audit.provider or ""
