"""Sound checklists, and audits that conform to them, for properties of judging.

What lies at the edge of soundness is generated and the unsound part left out, so that nearly every
example counts. Weights and floors are extreme on purpose: what holds by a hair breaks here.

Plain functions that pick from lists, and one strategy around them: strategies made anew inside
strategies would take twenty times as long, and a bug needs many examples more than it needs them.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from msgspec.structs import replace

from ap_audit.model.audit import (
    Answer,
    Audit,
    Evidence,
    LeftOut,
    Moderation,
    OtherAnswer,
    SectionAnswer,
)
from ap_audit.model.checklist import (
    Checklist,
    Criterion,
    EvidenceNeed,
    Grade,
    NotApplicable,
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
from ap_audit.rules.conformity import conformity
from ap_audit.rules.references import condition_flaws
from ap_audit.rules.steadiness import misleading_rule, misleading_when
from tests.builders import CHOICE, DATE, INTEGER, TODAY, audit, checklist, criterion, section

T = TypeVar("T")
REASONS = ("no employees",)
ALLOWED: list[NotApplicable] = ["never", "with-reason", REASONS]
REQUIREMENTS: list[dict[Rating, tuple[Backing, ...]]] = [
    {},
    {},
    {Rating.MET: (Backing.NOTE,), Rating.NOT_APPLICABLE: (Backing.NOTE,)},
    {Rating.MET: (Backing.EVIDENCE,), Rating.NOT_MET: (Backing.NOTE, Backing.ACTION)},
]
PARAMETERS = {"most": "2", "unset": None, "span": "20 days"}
DAYS = [TODAY + timedelta(days=days) for days in (-400, -21, -1, 0, 1, 400)]
VALUES = {"day": DATE, "number": INTEGER, "sort": CHOICE}
TEXTS = {
    "day": [day.isoformat() for day in DAYS],
    "number": ["0", "1", "2", "3"],
    "sort": sorted(CHOICE.choices),
}
WORDS = (
    *([rating.value] for rating in Rating),
    ["not-met"],
    ["not-met", "partly"],
    ["not-met", "partly", "met"],
    ["not-met", "not-applicable"],
    ["not-met", "cannot-tell"],
    ["partly", "met", "not-checked"],
)
MET_OFTEN = (*Rating, Rating.MET, Rating.MET, Rating.MET)
SEEN_OFTEN = (*Seen, Seen.COPY, Seen.ON_SITE)
RULES_OFTEN = (*Severity, Severity.STOP, Severity.URGENT)
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
_UP_TO = [st.integers(0, most) for most in range(16)]


def pick(draw: DrawFn, options: Sequence[T]) -> T:
    """One of these; the first is the simplest."""
    return options[draw(_UP_TO[len(options) - 1])]


def chance(draw: DrawFn, one_in: int) -> bool:
    """True once in so many times."""
    return draw(_UP_TO[one_in - 1]) == one_in - 1


def specs(draw: DrawFn) -> dict[str, ValueSpec]:
    """What a criterion records."""
    names = [name for name in VALUES if chance(draw, 3)]
    return {name: replace(VALUES[name], optional=chance(draw, 2)) for name in names}


def check(draw: DrawFn, among: list[Criterion]) -> Condition:
    """One test of a rating or a value."""
    about = pick(draw, among)
    if not about.record or (not about.is_record and chance(draw, 2)):
        if chance(draw, 3):
            return Check(about.key, "rating", TestName.ANSWERED, Literal(""))
        return Check(about.key, "rating", TestName.IN, OneOf(tuple(pick(draw, WORDS))))
    name = pick(draw, sorted(about.record))
    if chance(draw, 6):
        return Check(about.key, name, TestName.ANSWERED, Literal(""))
    operands: list[Operand]
    match name:
        case "number":
            test = pick(draw, [TestName.AT_LEAST, TestName.LESS_THAN, TestName.IS])
            operands = [Literal("1"), FromParameter("most"), FromParameter("unset")]
        case "day":
            test = pick(draw, [TestName.BEFORE, TestName.AFTER])
            operands = [Today(), Literal(TODAY.isoformat())]
        case _:
            test, operands = TestName.IN, [OneOf(("school",)), OneOf(("centre",))]
    other = pick(draw, among)
    if name in other.record and name != "sort":
        operands.append(FromAnswer(other.key, name))
    return Check(
        about.key, name, test, pick(draw, operands[:1] if test is TestName.IS else operands)
    )


def condition(draw: DrawFn, among: list[Criterion], deep: int = 2) -> Condition:
    """Tests in groups, two deep, denied or not."""
    if deep == 0 or chance(draw, 2):
        return check(draw, among)
    if chance(draw, 3):
        return Not(condition(draw, among, deep - 1))
    group = pick(draw, [AllOf, AnyOf])
    return group(tuple(condition(draw, among, deep - 1) for _ in range(draw(_UP_TO[1]) + 1)))


def a_criterion(draw: DrawFn, name: str, earlier: list[Criterion]) -> Criterion:
    """A sound criterion, which may hang on earlier ones."""
    kind = pick(draw, list(CriterionClass))
    record = specs(draw)
    if kind is CriterionClass.RECORD and all(spec.optional for spec in record.values()):
        record = {"number": INTEGER, **{name: VALUES[name] for name in record}}
    gateway = kind is CriterionClass.GATEWAY
    found = replace(
        criterion(name, kind, record=record),
        weight=None if kind is CriterionClass.RECORD else pick(draw, [None, 1, 100]),
        not_applicable=pick(draw, ["never", REASONS, REASONS if gateway else "with-reason"]),
        evidence=EvidenceNeed(
            needs=pick(draw, [(), (), (Seen.COPY,), (Seen.COPY, Seen.ON_SITE)]),
            expires_after=pick(draw, [None, None, "20 days"]),
        ),
        requires={} if kind is CriterionClass.RECORD else pick(draw, REQUIREMENTS),
        depth=Depth.FULL if not gateway and chance(draw, 6) else Depth.CORE,
    )
    among = [one for one in earlier if one.depth is Depth.CORE or found.depth is Depth.FULL]
    if not among or chance(draw, 2):
        return found
    when = condition(draw, among)
    so_far = checklist(*earlier, found, parameters=PARAMETERS)
    sound = not any(condition_flaws(when, so_far, (), among=earlier)) and not any(
        misleading_when(when, so_far, ())
    )
    return replace(found, when=when) if sound else found


def a_derived(draw: DrawFn, criteria: list[Criterion]) -> dict[str, Derived]:
    """A sum, a difference of the sum and a number, school days and weeks, where values allow."""
    recorded = [FromAnswer(one.key, name) for one in criteria for name in one.record]
    numbers = [part for part in recorded if part.name == "number"]
    days = [part for part in recorded if part.name == "day"]
    found: dict[str, Derived] = {}
    if numbers:
        parts = tuple(pick(draw, numbers) for _ in range(draw(_UP_TO[2]) + 1))
        found["sum"] = Derived(title="Sum", compute=Function.SUM, of=parts)
        less = (FromDerived("sum"), pick(draw, numbers))
        found["rest"] = Derived(title="Rest", compute=Function.DIFFERENCE, of=less)
        both = (FromDerived("rest"), FromDerived("sum"))
        found["both"] = Derived(title="Both", compute=Function.SUM, of=both)
    if days:
        of = (pick(draw, days), pick(draw, [Today(), *days]))
        found["days"] = Derived(title="Days", compute=Function.SCHOOL_DAYS_BETWEEN, of=of)
        found["weeks"] = Derived(title="Weeks", compute=Function.WEEKS_SINCE, of=of[:1])
    found["open"] = Derived(title="Open", compute=Function.UNKNOWN_SHARE)
    return found


def joined(draw: DrawFn, plain: Condition, derived: dict[str, Derived]) -> Condition:
    """The condition, or one over derived inputs, alone or together, denied or not."""
    name = pick(draw, sorted(derived))
    test = pick(draw, [TestName.LESS_THAN, TestName.AT_LEAST, TestName.MORE_THAN])
    operands: list[Operand] = [Literal("2"), Literal("2"), FromParameter("unset")]
    operands += [FromDerived(other) for other in sorted(derived) if other != "open"]
    other: Condition = Check(DERIVED, name, test, pick(draw, operands))
    other = Not(other) if chance(draw, 2) else other
    choices = [plain, plain, plain, other, AllOf((plain, other)), AnyOf((plain, other))]
    return pick(draw, choices)


def a_rule(draw: DrawFn, criteria: list[Criterion], derived: dict[str, Derived]) -> Rule:
    """A rule, which may not be sound."""
    severity = pick(draw, RULES_OFTEN)
    rated = [criterion.id for criterion in criteria if not criterion.is_record]
    caps: dict[str, Rating] = {}
    if rated and severity in (Severity.STOP, Severity.URGENT) and chance(draw, 2):
        caps = {pick(draw, rated): pick(draw, [Rating.PARTLY, Rating.NOT_MET])}
    return Rule(
        title="Rule",
        severity=severity,
        when=joined(draw, condition(draw, criteria), derived),
        says="It holds.",
        caps=caps,
        from_=pick(draw, [None, None, None, None, TODAY, TODAY + timedelta(days=1)]),
        to=pick(draw, [None, None, None, None, TODAY + timedelta(days=1)]),
    )


def steady(found: Rule, whole: Checklist) -> bool:
    """Whether a rule is sound."""
    if any(condition_flaws(found.when, whole, (), among=list(whole.criteria()))):
        return False
    return all(flaw.warning for flaw in misleading_rule(found, whole, ()))


def a_checklist(draw: DrawFn) -> Checklist:
    """A sound checklist of one or two sections."""
    criteria: list[Criterion] = []
    for number in range(draw(_UP_TO[4]) + 1):
        criteria.append(a_criterion(draw, f"c{number}", criteria))
    middle = draw(_UP_TO[len(criteria) - 1])
    groups = [("first", criteria[:middle]), ("second", criteria[middle:])]
    sections = [
        replace(
            section(name, *part, floor=pick(draw, [None, 1, 50, 99, 100])),
            not_applicable=pick(draw, ALLOWED),
        )
        for name, part in groups
        if part
    ]
    derived = a_derived(draw, criteria)
    whole = checklist(*sections, parameters=PARAMETERS, derived=derived)
    found = [a_rule(draw, criteria, derived) for _ in range(draw(_UP_TO[3]))]
    kept = [one for one in found if steady(one, whole)]
    return replace(
        whole,
        rules={f"R{number}": one for number, one in enumerate(kept)},
        scale=pick(draw, [{}, {}, SCALE, TWO_WORDS]),
        verdicts={**whole.verdicts, **pick(draw, [{}, BANDS])},
    )


def a_piece(draw: DrawFn) -> Evidence:
    """A piece of evidence."""
    return Evidence(
        what="letter",
        seen=pick(draw, SEEN_OFTEN),
        dated=pick(draw, [None, *DAYS]),
        date=pick(draw, [None, *DAYS]),
        until=pick(draw, [None, None, None, *DAYS]),
    )


def an_answer(draw: DrawFn, about: Criterion) -> Answer:
    """An answer to a criterion, in which two auditors may differ."""
    rating = pick(draw, MET_OFTEN)
    pieces = {f"e{number}": a_piece(draw) for number in range(draw(_UP_TO[2]))}
    if chance(draw, 2):
        pieces["plain"] = Evidence(what="both", seen=Seen.ON_SITE, date=TODAY)
    second = pick(draw, MET_OFTEN) if chance(draw, 5) else None
    settled = second is not None and chance(draw, 4)
    return Answer(
        rating=None if about.is_record and rating.rated else rating,
        reason=pick(draw, [REASONS[0], REASONS[0], None]),
        note=pick(draw, ["As seen.", None]),
        values={name: pick(draw, TEXTS[name]) for name in about.record if not chance(draw, 4)},
        evidence=pieces,
        other=None if second is None else OtherAnswer(rating=second),
        moderated=Moderation(by="Head", date=TODAY, reason="Looked again") if settled else None,
    )


def graded(draw: DrawFn, whole: Checklist, given: Answer) -> Answer:
    """An answer that may use a word of the checklist's own scale."""
    if given.other is not None:
        second = replace(given.other, grade=_word(draw, whole, given.other.rating))
        given = replace(given, other=second)
    return replace(given, grade=_word(draw, whole, given.rating))


