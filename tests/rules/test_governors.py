from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Action, Answer, SchoolException
from ap_audit.model.checklist import Checklist
from ap_audit.model.condition import Data
from ap_audit.model.governors import GovernorsQuestion, Sign
from ap_audit.model.words import Rating, Severity
from ap_audit.rules.assessment import Assessment
from ap_audit.rules.compare import compare
from ap_audit.rules.governors import governors_flaws, signs
from tests.builders import (
    DATE,
    TODAY,
    answer,
    checklist,
    condition,
    criterion,
    fact,
    gateway,
    judged,
    key,
    rule,
    shown,
)

LETTER = gateway("letter", dated=DATE)
OLD = rule(
    Severity.STOP,
    {"letter": {"dated": {"before": "2026-01-01"}}},
    caps={"letter": Rating.NOT_MET},
    title="An old letter",
)


def asking(
    *, when: Data | None = None, rules: tuple[str, ...] = (), signs: tuple[Sign, ...] = ()
) -> Checklist:
    """A checklist that suggests one question to governors."""
    question = GovernorsQuestion(
        ask="What now?",
        when=None if when is None else condition(when),
        rules=rules,
        signs=signs,
    )
    whole = checklist(LETTER, key("plan"), fact("sites", opened=DATE), rules={"old": OLD})
    return replace(whole, governors={"q": question})


def because(made: Checklist, **answers: Answer | Rating) -> tuple[str, ...] | None:
    """Why the question is asked; None where it is not."""
    found = judged(made, answers).questions
    return found[0].because if found else None


@pytest.mark.parametrize(
    ("rating", "asked"),
    [
        pytest.param(Rating.NOT_MET, ("Is plan so? Not met.",), id="one of those named"),
        pytest.param(Rating.CANNOT_TELL, ("Is plan so? Could not tell.",), id="another"),
        pytest.param(Rating.PARTLY, None, id="not named"),
        pytest.param(Rating.NOT_CHECKED, None, id="cannot be told, so it is not suggested"),
    ],
)
def test_a_rating_suggests_a_question(rating: Rating, asked: tuple[str, ...] | None) -> None:
    """Only a rating that the question names, with the answer as the reason."""
    assert because(asking(when={"plan": ["not-met", "cannot-tell"]}), plan=rating) == asked


def test_a_fact_beats_a_tick_here_too() -> None:
    """A gateway that a rule caps counts as the rule leaves it."""
    made = asking(when={"letter": "not-met"})
    assert because(made, letter=shown(dated="2025-06-01")) == ("Is letter so? Not met.",)
    assert because(made, letter=shown(dated="2026-06-01")) is None


def test_a_rule_that_holds_suggests_a_question() -> None:
    """One that does not hold, or cannot be told, suggests nothing."""
    made = asking(rules=("old",))
    assert because(made, letter=shown(dated="2025-06-01")) == ("An old letter.",)
    assert because(made, letter=shown(dated="2026-06-01")) is None
    assert because(made) is None


def test_a_condition_and_a_rule_must_both_be_so() -> None:
    """Everything that a question names."""
    made = asking(when={"plan": "not-met"}, rules=("old",))
    assert because(made, plan=Rating.NOT_MET) is None
    old = shown(dated="2025-06-01")
    assert because(made, plan=Rating.MET, letter=old) is None
    assert because(made, plan=Rating.NOT_MET, letter=old) == (
        "Is plan so? Not met.",
        "An old letter.",
    )


def test_a_sign_is_left_to_be_seen() -> None:
    """It may look at the audit before, which is not known here."""
    (question,) = judged(asking(signs=(Sign.ANSWERS_WORSE,)), {}).questions
    assert question.because == ()
    assert question.signs == (Sign.ANSWERS_WORSE,)


def found(**answers: Answer | Rating) -> Assessment:
    """A gateway and two key questions, all met but for these."""
    return judged(checklist(gateway("gate"), key("one"), key("two")), {**SOUND, **answers})


SOUND: dict[str, Answer | Rating] = {"gate": shown(), "one": Rating.MET, "two": Rating.MET}
ACTION = Action(what="See to it", owner="AP lead", due=date(2026, 12, 1))


def test_nothing_wrong_gives_no_sign() -> None:
    """An audit in which all is met suggests nothing."""
    assert signs(found(), None) == {}


