import pytest

from ap_audit.model.checklist import Checklist, ValueSpec, ValueType
from ap_audit.model.words import Rating, Severity
from ap_audit.report.conditions import grouped_conditions
from tests.builders import INTEGER, checklist, criterion, fact, judged, key, rule

EACH = 3


def asked(number: int) -> Checklist:
    """So many key questions, facts that decide what applies, and urgent rules over other facts."""
    rules = {f"R{n}": rule(Severity.URGENT, {f"r{n}": "1"}, title=f"T{n}") for n in range(number)}
    return checklist(
        key("found"),
        *(key(f"k{n}") for n in range(number)),
        *(
            fact(f"f{n}", number=ValueSpec(type=ValueType.INTEGER, ask=f"How many {n}?"))
            for n in range(number)
        ),
        *(criterion(f"s{n}", when={f"f{n}": "1"}) for n in range(number)),
        *(fact(f"r{n}", number=INTEGER) for n in range(number)),
        rules=rules,
    )


@pytest.mark.parametrize("number", [0, 1, EACH])
def test_a_few_conditions_are_listed_as_they_are(number: int) -> None:
    """What was found first."""
    assessment = judged(asked(number), {"found": Rating.NOT_MET})
    listed = grouped_conditions(assessment)
    assert listed[0] == "Is found so? Not met."
    assert sorted(listed) == sorted(assessment.verdict.conditions)


def test_many_that_only_say_what_is_not_known_are_counted() -> None:
    """That they are there is never left out; what was found is never counted away."""
    assessment = judged(asked(EACH + 1), {"found": Rating.NOT_MET})
    assert len(assessment.verdict.conditions) == 3 * (EACH + 1) + 2
    assert grouped_conditions(assessment) == (
        "Is found so? Not met.",
        "Only 14 % of what applies has been rated; at least 80 % should be.",
        "4 key questions are not established. Each stands under what is not known.",
        "4 groups of questions may not apply. What is missing stands under what is not known.",
        "4 urgent rules cannot be told, since facts are missing: “T0”, “T1”, “T2”, “T3”.",
    )
