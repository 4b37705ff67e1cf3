"""Whether a condition holds, does not, cannot be told or does not apply; and why, in a sentence."""

from collections.abc import Mapping
from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Answer
from ap_audit.model.condition import Check, Condition, Data, OneOf, Today
from ap_audit.model.condition import TestName as Named  # pytest would take it for a test
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating
from ap_audit.rules.assessment import Scope, Truth
from ap_audit.rules.facts import facts_of, only_value
from ap_audit.rules.truth import Weighed, weigh
from tests.builders import (
    CALENDAR,
    CHOICE,
    DATE,
    INTEGER,
    MONEY,
    NUMBER,
    TEXT,
    TODAY,
    answer,
    checklist,
    condition,
    criterion,
    fact,
)

HOLDS, FAILS, UNKNOWN, MOOT = Truth
OUT = Answer(rating=Rating.NOT_APPLICABLE, reason="None here.")
WHOLE = checklist(
    criterion("s", not_applicable="with-reason"),
    criterion(
        "v",
        record={
            "n": INTEGER,
            "hours": NUMBER,
            "amount": MONEY,
            "day": DATE,
            "sort": CHOICE,
            "name": TEXT,
        },
        not_applicable="with-reason",
    ),
    fact("f", number=INTEGER, until=DATE),
    fact("out", number=INTEGER),
    fact("one", number=INTEGER),
    parameters={"most": "3", "unset": None, "span": "12 months"},
)


def said(data: Data, answers: Mapping[str, Answer | Rating], *, cautious: bool = False) -> Weighed:
    """What can be said of a condition; the criterion `out` is out of scope."""
    given = {
        name: one if isinstance(one, Answer) else Answer(rating=one)
        for name, one in answers.items()
    }
    facts = facts_of(checklist=WHOLE, answers=given, today=TODAY, calendar=CALENDAR)
    facts.given[CriterionId("out")].scope = Scope.OUT
    return weigh(condition(data), facts, cautious=cautious)


@pytest.mark.parametrize(
    ("test", "given", "truth", "because"),
    [
        ("met", Rating.MET, HOLDS, "Is s so? Met."),
        ("met", Rating.PARTLY, FAILS, "Is s so? Partly met."),
        ("met", Rating.CANNOT_TELL, UNKNOWN, "Is s so? Could not tell."),
        ("cannot-tell", Rating.CANNOT_TELL, HOLDS, "Is s so? Could not tell."),
        (["partly", "not-met"], Rating.NOT_MET, HOLDS, "Is s so? Not met."),
        ("met", OUT, FAILS, "Is s so? Does not apply."),
        ("not-applicable", OUT, HOLDS, "Is s so? Does not apply."),
        ("not-applicable", Rating.NOT_APPLICABLE, UNKNOWN, "Is s so? Could not tell."),
        ("answered", Rating.MET, HOLDS, "Is s so? Met."),
        ("answered", OUT, HOLDS, "Is s so? Does not apply."),
        ("answered", Rating.CANNOT_TELL, FAILS, "Is s so? Could not tell."),
        ("answered", Rating.NOT_CHECKED, FAILS, "Is s so? Not yet checked."),
    ],
)
def test_ratings(test: Data, given: Answer | Rating, truth: Truth, because: str) -> None:
    """A rating that says nothing yet cannot be told, unless the test is about just that."""
    found = said({"s": test}, {"s": given})

    assert (found.truth, found.because) == (truth, because)


