"""What a criterion asks for, in sentences."""

import pytest
from msgspec.structs import replace

from ap_audit.model.checklist import Criterion
from ap_audit.model.words import Backing, Rating, Seen
from ap_audit.rules.needs import also_needed, evidence_needed, when_left_out
from tests.builders import criterion, gateway

NOT_ALONE = "The provider's word alone does not open a gateway."


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (criterion("c"), "No evidence is asked for."),
        (
            criterion("c", needs=[Seen.COPY, Seen.ON_SITE], expires_after="12 months"),
            (
                "Evidence needed: a copy, or the original, and seeing it on site."
                " It counts for 12 months from its date."
            ),
        ),
        (
            gateway("g"),
            f"Evidence needed: anything seen by the school, not only told. {NOT_ALONE}",
        ),
    ],
)
def test_evidence(one: Criterion, said: str) -> None:
    """All that is needed, for how long it counts, and that told is not seen."""
    assert evidence_needed(one) == said


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (criterion("c"), "This question always applies."),
        (criterion("c", not_applicable="with-reason"), "It may be left out with a reason (x)."),
        (
            criterion("c", not_applicable=("no cars", "no staff")),
            "It may be left out (x) only for: no cars; no staff.",
        ),
    ],
)
def test_left_out(one: Criterion, said: str) -> None:
    """Never, with any reason, or for one from a list."""
    assert when_left_out(one) == said


def test_also_needed() -> None:
    """What a rating must carry is said for each rating."""
    one = replace(criterion("c"), requires={Rating.PARTLY: (Backing.NOTE, Backing.EVIDENCE)})

    assert also_needed(one) == (
        f"Partly met needs {Backing.NOTE.title} and {Backing.EVIDENCE.title}.",
    )
    assert also_needed(criterion("c")) == ()
