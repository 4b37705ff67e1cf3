"""Problems as GitHub shows them beside the lines of a pull request, one command to a line."""

from pathlib import Path

from ap_audit.errors import Problem


def annotation(problem: Problem, start: Path) -> str:
    """A problem as a workflow command; its file is named from the folder the run started in."""
    place = problem.place
    kind = "warning" if problem.warning else "error"
    properties = {"file": _from(start, place.path)}
    if place.line:
        properties |= {"line": str(place.line), "col": str(place.column)}
    said = problem.what + (f"\n{problem.hint}" if problem.hint else "")
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {told}::{_data(said)}"


def _from(start: Path, shown: str) -> str:
    path = Path.cwd() / shown
    return path.relative_to(start).as_posix() if path.is_relative_to(start) else path.as_posix()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