@pytest.mark.parametrize(
    ("name", "test", "text", "truth", "because"),
    [
        ("n", "3", "3", HOLDS, "How many? 3."),
        ("n", "3", "4", FAILS, "How many? 4."),
        ("n", ["3", "4"], "4", HOLDS, "How many? 4."),
        ("n", ["3", "4"], "5", FAILS, "How many? 5."),
        ("n", {"at_least": "3"}, "3", HOLDS, "How many? 3, which is 3 or more."),
        ("n", {"at_least": "3"}, "2", FAILS, "How many? 2, which is less than 3."),
        ("n", {"at_most": "3"}, "3", HOLDS, "How many? 3, which is 3 or less."),
        ("n", {"at_most": "3"}, "4", FAILS, "How many? 4, which is more than 3."),
        ("n", {"more_than": "3"}, "4", HOLDS, "How many? 4, which is more than 3."),
        ("n", {"more_than": "3"}, "3", FAILS, "How many? 3, which is not more than 3."),
        ("n", {"less_than": "3"}, "2", HOLDS, "How many? 2, which is less than 3."),
        ("n", {"less_than": "3"}, "3", FAILS, "How many? 3, which is not less than 3."),
        (
            "hours",
            {"less_than": "18"},
            "17.5",
            HOLDS,
            "How many hours? 17.5 hours, which is less than 18 hours.",
        ),
        (
            "amount",
            {"less_than": "5000000"},
            "4999999.99",
            HOLDS,
            "For how much? £4,999,999.99, which is less than £5,000,000.",
        ),
        (
            "day",
            {"before": "today"},
            "2026-11-22",
            HOLDS,
            "On what date? 22 November 2026, which is before 23 November 2026.",
        ),
        (
            "day",
            {"before": "today"},
            "2026-11-23",
            FAILS,
            "On what date? 23 November 2026, which is not before 23 November 2026.",
        ),
        (
            "day",
            {"after": "2026-09-01"},
            "2026-09-02",
            HOLDS,
            "On what date? 2 September 2026, which is after 1 September 2026.",
        ),
        (
            "day",
            {"after": "2026-09-01"},
            "2026-09-01",
            FAILS,
            "On what date? 1 September 2026, which is not after 1 September 2026.",
        ),
        (
            "day",
            {"older_than": "12 months"},
            "2025-11-22",
            HOLDS,
            "On what date? 22 November 2025, more than 12 months ago.",
        ),
        (
            "day",
            {"older_than": "12 months"},
            "2025-11-23",
            FAILS,
            "On what date? 23 November 2025, not more than 12 months ago.",
        ),
        (
            "day",
            {"within_next": "30 days"},
            "2026-12-23",
            HOLDS,
            "On what date? 23 December 2026, within the next 30 days.",
        ),
        (
            "day",
            {"within_next": "30 days"},
            "2026-12-24",
            FAILS,
            "On what date? 24 December 2026, not within the next 30 days.",
        ),
        (
            "day",
            {"within_next": "30 days"},
            "2026-11-22",
            FAILS,
            "On what date? 22 November 2026, not within the next 30 days.",
        ),
        ("sort", "school", "school", HOLDS, "Which kind? A school."),
        ("sort", ["school"], "centre", FAILS, "Which kind? A centre."),
        ("name", "Ofsted", "Ofsted", HOLDS, "What is it called? Ofsted."),
        ("name", "answered", "Ofsted", HOLDS, "What is it called? Ofsted."),
        (
            "n",
            {"more_than": {"parameter": "most"}},
            "4",
            HOLDS,
            "How many? 4, which is more than 3.",
        ),
        (
            "day",
            {"older_than": {"parameter": "span"}},
            "2025-11-22",
            HOLDS,
            "On what date? 22 November 2025, more than 12 months ago.",
        ),
        (
            "n",
            {"more_than": {"answer": ["f", "number"]}},
            "4",
            HOLDS,
            "How many? 4, which is more than 3.",
        ),
        (
            "day",
            {"after": {"answer": ["f", "until"]}},
            "2026-12-07",
            FAILS,
            "On what date? 7 December 2026, which is not after 7 December 2026.",
        ),
    ],
)
def test_values(name: str, test: Data, text: str, truth: Truth, because: str) -> None:
    """Each test on both sides of its boundary, in words a governor can read."""
    answers = {
        "v": answer(Rating.MET, **{name: text}),
        "f": answer(None, number="3", until="2026-12-07"),
    }
    found = said({"v": {name: test}}, answers)

    assert (found.truth, found.because) == (truth, because)


@pytest.mark.parametrize(
    ("data", "truth", "because"),
    [
        ({"v": {"n": "3"}}, UNKNOWN, "How many? Not recorded."),
        ({"v": {"n": ["3"]}}, UNKNOWN, "How many? Not recorded."),
        ({"v": {"n": {"at_least": "3"}}}, UNKNOWN, "How many? Not recorded."),
        ({"v": {"n": "answered"}}, FAILS, "How many? Not recorded."),
        ({"out": "3"}, MOOT, "How many? This does not apply here."),
        ({"out": "answered"}, MOOT, "How many? This does not apply here."),
        (
            {"one": {"number": {"at_least": {"answer": ["out", "number"]}}}},
            MOOT,
            "How many? This is not set, or does not apply here.",
        ),
        (
            {"one": {"number": {"at_least": {"parameter": "unset"}}}},
            MOOT,
            "Our unset. This is not set, or does not apply here.",
        ),
        (
            {"one": {"number": {"at_least": {"answer": ["v", "n"]}}}},
            UNKNOWN,
            "How many? Not recorded.",
        ),
    ],
)
def test_what_is_not_there(data: Data, truth: Truth, because: str) -> None:
    """What is missing cannot be told, and is never taken for no; what is out of scope is moot."""
    found = said(data, {"one": answer(None, number="3"), "v": Rating.MET})

    assert (found.truth, found.because) == (truth, because)


def test_a_value_under_a_question_that_does_not_apply() -> None:
    """Where the question does not apply, neither does the value that stands with it."""
    given = replace(OUT, values={"n": "3"})

    assert said({"v": {"n": "3"}}, {"v": given}).truth is MOOT


T: Data = {"one": "3"}
F: Data = {"one": "4"}
U: Data = {"v": {"n": "3"}}
M: Data = {"out": "3"}


