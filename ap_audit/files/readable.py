"""An audit as plain lines for `git diff`: one line for each answer, each beginning with its id.

Read from the tree alone, without the model: git runs this twice for every file it shows, and an
audit that is wrong, or of an older format, has differences too. What cannot be read is shown as it
stands. Nothing that a person wrote is left out, or its change would not be seen.
"""

import hashlib
import re
from difflib import SequenceMatcher

from ap_audit.files.events import read_tree
from ap_audit.files.lines import Lines
from ap_audit.files.tree import Items, Keys, Node, Text
from ap_audit.files.two_sides import ENDS, MIDDLE, STARTS, sides

_WORDS = {
    "met": "met",
    "partly": "partly met",
    "not-met": "not met",
    "cannot-tell": "could not tell",
    "not-applicable": "does not apply",
    "not-checked": "not yet checked",
}
_COMMENT = re.compile(r"\s*#")


def readable(content: bytes) -> str:
    """The lines of an audit; of what is no audit that can be read, its own text.

    Where git could not merge, only the lines that differ stand twice.
    """
    if b"\0" in content:
        digest = hashlib.sha256(content).hexdigest()
        return f"no text: {len(content)} bytes, sha256:{digest}\n"
    if b"\n<<<<<<< " in content:
        return _conflicted(content.decode("utf-8-sig", errors="replace"))
    text = content.decode("utf-8-sig", errors="replace")
    lines = Lines("", text)
    root, problems = read_tree(text, lines)
    if problems or not isinstance(root, Keys) or not isinstance(root.nodes.get("answers"), Keys):
        return text
    rows = [*_comments(root, lines), *_entries(root)]
    return "".join(f"{row}\n" for _, row in sorted(rows, key=lambda row: row[0]))


def _conflicted(text: str) -> str:
    taken = sides(text)
    if taken is None:
        return text
    (ours, theirs), names = taken
    mine, other = (readable(one.encode()).splitlines(keepends=True) for one in (ours, theirs))
    rows: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, mine, other, autojunk=False).get_opcodes():
        if what == "equal":
            rows += mine[a:b]
        else:
            rows += [f"{STARTS} {names[0]}\n", *mine[a:b], f"{MIDDLE}\n"]
            rows += [*other[c:d], f"{ENDS} {names[1]}\n"]
    return "".join(rows)


def _entries(root: Keys) -> list[tuple[int, str]]:
    """The line each part begins on, and the part on one line."""
    found = []
    for name, node in root.nodes.items():
        line = root.names[name].line
        if name == "answers" and isinstance(node, Keys):
            found += [
                (node.names[key].line, f"{key}: {_answer(child)}")
                for key, child in node.nodes.items()
            ]
        else:
            found.append((line, f"{name}: {_said(node)}"))
    return found


def _answer(node: Node) -> str:
    if not isinstance(node, Keys):
        return _said(node)
    rest = {name: child for name, child in node.nodes.items() if name != "rating"}
    rating = node.nodes.get("rating")
    word = _said(rating) if rating is not None else "recorded"
    parts = [_WORDS.get(word, word), *(f"{name}: {_said(child)}" for name, child in rest.items())]
    return " | ".join(parts)


def _said(node: Node) -> str:
    match node:
        case Text():
            return " ".join(node.value.split())
        case Items():
            return "; ".join(_said(child) for child in node.nodes)
        case Keys():
            return "; ".join(
                f"{name} ({_said(child)})" if isinstance(child, Keys) else f"{name} {_said(child)}"
                for name, child in node.nodes.items()
            )


def _comments(root: Keys, lines: Lines) -> list[tuple[int, str]]:
    """Comments on lines of their own, and not what only looks like one in the middle of a note."""
    notes = _blocks(root)
    return [
        (number, text.strip())
        for number, text in enumerate(lines.texts)
        if _COMMENT.match(text) and not any(first < number < last for first, last in notes)
    ]


def _blocks(node: Node) -> list[tuple[int, int]]:
    """The lines that texts of several lines take up."""
    match node:
        case Text():
            return (
                [(node.line, node.end_line + (node.end_column > 0))]
                if node.end_line > node.line
                else []
            )
        case Items():
            return [block for child in node.nodes for block in _blocks(child)]
        case Keys():
            return [block for child in node.nodes.values() for block in _blocks(child)]
