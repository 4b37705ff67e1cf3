"""What is asked once, before the first audit: the school's name, and who answers."""

from ap_audit.errors import Unfinished
from ap_audit.interview.lines import fitted
from ap_audit.interview.person import NoMoreAnswers, Person
from ap_audit.interview.said import number_to_type
from ap_audit.interview.tidy import tidy
from ap_audit.interview.typed_values import LONGEST

ROLES = ("AP lead", "Safeguarding lead", "Business manager")
PROMPT = "> "


def ask_school(person: Person) -> str:
    """The school's name, as it will stand on reports."""
    return _line(person, "What is the school called? The name will stand on its reports.")


def ask_role(person: Person) -> str:
    """The role of whoever answers."""
    listed = "\n".join(f"  {number} {role}" for number, role in enumerate(ROLES, 1))
    question = f"Who is answering? Type a number, or another role. A role, not a name.\n{listed}"
    while True:
        typed = _line(person, question)
        if typed.isascii() and typed.isdigit():
            number = int(typed[:9])
            if 1 <= number <= len(ROLES):
                return ROLES[number - 1]
        elif sum(map(str.isalpha, typed)) > 1:  # a lone letter or "?" is no role
            return typed
        question = f"{number_to_type(len(ROLES))}, or another role."


def _line(person: Person, question: str) -> str:
    person.say(fitted(question, person.width))
    while True:
        try:
            typed = tidy(person.ask(PROMPT))
        except NoMoreAnswers:
            raise Unfinished("No answer was given.", hint="Nothing was written.") from None
        if (
            any(map(str.isalnum, typed))
            and len(typed) <= LONGEST
            and "\n" not in typed
            and not typed.startswith("-")
        ):
            return typed
        person.say(
            fitted(f"Type one line, at most {LONGEST} characters. Ctrl-C stops.", person.width)
        )
        person.discard()
