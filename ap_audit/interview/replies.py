"""One line a person typed, as a reply: a rating, a command, or why it was not understood.

A letter counts on its own or before a space; whatever follows it is the note. A full word counts
only on its own: "no" is an answer, "no idea" is not. Nothing else is ever guessed.
"""

import re
from enum import StrEnum

from msgspec import Struct

from ap_audit.interview.tidy import tidy
from ap_audit.model.words import Rating


class Command(StrEnum):
    """What may be typed instead of an answer. One more: a line here, one where it is obeyed."""

    HELP = "?"
    BACK = "b"
    GO = "g"
    NOTE = "m"
    EDITOR = "e"
    EVIDENCE = "v"
    ACTION = "a"
    STOP = "q"


class Rated(Struct, frozen=True):
    """A rating, with the words typed after it."""

    rating: Rating
    words: str = ""


class Graded(Rated, frozen=True):
    """A rating in a word of the checklist's own scale."""

    grade: str = ""


class NotNow(Struct, frozen=True):
    """Leave it as it is and go on; words are kept as the note."""

    words: str = ""


class AsLastTime(Struct, frozen=True):
    """Checked again, as last time."""

    words: str = ""


class Ordered(Struct, frozen=True):
    """A command, with the words typed after it."""

    command: Command
    words: str = ""


class Text(Struct, frozen=True):
    """None of those: words, for a question that asks for words."""

    words: str


class NotUnderstood(Struct, frozen=True):
    """Not an answer, and what to type instead."""

    says: str


Reply = Rated | NotNow | AsLastTime | Ordered | NotUnderstood
Aside = Rated | NotNow | AsLastTime | Ordered | Text | NotUnderstood

LETTERS = {
    "y": Rating.MET,
    "p": Rating.PARTLY,
    "n": Rating.NOT_MET,
    "u": Rating.CANNOT_TELL,
    "x": Rating.NOT_APPLICABLE,
}
_WORDS = {
    "met": Rating.MET,
    "partly": Rating.PARTLY,
    "partly met": Rating.PARTLY,
    "not met": Rating.NOT_MET,
    "not-met": Rating.NOT_MET,
    "could not tell": Rating.CANNOT_TELL,
    "cannot tell": Rating.CANNOT_TELL,
    "cannot-tell": Rating.CANNOT_TELL,
    "does not apply": Rating.NOT_APPLICABLE,
    "not applicable": Rating.NOT_APPLICABLE,
    "not-applicable": Rating.NOT_APPLICABLE,
    "n/a": Rating.NOT_APPLICABLE,
}
_YES_OR_NO = {"yes": "y", "no": "n"}
_ORDERS = {
    "help": Command.HELP,
    "back": Command.BACK,
    "quit": Command.STOP,
    "exit": Command.STOP,
    "stop": Command.STOP,
    "evidence": Command.EVIDENCE,
    "action": Command.ACTION,
}
_NOT_NOW = ("not now", "skip")
_TAKES_WORDS = (Command.GO, Command.NOTE)
_TURNED = {"y": Rating.NOT_MET, "n": Rating.MET}
_FIRST = re.compile(r"(?P<letter>\S)[:,.;]?(?: +(?:[-–—] +)?(?P<words>.*))?", re.DOTALL)

ENTER = "Nothing was typed, so nothing is recorded."
BULLET = 'A line that starts with "-" is not taken as an answer.'
_CHOOSE = "Type one of the letters and press Enter; words after the letter are the note."


def reply_from(line: str, *, reversed_: bool = False) -> Reply:
    """What a line means at a question that is rated.

    >>> reply_from("p two tutors missing")
    Rated(rating=<Rating.PARTLY: 'partly'>, words='two tutors missing')
    """
    aside = aside_from(line, reversed_=reversed_)
    if isinstance(aside, Text):
        return NotUnderstood(not_an_answer(aside.words))
    return aside


def aside_from(line: str, *, reversed_: bool = False, own: str = "") -> Aside:
    """What a line means where words may be the answer: a letter alone is still a letter.

    *own* letters belong to this prompt, and are words to it.
    """
    text = tidy(line)
    if not text:
        return NotUnderstood(ENTER)
    if text[0] in "-–—•*":
        return NotUnderstood(BULLET)
    plain = " ".join(text.casefold().split()).rstrip(".")
    if plain and plain.partition(" ")[0] in tuple(own):
        return Text(text)
    if plain in _WORDS:
        return Rated(_WORDS[plain])
    if plain in _ORDERS:
        return Ordered(_ORDERS[plain])
    if plain in _NOT_NOW:
        return NotNow()
    return _lettered(_YES_OR_NO.get(plain, text), reversed_=reversed_) or Text(text)


def _lettered(text: str, *, reversed_: bool) -> Rated | NotNow | AsLastTime | Ordered | None:
    found = _FIRST.fullmatch(text)
    if not found:
        return None
    letter, words = found["letter"].lower(), (found["words"] or "").strip()
    if letter in LETTERS:
        turned = _TURNED if reversed_ else {}
        return Rated(turned.get(letter, LETTERS[letter]), words)
    if letter == "s":
        return NotNow(words)
    if letter == "=":
        return AsLastTime(words)
    if letter in list(Command) and (not words or Command(letter) in _TAKES_WORDS):
        return Ordered(Command(letter), words)
    return None


def not_an_answer(text: str) -> str:
    """A sentence that says what to type instead of these words."""
    shown = text.split("\n", maxsplit=1)[0][:40]
    quoted = f'"{shown}…"' if shown != text else f'"{text}"'
    first, _, rest = " ".join(text.split()).partition(" ")
    meant = next(
        (key for key, rating in LETTERS.items() if rating == _WORDS.get(first.casefold())), ""
    )
    if meant and rest:
        example = f"{meant} {rest[:40]}"
        return f'{quoted} is not an answer here. With a note, type the letter first: "{example}".'
    return f"{quoted} is not an answer here. {_CHOOSE}"
