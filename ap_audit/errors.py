"""What can go wrong, as values: problems in a person's file, and the few errors that end a command.

ApAuditError          a sentence, a next step, an exit code
├── BadUsage      2   the command line is wrong
├── InvalidFile   3   a file is wrong; carries every problem found in it
├── Refused       4   nothing was written, to protect work
└── Unfinished    5   the answers given on a pipe ran out
"""

from typing import ClassVar, NamedTuple


class Place(NamedTuple):
    """Where in a person's file: lines and columns count from one, in characters."""

    path: str
    line: int = 0
    """0 where the whole file is meant."""
    column: int = 0
    excerpt: str = ""
    """The person's own line, as it stands in the file."""

    def __str__(self) -> str:
        parts = [self.path, str(self.line) if self.line else "", str(self.column or "")]
        return ":".join(part for part in parts if part)


class Problem(NamedTuple):
    """Something wrong with a file: where, what, and what to do about it."""

    place: Place
    what: str
    hint: str = ""
    warning: bool = False
    """True where the file can be used as it is."""
    privacy: bool = False
    """True where it warns of data about a pupil, which should not reach git."""


KeyPath = tuple[str | int, ...]
"""The keys that lead to a place in a file: ``("answers", "saf-checks-written", "rating")``."""


class Flaw(NamedTuple):
    """A problem whose place is known by its keys alone; reading a file turns it into a Problem."""

    path: KeyPath
    what: str
    hint: str = ""
    warning: bool = False
    at_key: bool = False
    """True where the key itself is wrong, not what stands under it."""
    privacy: bool = False
    words: str = ""
    """The words that are meant, where they are a part of the text."""


class ApAuditError(Exception):
    """The one kind of error a person may see: a sentence, a next step, and an exit code."""

    code: ClassVar[int] = 70

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class BadUsage(ApAuditError):
    """The command line asks for something that cannot be."""

    code = 2


class InvalidFile(ApAuditError):
    """One or more files are wrong; every problem found is listed."""

    code = 3

    def __init__(self, problems: tuple[Problem, ...], message: str = "", *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.problems = problems


class Refused(ApAuditError):
    """Nothing was written: doing so would have lost or damaged something, or the disk said no."""

    code = 4


class Unfinished(ApAuditError):
    """The answers given on a pipe ran out; those read so far are saved."""

    code = 5


class Gone(Exception):
    """The terminal was closed: nobody can be told anything any more."""
