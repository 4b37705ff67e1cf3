"""What is asked before the first audit, while nothing is made yet: the school, and who answers."""

from collections.abc import Callable

from msgspec import Struct

from ap_audit.errors import BadUsage, Unfinished
from ap_audit.interview.lines import fitted, row
from ap_audit.interview.moves import Back, Stop
from ap_audit.interview.person import NoMoreAnswers, Person
from ap_audit.interview.said import number_to_type
from ap_audit.interview.tidy import tidy

ROLES = ("AP lead", "Safeguarding lead", "Business manager")
PROMPT = "> "
Kept = Callable[[str, str], str]
"""A text as it can be kept as a *what*; raises BadUsage where it cannot."""
_SCHOOL = "What is the school called? The name will stand on its reports."
_ABOUT_SCHOOL = (
    "The name of your school or trust, as it stands on its letters. Nothing is made yet, and it can"
    " be changed later."
)
_WHO = "Who is answering? Type a number, or another role. A role, not a name."
_ABOUT_ROLE = (
    "Each answer is kept with the role of whoever gave it, so that others know whom to ask. It can"
    " be changed later."
)
_MOVES: dict[str, type[Exception]] = {
    **dict.fromkeys(("b", "back"), Back),
    **dict.fromkeys(("q", "quit", "stop", "exit"), Stop),
}
_LETTERS = ("? help", "q stop", "b back")
_HELP = ("?", "help")
_STOPPED = "Nothing was made. The same command begins again."


class Introduced(Struct, frozen=True, kw_only=True):
    """The school's name, and the role of whoever answers."""

    school: str
    role: str


def introduced(person: Person, *, school: str, role: str, kept: Kept) -> Introduced:
    """Ask for whichever of the two is not given, say what was taken and where it will stand.

    `b` goes back to the one before. Raises Unfinished where the person stops.
    """
    given = {"school": school, "role": role}
    asked = [what for what, text in given.items() if not text]
    ask = {"school": _school, "role": _role}
    at = 0
    try:
        while at < len(asked):
            try:
                given[asked[at]] = ask[asked[at]](person, kept)
                at += 1
            except Back:
                if at == 0:
                    _tell(person, "This is the first question.")
                at = max(at - 1, 0)
    except Stop:
        raise Unfinished("Stopped.", hint=_STOPPED) from None
    except NoMoreAnswers:
        raise Unfinished("No answer was given.", hint=_STOPPED) from None
    taken = Introduced(**given)
    if asked:
        person.say()
        person.say("\n".join(_taken(taken, asked, person.width)))
        person.say()
    return taken


def same_provider(person: Person, name: str, known: str) -> bool:
    """Whether a provider is the known one of nearly the same name.

    Raises Unfinished where the person stops.
    """
    _tell(person, f"A provider of much the same name is known: {known}.")
    _tell(person, f"  1 it is that one\n  2 {name} is another provider\n  q stop")
    while True:
        try:
            typed = tidy(person.ask(PROMPT)).casefold()
        except NoMoreAnswers:
            typed = "q"
        if typed in ("1", "2"):
            return typed == "1"
        if _MOVES.get(typed) is Stop:
            raise Unfinished("Stopped.", hint=_STOPPED)
        _tell(person, "Type 1, 2 or q.")
        person.discard()


def _school(person: Person, kept: Kept) -> str:
    def meant(typed: str) -> str:
        return kept(typed, "school's name") if _is_words(typed) else ""

    question = f"{_SCHOOL}\n{row(_LETTERS[:-1], person.width)}"
    return _answer(person, question, _ABOUT_SCHOOL, "Type the school's name. q stops.", meant)


def _role(person: Person, kept: Kept) -> str:
    def meant(typed: str) -> str:
        if typed.isascii() and typed.isdigit():
            number = int(typed[:9])
            return ROLES[number - 1] if 1 <= number <= len(ROLES) else ""
        return kept(typed, "role") if _is_words(typed) else ""

    listed = "\n".join(f"  {number} {role}" for number, role in enumerate(ROLES, 1))
    again = f"{number_to_type(len(ROLES))}, or another role. b goes back, q stops."
    question = f"{_WHO}\n{listed}\n{row(_LETTERS, person.width)}"
    return _answer(person, question, _ABOUT_ROLE, again, meant)


def _is_words(typed: str) -> bool:
    """A lone letter was meant for something else, as "no" was; "- a school" was pasted."""
    answers = typed.casefold().rstrip(".!") in ("yes", "no", "none", "ok", "skip")
    return sum(map(str.isalpha, typed)) > 1 and not typed.startswith("-") and not answers


def _answer(
    person: Person, question: str, about: str, again: str, meant: Callable[[str], str]
) -> str:
    """What was meant by a line, once it is something; raises Back or Stop where they are."""
    _tell(person, question)
    while True:
        typed = tidy(person.ask(PROMPT))
        if move := _MOVES.get(typed.casefold()):
            raise move
        if typed.casefold() in _HELP:
            _tell(person, about)
            continue
        try:
            if found := meant(typed):
                return found
            _tell(person, again)
        except BadUsage as error:
            _tell(person, f"{error.message} {error.hint}")
        person.discard()


def _taken(taken: Introduced, asked: list[str], width: int) -> list[str]:
    """What was understood, and the lines of files in which it can be put right."""
    lines, places = [], []
    if "school" in asked:
        lines.append(fitted(taken.school, width, "School:     "))
        places.append('the line "school:" in ap-audit.yaml')
    if "role" in asked:
        lines.append(fitted(taken.role, width, "Answering:  "))
        places.append('the line "auditor:" in the audit\'s file')
    return [*lines, fitted(f"To change it later: {', and '.join(places)}.", width)]


def _tell(person: Person, text: str) -> None:
    person.say(fitted(text, person.width))
