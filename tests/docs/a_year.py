r"""Plays the year of a page of the guide through the real command line.

    python -m tests.docs.a_year FOLDER

Every command of `docs/a-year.md` is run, in order, in a new FOLDER, which is left with the audits,
reviews, contacts, decisions and reports of the year. The commands stand in blocks marked `sh`.
"""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
PAGE, ANSWERS = DOCS / "a-year.md", DOCS / "a-year"
BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(page: str) -> Iterator[tuple[str, str]]:
    """Each block of commands, and of what they print, in order."""
    for found in BLOCK.finditer(page):
        yield found[1], found[2]


def steps(block: str) -> Iterator[tuple[list[str], str]]:
    r"""The commands of a block: the words of each, and the file that it writes.

    ``cat > FILE <<'END'`` writes the lines up to END, and a ``\`` goes on in the next line.
    """
    lines = iter(block.replace("\\\n", " ").splitlines())
    for line in lines:
        words = shlex.split(line, comments=True)
        if words[:2] == ["cat", ">"]:
            end = words[3].removeprefix("<<")
            text = "".join(f"{row}\n" for row in iter(lines.__next__, end))
            yield words[:3], text
        elif words:
            yield words, ""


def main() -> None:
    """Play the page in the folder that is given."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)  # a new one: a year is played once
    shutil.copytree(ANSWERS, folder / "a-year")
    for kind, block in blocks(PAGE.read_text(encoding="utf-8")):
        for words, text in steps(block) if kind == "sh" else ():
            if words[0] == "cat":
                (folder / words[2]).parent.mkdir(exist_ok=True)
                (folder / words[2]).write_text(text, encoding="utf-8")
                continue
            sys.stdout.write(f"$ {shlex.join(words)}\n")
            sys.stdout.flush()
            program = [sys.executable, "-m", "ap_audit"]
            subprocess.run([*program, *words[1:]], cwd=folder, check=False)


if __name__ == "__main__":
    main()
