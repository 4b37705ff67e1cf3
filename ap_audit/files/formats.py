"""The versions of our file formats, and the way from an older one to today's.

A file says in its first lines which it is in: ``format: ap-audit/audit@1``. Every kind of file is
at version 1 today, so `STEPS` is empty. The first change that an older file does not fit adds a
step: one kind, one version to the next. A step renames and moves; it never changes what is said.
"""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct

from ap_audit.errors import InvalidFile, Place, Problem, Refused
from ap_audit.files.data import Bare
from ap_audit.files.document import format_line, parse, read_bytes, text_of
from ap_audit.files.events import read_tree
from ap_audit.files.lines import Lines
from ap_audit.files.patch import patched
from ap_audit.files.save import only_writer, replace_file
from ap_audit.files.tree import PLAIN, Items, Keys, Node, Text, plain
from ap_audit.model.condition import Data


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one version of a kind of file to the next."""

    older: str
    """The format it begins with, such as ``ap-audit/audit@1``."""
    newer: str
    says: str
    """What it does, in a sentence for whoever owns the file."""
    change: Callable[[dict[str, Data]], dict[str, Data]]
    """The data of the file as the newer format has it; its argument stays as it is."""


STEPS: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatPlan:
    """What would become of one file."""

    path: Path
    shown_path: str
    steps: tuple[Step, ...]
    before: bytes
    after: bytes

    def lines(self) -> list[str]:
        """The lines that would change, as git shows them."""
        old, new = (text_of(content).splitlines() for content in (self.before, self.after))
        return list(unified_diff(old, new, self.shown_path, self.shown_path, lineterm="", n=0))


def steps_from(content: bytes, steps: tuple[Step, ...] = STEPS) -> tuple[Step, ...]:
    """The steps from the format that a file says it is in, one after the other; often none."""
    found = []
    onward = {step.older: step for step in steps}
    at = format_line(content)
    while at in onward:
        found.append(onward[at])
        at = onward[at].newer
    return tuple(found)


def format_plan(
    path: Path, kind: type[Struct], shown_path: str, steps: tuple[Step, ...] = STEPS
) -> FormatPlan | None:
    """The way of a file to today's format; None where no step begins with its own.

    Raises InvalidFile where it is wrong, or would be after the change.
    """
    content = read_bytes(path, shown_path)
    own = steps_from(content, steps)
    if not own:
        return None
    try:
        after = _changed(text_of(content), own, shown_path)
    except UnicodeDecodeError:
        after = content  # and reading it says what is wrong with it
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    document, problems = parse(mark + after, kind, path=path, shown_path=shown_path)
    if document is None:
        raise InvalidFile(tuple(problems))
    return FormatPlan(
        path=path, shown_path=shown_path, steps=own, before=content, after=document.content
    )


def carry_out_format(plan: FormatPlan) -> None:
    """Write the file as planned; raises Refused where it was changed since, or cannot be saved."""
    with only_writer(plan.path.parent):
        if read_bytes(plan.path, plan.shown_path) != plan.before:
            raise Refused(
                f"'{plan.shown_path}' was changed since the plan was made.",
                hint="Nothing was written. Look at the plan again.",
            )
        replace_file(plan.path, plan.after)


def _changed(text: str, steps: tuple[Step, ...], shown_path: str) -> bytes:
    """The file after the steps, with comments and formatting as they are."""
    tree, problems = read_tree(text, Lines(shown_path, text))
    if problems or not isinstance(tree, Keys):
        raise InvalidFile(tuple(problems))
    older = {name: _as_written(child) for name, child in tree.nodes.items()}
    newer = older
    for step in steps:
        newer = {**step.change(newer), "format": step.newer}
    changed = patched(text, tree, older, newer)
    again = None if changed is None else read_tree(changed, Lines(shown_path, changed))[0]
    if changed is None or again is None or plain(again) != newer:
        what = "cannot be moved to the newer format without disturbing what else is in it"
        hint = "write it without { } around its blocks, then try again"
        raise InvalidFile((Problem(place=Place(path=shown_path), what=what, hint=hint),))
    return changed.encode()


def _as_written(node: Node) -> Data:
    """What a part holds; what stood without quotes can stand so again."""
    match node:
        case Text():
            return Bare(node.value) if node.style == PLAIN else node.value
        case Items():
            return [_as_written(item) for item in node.nodes]
        case Keys():
            return {name: _as_written(child) for name, child in node.nodes.items()}
