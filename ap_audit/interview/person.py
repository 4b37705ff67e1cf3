"""Whoever answers, as the dialogue sees them: someone to tell things and to ask for one line."""

from typing import Protocol


class NoMoreAnswers(Exception):
    """No line is left to read."""

    def __init__(self, *, at_keyboard: bool = False) -> None:
        super().__init__("no more answers")
        self.at_keyboard = at_keyboard
        """True where a person ended the input (Ctrl-D); False where a pipe ran out."""


class NotEdited(Exception):
    """No editor gave a text back; says why, and what to do instead."""


class Person(Protocol):
    """What a dialogue needs. A terminal implements it; so does a list of lines in a test."""

    @property
    def width(self) -> int:
        """How many characters fit on a line."""

    @property
    def present(self) -> bool:
        """Whether someone is there to be asked again.

        On a pipe nobody is, and the line after one that was not understood was never meant for the
        same question: the dialogue stops there.
        """

    def say(self, text: str = "") -> None:
        """Print lines as they are."""

    def ask(self, prompt: str) -> str:
        """What was typed up to Enter, without it; raises NoMoreAnswers at the end of the input.

        A line break inside is part of a paste that the terminal kept together.
        """

    def edit(self, text: str) -> str:
        """The text as it is after the person changed it in their editor; raises NotEdited."""

    def discard(self) -> None:
        """Throw away the rest of a paste that is already waiting. Does nothing on a pipe."""
