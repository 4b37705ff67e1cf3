"""Sound checklists, and audits that conform to them, for properties of judging.

What lies at the edge of soundness is generated and the unsound part left out, so that nearly every
example counts. Weights and floors are extreme on purpose: what holds by a hair breaks here.
"""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from msgspec.structs import replace

from ap_audit.model.audit import Answer, Audit, Evidence, Moderation, OtherAnswer
from ap_audit.model.checklist import (
    Checklist,
    Criterion,
    EvidenceNeed,
    Grade,
    Rule,
    RungWords,
    ValueSpec,
)
from ap_audit.model.condition import (
    DERIVED,
    AllOf,
    AnyOf,
    Check,
    Condition,
    FromAnswer,
    FromDerived,
    FromParameter,
    Literal,
    Not,
    OneOf,
    Operand,
    TestName,
    Today,
)
from ap_audit.model.derived import Derived, Function
from ap_audit.model.names import CriterionId
from ap_audit.model.overlay import (
    CriterionChange,
    Overlay,
    ParameterChange,
    RuleChange,
    SectionChange,
)
from ap_audit.model.words import Backing, CriterionClass, Depth, Rating, Seen, Severity
from ap_audit.rules.references import condition_flaws
from ap_audit.rules.steadiness import misleading_rule, misleading_when
from tests.builders import CHOICE, DATE, INTEGER, TODAY, audit, checklist, criterion, section

REASONS = ("no employees",)
REQUIREMENTS: list[dict[Rating, tuple[Backing, ...]]] = [
    {},
    {},
    {Rating.MET: (Backing.NOTE,), Rating.NOT_APPLICABLE: (Backing.NOTE,)},
    {Rating.MET: (Backing.EVIDENCE,), Rating.NOT_MET: (Backing.NOTE, Backing.ACTION)},
]
PARAMETERS = {"most": "2", "unset": None, "span": "20 days"}
DAYS = st.sampled_from([-400, -21, -1, 0, 1, 400]).map(lambda days: TODAY + timedelta(days=days))
VALUES = {"number": INTEGER, "day": DATE, "sort": CHOICE}
WORDS = st.one_of(
    st.lists(st.sampled_from([rating.value for rating in Rating]), min_size=1, max_size=4),
    st.sampled_from([["not-met"], ["not-met", "partly"], ["met"], ["not-applicable"]]),
    st.just(["not-met", "partly", "met"]),
)

SCALE = {
    "excellent": Grade(value="1", counts_as=Rating.MET, title="Excellent"),
    "good": Grade(value="3/4", counts_as=Rating.MET, title="Good"),
    "fair": Grade(value="3/4", counts_as=Rating.PARTLY, title="Fair"),
    "weak": Grade(value="1/3", counts_as=Rating.PARTLY, title="Weak"),
    "poor": Grade(value="1/4", counts_as=Rating.NOT_MET, title="Poor"),
    "none": Grade(value="0", counts_as=Rating.NOT_MET, title="None"),
}
TWO_WORDS = {
    "yes": Grade(value="1", counts_as=Rating.MET, title="Yes"),
    "no": Grade(value="1/4", counts_as=Rating.NOT_MET, title="No"),
}
BANDS = {
    "low": RungWords(
        title="Low",
        says="Low.",
        when=AnyOf(
            (
                Check(CriterionId("total"), "worst", TestName.LESS_THAN, Literal("80 %")),
                Check(CriterionId("total"), "below-met", TestName.MORE_THAN, Literal("2")),
            )
        ),
    ),
    "middling": RungWords(
        title="Middling",
        says="Middling.",
        when=AnyOf(
            (
                Check(CriterionId("total"), "worst", TestName.AT_MOST, Literal("9/10")),
                Check(CriterionId("total"), "unknown", TestName.AT_LEAST, Literal("1")),
            )
        ),
    ),
}


@st.composite
def specs(draw: DrawFn) -> dict[str, ValueSpec]:
    """What a criterion records."""
    names = draw(st.lists(st.sampled_from(sorted(VALUES)), unique=True, max_size=2))
    return {name: replace(VALUES[name], optional=draw(st.booleans())) for name in names}


