"""Whether conditions keep the promises of judging: better never hurts, leaving out never helps."""

import pytest
from msgspec.structs import replace

from ap_audit.model.condition import Condition, Data
from ap_audit.model.words import Severity
from ap_audit.rules.steadiness import misleading_rule, misleading_when
from tests.builders import INTEGER, checklist, condition, criterion, fact, rule

WHOLE = checklist(
    criterion("s", record={"n": INTEGER, "m": replace(INTEGER, optional=True)}),
    fact("f", number=INTEGER),
)


def of_rule(data: Data, severity: Severity = Severity.STOP) -> list[str]:
    """What is misleading about a rule."""
    return [flaw.what for flaw in misleading_rule(rule(severity, data), WHOLE, ())]


@pytest.mark.parametrize(
    "data",
    [
        {"s": "not-met"},
        {"s": ["not-met", "partly"]},
        {"s": ["not-met", "partly", "met"]},
        {"not": {"s": "met"}},
        {"not": {"s": ["met", "partly"]}},
        {"s": "not-applicable"},
        {"s": ["not-met", "cannot-tell"]},
        {"not": {"s": "answered"}},
        {"not": {"s": {"n": "answered"}}},
        {"s": {"n": {"at_least": "1"}}},
        {"not": {"s": {"n": {"at_least": "1"}}}},
        {"f": "1"},
    ],
)
def test_bad_news(data: Data) -> None:
    """A rule that stops may look for bad news, and for any value."""
    assert of_rule(data) == []


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ({"s": "met"}, "a better rating of 's' would make this rule hold"),
        ({"s": ["partly"]}, "a better rating of 's' would make this rule hold"),
        ({"s": ["not-met", "met"]}, "a better rating of 's' would make this rule hold"),
        ({"not": {"s": "not-met"}}, "a better rating of 's' would make this rule hold"),
        ({"not": {"not": {"s": "met"}}}, "a better rating of 's' would make this rule hold"),
        ({"s": "answered"}, "'s' left open would change this for the better"),
        ({"f": "answered"}, "'f' left open would change this for the better"),
        (
            {"not": {"s": ["met", "cannot-tell"]}},
            "'s' left open would change this for the better",
        ),
        ({"all": [{"f": "1"}, {"s": "met"}]}, "a better rating of 's' would make this rule hold"),
    ],
)
def test_good_news(data: Data, what: str) -> None:
    """One that better work would set off, or silence would quiet, is refused."""
    assert of_rule(data) == [what]
    assert of_rule(data, Severity.URGENT) == [what]
    assert of_rule(data, Severity.WARN) == []


def test_an_optional_value() -> None:
    """A rule over a value that may be left out often cannot tell: a warning."""
    (flaw,) = misleading_rule(rule(Severity.STOP, {"s": {"m": "1"}}), WHOLE, ())

    assert flaw.warning
    assert flaw.what == "'m' is optional, so this stop rule often could not tell"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"f": "1"}, []),
        ({"s": {"n": {"at_least": "1"}}}, []),
        ({"s": "not-applicable"}, []),
        ({"not": {"s": "not-applicable"}}, []),
        ({"s": ["met", "partly", "not-met"]}, []),
        ({"s": "met"}, ["a better rating of 's' would change what is asked"]),
        ({"not": {"s": "not-met"}}, ["a better rating of 's' would change what is asked"]),
        ({"s": "cannot-tell"}, ["'s' left open would change what is asked"]),
        ({"f": "answered"}, ["'f' left open would change what is asked"]),
        ({"not": {"s": "answered"}}, ["'s' left open would change what is asked"]),
    ],
)
def test_when(data: Data, said: list[str]) -> None:
    """What is asked may hang on a fact, never on how good an answer is or whether there is one."""
    found = misleading_when(condition(data), WHOLE, ())

    assert [flaw.what for flaw in found] == said


class Stranger(Condition):
    """A kind of condition that the language does not have."""

    __slots__ = ()


def test_no_other_kind_of_condition() -> None:
    """What the language does not have is never quietly passed over."""
    with pytest.raises(TypeError):
        list(misleading_when(Stranger(), WHOLE, ()))
