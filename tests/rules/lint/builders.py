"""A checklist with nothing to say against it, and what is said of one text or criterion of it."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from ap_audit.errors import Flaw
from ap_audit.model.checklist import Checklist, Criterion
from ap_audit.model.source import Citation
from tests.builders import checklist, criterion

PLAIN = replace(
    criterion("plain"), look_for=("a letter",), sources=(Citation(source="LAW", heading="Part 1"),)
)


def asks(text: str) -> Checklist:
    """A checklist that asks this, and nothing else."""
    return checklist(replace(PLAIN, ask=text))


def what(flaws: Iterable[Flaw]) -> list[str]:
    """What each flaw says; all of them are warnings and have a next step."""
    found = list(flaws)
    assert all(flaw.warning and flaw.hint for flaw in found)
    return [flaw.what for flaw in found]


def found_in(check: Callable[[Checklist], Iterable[Flaw]], one: Criterion) -> list[str]:
    """What a check says of a checklist of one criterion."""
    return what(check(checklist(one)))
