"""How to read the report: the few words that decide, each in a sentence or two."""

from typing import assert_never

from ap_audit.model.words import Subject
from ap_audit.report.view import Fact


def reading(subject: Subject, *, renewed: bool) -> tuple[Fact, ...]:
    """What the words mean, for a reader of an audit of this subject."""
    first = Fact(label="Gateways decide", text=f"{_gateways(subject)} {_NO_SCORE}")
    return (first, *_WORDS, *((_CARRIED,) if renewed else ()))


def _gateways(subject: Subject) -> str:
    match subject:
        case Subject.PROVIDER:
            return "Each must be open before a pupil is placed."
        case Subject.PLACEMENT:
            return "Each must be open before the first day, and stay open."
        case Subject.SCHOOL:
            return "Each is something the school must be able to show."
        case _:
            assert_never(subject)


_NO_SCORE = "No score makes up for one that is not."
_CARRIED = Fact(
    label="Carried over",
    text="Answered in the audit before and not looked at since. It counts as not yet checked.",
)
_WORDS = (
    Fact(
        label="Open",
        text="Met, with the evidence and the dates it asks for, all still current.",
    ),
    Fact(label="Failed", text="Found partly met or not met, or a recorded fact rules it out."),
    Fact(
        label="Not shown",
        text="Not found wrong, but not established: nothing seen, only told, or out of date.",
    ),
    Fact(
        label="Could not tell",
        text="Somebody looked, and it could not be established. That is not a no.",
    ),
    Fact(
        label="Not yet checked", text="Nobody has looked. That is not a no either, and not a yes."
    ),
    Fact(
        label="Does not apply",
        text="Left out for a reason that is stated. It is in no sum, and it is counted.",
    ),
    Fact(
        label="Told is not seen",
        text="The provider's word alone opens no gateway. Evidence says how it was seen.",
    ),
    Fact(
        label="Score",
        text="Points for what was rated: met counts whole, partly met half. Never rounded up.",
    ),
    Fact(
        label="Coverage",
        text="How much of what applies was rated. A score with low coverage says little.",
    ),
    Fact(
        label="Range",
        text="The lowest and highest the score could be once what is not known is known.",
    ),
    Fact(
        label="Advice and decision",
        text="The tool advises from the answers alone. People decide, and say why if they differ.",
    ),
)
