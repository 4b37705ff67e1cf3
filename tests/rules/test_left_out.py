"""A whole section that does not apply: what goes, what stays, and what cannot stand beside it."""

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Answer, Audit, LeftOut, SectionAnswer
from ap_audit.model.checklist import Checklist, NotApplicable
from ap_audit.model.condition import FromAnswer
from ap_audit.model.derived import Derived, Function
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating, Severity
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Assessment, Gate, Scope
from ap_audit.rules.conformity import conformity
from ap_audit.rules.left_out import goes
from tests.builders import (
    CALENDAR,
    DATE,
    INTEGER,
    TODAY,
    answer,
    audit,
    checklist,
    criterion,
    fact,
    gateway,
    key,
    rule,
    section,
)

GONE = SectionAnswer(not_applicable=LeftOut(reason="No water", by="AP lead", date=TODAY))
WATER = replace(
    section(
        "water",
        fact("kind", depth=INTEGER),
        fact("used", times=INTEGER),
        fact("looked", times=INTEGER),
        fact("checked", day=DATE),
        gateway("fence"),
        key("belt"),
        criterion("sign", when={"looked": {"times": {"at_least": "1"}}}),
        criterion("net"),
        criterion("rope"),
        floor=50,
    ),
    not_applicable="with-reason",
)
WHOLE = replace(
    checklist(
        section("ground", criterion("grass")),
        WATER,
        section("care", criterion("swim", when={"kind": {"depth": {"at_least": "1"}}})),
        rules={
            "deep": rule(Severity.STOP, {"used": {"times": {"at_least": "9"}}}),
            "torn": rule(Severity.URGENT, {"net": "not-met"}, caps={"rope": Rating.PARTLY}),
            "late": rule(Severity.URGENT, {"derived": {"since": {"more_than": "9"}}}),
            "dirty": rule(Severity.WARN, {"belt": "not-met"}),
        },
    ),
    derived={
        "since": Derived(
            title="Days since",
            compute=Function.DAYS_SINCE,
            of=(FromAnswer(CriterionId("checked"), "day"),),
        )
    },
)


def said(given: dict[str, Answer | Rating] | None = None, whole: Checklist = WHOLE) -> Assessment:
    """The audit judged with the section left out."""
    return assess(whole, with_water(given), TODAY, CALENDAR)


def with_water(given: dict[str, Answer | Rating] | None = None, out: SectionAnswer = GONE) -> Audit:
    """An audit in which the section is left out."""
    return audit(given or {}).with_section("water", out)


def allowing(reasons: NotApplicable) -> Checklist:
    """The checklist with other reasons why the section may be left out."""
    water = replace(WATER, not_applicable=reasons)
    return replace(WHOLE, sections=(WHOLE.sections[0], water, WHOLE.sections[2]))


def test_what_goes_and_what_stays() -> None:
    """A gateway stays, and so does what a pressing rule or a question elsewhere rests on."""
    found = said()

    scopes = {outcome.id: outcome.scope for outcome in found.outcomes}
    gone = [name for name, scope in scopes.items() if scope is Scope.LEFT_OUT]
    assert gone == ["looked", "belt", "sign"]
    assert [one.id for one in goes(WHOLE, WATER)] == gone
    assert found.outcome(CriterionId("fence")).gate is Gate.NOT_SHOWN
    assert found.outcome(CriterionId("belt")).scope_because == (
        "The whole section does not apply: No water (AP lead, 23 November 2026)."
    )
    assert [result.left_out for result in found.sections] == [0, 3, 0]


def test_without_the_reason_nothing_goes() -> None:
    """A checklist that never allows it, or lists other reasons, asks everything."""
    for reasons in ("never", ("drained",)):
        found = said(whole=allowing(reasons))

        assert not [one.id for one in found.outcomes if one.scope is Scope.LEFT_OUT]
    listed = said(whole=allowing(("No water",)))
    assert [result.left_out for result in listed.sections] == [0, 3, 0]


def test_what_was_answered_in_it_counts_for_nothing() -> None:
    """Neither points nor coverage nor a condition comes of what does not apply."""
    open_ = said({"grass": Rating.MET, "belt": Rating.CANNOT_TELL})

    assert open_.total == said({"grass": Rating.MET}).total


@pytest.mark.parametrize(
    ("whole", "given", "what", "hint", "warning"),
    [
        (WHOLE, {}, None, "", False),
        (WHOLE, {"fence": Answer(rating=Rating.NOT_MET, note="Down")}, None, "", False),
        (
            WHOLE,
            {"belt": Answer(rating=Rating.PARTLY, note="Torn")},
            "'water' does apply: 'belt' in it was found partly met",
            "bring it back: ap-audit answer AUDIT water not-checked",
            False,
        ),
        (
            WHOLE,
            {"belt": Rating.CANNOT_TELL, "sign": Rating.MET},
            "'water' does apply: 'sign' in it was found met",
            "bring it back: ap-audit answer AUDIT water not-checked",
            False,
        ),
        (WHOLE, {"belt": Rating.CANNOT_TELL}, "1 answer in it is not counted", "", True),
        (
            WHOLE,
            {"looked": answer(None, times="2"), "sign": Rating.CANNOT_TELL},
            "2 answers in it are not counted",
            "",
            True,
        ),
        (
            allowing("never"),
            {},
            "this section always applies",
            "until then every question in it counts",
            True,
        ),
        (
            allowing(("drained", "filled in")),
            {},
            "the section is left out only for one of these reasons: drained, filled in",
            "until then every question in it counts",
            True,
        ),
    ],
)
def test_what_cannot_stand_beside_it(
    whole: Checklist,
    given: dict[str, Answer | Rating],
    what: str | None,
    hint: str,
    warning: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    """What could be rated does apply, so that nobody hides what falls short."""
    flaws = conformity(whole, with_water(given))

    assert [(one.what, one.hint, one.warning) for one in flaws] == (
        [] if what is None else [(what, hint, warning)]
    )


def test_a_section_that_nobody_spoke_of() -> None:
    """An empty block says nothing."""
    assert conformity(WHOLE, with_water(out=SectionAnswer())) == ()
    assert said() != assess(WHOLE, with_water(out=SectionAnswer()), TODAY, CALENDAR)
