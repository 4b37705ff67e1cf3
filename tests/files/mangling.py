"""An audit's text laid out anew, as people and editors do, saying the same."""

import random
import re

from ap_audit.files.data import data_of
from ap_audit.files.emit import emit
from ap_audit.model.audit import Audit
from ap_audit.model.condition import Data

REMARK = "# a person's own remark"
_ENTRY = re.compile(r"""( *)([^\s"':#][^:#]*):(?: (.*))?""")


def mangled(audit: Audit, chance: random.Random) -> bytes:
    """The audit with its keys in another order, and another indent, comments, quotes, line ends."""
    step = chance.choice([1, 2, 3, 4])
    lines: list[str] = []
    block: int | None = (
        None  # how far the key of the block of text that is being copied is indented
    )
    for line in emit(_shuffled(data_of(audit), chance)).split("\n"):
        depth = len(line) - len(line.lstrip(" "))
        if block is not None and (not line or depth > block):
            lines.append(" " * (step * (block // 2 + 1)) + line[block + 2 :] if line else "")
            continue
        block = None
        indent = " " * (step * depth // 2)
        if chance.random() < 0.15:
            lines.append(chance.choice(["", indent]) + REMARK)
        if chance.random() < 0.1:
            lines.append("")
        entry = _ENTRY.fullmatch(line)
        if entry is None:
            lines.append(indent + line.strip(" "))
            continue
        key, value = entry[2], entry[3] or ""
        if value in ("|", "|-"):
            block = depth
        elif re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", value):
            value = chance.choice(["{}", "{}", "'{}'", '"{}"']).format(value)
        space = " " * chance.choice([1, 1, 3]) if value else ""
        remark = chance.choice(["", "", "", "  # as said on the telephone"])
        lines.append(f"{indent}{key}:{space}{value}{remark}")
    text = chance.choice(["\n", "\n", "\r\n"]).join(lines)
    if chance.random() < 0.2:
        text = text.rstrip("\r\n")
    return (b"\xef\xbb\xbf" if chance.random() < 0.3 else b"") + text.encode()


def _shuffled(data: dict[str, Data], chance: random.Random) -> dict[str, Data]:
    names = list(data)
    chance.shuffle(names)
    return {
        name: _shuffled(child, chance) if isinstance(child := data[name], dict) else child
        for name in names
    }
