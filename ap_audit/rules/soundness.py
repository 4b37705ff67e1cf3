"""Whether a checklist can be used: every reference, every comparison, and that it cannot mislead.

Each check yields flaws addressed by key path; reading the file turns them into lines and columns.
"""

from collections.abc import Iterator

from ap_audit.errors import Flaw, KeyPath
from ap_audit.model.checklist import Checklist, Criterion, Rule, ValueSpec, ValueType
from ap_audit.model.condition import GROUPS, RATING, Condition, TestName, criteria_in
from ap_audit.model.source import Citation, SourceRegister
from ap_audit.model.words import Depth, Rating, Rung, Severity
from ap_audit.rules.backing import requirement_flaws
from ap_audit.rules.bands import band_flaws
from ap_audit.rules.derivations import derivations
from ap_audit.rules.governors import governors_flaws
from ap_audit.rules.grades import scale_flaws
from ap_audit.rules.references import condition_flaws
from ap_audit.rules.section_words import word_flaws
from ap_audit.rules.steadiness import misleading_rule, misleading_when

_DESCRIBED = (Rating.MET, Rating.PARTLY, Rating.NOT_MET)


def soundness(checklist: Checklist, register: SourceRegister) -> tuple[Flaw, ...]:
    """Every flaw of a checklist; those marked as warnings leave it usable."""
    return (
        *_repeated(checklist),
        *_criteria(checklist, register),
        *derivations(checklist),
        *_rules(checklist, register),
        *_verdicts(checklist),
        *governors_flaws(checklist),
    )


def criterion_paths(checklist: Checklist) -> Iterator[tuple[KeyPath, Criterion]]:
    """Every criterion with the key path that leads to it."""
    for s, section in enumerate(checklist.sections):
        for c, criterion in enumerate(section.criteria):
            yield ("sections", s, "criteria", c), criterion


def _repeated(checklist: Checklist) -> Iterator[Flaw]:
    if not checklist.sections:
        yield Flaw(path=("sections",), what="the checklist asks nothing")
    seen: set[str] = set()
    for path, criterion in criterion_paths(checklist):
        if criterion.id in seen:
            yield Flaw(
                path=(*path, "id"),
                what=f"'{criterion.id}' is the id of two criteria",
                hint="an id means one question, for ever",
            )
        seen.add(criterion.id)
        if criterion.id in GROUPS:
            what = f"'{criterion.id}' means something else in a condition"
            yield Flaw(path=(*path, "id"), what=what, hint="choose another id")
    sections = [section.id for section in checklist.sections]
    for position, name in enumerate(sections):
        yield from word_flaws(checklist.sections[position], ("sections", position), seen)
        if name in sections[:position]:
            yield Flaw(
                path=("sections", position, "id"), what=f"'{name}' is the id of two sections"
            )
        if not checklist.sections[position].criteria:
            yield Flaw(path=("sections", position, "criteria"), what="the section asks nothing")


def _criteria(checklist: Checklist, register: SourceRegister) -> Iterator[Flaw]:
    earlier: list[Criterion] = []
    for path, criterion in criterion_paths(checklist):
        yield from _citations(criterion.sources, path, register)
        yield from _values(criterion, path)
        yield from requirement_flaws(criterion, path)
        yield from _lists(criterion, path)
        if criterion.is_record:
            yield from _record(criterion, path)
        else:
            yield from _rated(criterion, path)
        if criterion.is_gateway:
            yield from _gateway(criterion, path)
        elif criterion.hard:
            yield Flaw(path=(*path, "hard"), what="only a gateway can be hard")
        if criterion.when is not None:
            when = (*path, "when")
            flaws = list(condition_flaws(criterion.when, checklist, when, among=earlier))
            yield from flaws or misleading_when(criterion.when, checklist, when)
            yield from _deeper(criterion, criterion.when, when, among=earlier)
        earlier.append(criterion)


def _deeper(
    criterion: Criterion, when: Condition, path: KeyPath, *, among: list[Criterion]
) -> Iterator[Flaw]:
    """In an audit of core depth, what hangs on a deeper question would never be asked."""
    looked_at = criteria_in(when)
    for other in among:
        if other.key in looked_at and other.depth is Depth.FULL and criterion.depth is Depth.CORE:
            what = f"'{other.id}' is asked only in full depth, so this would not be asked either"
            yield Flaw(path=path, what=what, hint="make both core, or both full")


def _lists(criterion: Criterion, path: KeyPath) -> Iterator[Flaw]:
    """Lists that would lead nowhere: nothing in them, or what can never be met."""
    if not criterion.stage:
        what = "an empty list: the question would never be asked"
        yield Flaw(path=(*path, "stage"), what=what, hint="leave the line out for desk")
    if criterion.not_applicable == ():
        yield Flaw(
            path=(*path, "not_applicable"),
            what="an empty list accepts no reason",
            hint="write never, or the reasons as a list",
        )
    for position, seen in enumerate(criterion.evidence.needs):
        if not seen.first_hand:
            yield Flaw(
                path=(*path, "evidence", "needs", position),
                what=f"'{seen}' does not count as seen, so this need could never be met",
            )


