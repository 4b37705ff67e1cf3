"""Results on standard output, all else on standard error; no text can act on a terminal."""

import sys
from collections.abc import Iterable

from ap_audit.errors import ApAuditError, InvalidFile, Problem
from ap_audit.model.clean import clean


def prepare() -> None:
    """Let any text be printed; what the terminal's encoding lacks is shown as an escape.

    On Windows a pipe or a file would else have the code page of a console from 1985.
    """
    if sys.platform == "win32":
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure") and not stream.isatty():
                stream.reconfigure(encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def out(*lines: str) -> None:
    """Print lines of the command's result."""
    for line in lines:
        print(clean(line))  # noqa: T201 -- the one place that prints results


def tell(*lines: str) -> None:
    """Print lines that are not the result: what was done, warnings, errors."""
    sys.stdout.flush()
    for line in lines:
        print(clean(line), file=sys.stderr)  # noqa: T201 -- the one place that prints anything else


def tell_error(error: ApAuditError) -> None:
    """Say what went wrong and what to do next."""
    if isinstance(error, InvalidFile):
        for problem in error.problems:
            tell(*problem_lines(problem))
    if error.message:
        tell(error.message)
    if error.hint:
        tell(error.hint)


def problem_lines(problem: Problem) -> tuple[str, ...]:
    """A problem as a person reads it: place, what, their own line, a caret, the next step."""
    kind = "warning: " if problem.warning else ""
    return (
        f"{problem.place}: {kind}{problem.what}",
        *_excerpt(problem),
        *(f"  {line}" for line in problem.hint.splitlines()),
    )


def _excerpt(problem: Problem) -> Iterable[str]:
    """The line around the problem, cut to what fits, each character one column wide."""
    place = problem.place
    if not place.line or not place.excerpt.strip():
        return
    start = max(0, place.column - 60)
    shown = "".join(
        c if c.isprintable() else "\ufffd"
        for c in place.excerpt[start : start + 100].replace("\t", " ")
    )
    number = str(place.line)
    yield f"  {number} | {shown.rstrip()}"
    yield f"  {' ' * len(number)} | {' ' * (place.column - 1 - start)}^"
