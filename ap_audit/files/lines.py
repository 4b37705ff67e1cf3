"""A file's own lines, and the problems found in it, each with its place."""

from ap_audit.errors import Place, Problem
from ap_audit.files.tree import Node, Text

MOST_PROBLEMS = 100
LONGEST_SHOWN = 60


class Lines:
    """A file's own lines, for places and excerpts."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.texts = text.replace("\r\n", "\n").split("\n")

    def place(self, line: int, column: int) -> Place:
        """The place of a line and column that count from zero."""
        line = min(max(line, 0), len(self.texts) - 1)
        text = self.texts[line]
        column = min(column, len(text))
        return Place(path=self.path, line=line + 1, column=column + 1, excerpt=text)

    def problem(self, at: Node, what: str, hint: str = "", *, warning: bool = False) -> Problem:
        """A problem with a node."""
        place = self.place(at.line, at.column)
        return Problem(place=place, what=what, hint=hint, warning=warning)

    def words_in(self, at: Node, words: str) -> Place:
        """Where some words of a text stand, or the text where they are written otherwise."""
        if words and isinstance(at, Text):
            for line in range(at.line, min(at.end_line + 1, len(self.texts))):
                start = at.column if line == at.line else 0
                column = self.texts[line].find(words, start)
                if column >= 0:
                    return self.place(line, column)
        return self.place(at.line, at.column)


class TooMany(Exception):
    """More problems than a person could mend at once."""


class Findings:
    """The problems of one reading of a file, as they are met."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.problems: list[Problem] = []

    def add(self, at: Node, what: str, hint: str = "") -> None:
        """Note a problem with a node; raises TooMany when the list is full."""
        self.add_at(at.line, at.column, what, hint)

    def add_at(self, line: int, column: int, what: str, hint: str = "") -> None:
        """Note a problem at a line and column; raises TooMany when the list is full."""
        self._append(Problem(place=self.lines.place(line, column), what=what, hint=hint))

    def add_whole(self, what: str, hint: str = "") -> None:
        """Note a problem with the file as a whole."""
        self._append(Problem(place=Place(path=self.lines.path), what=what, hint=hint))

    def _append(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            # Without an end, fifty thousand wrong keys would be as many searches for a better one.
            self.problems.append(
                Problem(
                    place=Place(path=self.lines.path),
                    what=f"has more than {MOST_PROBLEMS} problems; the rest are not listed",
                    hint="mend these first, or restore the file from git",
                )
            )
            raise TooMany


def shown(text: str) -> str:
    """A person's text cut for a message: one line, 60 characters."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 3] + "..."
