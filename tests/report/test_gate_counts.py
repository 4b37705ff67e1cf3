import pytest

from ap_audit.model.audit import Answer
from ap_audit.model.words import CriterionClass, Rating
from ap_audit.report.gate_counts import gate_counts
from tests.builders import answer, checklist, criterion, judged, shown
from tests.report.builders import typical
from tests.report.test_register import found
from tests.report.test_side_by_side import beside

OPEN = shown()
FAILED = answer(Rating.NOT_MET)
UNKNOWN = answer(Rating.CANNOT_TELL)
EXCUSED = Answer(rating=Rating.NOT_APPLICABLE, reason="no staff")


@pytest.mark.parametrize(
    ("answers", "says", "brief"),
    [
        ([OPEN, OPEN], "2 of 2 gateways open", "2 of 2"),
        ([OPEN], "1 of 1 gateway open", "1 of 1"),
        ([OPEN, EXCUSED], "1 of 1 gateway open, 1 does not apply", "1 of 1"),
        (
            [OPEN, FAILED, UNKNOWN, EXCUSED, EXCUSED],
            "1 of 3 gateways open, 1 failed, 1 not shown, 2 do not apply",
            "1 of 3",
        ),
        ([EXCUSED, EXCUSED], "No gateway applies here", "–"),
        ([], "No gateway applies here", "–"),
    ],
)
def test_gateways_are_counted_that_apply(answers: list[Answer], says: str, brief: str) -> None:
    """What does not apply is said beside, and leaves none that looks shut."""
    gates = {
        f"g{number}": criterion(f"g{number}", CriterionClass.GATEWAY, not_applicable=("no staff",))
        for number in range(len(answers))
    }
    whole = checklist(criterion("s"), *gates.values())
    counts = gate_counts(judged(whole, dict(zip(gates, answers, strict=True))))
    assert (counts.says, counts.brief) == (says, brief)


def test_every_overview_says_the_same() -> None:
    """The register, providers side by side and page 1."""
    said = typical().view().front.gateways_say
    (column, _) = beside(("Typical", typical()), ("Other", typical())).providers
    assert {said} == {found("Typical", typical()).row.gateways.says, column.gateways}
