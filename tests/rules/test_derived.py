from collections.abc import Mapping
from datetime import date

import pytest
from msgspec.structs import replace as with_

from ap_audit.model.audit import Action, Answer
from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.checklist import Checklist, Criterion, ValueType
from ap_audit.model.condition import Data, FromAnswer, FromParameter, Input, checks_in
from ap_audit.model.derived import Derived, Function
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating, Severity
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Gate, RuleResult, Truth
from ap_audit.rules.derived import criteria_behind, derived, derived_spec
from ap_audit.rules.facts import facts_of
from tests.builders import (
    CALENDAR,
    DATE,
    INTEGER,
    MONEY,
    NUMBER,
    TODAY,
    answer,
    audit,
    checklist,
    computed,
    condition,
    criterion,
    fact,
    gateway,
    rule,
    shown,
)
from tests.terms import OURS

HOLDS, FAILS, UNKNOWN, MOOT = Truth.HOLDS, Truth.FAILS, Truth.UNKNOWN, Truth.MOOT
NOTICE: Data = {"answer": ["notice", "given"]}
FIRST: Data = {"answer": ["start", "first"]}
DATES = (
    fact("notice", given=with_(DATE, ask="When was notice given?")),
    fact("start", first=with_(DATE, ask="What is the first day?")),
)
LATE = rule(Severity.STOP, {"derived": {"notice-days": {"less_than": "2"}}})
BETWEEN = {"notice-days": computed(Function.SCHOOL_DAYS_BETWEEN, NOTICE, FIRST)}
PLAIN = checklist(*DATES, derived=BETWEEN, rules={"R12": LATE})


def result(
    whole: Checklist,
    answers: Mapping[str, Answer | Rating],
    calendar: SchoolCalendar = OURS,
    today: date = TODAY,
) -> RuleResult:
    """The one rule of a checklist."""
    (found,) = assess(whole, audit(answers), today, calendar).rules
    return found


def given(notice: str | None, first: str | None) -> dict[str, Answer]:
    """Answers with these dates."""
    values = {"notice": ("given", notice), "start": ("first", first)}
    return {key: answer(None, **{name: text}) for key, (name, text) in values.items() if text}


@pytest.mark.parametrize(
    ("notice", "first", "truth"),
    [
        pytest.param("2026-11-16", "2026-11-18", HOLDS, id="one school day between"),
        pytest.param("2026-11-16", "2026-11-19", FAILS, id="two school days between"),
        pytest.param("2026-11-16", None, UNKNOWN, id="no first day"),
        pytest.param(None, "2026-11-19", UNKNOWN, id="no notice"),
        pytest.param("1026-11-16", "2026-11-19", UNKNOWN, id="a slip of the pen"),
        pytest.param("2026-11-16", "9999-12-31", UNKNOWN, id="too far away"),
    ],
)
def test_a_rule_over_a_derived_input(notice: str | None, first: str | None, truth: Truth) -> None:
    """It holds, does not, or cannot tell; what is missing is never a pass."""
    assert result(PLAIN, given(notice, first)).truth is truth


def test_says_what_it_was_made_from() -> None:
    """The sentence and the inputs name the dates and whose term dates were used."""
    ours = result(PLAIN, given("2026-11-16", "2026-11-18"))
    usual = result(PLAIN, given("2026-11-16", "2026-11-18"), CALENDAR)

    assert ours.because == (
        "The school-days-between: 1 school day, which is less than 2."
        " When was notice given? 16 November 2026. What is the first day? 18 November 2026."
    )
    assert ours.inputs == (
        ("The school-days-between:", "1 school day"),
        ("When was notice given?", "16 November 2026"),
        ("What is the first day?", "18 November 2026"),
        ("Term dates:", "this school's own"),
    )
    assert usual.because.endswith("By usual term dates; this school's own are not set.")
    assert usual.inputs[-1] == ("Term dates:", "usual ones; this school's own are not set")


def test_says_what_is_missing() -> None:
    """What is missing is named, and the rest is still listed."""
    found = result(PLAIN, given("2026-11-16", None))

    assert found.because == (
        "The school-days-between: Cannot be told. What is the first day? Not recorded."
    )
    assert found.inputs == (
        ("The school-days-between:", "cannot be told"),
        ("When was notice given?", "16 November 2026"),
        ("What is the first day?", "not recorded"),
    )


