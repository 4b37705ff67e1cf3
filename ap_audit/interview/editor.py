"""A text in the person's own editor: written to a file of theirs alone, and read back."""

import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ap_audit.interview.person import NotEdited

NONE_SET = (
    "There is no editor to open: set one, such as EDITOR=nano, before starting."
    " Or type m for a note of several lines."
)
_KEPT = "The note is as it was."


def edited(command: tuple[str, ...], text: str) -> str:
    """The text as the editor left it; raises NotEdited where there is none or it failed.

    The file lies in a folder that only this person can read, and both are gone afterwards.
    """
    if not command:
        raise NotEdited(NONE_SET)
    with tempfile.TemporaryDirectory(prefix="ap-audit-") as folder:
        path = Path(folder) / "note.txt"
        path.write_text(f"{text}\n" if text else "", encoding="utf-8")
        try:
            with _ours_ignored():
                done = subprocess.run([*command, str(path)], check=False)  # noqa: S603 -- their own
        except OSError:
            raise NotEdited(
                f"The editor '{command[0]}' could not be started. {_KEPT}"
                " See the setting VISUAL or EDITOR."
            ) from None
        if done.returncode:
            raise NotEdited(f"The editor ended with an error. {_KEPT}")
        try:
            return path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            raise NotEdited(f"What the editor saved is not UTF-8 text. {_KEPT}") from None


@contextmanager
def _ours_ignored() -> Iterator[None]:
    """Ctrl-C in the editor is the editor's: a handler, unlike ignoring, is not handed on to it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
