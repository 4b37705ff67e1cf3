"""What the program loads: `starting.py 'list' 'score hillside' ...`.

Prints a line for each of the command lines: how it ended, and every module it had loaded by then.
Each runs in a copy of this process, in which only that is loaded which every command loads.
"""

import os
import sys

from ap_audit.__main__ import main


def ended(words: list[str]) -> object:
    """The exit code of a command that says nothing."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    sys.argv = ["ap-audit", *words]
    try:
        main()
    except SystemExit as end:
        return end.code or 0
    return 0


def loaded(words: list[str]) -> str:
    """How the command ended, and what it had loaded, which is less than a pipe holds."""
    reading, writing = os.pipe()
    if not (child := os.fork()):
        line = " ".join([str(ended(words)), *sys.modules])
        os.write(writing, line.encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        return pipe.read()


for command in sys.argv[1:]:
    if command != "--version":
        import ap_audit.cli.app  # noqa: F401 -- as `main` does, once for all of them
    sys.stdout.write(f"{loaded(command.split())}\n")
    sys.stdout.flush()