def test_out_of_scope() -> None:
    """Made from something that is out of scope, it does not apply."""
    later = criterion("start", DATES[1].class_, record=DATES[1].record, when={"kind": {"n": "1"}})
    whole = checklist(
        fact("kind", n=INTEGER), DATES[0], later, derived=BETWEEN, rules={"R12": LATE}
    )
    answers = {**given("2026-11-16", "2026-11-18"), "kind": answer(None, n="2")}

    found = result(whole, answers)

    assert found.truth is MOOT
    assert found.because == "The school-days-between: This does not apply here."


HOURS = with_(NUMBER, ask="How many hours?", unit="hours a week")


def hours(*names: str) -> tuple[Criterion, ...]:
    """Criteria that record hours, left out with a reason."""
    kept = [criterion(name, record={"hours": HOURS}) for name in names]
    return tuple(with_(one, not_applicable="with-reason") for one in kept)


def summed(of: tuple[Data, ...], test: Data, **parameters: str | None) -> Checklist:
    """A checklist whose one rule looks at a sum of hours."""
    return checklist(
        *hours("here", "there"),
        derived={"all": computed(Function.SUM, *of)},
        rules={"R07": rule(Severity.URGENT, {"derived": {"all": test}})},
        parameters=parameters,
    )


BOTH: tuple[Data, ...] = ({"answer": ["here", "hours"]}, {"answer": ["there", "hours"]})


@pytest.mark.parametrize(
    ("there", "truth"),
    [
        pytest.param(answer(Rating.MET, hours="15.5"), FAILS, id="enough together"),
        pytest.param(answer(Rating.MET, hours="15"), HOLDS, id="half an hour short"),
        pytest.param(answer(Rating.MET), UNKNOWN, id="one part not recorded"),
        pytest.param(
            Answer(rating=Rating.NOT_APPLICABLE, reason="Only here"), HOLDS, id="one part left out"
        ),
        pytest.param(
            answer(Rating.CANNOT_TELL, hours="15.5"), UNKNOWN, id="one part was left open"
        ),
    ],
)
def test_sum(there: Answer, truth: Truth) -> None:
    """A sum leaves out what does not apply, and trusts nothing that was left open."""
    whole = summed(BOTH, {"less_than": "32.5"})

    found = result(whole, {"here": answer(Rating.MET, hours="17"), "there": there})

    assert found.truth is truth


def test_sum_of_nothing() -> None:
    """A sum of which no part applies does not apply."""
    gone = Answer(rating=Rating.NOT_APPLICABLE, reason="Ended")

    assert result(summed(BOTH, {"less_than": "1"}), {"here": gone, "there": gone}).truth is MOOT


def test_sum_says_its_unit() -> None:
    """A sum is said in the unit of its first part, a literal beside it too."""
    whole = summed(BOTH, {"less_than": "32.5"})
    values = {name: answer(Rating.MET, hours="10") for name in ("here", "there")}

    assert result(whole, values).because.startswith(
        "The sum: 20 hours a week, which is less than 32.5 hours a week."
    )


@pytest.mark.parametrize(
    ("least", "truth"), [("20", FAILS), ("20.5", HOLDS), (None, MOOT)], ids=str
)
def test_compared_with_a_parameter(least: str | None, truth: Truth) -> None:
    """A parameter without a value makes the rule not apply."""
    whole = summed(BOTH, {"less_than": {"parameter": "least"}}, least=least)
    values = {name: answer(Rating.MET, hours="10") for name in ("here", "there")}

    assert result(whole, values).truth is truth


@pytest.mark.parametrize(
    ("span", "truth"), [("2026-11-24", MOOT), ("2026-11-20", HOLDS), (None, MOOT)], ids=str
)
def test_made_from_a_parameter(span: str | None, truth: Truth) -> None:
    """A parameter may be a part; without a value the whole does not apply."""
    whole = checklist(
        fact("kind", n=INTEGER),
        derived={"old": computed(Function.DAYS_SINCE, {"parameter": "review"})},
        rules={"R38": rule(Severity.WARN, {"derived": {"old": {"more_than": "0"}}})},
        parameters={"review": span},
    )

    found = result(whole, {})

    assert found.truth is (FAILS if span == "2026-11-24" else truth)


