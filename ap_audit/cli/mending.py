"""Recorded values that cannot be so: which command puts them right, where nobody edits the file."""

from ap_audit.errors import Flaw
from ap_audit.files.change import opening_again
from ap_audit.model.audit import Audit
from ap_audit.model.words import RECORDED


def of_a_value(flaw: Flaw) -> bool:
    """Whether an answer that gives the value again would mend it."""
    return flaw.path[:1] == ("answers",) and flaw.path[2:3] == ("values",) and not flaw.at_key


def with_way_out(flaws: tuple[Flaw, ...], audit: Audit, called: str) -> tuple[Flaw, ...]:
    """The flaws; beside each that a command can mend stands the command.

    It names every such value of the answer: an answer with one of them still wrong is refused.
    """
    wrong: dict[str, list[str]] = {}
    for flaw in filter(of_a_value, flaws):
        _, criterion, _, name = map(str, flaw.path)
        names = wrong.setdefault(criterion, [])
        names += [] if name in names else [name]
    ways = {one: _way_out(one, names, audit, called) for one, names in wrong.items()}
    return tuple(
        flaw._replace(hint=f"{flaw.hint}\nor give it again: {ways[str(flaw.path[1])]}")
        if of_a_value(flaw)
        else flaw
        for flaw in flaws
    )


def _way_out(criterion: str, names: list[str], audit: Audit, called: str) -> str:
    answer = audit.answers[criterion]
    rating = answer.grade or answer.rating or RECORDED
    values = " ".join(f"--value {name}=…" for name in names)
    first = f"{opening_again(called)}, then " if audit.sealed else ""
    return f"{first}ap-audit answer {called} {criterion} {rating} {values}"
