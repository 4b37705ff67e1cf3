"""What was found of one pupil, named in every overview: the advice on a provider counts none of it.

A provider can be shown to be suitable, and a pupil be afraid there.
"""

from collections.abc import Iterator, Sequence

from ap_audit.model.wording import count
from ap_audit.report.view import Fact

_NAMED = 10
_NOT_COUNTED = "The advice on a provider does not count what was found of one pupil's placement."


def named(provider: str, found: Fact) -> str:
    """At which provider, of which placement, and what is said there."""
    return f"{provider}, {found.label}: {found.text}"


def against(provider: str, advice: str, placements: int) -> str:
    """That placements go on where the *advice* is not to place."""
    goes_on = count(placements, "placement there goes on", "placements there go on")
    return f"{provider}: {advice}, and {goes_on}"


def beside_advice(found: Sequence[str]) -> Iterator[str]:
    """One warning over a table that marks each; *found* is what is said, each *named*."""
    if found:
        more = f" And {len(found) - _NAMED} more, as marked below." if len(found) > _NAMED else ""
        yield f"{'. '.join(found[:_NAMED])}.{more} {_NOT_COUNTED}"


def counted_none(found: Sequence[str]) -> Iterator[str]:
    """A warning over providers whose audits record no pupil of ours while some attend."""
    yield from found[:_NAMED]
    if len(found) > _NAMED:
        yield f"So it is of {len(found) - _NAMED} more; each is marked below."


def first_of_all(found: Sequence[str], most: int) -> Iterator[str]:
    """A warning for each where no table follows; where there are many, some and how many more."""
    shown = found if len(found) <= most else found[: most - 1]
    yield from shown
    if len(shown) < len(found):
        yield f"And {len(found) - len(shown)} more: ap-audit register"