def test_compared_with_another() -> None:
    """A value may be compared with a derived input, and one derived input with another."""
    whole = checklist(
        fact("review", last=DATE, next=DATE),
        derived={"end": computed(Function.HALF_TERM_END, "today")},
        rules={
            "R10": rule(Severity.WARN, {"review": {"next": {"after": {"derived": "end"}}}}),
            "same": rule(Severity.WARN, {"derived": {"end": {"after": {"derived": "end"}}}}),
        },
    )

    def truths(day: str) -> list[Truth]:
        answers = audit({"review": answer(None, last="2026-11-02", next=day)})
        return [found.truth for found in assess(whole, answers, TODAY, OURS).rules]

    assert truths("2026-12-18") == [FAILS, FAILS]
    assert truths("2026-12-19") == [HOLDS, FAILS]


def test_made_from_another() -> None:
    """A derived input may be made from earlier ones, and names everything they were made from."""
    whole = checklist(
        *hours("here", "there"),
        derived={
            "all": computed(Function.SUM, *BOTH),
            "part": computed(Function.PERCENT, {"answer": ["here", "hours"]}, {"derived": "all"}),
        },
        rules={"R": rule(Severity.NOTE, {"derived": {"part": {"more_than": "33"}}})},
    )
    values = {"here": answer(Rating.MET, hours="1"), "there": answer(Rating.MET, hours="2")}

    found = result(whole, values)

    assert found.truth is HOLDS
    assert found.because == (
        "The percent: 33.33 %, which is more than 33 %."
        " How many hours? 1 hour a week. The sum: 3 hours a week."
        " How many hours? 2 hours a week."
    )


def test_percentage_of_nothing() -> None:
    """There is no percentage of nothing, so it does not apply."""
    whole = checklist(
        *hours("here", "there"),
        derived={"part": computed(Function.PERCENT, *BOTH)},
        rules={"R": rule(Severity.NOTE, {"derived": {"part": {"more_than": "33"}}})},
    )

    found = result(
        whole, {"here": answer(Rating.MET, hours="1"), "there": answer(Rating.MET, hours="0")}
    )

    assert found.truth is MOOT


def test_money_stays_money() -> None:
    """A difference of amounts is said in pounds."""
    whole = checklist(
        fact("cost", asked=MONEY, paid=MONEY),
        derived={
            "over": computed(
                Function.DIFFERENCE, {"answer": ["cost", "paid"]}, {"answer": ["cost", "asked"]}
            )
        },
        rules={"R": rule(Severity.NOTE, {"derived": {"over": {"more_than": "100"}}})},
    )

    found = result(whole, {"cost": answer(None, asked="1000", paid="1250")})

    assert found.because.startswith("The difference: £250, which is more than £100.")


def late(due: date | None, done: date | None = None) -> Answer:
    """An answer with one action."""
    action = Action(what="Ask", owner="AP lead", due=due, done=done)
    return with_(answer(Rating.MET), actions={"ask": action})


@pytest.mark.parametrize(
    ("action", "truth"),
    [
        pytest.param(late(date(2026, 11, 22)), HOLDS, id="yesterday"),
        pytest.param(late(TODAY), FAILS, id="today"),
        pytest.param(late(date(2026, 11, 22), done=TODAY), FAILS, id="done"),
        pytest.param(late(None), FAILS, id="no date"),
    ],
)
def test_overdue_actions(action: Answer, truth: Truth) -> None:
    """An action is late once its day has passed and it is not done."""
    whole = checklist(
        criterion("one"),
        derived={"late": computed(Function.OVERDUE_ACTIONS)},
        rules={"R39": rule(Severity.WARN, {"derived": {"late": {"more_than": "0"}}})},
    )

    assert result(whole, {"one": action}).truth is truth


@pytest.mark.parametrize(
    ("unknown", "truth"), [(1, FAILS), (2, HOLDS)], ids=["exactly a tenth", "more than a tenth"]
)
def test_unknown_share(unknown: int, truth: Truth) -> None:
    """What could not be told or is not checked, of what is in scope and applies."""
    left_out = criterion("n/a", not_applicable=("no",), when=None)
    whole = checklist(
        *(criterion(f"c{number}") for number in range(10)),
        left_out,
        derived={"unknown": computed(Function.UNKNOWN_SHARE)},
        rules={"R42": rule(Severity.WARN, {"derived": {"unknown": {"more_than": "10"}}})},
    )
    ratings = [Rating.CANNOT_TELL, *[Rating.NOT_CHECKED] * (unknown - 1)]
    ratings += [Rating.MET] * (10 - unknown)
    answers: dict[str, Answer | Rating] = {f"c{n}": rating for n, rating in enumerate(ratings)}

    gone = Answer(rating=Rating.NOT_APPLICABLE, reason="no")

    assert result(whole, {**answers, "n/a": gone}).truth is truth


