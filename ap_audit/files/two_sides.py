"""What git leaves in a file it could not merge, taken apart into the text of each side."""

STARTS, BASE, MIDDLE, ENDS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"


def has_conflict(content: bytes) -> bool:
    """Whether git left the lines of a conflict in a file."""
    text = content.decode("utf-8", errors="replace")
    return any(line.startswith(f"{STARTS} ") for line in text.splitlines())


def sides(text: str) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """The text as each side has it, and what the sides are called; None where marks are missing."""
    ours: list[str] = []
    theirs: list[str] = []
    names = ["", ""]
    state = ""
    for line in text.splitlines(keepends=True):
        mark, label = line[:7], line[7:].strip()
        if mark == STARTS and not state:
            state, names[0] = "ours", names[0] or label
        elif mark == BASE and state == "ours":
            state = "base"
        elif line.rstrip("\r\n") == MIDDLE and state in ("ours", "base"):
            state = "theirs"
        elif mark == ENDS and state == "theirs":
            state, names[1] = "", names[1] or label
        elif mark in (STARTS, ENDS):
            return None
        else:
            ours += [line] if state in ("", "ours") else []
            theirs += [line] if state in ("", "theirs") else []
    if state or not any(names):
        return None
    return ("".join(ours), "".join(theirs)), (names[0] or "ours", names[1] or "theirs")