@pytest.mark.parametrize(
    ("answers", "sign", "said"),
    [
        pytest.param(
            {"gate": Rating.NOT_MET}, Sign.GATEWAYS_FAILED, "1 gateway has failed.", id="failed"
        ),
        pytest.param(
            {"gate": Rating.CANNOT_TELL},
            Sign.GATEWAYS_NOT_SHOWN,
            "1 gateway is not shown.",
            id="not shown",
        ),
        pytest.param(
            {"two": Rating.NOT_CHECKED},
            Sign.THIN_COVERAGE,
            "71 % of what applies has been rated.",
            id="thin coverage",
        ),
        pytest.param(
            {"two": Rating.NOT_MET},
            Sign.NOTHING_PLANNED,
            "1 serious finding has no open action.",
            id="nothing planned",
        ),
        pytest.param(
            {"two": replace(answer(Rating.PARTLY), actions={"a": replace(ACTION, due=TODAY)})},
            None,
            "",
            id="an action that is due today is not overdue",
        ),
        pytest.param(
            {
                "two": replace(
                    answer(Rating.PARTLY), actions={"a": replace(ACTION, due=date(2026, 11, 1))}
                )
            },
            Sign.OVERDUE_ACTIONS,
            "1 action is overdue.",
            id="overdue",
        ),
        pytest.param(
            {
                "one": replace(
                    answer(Rating.PARTLY),
                    exception=SchoolException(role="Head", reason="Small", until=TODAY),
                )
            },
            Sign.EXCEPTIONS,
            "1 exception is recorded.",
            id="an exception",
        ),
    ],
)
def test_what_is_so_is_said(
    answers: dict[str, Answer | Rating], sign: Sign | None, said: str
) -> None:
    """Each sign comes with its number."""
    seen = signs(found(**answers), None)
    assert seen.get(sign) == (said or None) if sign else seen == {}


def test_an_action_that_is_open_is_a_plan_and_one_that_is_done_is_none() -> None:
    """What was done did not put it right."""
    planned = replace(answer(Rating.NOT_MET), actions={"a": ACTION})
    assert Sign.NOTHING_PLANNED not in signs(found(two=planned), None)
    done = replace(planned, actions={"a": replace(ACTION, done=TODAY)})
    assert Sign.NOTHING_PLANNED in signs(found(two=done), None)


def test_where_nothing_applies_coverage_is_no_sign() -> None:
    """There is no share of nothing."""
    assert signs(judged(checklist(fact("sites", opened=DATE)), {}), None) == {}


def test_signs_that_look_back() -> None:
    """Worse advice and answers, and actions that nobody mentions any more."""
    then = found(one=replace(answer(Rating.MET), actions={"a": ACTION}))
    now = found(two=Rating.NOT_MET)
    seen = signs(now, compare(then, now))
    assert seen[Sign.ADVICE_WORSE] == "The advice was: clear. Now it is: conditions."
    assert seen[Sign.ANSWERS_WORSE] == "1 answer is worse than last time."
    assert seen[Sign.ACTIONS_DROPPED] == (
        "1 action was open last time and is not mentioned any more."
    )
    assert Sign.NOT_SEEN_AGAIN not in seen


def test_the_same_answer_not_seen_again_is_a_sign() -> None:
    """It rests on nothing newer."""
    then = found()
    again = replace(shown(), note="As last year.")
    now = found(gate=again)
    seen = signs(now, compare(then, now))
    assert seen == {Sign.NOT_SEEN_AGAIN: "1 answer rests on nothing newer than last time."}


@pytest.mark.parametrize(
    ("question", "what"),
    [
        pytest.param(
            GovernorsQuestion(ask="Why?"), "'q' does not say when it is asked", id="never"
        ),
        pytest.param(
            GovernorsQuestion(ask="Why?", rules=("old", "odl")),
            "'odl' is not a rule of this checklist",
            id="no such rule",
        ),
        pytest.param(
            GovernorsQuestion(ask="Why?", when=condition({"plon": "met"})),
            "'plon' is not a criterion of this checklist",
            id="no such criterion",
        ),
        pytest.param(
            GovernorsQuestion(ask="Ask why.", signs=(Sign.EXCEPTIONS,)),
            "what governors may ask ends with a question mark",
            id="no question",
        ),
        pytest.param(GovernorsQuestion(ask="Why?", rules=("old",)), "", id="sound"),
    ],
)
def test_a_question_that_cannot_be_asked_is_a_flaw(question: GovernorsQuestion, what: str) -> None:
    """Found when the checklist is read, not when a report is made."""
    made = replace(asking(), governors={"q": question})
    assert [flaw.what for flaw in governors_flaws(made)] == ([what] if what else [])


def test_a_condition_may_look_at_any_criterion() -> None:
    """All of them are answered by the time anybody asks."""
    made = replace(
        checklist(criterion("first"), criterion("last")),
        governors={"q": GovernorsQuestion(ask="Why?", when=condition({"last": "not-met"}))},
    )
    assert list(governors_flaws(made)) == []