def _word(draw: DrawFn, whole: Checklist, rating: Rating | None) -> str | None:
    words = [word for word, grade in whole.scale.items() if grade.counts_as is rating]
    return pick(draw, [None, *words])


@st.composite
def answers(draw: DrawFn, about: Criterion) -> Answer:
    """An answer to a criterion."""
    return an_answer(draw, about)


@st.composite
def cases(draw: DrawFn) -> tuple[Checklist, Audit]:
    """A sound checklist and an audit on it."""
    whole = a_checklist(draw)
    given = {
        one.id: graded(draw, whole, an_answer(draw, one))
        for one in whole.criteria()
        if not chance(draw, 10)
    }
    plain = audit(given, depth=pick(draw, list(Depth)))
    for one in whole.sections:
        out = LeftOut(reason=pick(draw, [REASONS[0], "Other"]), by="Head", date=TODAY)
        said = plain.with_section(one.id, SectionAnswer(not_applicable=out))
        fits = not [flaw for flaw in conformity(whole, said) if not flaw.warning]
        plain = said if fits and chance(draw, 2) else plain
    return whole, plain


@st.composite
def raising_overlays(draw: DrawFn, base: Checklist) -> Overlay:
    """An overlay that only adds and raises."""
    added: dict[str, list[Criterion]] = {}
    earlier = list(base.criteria())
    for number in range(draw(_UP_TO[2])):
        one = a_criterion(draw, f"x{number}", earlier)
        place = pick(draw, [*(section.id for section in base.sections), "own"])
        # Asked after everything of the edition or before it: nothing it looks at may come later.
        added.setdefault(place, []).append(replace(one, when=None))
    sections = {
        name: SectionChange(title="Own" if name == "own" else None, criteria=tuple(criteria))
        for name, criteria in added.items()
    }
    for part in base.sections:
        if chance(draw, 2):
            change = sections.get(part.id, SectionChange())
            sections[part.id] = replace(change, floor=pick(draw, [part.floor or 1, 100]))
    return Overlay(
        format="ap-audit/overlay@1",
        id="over",
        version="1",
        extends=base.reference,
        title="Over",
        published=TODAY,
        sections=sections,
        criteria={
            one.id: raised(draw, one)
            for one in base.criteria()
            if not one.is_record and chance(draw, 2)
        },
        rules={
            name: RuleChange(severity=pick(draw, list(Severity)[: one.severity.rank + 1]))
            for name, one in base.rules.items()
            if chance(draw, 2)
        },
        parameters={"unset": ParameterChange(value="2")} if chance(draw, 2) else {},
    )


def raised(draw: DrawFn, old: Criterion) -> CriterionChange:
    """A change that asks more of a criterion."""
    kinds = [CriterionClass.STANDARD, CriterionClass.KEY, CriterionClass.GATEWAY]
    kind = pick(draw, [None, *kinds[kinds.index(old.class_) :]])
    tighter = kind is CriterionClass.GATEWAY and old.not_applicable == "with-reason"
    seen = EvidenceNeed(needs=(Seen.COPY, Seen.ON_SITE), expires_after="19 days")
    return CriterionChange(
        class_=kind,
        not_applicable=REASONS if tighter else None,
        evidence=pick(draw, [None, seen]),
        requires=pick(draw, [{}, {Rating.MET: tuple(Backing)[:2]}]),
        record=pick(draw, [{}, {"more": INTEGER}]),
    )
