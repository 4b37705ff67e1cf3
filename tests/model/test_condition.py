"""Conditions as data: what may be written, what may not, and that nothing is lost in writing."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ap_audit.model.condition import (
    DATE_TESTS,
    DEEPEST,
    NUMBER_TESTS,
    SPAN_TESTS,
    AllOf,
    AnyOf,
    Check,
    Condition,
    Data,
    FromAnswer,
    FromDerived,
    FromParameter,
    Input,
    Literal,
    Not,
    OneOf,
    Operand,
    Today,
    checks_in,
    condition_from,
    criteria_in,
    data_from,
    input_data,
)
from ap_audit.model.condition import TestName as Named  # pytest would take it for a test
from ap_audit.model.names import CriterionId
from tests.builders import condition

A, B = CriterionId("a"), CriterionId("b")


def check(test: Named, operand: Operand, name: str = "n") -> Check:
    """A test of a value of `a`."""
    return Check(A, name, test, operand)


A_MET = check(Named.IS, Literal("met"), "")
B_MET = Check(B, "", Named.IS, Literal("met"))


@pytest.mark.parametrize(
    ("data", "meaning"),
    [
        ({"a": "met"}, A_MET),
        ({"a": ["met", "partly"]}, check(Named.IN, OneOf(("met", "partly")), "")),
        ({"a": "answered"}, check(Named.ANSWERED, Literal(""), "")),
        ({"a": {"rating": "met"}}, check(Named.IS, Literal("met"), "rating")),
        ({"a": {"n": "3"}}, check(Named.IS, Literal("3"))),
        ({"a": {"n": "today"}}, check(Named.IS, Literal("today"))),
        ({"a": {"n": {"at_least": "3"}}}, check(Named.AT_LEAST, Literal("3"))),
        ({"a": {"n": {"before": "today"}}}, check(Named.BEFORE, Today())),
        ({"a": {"n": {"older_than": "1 year"}}}, check(Named.OLDER_THAN, Literal("1 year"))),
        (
            {"a": {"n": {"less_than": {"parameter": "p"}}}},
            check(Named.LESS_THAN, FromParameter("p")),
        ),
        (
            {"a": {"n": {"after": {"answer": ["b", "m"]}}}},
            check(Named.AFTER, FromAnswer(B, "m")),
        ),
        ({"a": {"n": {"at_least": {"derived": "d"}}}}, check(Named.AT_LEAST, FromDerived("d"))),
        ({"a": "met", "b": "met"}, AllOf((A_MET, B_MET))),
        (
            {"a": {"n": {"at_least": "1", "at_most": "3"}}},
            AllOf((check(Named.AT_LEAST, Literal("1")), check(Named.AT_MOST, Literal("3")))),
        ),
        ({"all": [{"a": "met"}, {"b": "met"}]}, AllOf((A_MET, B_MET))),
        ({"any": [{"a": "met"}, {"b": "met"}]}, AnyOf((A_MET, B_MET))),
        ({"not": {"a": "met"}}, Not(A_MET)),
        ({"not": {"a": "met", "b": "met"}}, Not(AllOf((A_MET, B_MET)))),
        ({"all": [{"a": "met"}]}, AllOf((A_MET,))),
    ],
)
def test_what_may_be_written(data: Data, meaning: Condition) -> None:
    """Every form, and what it means; written out again it means the same."""
    assert condition_from(data) == (meaning, ())
    assert condition_from(data_from(meaning)) == (meaning, ())


def nested(levels: int) -> Data:
    """A test inside this many groups."""
    data: Data = {"a": "met"}
    for _ in range(levels):
        data = {"all": [data]}
    return data


@pytest.mark.parametrize(
    ("data", "path", "what"),
    [
        ("a", (), "is not a condition"),
        ({}, (), "is not a condition"),
        (["a"], (), "is not a condition"),
        ({"all": []}, ("all",), "'all:' needs a list of conditions"),
        ({"any": {"a": "met"}}, ("any",), "'any:' needs a list of conditions"),
        ({"any": ["a"]}, ("any", 0), "is not a condition"),
        ({"not": "a"}, ("not",), "is not a condition"),
        ({"a": {}}, ("a",), "tests nothing"),
        ({"a": {"n": {}}}, ("a", "n"), "tests nothing"),
        ({"a": []}, ("a",), "needs a list of words"),
        ({"a": ["met", {"b": "met"}]}, ("a",), "needs a list of words"),
        ({"a": {"n": {"over": "3"}}}, ("a", "n", "over"), "'over' is not a test"),
        ({"a": {"n": {"is": "3"}}}, ("a", "n", "is"), "'is' is not a test"),
        (
            {"a": {"n": {"at_least": ["3"]}}},
            ("a", "n", "at_least"),
            "is not something to compare with",
        ),
        (
            {"a": {"n": {"at_least": {"parameter": "p", "answer": ["b", "m"]}}}},
            ("a", "n", "at_least"),
            "is not something to compare with",
        ),
        (
            {"a": {"n": {"at_least": {"answer": ["b", "m", "x"], "also": "1"}}}},
            ("a", "n", "at_least"),
            "is not something to compare with",
        ),
    ],
)
def test_what_may_not(data: Data, path: tuple[str | int, ...], what: str) -> None:
    """A flaw says what is wrong, at the keys that lead to it, and there is no condition."""
    found, flaws = condition_from(data)

    assert found is None
    assert [(flaw.path, flaw.what) for flaw in flaws] == [(path, what)]


def test_every_flaw_at_once() -> None:
    """All that is wrong with a condition is listed, not the first of it."""
    _, flaws = condition_from({"all": [{"a": {}}, {"b": []}], "c": {"n": {"over": "3"}}})

    assert [flaw.path for flaw in flaws] == [("all", 0, "a"), ("all", 1, "b"), ("c", "n", "over")]


def test_depth() -> None:
    """Groups within groups are read up to a depth that nobody needs, and refused below it."""
    assert condition_from(nested(DEEPEST))[1] == ()

    (flaw,) = condition_from(nested(DEEPEST + 1))[1]
    assert flaw.what == f"is nested more than {DEEPEST} deep"


def test_what_a_condition_looks_at() -> None:
    """Every test in written order, and every criterion, those compared with included."""
    found = condition(
        {"any": [{"not": {"b": "met"}}, {"a": {"n": {"after": {"answer": ["c", "m"]}}}}]}
    )

    assert [one.criterion for one in checks_in(found)] == [B, A]
    assert criteria_in(found) == {A, B, CriterionId("c")}


@pytest.mark.parametrize(
    ("operand", "words"),
    [(OneOf(("met", "partly")), ("met", "partly")), (Literal("met"), ("met",)), (Today(), ())],
)
def test_words(operand: Operand, words: tuple[str, ...]) -> None:
    """The words that a test compares with; a date of today is none."""
    assert check(Named.IN, operand).words == words


@dataclass(frozen=True, slots=True)
class Stranger(Condition):
    """A kind of condition that the language does not have."""


@dataclass(frozen=True, slots=True)
class OddInput(Input):
    """A kind of input that the language does not have."""


def test_no_other_kind_of_condition() -> None:
    """The language is closed: what it does not have is never quietly passed over."""
    with pytest.raises(TypeError):
        checks_in(Stranger())
    with pytest.raises(TypeError):
        data_from(Stranger())
    with pytest.raises(TypeError):
        input_data(OddInput())


WORDS = st.text("abc-", min_size=1, max_size=4).filter(lambda word: word not in ("all", "any"))
IDS = WORDS.map(CriterionId)
NAMES = st.one_of(st.just("rating"), WORDS)
OPERANDS = st.one_of(
    st.builds(Literal, WORDS),
    st.builds(Today),
    st.builds(FromParameter, WORDS),
    st.builds(FromDerived, WORDS),
    st.builds(FromAnswer, IDS, WORDS),
)
WRITTEN_OUT = st.sampled_from(sorted(NUMBER_TESTS | DATE_TESTS | SPAN_TESTS))
ONE_OF = st.builds(OneOf, st.lists(WORDS, min_size=1, max_size=3).map(tuple))
UNNAMED = st.one_of(st.just(""), NAMES)
CHECKS: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Check, IDS, UNNAMED, st.just(Named.IS), st.builds(Literal, WORDS)),
    st.builds(Check, IDS, UNNAMED, st.just(Named.IN), ONE_OF),
    st.builds(Check, IDS, UNNAMED, st.just(Named.ANSWERED), st.just(Literal(""))),
    st.builds(Check, IDS, NAMES, WRITTEN_OUT, OPERANDS),
)


def _groups(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(AllOf, several), st.builds(AnyOf, several), st.builds(Not, parts))


@given(st.recursive(CHECKS, _groups, max_leaves=5))
def test_what_is_written_reads_back_the_same(found: Condition) -> None:
    """A condition put into data and read again is the same condition."""
    assert condition_from(data_from(found)) == (found, ())


DATA: st.SearchStrategy[Data] = st.recursive(
    st.sampled_from(["met", "today", "answered", "3"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["all", "any", "not", "a", "b", "rating", "at_least", "answer"]),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=8,
)


@given(DATA)
def test_whatever_is_written_gives_a_condition_or_its_flaws(data: Data) -> None:
    """Never both, never neither; and what was accepted can be written out again."""
    found, flaws = condition_from(data)

    assert (found is None) is bool(flaws)
    if found is not None:
        assert condition_from(data_from(found)) == (found, ())