def test_unknown_share_of_nothing() -> None:
    """Where nothing applies there is no share."""
    whole = checklist(
        criterion("one", not_applicable=("no",)),
        derived={"unknown": computed(Function.UNKNOWN_SHARE)},
        rules={"R42": rule(Severity.WARN, {"derived": {"unknown": {"more_than": "10"}}})},
    )

    gone = Answer(rating=Rating.NOT_APPLICABLE, reason="no")

    assert result(whole, {"one": gone}).truth is MOOT


def test_when_relies_on_nothing_left_open() -> None:
    """A question that hangs on a derived input is settled only by answers that stand."""
    asked = criterion("more", when={"derived": {"all": {"more_than": "20"}}})
    whole = checklist(
        *hours("here"), asked, derived={"all": _difference()}, parameters={"base": "5"}
    )
    sure = {"here": answer(Rating.MET, hours="30")}
    unsure = {"here": answer(Rating.NOT_CHECKED, hours="30")}

    assert assess(whole, audit(sure), TODAY, OURS).outcomes[1].scope_because == ""
    assert "left open" in assess(whole, audit(unsure), TODAY, OURS).outcomes[1].scope_because


def _difference() -> Derived:
    return computed(Function.DIFFERENCE, BOTH[0], {"parameter": "base"})


def test_behind() -> None:
    """Every criterion behind a derived input is known, through others and each once."""
    whole = checklist(
        *hours("here", "there"),
        derived={
            "all": computed(Function.SUM, *BOTH),
            "part": computed(Function.DIFFERENCE, {"derived": "all"}, {"derived": "all"}),
        },
    )
    looks: Data = {
        "derived": {"part": {"more_than": "1"}},
        "here": {"hours": {"more_than": {"derived": "all"}}},
        "there": {"hours": {"more_than": "1"}},
    }

    behind = [criteria_behind(check, whole) for check in checks_in(condition(looks))]

    assert behind == [{"here", "there"}, {"here", "there"}, {"there"}]


def test_kinds() -> None:
    """A derived input is a number or a date; the day of judging is a date."""
    whole = checklist(derived={"end": computed(Function.HALF_TERM_END, "today")})

    assert derived_spec(whole.derived["end"], whole).type is ValueType.DATE


def test_computed_once() -> None:
    """A derived input that several rules look at is computed once."""
    facts = facts_of(
        checklist=PLAIN, answers=given("2026-11-16", "2026-11-18"), today=TODAY, calendar=OURS
    )

    assert derived("notice-days", facts) is derived("notice-days", facts)


def test_unknown_part() -> None:
    """Something else in the place of a part is a mistake of the program, and said so."""
    odd = Derived(title="Odd", compute=Function.DAYS_SINCE, of=(Input(),))
    facts = facts_of(
        checklist=checklist(derived={"odd": odd}), answers={}, today=TODAY, calendar=OURS
    )

    with pytest.raises(TypeError):
        derived("odd", facts)


def test_gateway_in_doubt() -> None:
    """A gateway that a derived rule might hold down is not shown."""
    capped = with_(LATE, caps={"told": Rating.NOT_MET})
    whole = checklist(*DATES, gateway("told"), derived=BETWEEN, rules={"R12": capped})

    found = assess(whole, audit({"told": shown()}), TODAY, OURS)

    assert found.rules[0].truth is UNKNOWN
    assert [gate.gate for gate in found.gateways()] == [Gate.NOT_SHOWN]


def test_a_parameter_in_a_sum_is_a_number_with_its_unit() -> None:
    """What a sum begins with decides how it is said: a parameter is a number with its own unit."""
    parts = (FromParameter("most"), FromAnswer(CriterionId("f"), "n"))
    total = Derived(title="Total", compute=Function.SUM, of=parts)
    whole = checklist(fact("f", n=INTEGER), parameters={"most": "5"}, derived={"total": total})
    found = derived_spec(total, whole)

    assert (found.type, found.unit) == (ValueType.NUMBER, "units")
