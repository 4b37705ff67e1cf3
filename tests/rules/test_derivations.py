import pytest

from ap_audit.model.checklist import Checklist
from ap_audit.model.condition import Data
from ap_audit.model.derived import Derived, Function
from ap_audit.model.words import Severity
from ap_audit.rules.soundness import soundness
from tests.builders import DATE, INTEGER, REGISTER, TEXT, checklist, computed, criterion, fact, rule

DAY: Data = {"answer": ["start", "day"]}
HOW_MANY: Data = {"answer": ["start", "number"]}
START = fact("start", day=DATE, number=INTEGER, called=TEXT)
SINCE = computed(Function.WEEKS_SINCE, DAY)


def used(**derived: Derived) -> Checklist:
    """A checklist with a rule over each of these derived inputs."""
    parameters = {"whole": "3", "unset": None, "date": "2026-11-23"}
    tests = {name: rule(Severity.NOTE, {"derived": {name: {"more_than": "1"}}}) for name in derived}
    return checklist(START, derived=derived, rules=tests, parameters=parameters)


def flaws(whole: Checklist) -> list[tuple[str, str]]:
    """What is wrong with a checklist: where and what."""
    return [
        (".".join(str(key) for key in flaw.path), flaw.what) for flaw in soundness(whole, REGISTER)
    ]


@pytest.mark.parametrize(
    "derived",
    [
        pytest.param(SINCE, id="a date"),
        pytest.param(computed(Function.WEEKS_SINCE, {"parameter": "date"}), id="a parameter"),
        pytest.param(computed(Function.WEEKS_SINCE, {"parameter": "unset"}), id="an unset one"),
        pytest.param(computed(Function.SUM, HOW_MANY, HOW_MANY, HOW_MANY), id="many numbers"),
        pytest.param(computed(Function.SCHOOL_DAYS_BETWEEN, DAY, "today"), id="today"),
        pytest.param(computed(Function.UNKNOWN_SHARE), id="nothing"),
    ],
)
def test_sound(derived: Derived) -> None:
    """What can be computed has no flaw."""
    assert flaws(used(one=derived)) == []


@pytest.mark.parametrize(
    ("derived", "at", "what"),
    [
        pytest.param(
            computed(Function.WEEKS_SINCE),
            "derived.one",
            "'weeks-since' is made from 1 value, and 0 stand here",
            id="too few",
        ),
        pytest.param(
            computed(Function.SUM),
            "derived.one",
            "'sum' is made from at least 1 value, and 0 stand here",
            id="an empty sum",
        ),
        pytest.param(
            computed(Function.WEEKS_SINCE, DAY, DAY),
            "derived.one.of",
            "'weeks-since' is made from 1 value, and 2 stand here",
            id="too many",
        ),
        pytest.param(
            computed(Function.OVERDUE_ACTIONS, DAY),
            "derived.one.of",
            "'overdue-actions' is made from nothing, and 1 stand here",
            id="nothing wanted",
        ),
        pytest.param(
            computed(Function.WEEKS_SINCE, HOW_MANY),
            "derived.one.of.0",
            "is of type integer, and only dates can be used here",
            id="a number for a date",
        ),
        pytest.param(
            computed(Function.SUM, HOW_MANY, "today"),
            "derived.one.of.1",
            "is of type date, and only numbers can be used here",
            id="a date for a number",
        ),
        pytest.param(
            computed(Function.SUM, {"answer": ["start", "called"]}),
            "derived.one.of.0",
            "is of type text, and only numbers can be used here",
            id="words",
        ),
        pytest.param(
            computed(Function.SUM, {"answer": ["elsewhere", "number"]}),
            "derived.one.of.0",
            "'elsewhere' is not a criterion of this checklist",
            id="no such criterion",
        ),
        pytest.param(
            computed(Function.SUM, {"answer": ["start", "size"]}),
            "derived.one.of.0",
            "'start' records no 'size'",
            id="no such value",
        ),
        pytest.param(
            computed(Function.SUM, {"parameter": "hole"}),
            "derived.one.of.0",
            "'hole' is not a parameter of this checklist",
            id="no such parameter",
        ),
        pytest.param(
            computed(Function.WEEKS_SINCE, {"parameter": "whole"}),
            "derived.one.of.0",
            "'3' does not fit here",
            id="a parameter of another kind",
        ),
        pytest.param(
            computed(Function.SUM, {"derived": "nowhere"}),
            "derived.one.of.0",
            "'nowhere' is not a derived input",
            id="no such derived input",
        ),
        pytest.param(
            computed(Function.SUM, {"derived": "one"}),
            "derived.one.of.0",
            "'one' stands later, or is not sound",
            id="made from itself",
        ),
    ],
)
def test_flaw(derived: Derived, at: str, what: str) -> None:
    """What cannot be computed is named at its place, and where it is used."""
    follows = ("rules.R.when", "'one' cannot be computed as it is written")
    assert flaws(used(one=derived)) == [
        (at, what),
        (follows[0].replace(".R.", ".one."), follows[1]),
    ]


