import pytest

from ap_audit.model.checklist import EvidenceNeed, NotApplicable
from ap_audit.model.condition import Data
from ap_audit.model.words import CriterionClass, Seen, Severity
from ap_audit.rules.strictness import (
    higher_class,
    parameter_uses,
    stricter_evidence,
    stricter_not_applicable,
    stricter_parameter,
)
from tests.builders import DATE, INTEGER, checklist, criterion, fact, rule

COPY, ORIGINAL = (Seen.COPY,), (Seen.ORIGINAL,)


@pytest.mark.parametrize(
    ("old", "new", "higher"),
    [
        (CriterionClass.STANDARD, CriterionClass.KEY, True),
        (CriterionClass.KEY, CriterionClass.GATEWAY, True),
        (CriterionClass.GATEWAY, CriterionClass.KEY, False),
        (CriterionClass.KEY, CriterionClass.KEY, False),
        (CriterionClass.RECORD, CriterionClass.GATEWAY, False),
        (CriterionClass.GATEWAY, CriterionClass.RECORD, False),
    ],
)
def test_classes(old: CriterionClass, new: CriterionClass, *, higher: bool) -> None:
    """A gateway asks more than a key, a key more than a standard; a record is none of them."""
    assert higher_class(old, new) is higher


@pytest.mark.parametrize(
    ("old", "new", "stricter"),
    [
        (((), None), (COPY, None), True),
        ((COPY, None), (ORIGINAL, None), True),
        ((ORIGINAL, None), (COPY, None), False),
        ((COPY, None), ((*COPY, Seen.ON_SITE), None), True),
        (((*COPY, Seen.ON_SITE), None), (ORIGINAL, None), False),
        ((COPY, None), ((), None), False),
        ((COPY, None), (COPY, "12 months"), True),
        ((COPY, "12 months"), (COPY, None), False),
        ((COPY, "12 months"), (COPY, "6 months"), True),
        ((COPY, "12 months"), (COPY, "1 year"), True),
        ((COPY, "12 months"), (COPY, "13 months"), False),
        ((COPY, "12 months"), (COPY, "336 days"), True),
        ((COPY, "12 months"), (COPY, "337 days"), False),
        ((COPY, "30 days"), (COPY, "1 month"), False),
        ((COPY, "31 days"), (COPY, "1 month"), True),
        ((COPY, "2 weeks"), (COPY, "14 days"), True),
    ],
)
def test_evidence(
    old: tuple[tuple[Seen, ...], str | None],
    new: tuple[tuple[Seen, ...], str | None],
    *,
    stricter: bool,
) -> None:
    """Every need must still be met, and for no longer, whatever the month."""
    before = EvidenceNeed(needs=old[0], expires_after=old[1])
    after = EvidenceNeed(needs=new[0], expires_after=new[1])

    assert stricter_evidence(before, after) is stricter


@pytest.mark.parametrize(
    ("old", "new", "stricter"),
    [
        ("never", "never", True),
        ("never", "with-reason", False),
        ("never", ("a",), False),
        ("with-reason", ("a",), True),
        (("a", "b"), ("a",), True),
        (("a",), ("a", "b"), False),
        (("a",), "with-reason", False),
        (("a",), "never", True),
    ],
)
def test_not_applicable(old: NotApplicable, new: NotApplicable, *, stricter: bool) -> None:
    """No reason may be accepted that was not accepted before."""
    assert stricter_not_applicable(old, new) is stricter


@pytest.mark.parametrize(
    ("test", "old", "new", "stricter"),
    [
        ({"less_than": {"parameter": "p"}}, "5", "6", True),
        ({"less_than": {"parameter": "p"}}, "5", "4", False),
        ({"at_most": {"parameter": "p"}}, "5", "5.5", True),
        ({"at_least": {"parameter": "p"}}, "5", "4", True),
        ({"at_least": {"parameter": "p"}}, "5", "6", False),
        ({"more_than": {"parameter": "p"}}, None, "6", True),
        ({"at_least": {"parameter": "p"}}, "5", "several", False),
        ({"less_than": {"parameter": "p"}}, "5", "12 months", False),
    ],
)
def test_parameters(test: Data, old: str | None, new: str, *, stricter: bool) -> None:
    """Stricter is the side on which the rule holds more often; setting one lets its rules apply."""
    made = checklist(
        fact("f", n=INTEGER),
        rules={"R": rule(Severity.STOP, {"f": {"n": test}})},
        parameters={"p": old},
    )

    assert stricter_parameter(made, "p", old, new) is stricter


@pytest.mark.parametrize(
    ("test", "old", "new"),
    [
        ({"older_than": {"parameter": "p"}}, "12 months", "6 months"),
        ({"within_next": {"parameter": "p"}}, "30 days", "60 days"),
    ],
)
def test_lengths_of_time(test: Data, old: str, new: str) -> None:
    """A shorter time since, or a longer time before, asks more; the other way asks less."""
    made = checklist(
        fact("f", d=DATE),
        rules={"R": rule(Severity.STOP, {"f": {"d": test}})},
        parameters={"p": old},
    )

    assert stricter_parameter(made, "p", old, new)
    assert not stricter_parameter(made, "p", new, old)


def test_a_denied_test_turns_the_direction() -> None:
    """What is not at least a number is so more often as the number grows."""
    made = checklist(
        fact("f", n=INTEGER),
        rules={"R": rule(Severity.STOP, {"not": {"f": {"n": {"at_least": {"parameter": "p"}}}}})},
        parameters={"p": "1"},
    )

    assert parameter_uses(made, "p") == [True]


def test_a_direction_that_is_not_plain() -> None:
    """Used by no rule, or where a question is asked, or by a plain comparison: it is not known."""
    asked: Data = {"f": {"n": {"at_least": {"parameter": "p"}}}}
    made = checklist(
        fact("f", n=INTEGER),
        criterion("c", when=asked),
        rules={
            "R": rule(Severity.STOP, {"f": {"n": {"before": {"parameter": "q"}}}}),
            "S": rule(Severity.STOP, {"f": {"n": {"at_least": "1"}}}),
        },
        parameters={"p": "1", "q": "1", "unused": "1"},
    )

    assert parameter_uses(made, "p") == [None]
    assert parameter_uses(made, "q") == [None]
    assert parameter_uses(made, "unused") == []
    assert not stricter_parameter(made, "p", "1", "0")
    assert not stricter_parameter(made, "unused", "1", "2")
