"""Asking for one line at a question: the commands that work everywhere, and words as answers."""

from collections.abc import Callable
from typing import assert_never

from ap_audit.interview.conversation import PROMPT, Conversation
from ap_audit.interview.guidance import guidance_text, sources_text
from ap_audit.interview.moves import Back, GoTo, Stop
from ap_audit.interview.notes import edited_text, longer_note, longer_text, note_in_editor
from ap_audit.interview.replies import (
    Aside,
    AsLastTime,
    Command,
    NotNow,
    NotUnderstood,
    Ordered,
    Rated,
    Text,
    aside_from,
)
from ap_audit.interview.tidy import tidy
from ap_audit.interview.typed_values import LONGEST
from ap_audit.interview.whereabouts import sought, whats_left
from ap_audit.model.checklist import Criterion

Choices = Callable[[], str]
"""The lines that say what may be typed; printed first, and again after something else was shown."""


Answered = Rated | NotNow | AsLastTime | Text


def typed_aside(
    talk: Conversation, criterion: Criterion, choices: Choices, *, own: str = ""
) -> Answered:
    """The next line that is neither a command nor refused; commands are obeyed."""
    return typed_line(talk, criterion, choices, own=own)[0]


def typed_line(
    talk: Conversation, criterion: Criterion, choices: Choices, *, own: str = ""
) -> tuple[Answered, str]:
    """The next line that is neither a command nor refused, as a reply and as it was typed.

    *own* letters mean something at this prompt alone, and are words to it.
    """
    talk.person.say(choices())
    while True:
        line = talk.person.ask(PROMPT)
        reply: Aside = aside_from(line, reversed_=criterion.polarity == "reversed", own=own)
        match reply:
            case Ordered():
                if obeyed(talk, criterion, reply):
                    talk.person.say(choices())
            case NotUnderstood(says):
                brief = talk.brief
                talk.not_understood(criterion, says)
                if brief:
                    talk.person.say(choices())
            case _:
                return reply, tidy(line)


def obeyed(talk: Conversation, criterion: Criterion, order: Ordered) -> bool:
    """Do what a command says. Whether something was shown; a move is raised."""
    match order.command:
        case Command.HELP:
            _tell_help(talk, criterion)
        case Command.BACK:
            raise Back
        case Command.STOP:
            raise Stop
        case Command.NOTE:
            longer_note(talk, criterion, order.words)
        case Command.EDITOR:
            note_in_editor(talk, criterion)
        case Command.EVIDENCE | Command.ACTION:
            if talk.adding is order.command:
                talk.not_understood(criterion, "You are adding one just now; s leaves it out.")
                return False
            talk.beside[order.command](talk, criterion)
        case Command.GO:
            return _gone(talk, criterion, order.words)
        case _:
            assert_never(order.command)
    return True


def _gone(talk: Conversation, criterion: Criterion, words: str) -> bool:
    """Show what is left where there are no words; raises GoTo where they mean a question."""
    if not words:
        whats_left(talk)
        return True
    found = sought(talk, words, loosely=True)
    if isinstance(found, Criterion):
        raise GoTo(found)
    talk.not_understood(criterion, found)
    return False


def _tell_help(talk: Conversation, criterion: Criterion) -> None:
    """What the ratings mean; asked for again, where that stands and what the words mean."""
    width = talk.person.width
    more = sources_text(criterion, talk.register, width, talk.glossary)
    first = not (talk.explained and more)
    talk.explaining, talk.explained = True, first
    talk.person.say()
    talk.person.say(guidance_text(criterion, width) if first else more)
    if first and more:
        talk.tell("? again for the sources, and for the words that are used here.", "  ")
    talk.person.say()


def words_for(
    talk: Conversation,
    criterion: Criterion,
    prompt: str,
    *,
    several: bool = False,
    short: bool = False,
    same: str = "",
    alone: str = "",
) -> str:
    """The words typed at a prompt; empty where the person left them out with `s`.

    A command is obeyed here too. *several*: more than one line, and any length, is welcome.
    *short*: one letter may be the answer. *same*: what `=` stands for; *alone*: what Enter alone
    does. On a pipe an empty line is more likely a mistake, and is refused.
    """
    talk.tell(prompt)
    while True:
        line = talk.person.ask(PROMPT)
        if meant := _stands_for(line, same, alone if talk.person.present else ""):
            return meant
        reply = aside_from(line)
        match reply:
            case NotUnderstood(says):
                talk.not_understood(criterion, says)
            case NotNow(""):
                return ""
            case Ordered(Command.NOTE | Command.EDITOR, "") if several:
                long = longer_text if reply.command is Command.NOTE else edited_text
                if text := long(talk):
                    return text
                talk.tell(prompt)
            case Ordered() if _is_order(talk, reply):
                if obeyed(talk, criterion, reply):
                    talk.tell(prompt)
            case _:
                says = "" if short else _too_little(reply, line)
                says = says or ("" if several else _too_much(tidy(line)))
                if not says:
                    talk.person.discard()
                    return tidy(line)
                talk.not_understood(criterion, says)


def _stands_for(line: str, same: str, alone: str) -> str:
    """What `=` or Enter alone stands for at this prompt; empty for any other line."""
    return {"": alone, "=": same}.get(tidy(line), "")


def _is_order(talk: Conversation, order: Ordered) -> bool:
    """Whether it is a command: "g 13" is, and "g block plan" is the name of a document."""
    if order.command is Command.GO and order.words:
        return isinstance(sought(talk, order.words), Criterion)  # not loosely: words are welcome
    return not order.words


def _too_little(reply: Aside, line: str) -> str:
    # A number alone was meant for a list of choices, and would stand there as somebody's role.
    lone = isinstance(reply, Rated | AsLastTime) and not reply.words
    if lone or not any(map(str.isalpha, line)):
        return f'"{tidy(line)[:40]}" says too little here. Type a few words, or s to leave it out.'
    return ""


def _too_much(text: str) -> str:
    if "\n" in text:
        return "That is more than one line. Type one line."
    if len(text) > LONGEST:
        return f"That has {len(text):,} characters; there is room for {LONGEST} here."
    return ""
