"""A git conflict in an audit, taken apart answer by answer: both versions, and one of them chosen.

Read from the lines that git left in the file, so it works after the fact and on any machine. A part
of the file is a *unit*: one answer, or one key of the header or after the answers. What stands
between units must be the same on both sides, or nothing is settled here.
"""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Literal

from msgspec import Struct

from ap_audit.errors import InvalidFile, Problem, Refused
from ap_audit.files.document import Document, parse
from ap_audit.files.tree import Keys, last_line
from ap_audit.files.two_sides import ENDS, MIDDLE, STARTS, has_conflict, sides
from ap_audit.model.audit import Answer, Audit
from ap_audit.model.names import CriterionId

Which = Literal["ours", "theirs"]


class Version(Struct, frozen=True, kw_only=True):
    """The whole file as one side has it."""

    name: str
    """As git calls it: `HEAD`, `term2`."""
    document: Document[Audit]
    units: Mapping[str, tuple[str, ...]]
    """The lines of each part, with their ends. An answer goes by its id after `answers/`."""
    gaps: tuple[tuple[str, ...], ...]
    """The lines between them, one more."""

    def answer(self, criterion: str) -> Answer:
        """What this side recorded for a criterion."""
        return self.document.value.answers[criterion]


class Conflict(Struct, frozen=True, kw_only=True):
    """Both sides of a file that git could not merge."""

    ours: Version
    theirs: Version
    lines: Mapping[str, int]
    """Where in the file each part in conflict begins, counted from one."""

    @property
    def answers(self) -> tuple[str, ...]:
        """The ids of the answers in conflict, in order."""
        return tuple(
            name.removeprefix("answers/") for name in self.lines if name.startswith("answers/")
        )

    @property
    def others(self) -> tuple[str, ...]:
        """The keys in conflict that are no answers."""
        return tuple(name for name in self.lines if not name.startswith("answers/"))

    def settled(self, criterion: str, which: Which) -> bytes:
        """The file with one answer as one side has it; what else is in conflict stays in it.

        Read back: raises Refused where any other answer of either side would not be as it was.
        """
        after = self._written(criterion, which)
        chosen = (self.ours if which == "ours" else self.theirs).document.value.answers[criterion]
        wanted = tuple(
            side.document.value.with_answer(CriterionId(criterion), chosen)
            for side in (self.ours, self.theirs)
        )
        if _read_back(after, self.ours.document) != wanted:
            raise Refused(
                f"'{self.ours.document.shown_path}' could not be settled without disturbing what"
                " else is in it.",
                hint="Nothing was written. Settle this one by hand, then: ap-audit check",
            )
        return after

    def _written(self, criterion: str, which: Which) -> bytes:
        end = "\r\n" if self.ours.document.content.count(b"\r\n") else "\n"
        rows = list(self.ours.gaps[0])
        for number, (name, mine) in enumerate(self.ours.units.items(), 1):
            other = self.theirs.units[name]
            if name == f"answers/{criterion}":
                rows += mine if which == "ours" else other
            elif mine == other:
                rows += mine
            else:
                rows += [f"{STARTS} {self.ours.name}{end}", *mine, f"{MIDDLE}{end}"]
                rows += [*other, f"{ENDS} {self.theirs.name}{end}"]
            rows += self.ours.gaps[number]
        return "".join(rows).encode()


def read_conflict(content: bytes, *, path: Path, shown_path: str) -> Conflict | None:
    """The two sides of a conflicted audit; None where they cannot be told apart with certainty.

    Raises InvalidFile where one side, taken alone, is not an audit that can be read.
    """
    taken = sides(content.decode("utf-8"))
    if taken is None:
        return None
    texts, names = taken
    ours, theirs = (
        _version(text, name, path, shown_path) for text, name in zip(texts, names, strict=True)
    )
    if list(ours.units) != list(theirs.units) or ours.gaps != theirs.gaps:
        return None
    apart = [name for name, lines in ours.units.items() if theirs.units[name] != lines]
    return Conflict(ours=ours, theirs=theirs, lines=_places(content.decode("utf-8"), apart))


def _read_back(content: bytes, like: Document[Audit]) -> tuple[Audit, Audit] | None:
    """What each side of a file says now; twice the same where nothing is left in conflict."""
    if has_conflict(content):
        conflict = read_conflict(content, path=like.path, shown_path=like.shown_path)
        return (conflict.ours.document.value, conflict.theirs.document.value) if conflict else None
    document, _ = parse(content, Audit, path=like.path, shown_path=like.shown_path)
    return (document.value, document.value) if document else None


def _version(text: str, name: str, path: Path, shown_path: str) -> Version:
    document, problems = parse(text.encode(), Audit, path=path, shown_path=shown_path)
    if document is None or not isinstance(document.tree, Keys):
        raise InvalidFile(tuple(_without_place(problem) for problem in problems))
    lines = text.splitlines(keepends=True)
    spans = _spans(document.tree, [line.rstrip("\r\n") for line in lines])
    edges = [0, *(edge for span in spans.values() for edge in span), len(lines)]
    gaps = [tuple(lines[start:end]) for start, end in list(pairwise(edges))[::2]]
    units = {key: tuple(lines[first:after]) for key, (first, after) in spans.items()}
    return Version(name=name, document=document, units=units, gaps=tuple(gaps))


def _spans(root: Keys, lines: list[str]) -> dict[str, tuple[int, int]]:
    """The first line of each part, and the line after its last."""
    found = {}
    for name, node in root.nodes.items():
        if name == "answers" and isinstance(node, Keys) and not node.flow:
            for key, child in node.nodes.items():
                found[f"answers/{key}"] = (node.names[key].line, last_line(child, lines) + 1)
        else:
            found[name] = (root.names[name].line, last_line(node, lines) + 1)
    return found


def _places(text: str, apart: list[str]) -> dict[str, int]:
    """The line on which each part in conflict begins, in the file as git left it."""
    rows = text.splitlines()
    found = {}
    for name in apart:
        key = f"  {name.removeprefix('answers/')}:" if name.startswith("answers/") else f"{name}:"
        starts = (number for number, row in enumerate(rows, 1) if row.startswith(key))
        found[name] = next(starts, 1)
    return found


def _without_place(problem: Problem) -> Problem:
    """A problem of one side: its lines are not those of the file, so only the file is named."""
    place = type(problem.place)(path=problem.place.path)
    return type(problem)(
        place=place,
        what=f"one side of the conflict cannot be read: {problem.what}",
        hint="settle this one by hand: keep one of the two versions",
    )