@st.composite
def checks(draw: DrawFn, among: list[Criterion]) -> Condition:
    """One test of a rating or a value."""
    about = draw(st.sampled_from(among))
    if not about.record or draw(st.booleans()):
        test = draw(st.sampled_from([TestName.IN, TestName.IN, TestName.ANSWERED]))
        operand: Operand = OneOf(tuple(draw(WORDS))) if test is TestName.IN else Literal("")
        return Check(about.key, "rating", test, operand)
    name = draw(st.sampled_from(sorted(about.record)))
    if draw(st.integers(0, 5)) == 0:
        return Check(about.key, name, TestName.ANSWERED, Literal(""))
    other = draw(st.sampled_from(among))
    match name:
        case "number":
            test = draw(st.sampled_from([TestName.AT_LEAST, TestName.LESS_THAN, TestName.IS]))
            operands: list[Operand] = [Literal("1"), FromParameter("most"), FromParameter("unset")]
        case "day":
            test = draw(st.sampled_from([TestName.BEFORE, TestName.AFTER]))
            operands = [Today(), Literal(TODAY.isoformat())]
        case _:
            test, operands = TestName.IN, [OneOf(("school",)), OneOf(("centre",))]
    if name in other.record and name != "sort":
        operands.append(FromAnswer(other.key, name))
    if test is TestName.IS:
        operands = operands[:1]
    return Check(about.key, name, test, draw(st.sampled_from(operands)))