def test_too_deep() -> None:
    """A derived input may stand on eight others, one on the other, and not on nine."""
    chain = {"d0": computed(Function.SUM, HOW_MANY)}
    for number in range(1, 8):
        chain[f"d{number}"] = computed(Function.SUM, {"derived": f"d{number - 1}"})

    assert flaws(used(**chain)) == []

    chain["d8"] = computed(Function.SUM, {"derived": "d7"})

    assert flaws(used(**chain))[0] == ("derived.d8", "stands on more than 8 others")


def test_unused() -> None:
    """A derived input that nothing uses is a warning."""
    (flaw,) = soundness(checklist(START, derived={"one": SINCE}), REGISTER)

    assert flaw.warning
    assert flaw.what == "nothing uses the derived input 'one'"


@pytest.mark.parametrize(
    ("when", "what"),
    [
        pytest.param({"derived": "one"}, "a derived input is tested by its name", id="no name"),
        pytest.param(
            {"derived": {"two": {"more_than": "1"}}},
            "'two' is not a derived input of this checklist",
            id="no such",
        ),
        pytest.param(
            {"derived": {"one": "answered"}},
            "a derived input is computed, not answered",
            id="answered",
        ),
        pytest.param(
            {"derived": {"one": {"before": "today"}}},
            "'before' compares dates, and 'one' is of type number",
            id="a date's test",
        ),
        pytest.param(
            {"start": {"day": {"before": {"derived": "one"}}}},
            "'day' cannot be compared with derived input 'one'",
            id="another kind",
        ),
        pytest.param(
            {"start": {"day": {"before": {"derived": "two"}}}},
            "'two' is not a derived input of this checklist",
            id="compared with no such",
        ),
    ],
)
def test_condition(when: Data, what: str) -> None:
    """A condition names a derived input that is there, and tests it as what it is."""
    use = rule(Severity.NOTE, {"derived": {"one": {"more_than": "1"}}})
    rules = {"use": use, "R": rule(Severity.NOTE, when)}

    assert flaws(checklist(START, derived={"one": SINCE}, rules=rules)) == [("rules.R.when", what)]


def test_when_looks_back() -> None:
    """A question may hang on a derived input made from earlier answers alone."""
    asked = criterion("asked", when={"derived": {"one": {"more_than": "1"}}})

    assert flaws(checklist(START, asked, derived={"one": SINCE})) == []
    assert flaws(checklist(asked, START, derived={"one": SINCE})) == [
        ("sections.0.criteria.0.when", "'one' looks at 'start', which is asked later")
    ]


@pytest.mark.parametrize("function", [Function.UNKNOWN_SHARE, Function.OVERDUE_ACTIONS])
def test_of_the_whole(function: Function) -> None:
    """What is computed from the whole audit decides no question and no stop or urgent rule."""
    whole = {"one": computed(function)}
    when: Data = {"derived": {"one": {"more_than": "1"}}}
    asked = criterion("asked", when=when)
    pressing = {"R": rule(Severity.URGENT, when), "S": rule(Severity.WARN, when)}

    assert flaws(checklist(START, asked, derived=whole)) == [
        (
            "sections.0.criteria.1.when",
            f"'{function}' comes after all is asked, and cannot decide what is asked",
        )
    ]
    assert flaws(checklist(START, derived=whole, rules=pressing)) == [
        ("rules.R.when", f"a rule of severity urgent cannot look at '{function}'")
    ]
