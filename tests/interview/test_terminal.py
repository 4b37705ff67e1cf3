import io

import pytest

from ap_audit.interview.person import NoMoreAnswers
from ap_audit.interview.terminal import Terminal


def reading(data: bytes) -> tuple[Terminal, io.BytesIO]:
    """A terminal that reads these bytes from a pipe, and what it prints."""
    out = io.BytesIO()
    stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
    stdout = io.TextIOWrapper(out, encoding="ascii", newline="\n")
    return Terminal(stdin, stdout), out


def test_pipe() -> None:
    """On a pipe the questions and what was read are printed; the end is not a person's doing."""
    terminal, out = reading("\ufeffy\r\np two\n".encode())

    assert (terminal.ask("> "), terminal.ask("> ")) == ("y", "p two")
    assert not terminal.present
    with pytest.raises(NoMoreAnswers) as ended:
        terminal.ask("> ")
    assert not ended.value.at_keyboard
    assert out.getvalue() == b"> y\n> p two\n> \n"


def test_pipe_is_never_thrown_away() -> None:
    """What waits in a pipe are the next answers."""
    terminal, _ = reading(b"y\nn\n")

    terminal.ask("")
    terminal.discard()

    assert terminal.ask("") == "n"


def test_bytes_that_are_no_text() -> None:
    """A byte that is no text is replaced, and that is said; a sign the screen lacks is too."""
    terminal, out = reading(b"p caf\xe9\n")

    assert terminal.ask("> ") == "p caf\ufffd"
    assert b"Some characters could not be read" in out.getvalue()


def test_shown_text_cannot_act_on_the_screen() -> None:
    """Control characters from a file are shown as signs."""
    out = io.StringIO()

    Terminal(io.StringIO(), out).say("red \x1b[31m\nnext\u202e")

    assert out.getvalue() == "red ␛[31m\nnext⟨U+202E⟩\n"


def test_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """The width is the window's."""
    monkeypatch.setenv("COLUMNS", "57")

    assert Terminal(io.StringIO(), io.StringIO()).width == 57


def test_closed_stream_is_no_terminal() -> None:
    """A stream that was closed is not taken for a person."""
    closed = io.StringIO()
    closed.close()

    assert not Terminal(closed, io.StringIO()).present
