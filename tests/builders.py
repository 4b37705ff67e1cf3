"""Small builders: a criterion, a checklist and an audit with only what a test is about."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from ap_audit.files.bank_holidays import bank_holidays
from ap_audit.model.audit import Answer, Audit, Decision, Evidence
from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.checklist import (
    Checklist,
    Criterion,
    EvidenceNeed,
    Parameter,
    Rule,
    RungWords,
    Section,
    ValueSpec,
    ValueType,
)
from ap_audit.model.condition import Condition, Data, condition_from, input_from
from ap_audit.model.derived import Derived, Function
from ap_audit.model.source import Source, SourceRegister
from ap_audit.model.words import (
    CriterionClass,
    Depth,
    LegalWeight,
    Rating,
    Rung,
    Seen,
    Severity,
    Subject,
    Verification,
)
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Assessment

TODAY = date(2026, 11, 23)
CALENDAR = SchoolCalendar((), bank_holidays)
"""Of a school that has not set its term dates."""
DIGEST = "sha256:" + "0" * 64
RATINGS = {
    rating: f"Means {rating.title}." for rating in (Rating.MET, Rating.PARTLY, Rating.NOT_MET)
}
REGISTER = SourceRegister(
    format="ap-audit/sources@1",
    sources={
        "LAW": Source(
            title="An act",
            short="An act",
            publisher="Parliament",
            edition="2026",
            weight=LegalWeight.LAW,
            verification=Verification.READ_IN_PART,
        )
    },
)

INTEGER = ValueSpec(type=ValueType.INTEGER, ask="How many?")
NUMBER = ValueSpec(type=ValueType.NUMBER, ask="How many hours?", unit="hours")
MONEY = ValueSpec(type=ValueType.MONEY, ask="For how much?")
DATE = ValueSpec(type=ValueType.DATE, ask="On what date?")
PAST = ValueSpec(type=ValueType.DATE, ask="When was it?", past=True)
TEXT = ValueSpec(type=ValueType.TEXT, ask="What is it called?")
URN = ValueSpec(type=ValueType.URN, ask="Which reference number?")
CHOICE = ValueSpec(
    type=ValueType.CHOICE, ask="Which kind?", choices={"school": "A school", "centre": "A centre"}
)


def condition(data: Data) -> Condition:
    """The condition that is written so in a checklist."""
    found, flaws = condition_from(data)
    assert found is not None, flaws
    return found


def criterion(  # noqa: PLR0913 -- what a criterion may have, all by name
    name: str,
    kind: CriterionClass = CriterionClass.STANDARD,
    *,
    weight: int | None = None,
    record: Mapping[str, ValueSpec] | None = None,
    when: Data | None = None,
    not_applicable: Literal["never", "with-reason"] | tuple[str, ...] = "never",
    needs: Sequence[Seen] = (),
    expires_after: str | None = None,
    depth: Depth = Depth.CORE,
) -> Criterion:
    """A criterion that asks its own name."""
    return Criterion(
        id=name,
        ask=f"Is {name} so?",
        class_=kind,
        why="It matters.",
        ratings={} if kind is CriterionClass.RECORD else RATINGS,
        weight=weight,
        record=dict(record or {}),
        when=None if when is None else condition(when),
        not_applicable=not_applicable,
        evidence=EvidenceNeed(needs=tuple(needs), expires_after=expires_after),
        depth=depth,
    )


def gateway(name: str, **record: ValueSpec) -> Criterion:
    """A gateway that records these values."""
    return criterion(name, CriterionClass.GATEWAY, record=record)


def key(name: str, **record: ValueSpec) -> Criterion:
    """A key criterion that records these values."""
    return criterion(name, CriterionClass.KEY, record=record)


def fact(name: str, **record: ValueSpec) -> Criterion:
    """A record."""
    return criterion(name, CriterionClass.RECORD, record=record)


def section(name: str, *criteria: Criterion, floor: int | None = None) -> Section:
    """A section."""
    return Section(id=name, title=name.capitalize(), criteria=criteria, floor=floor)


def rule(
    severity: Severity,
    when: Data,
    *,
    caps: Mapping[str, Rating] | None = None,
    title: str = "A rule",
) -> Rule:
    """A rule."""
    return Rule(
        title=title,
        severity=severity,
        when=condition(when),
        says=f"{title} speaks.",
        caps=dict(caps or {}),
    )


def checklist(
    *parts: Criterion | Section,
    rules: Mapping[str, Rule] | None = None,
    parameters: Mapping[str, str | None] | None = None,
    derived: Mapping[str, Derived] | None = None,
) -> Checklist:
    """A checklist; criteria outside a section come first, in one called `main`."""
    loose = tuple(part for part in parts if isinstance(part, Criterion))
    sections = tuple(part for part in parts if isinstance(part, Section))
    return Checklist(
        format="ap-audit/checklist@1",
        id="test",
        version="1",
        title="Test",
        subject=Subject.PROVIDER,
        published=TODAY,
        sections=((section("main", *loose),) if loose else ()) + sections,
        verdicts={rung: RungWords(title=rung.value, says=f"Says {rung}.") for rung in Rung},
        parameters={
            name: Parameter(title=f"Our {name}", unit="units", value=value)
            for name, value in (parameters or {}).items()
        },
        derived=dict(derived or {}),
        rules=dict(rules or {}),
    )


def computed(function: Function, *of: Data) -> Derived:
    """A derived input, made from what is written so in a checklist."""
    parts = [input_from(data) for data in of]
    return Derived(
        title=f"The {function}", compute=function, of=tuple(part for part in parts if part)
    )


def seen(how: Seen = Seen.COPY, **dates: date) -> Evidence:
    """A piece of evidence; `dated`, `date` and `until` by name."""
    return Evidence(
        what="letter.pdf",
        seen=how,
        dated=dates.get("dated"),
        date=dates.get("date"),
        until=dates.get("until"),
    )


def answer(rating: Rating | None, *evidence: Evidence, **values: str) -> Answer:
    """An answer with these pieces of evidence, called e1, e2 and so on, and these values."""
    return Answer(
        rating=rating,
        evidence={f"e{number}": piece for number, piece in enumerate(evidence, 1)},
        values=values,
    )


def shown(**values: str) -> Answer:
    """An answer that opens a gateway: met, and a copy seen."""
    return answer(Rating.MET, seen(), **values)


def audit(
    answers: Mapping[str, Answer | Rating] | None = None,
    *,
    depth: Depth = Depth.CORE,
    decision: Decision | None = None,
) -> Audit:
    """An audit with these answers; a rating alone is an answer too."""
    return Audit(
        format="ap-audit/audit@1",
        subject=Subject.PROVIDER,
        provider="acme",
        checklist="test@1",
        digest=DIGEST,
        depth=depth,
        date=TODAY,
        auditor="AP lead",
        answers={
            name: given if isinstance(given, Answer) else Answer(rating=given)
            for name, given in (answers or {}).items()
        },
        decision=decision or Decision(state="open"),
    )


def judged(
    criteria: Checklist | Criterion, answers: Mapping[str, Answer | Rating], today: date = TODAY
) -> Assessment:
    """What follows from these answers."""
    whole = checklist(criteria) if isinstance(criteria, Criterion) else criteria
    return assess(whole, audit(answers), today, CALENDAR)