@pytest.mark.parametrize(
    ("data", "truth"),
    [
        ({"all": [T, T]}, HOLDS),
        ({"all": [T, F]}, FAILS),
        ({"all": [T, U]}, UNKNOWN),
        ({"all": [U, F]}, FAILS),
        ({"all": [T, M]}, MOOT),
        ({"all": [U, M]}, MOOT),
        ({"all": [M, F]}, FAILS),
        ({"any": [F, T]}, HOLDS),
        ({"any": [F, F]}, FAILS),
        ({"any": [F, U]}, UNKNOWN),
        ({"any": [T, U]}, HOLDS),
        ({"any": [M, F]}, FAILS),
        ({"any": [M, T]}, HOLDS),
        ({"any": [M, U]}, UNKNOWN),
        ({"any": [M, M]}, MOOT),
        ({"not": T}, FAILS),
        ({"not": F}, HOLDS),
        ({"not": U}, UNKNOWN),
        ({"not": M}, MOOT),
        ({"not": {"not": T}}, HOLDS),
        ({"not": {"any": [F, F]}}, HOLDS),
        ({"not": {"any": [F, U]}}, UNKNOWN),
        ({"not": {"all": [T, F]}}, HOLDS),
        ({"not": {"all": [T, T]}}, FAILS),
        ({"not": {"all": [M, T]}}, FAILS),
        ({"not": {"all": [M, U]}}, UNKNOWN),
        ({"not": {"any": [M, F]}}, MOOT),
    ],
)
def test_groups(data: Data, truth: Truth) -> None:
    """Every pair, and each under `not`, which is carried down to the single tests."""
    assert said(data, {"one": answer(None, number="3")}).truth is truth


def test_the_parts_that_decide_are_said() -> None:
    """A group says why by the parts that decided it, each once, and lists every input once."""
    found = said({"any": [T, {"one": ["3"]}, F, {"s": "met"}]}, {"one": answer(None, number="3")})

    assert found.because == "How many? 3."
    assert found.inputs == (("How many?", "3"), ("Is s so?", "Not yet checked"))


def test_a_reason_is_given_once_however_deep_it_stands() -> None:
    """Two branches that fail for one reason do not say it twice."""
    known: Data = {"one": "4"}
    data: Data = {"any": [{"all": [known, {"s": "met"}]}, known]}
    found = said(data, {"one": answer(None, number="3"), "s": Rating.PARTLY})

    assert found.reasons == ("How many? 3.", "Is s so? Partly met.")


def test_what_it_was_compared_with_is_an_input() -> None:
    """A value from elsewhere is listed beside the one it was compared with."""
    found = said(
        {"v": {"n": {"at_least": {"answer": ["one", "number"]}}}}, {"v": answer(None, n="4")}
    )

    assert found.inputs == (("How many?", "4"), ("How many?", "not recorded"))


@pytest.mark.parametrize(
    ("rating", "text", "truth"),
    [
        (Rating.MET, "3", HOLDS),
        (Rating.NOT_MET, "3", HOLDS),
        (Rating.CANNOT_TELL, "3", UNKNOWN),
        (Rating.NOT_CHECKED, "3", UNKNOWN),
        (Rating.CANNOT_TELL, "4", FAILS),
    ],
)
def test_a_cautious_reader(rating: Rating, text: str, truth: Truth) -> None:
    """What holds only by a value under a question left open cannot be told."""
    found = said({"v": {"n": "3"}}, {"v": answer(rating, n=text)}, cautious=True)

    assert found.truth is truth


@pytest.mark.parametrize(
    ("names", "value"),
    [(["number"], "number"), (["number", "day"], "rating")],
)
def test_only_value(names: list[str], value: str) -> None:
    """A test without a name looks at a record's only value."""
    specs = {name: {"number": INTEGER, "day": DATE}[name] for name in names}

    assert only_value(fact("x", **specs)) == value
    assert only_value(criterion("x", record=specs)) == "rating"


class Stranger(Condition):
    """A kind of condition that the language does not have."""

    __slots__ = ()


@pytest.mark.parametrize(
    "stranger",
    [
        Stranger(),
        Check(CriterionId("one"), "number", Named.AT_LEAST, Today()),
        Check(CriterionId("one"), "number", Named.AT_LEAST, OneOf(("3",))),
    ],
    ids=["another kind", "a number against a date", "more than words"],
)
def test_what_is_not_sound_is_never_judged(stranger: Condition) -> None:
    """A condition that no sound checklist holds is an error, not an answer."""
    facts = facts_of(
        checklist=WHOLE, answers={"one": answer(None, number="3")}, today=TODAY, calendar=CALENDAR
    )

    with pytest.raises(TypeError):
        weigh(stranger, facts)


def test_a_length_of_time_is_of_the_calendar() -> None:
    """Twelve months from 29 February end on 28 February."""
    data: Data = {"v": {"day": {"older_than": "12 months"}}}
    facts = facts_of(WHOLE, {"v": answer(None, day="2024-02-29")}, date(2025, 2, 28), CALENDAR)

    assert weigh(condition(data), facts).truth is FAILS
    assert weigh(condition(data), replace(facts, today=date(2025, 3, 1))).truth is HOLDS