def conditions(among: list[Criterion]) -> st.SearchStrategy[Condition]:
    """Tests in groups, two deep, denied or not."""

    def grouped(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        several = st.lists(parts, min_size=1, max_size=2).map(tuple)
        return st.one_of(
            st.builds(AllOf, several), st.builds(AnyOf, several), st.builds(Not, parts)
        )

    return st.recursive(checks(among), grouped, max_leaves=3)


@st.composite
def _criteria(draw: DrawFn, name: str, earlier: list[Criterion]) -> Criterion:
    kind = draw(st.sampled_from(CriterionClass))
    record = draw(specs())
    if kind is CriterionClass.RECORD and all(spec.optional for spec in record.values()):
        record = {"number": INTEGER, **{name: VALUES[name] for name in record}}
    allowed = [REASONS] if kind is CriterionClass.GATEWAY else [REASONS, "with-reason"]
    found = replace(
        criterion(name, kind, record=record),
        weight=None if kind is CriterionClass.RECORD else draw(st.sampled_from([None, 1, 100])),
        not_applicable=draw(st.sampled_from(["never", *allowed])),
        evidence=EvidenceNeed(
            needs=draw(st.sampled_from([(), (), (Seen.COPY,), (Seen.COPY, Seen.ON_SITE)])),
            expires_after=draw(st.sampled_from([None, None, "20 days"])),
        ),
        requires={} if kind is CriterionClass.RECORD else draw(st.sampled_from(REQUIREMENTS)),
        depth=draw(st.sampled_from([Depth.CORE] * 5 + [Depth.FULL])),
    )
    asked = bool(earlier) and draw(st.sampled_from([True, False]))
    when = draw(conditions(earlier)) if asked else None
    if when is None:
        return found
    so_far = checklist(*earlier, found, parameters=PARAMETERS)
    flaws = list(condition_flaws(when, so_far, (), among=earlier))
    sound = not flaws and not list(misleading_when(when, so_far, ()))
    return replace(found, when=when) if sound else found


@st.composite
def _derived(draw: DrawFn, criteria: list[Criterion]) -> dict[str, Derived]:
    """A sum, a difference of the sum and a number, school days and weeks, where values allow."""
    recorded = [FromAnswer(one.key, name) for one in criteria for name in one.record]
    numbers = [part for part in recorded if part.name == "number"]
    days = [part for part in recorded if part.name == "day"]
    found: dict[str, Derived] = {}
    if numbers:
        parts = draw(st.lists(st.sampled_from(numbers), min_size=1, max_size=3))
        found["sum"] = Derived(title="Sum", compute=Function.SUM, of=tuple(parts))
        less = (FromDerived("sum"), draw(st.sampled_from(numbers)))
        found["rest"] = Derived(title="Rest", compute=Function.DIFFERENCE, of=less)
        both = (FromDerived("rest"), FromDerived("sum"))
        found["both"] = Derived(title="Both", compute=Function.SUM, of=both)
    if days:
        of = (draw(st.sampled_from(days)), draw(st.sampled_from([Today(), *days])))
        found["days"] = Derived(title="Days", compute=Function.SCHOOL_DAYS_BETWEEN, of=of)
        found["weeks"] = Derived(title="Weeks", compute=Function.WEEKS_SINCE, of=of[:1])
    found["open"] = Derived(title="Open", compute=Function.UNKNOWN_SHARE)
    return found


@st.composite
def _derived_checks(draw: DrawFn, derived: dict[str, Derived]) -> Condition:
    name = draw(st.sampled_from(sorted(derived)))
    test = draw(st.sampled_from([TestName.LESS_THAN, TestName.AT_LEAST, TestName.MORE_THAN]))
    operands: list[Operand] = [Literal("2"), Literal("2"), FromParameter("unset")]
    operands += [FromDerived(other) for other in sorted(derived) if other != "open"]
    return Check(DERIVED, name, test, draw(st.sampled_from(operands)))


@st.composite
def _joined(draw: DrawFn, plain: Condition, derived: dict[str, Derived]) -> Condition:
    """The condition, or one over derived inputs, alone or together, denied or not."""
    other = draw(_derived_checks(derived))
    other = Not(other) if draw(st.booleans()) else other
    return draw(
        st.sampled_from([plain, other, other, AllOf((plain, other)), AnyOf((plain, other))])
    )


@st.composite
def _rules(draw: DrawFn, criteria: list[Criterion], derived: dict[str, Derived]) -> Rule:
    severity = draw(st.sampled_from([*Severity, Severity.STOP, Severity.URGENT]))
    rated = [criterion.id for criterion in criteria if not criterion.is_record]
    caps: dict[str, Rating] = {}
    if rated and severity in (Severity.STOP, Severity.URGENT) and draw(st.booleans()):
        caps = {
            draw(st.sampled_from(rated)): draw(st.sampled_from([Rating.PARTLY, Rating.NOT_MET]))
        }
    return Rule(
        title="Rule",
        severity=severity,
        when=draw(_joined(draw(conditions(criteria)), derived)),
        says="It holds.",
        caps=caps,
        from_=draw(st.sampled_from([None] * 5 + [TODAY, TODAY + timedelta(days=1)])),
        to=draw(st.sampled_from([None] * 5 + [TODAY + timedelta(days=1)])),
    )


def steady(found: Rule, whole: Checklist) -> bool:
    """Whether a rule is sound."""
    among = list(whole.criteria())
    if list(condition_flaws(found.when, whole, (), among=among)):
        return False
    return all(flaw.warning for flaw in misleading_rule(found, whole, ()))


@st.composite
def checklists(draw: DrawFn) -> Checklist:
    """A sound checklist of two sections."""
    criteria: list[Criterion] = []
    for number in range(draw(st.integers(1, 5))):
        criteria.append(draw(_criteria(f"c{number}", criteria)))
    middle = draw(st.integers(0, len(criteria) - 1))
    floors = st.sampled_from([None, 1, 50, 99, 100])
    groups = [("first", criteria[:middle]), ("second", criteria[middle:])]
    sections = [section(name, *part, floor=draw(floors)) for name, part in groups if part]
    derived = draw(_derived(criteria))
    whole = checklist(*sections, parameters=PARAMETERS, derived=derived)
    found = draw(st.lists(_rules(criteria, derived), max_size=3))
    kept = [one for one in found if steady(one, whole)]
    return replace(
        whole,
        rules={f"R{number}": one for number, one in enumerate(kept)},
        scale=draw(st.sampled_from([{}, {}, SCALE, TWO_WORDS])),
        verdicts={**whole.verdicts, **draw(st.sampled_from([{}, BANDS]))},
    )


@st.composite
def _evidence(draw: DrawFn) -> Evidence:
    kinds = [Seen.COPY, Seen.COPY, Seen.ON_SITE, Seen.ORIGINAL, Seen.TOLD, Seen.SECOND_HAND]
    maybe = st.one_of(st.none(), DAYS)
    return Evidence(
        what="letter",
        seen=draw(st.sampled_from(kinds)),
        dated=draw(maybe),
        date=draw(maybe),
        until=draw(st.one_of(st.none(), st.none(), DAYS)),
    )


_TYPED = {
    "number": st.sampled_from(["0", "1", "2", "3"]),
    "day": DAYS.map(lambda day: day.isoformat()),
    "sort": st.sampled_from(sorted(CHOICE.choices)),
}


@st.composite
def answers(draw: DrawFn, about: Criterion) -> Answer:
    """An answer to a criterion."""
    ratings = st.sampled_from([*Rating, Rating.MET, Rating.MET, Rating.MET])
    rating = draw(ratings)
    second = None if draw(st.integers(0, 4)) else draw(ratings)
    values = {name: draw(_TYPED[name]) for name in about.record if draw(st.integers(0, 3))}
    evidence = draw(st.lists(_evidence(), max_size=2))
    plain = Evidence(what="both", seen=Seen.ON_SITE, date=TODAY)
    return Answer(
        rating=None if about.is_record and rating.rated else rating,
        reason=draw(st.sampled_from([REASONS[0], REASONS[0], None])),
        note=draw(st.sampled_from(["As seen.", None])),
        values=values,
        evidence={
            **{f"e{number}": piece for number, piece in enumerate(evidence)},
            **({"plain": plain} if draw(st.booleans()) else {}),
        },
        other=None if second is None else OtherAnswer(rating=second),
        moderated=(
            Moderation(by="Head", date=TODAY, reason="Looked again")
            if second and draw(st.integers(0, 3)) == 0
            else None
        ),
    )


def _graded(draw: DrawFn, whole: Checklist, given: Answer) -> Answer:
    words = [word for word, grade in whole.scale.items() if grade.counts_as is given.rating]
    return replace(given, grade=draw(st.sampled_from([None, *words])))


@st.composite
def cases(draw: DrawFn) -> tuple[Checklist, Audit]:
    """A sound checklist and an audit on it."""
    whole = draw(checklists())
    given = {
        one.id: _graded(draw, whole, draw(answers(one)))
        for one in whole.criteria()
        if draw(st.integers(0, 9))
    }
    return whole, audit(given, depth=draw(st.sampled_from(Depth)))


@st.composite
def raising_overlays(draw: DrawFn, base: Checklist) -> Overlay:
    """An overlay that only adds and raises."""
    added: dict[str, list[Criterion]] = {}
    earlier = list(base.criteria())
    for number in range(draw(st.integers(0, 2))):
        one = draw(_criteria(f"x{number}", earlier))
        place = draw(st.sampled_from([*(section.id for section in base.sections), "own"]))
        # Asked after everything of the edition or before it: nothing it looks at may come later.
        added.setdefault(place, []).append(replace(one, when=None))
    sections = {
        name: SectionChange(title="Own" if name == "own" else None, criteria=tuple(criteria))
        for name, criteria in added.items()
    }
    for section_ in base.sections:
        if draw(st.booleans()):
            floor = draw(st.sampled_from([section_.floor or 1, 100]))
            change = sections.get(section_.id, SectionChange())
            sections[section_.id] = replace(change, floor=floor)
    return Overlay(
        format="ap-audit/overlay@1",
        id="over",
        version="1",
        extends=base.reference,
        title="Over",
        published=TODAY,
        sections=sections,
        criteria={
            one.id: draw(_raised_criteria(one))
            for one in base.criteria()
            if not one.is_record and draw(st.booleans())
        },
        rules={
            name: RuleChange(severity=draw(st.sampled_from(_at_least(one.severity))))
            for name, one in base.rules.items()
            if draw(st.booleans())
        },
        parameters={"unset": ParameterChange(value="2")} if draw(st.booleans()) else {},
    )


@st.composite
def _raised_criteria(draw: DrawFn, old: Criterion) -> CriterionChange:
    kinds = [CriterionClass.STANDARD, CriterionClass.KEY, CriterionClass.GATEWAY]
    kind = draw(st.sampled_from([None, *kinds[kinds.index(old.class_) :]]))
    tighter = kind is CriterionClass.GATEWAY and old.not_applicable == "with-reason"
    return CriterionChange(
        class_=kind,
        not_applicable=REASONS if tighter else None,
        evidence=draw(
            st.sampled_from(
                [
                    None,
                    EvidenceNeed(needs=(Seen.COPY, Seen.ON_SITE), expires_after="19 days"),
                ]
            )
        ),
        requires=draw(st.sampled_from([{}, {Rating.MET: tuple(Backing)[:2]}])),
        record=draw(st.sampled_from([{}, {"more": INTEGER}])),
    )


def _at_least(severity: Severity) -> list[Severity]:
    return list(Severity)[: severity.rank + 1]