def _values(criterion: Criterion, path: KeyPath) -> Iterator[Flaw]:
    for name, spec in criterion.record.items():
        at = (*path, "record", name)
        if name == RATING:
            what = "'rating' is the answer's own rating, and cannot be recorded beside it"
            yield Flaw(path=at, what=what, at_key=True)
        if spec.past and spec.type is not ValueType.DATE:
            what = f"only a date can have been, and this is of type {spec.type}"
            yield Flaw(path=(*at, "past"), what=what)
        yield from _limit(criterion, spec, (*at, "at_most"))
        if spec.type is not ValueType.CHOICE:
            if spec.choices:
                what = f"a value of type {spec.type} has no choices"
                yield Flaw(path=(*at, "choices"), what=what)
            continue
        if len(spec.choices) <= 1:
            yield Flaw(path=at, what="a choice needs at least two choices")
        if TestName.ANSWERED in spec.choices:
            what = "'answered' means something else in a condition"
            yield Flaw(path=(*at, "choices", "answered"), what=what, at_key=True)


def _limit(criterion: Criterion, spec: ValueSpec, at: KeyPath) -> Iterator[Flaw]:
    """What a value can be at most must be there, and comparable with it."""
    if spec.at_most is None:
        return
    numbers = (ValueType.INTEGER, ValueType.NUMBER)
    other = criterion.record.get(spec.at_most)
    if spec.at_most.isdigit():
        if spec.type not in (*numbers, ValueType.MONEY):
            yield Flaw(path=at, what=f"a value of type {spec.type} is not limited by a number")
    elif other is None or other is spec:
        what = f"'{spec.at_most}' is no other value that '{criterion.id}' records"
        yield Flaw(path=at, what=what, hint="name one that stands beside it, or give a number")
    elif spec.type not in (*numbers, ValueType.MONEY, ValueType.DATE) or (
        other.type is not spec.type and not {other.type, spec.type} <= {*numbers}
    ):
        what = f"a value of type {spec.type} is not compared with one of type {other.type}"
        yield Flaw(path=at, what=what)


def _record(criterion: Criterion, path: KeyPath) -> Iterator[Flaw]:
    if not any(not spec.optional for spec in criterion.record.values()):
        yield Flaw(
            path=path,
            what=f"'{criterion.id}' is a record, and records no value that must be there",
            hint="add one under record:",
        )
    if criterion.ratings:
        yield Flaw(
            path=(*path, "ratings"), what="a record is never rated, so ratings have no meaning here"
        )
    if criterion.weight is not None:
        yield Flaw(path=(*path, "weight"), what="a record weighs nothing")


def _rated(criterion: Criterion, path: KeyPath) -> Iterator[Flaw]:
    missing = [rating.value for rating in _DESCRIBED if rating not in criterion.ratings]
    if missing:
        yield Flaw(
            path=path,
            what=f"'{criterion.id}' does not say what {', '.join(missing)} means here",
            hint="two auditors should come to the same rating",
            warning=not criterion.is_gateway,
        )


def _gateway(criterion: Criterion, path: KeyPath) -> Iterator[Flaw]:
    if criterion.not_applicable == "with-reason":
        yield Flaw(
            path=(*path, "not_applicable"),
            what="a gateway is left out never, or only for a reason from a list",
            hint="write never, or the reasons as a list",
        )
    if criterion.depth is Depth.FULL:
        yield Flaw(
            path=(*path, "depth"),
            what="a gateway is always core",
            hint="an audit of core depth would otherwise pass it over",
        )
    if not criterion.sources and not criterion.why:
        yield Flaw(
            path=path,
            what=f"'{criterion.id}' decides, and names neither a source nor a reason",
            warning=True,
        )


def _citations(
    sources: tuple[Citation, ...], path: KeyPath, register: SourceRegister
) -> Iterator[Flaw]:
    for position, citation in enumerate(sources):
        if citation.source not in register.sources:
            yield Flaw(
                path=(*path, "sources", position, "source"),
                what=f"'{citation.source}' is not in the register of sources",
            )


def _rules(checklist: Checklist, register: SourceRegister) -> Iterator[Flaw]:
    known = {str(key): criterion for key, criterion in checklist.by_id().items()}
    for name, rule in checklist.rules.items():
        path = ("rules", name)
        flaws = list(
            condition_flaws(rule.when, checklist, (*path, "when"), among=list(known.values()))
        )
        yield from flaws or misleading_rule(rule, checklist, (*path, "when"))
        yield from _citations(rule.sources, path, register)
        yield from _caps(rule, known, path)
        if rule.from_ and rule.to and rule.to < rule.from_:
            yield Flaw(path=(*path, "to"), what="the rule ends before it begins")


def _caps(rule: Rule, known: dict[str, Criterion], path: KeyPath) -> Iterator[Flaw]:
    for criterion, rating in rule.caps.items():
        at = (*path, "caps", criterion)
        if criterion not in known:
            what = f"'{criterion}' is not a criterion of this checklist"
            yield Flaw(path=at, what=what, at_key=True)
        elif known[criterion].is_record:
            what = f"'{criterion}' is a record, and is never rated"
            yield Flaw(path=at, what=what, at_key=True)
        if rating not in (Rating.PARTLY, Rating.NOT_MET):
            yield Flaw(path=at, what="a rule caps at partly or not-met")
    if rule.caps and rule.severity not in (Severity.STOP, Severity.URGENT):
        yield Flaw(
            path=(*path, "caps"),
            what=f"a rule of severity {rule.severity} cannot cap",
            hint="leaving its input out would then improve the result; make it urgent or stop",
        )


def _verdicts(checklist: Checklist) -> Iterator[Flaw]:
    for rung in Rung:
        if rung not in checklist.verdicts:
            yield Flaw(path=("verdicts",), what=f"the rung '{rung}' is not worded")
    yield from band_flaws(checklist)
    yield from scale_flaws(checklist.scale)
