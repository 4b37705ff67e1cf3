"""One criterion judged: what its answer counts as, and whether a gateway is open."""

from dataclasses import dataclass

from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Criterion, Section
from ap_audit.model.words import Rating
from ap_audit.rules.assessment import Gate, Outcome, RuleResult
from ap_audit.rules.computed import Cap
from ap_audit.rules.evidence import Sight, sight
from ap_audit.rules.standing import accepted, lower, recorded_rating
from ap_audit.rules.truth import Facts
from ap_audit.rules.values import lacks_a_value, recorded_values


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """What is needed to judge one criterion."""

    criterion: Criterion
    answer: Answer
    recorded: Rating
    seen: Sight
    cap: Cap | None
    doubt: RuleResult | None
    """A rule that might cap it and cannot tell."""


def judge(
    criterion: Criterion,
    section: Section,
    facts: Facts,
    *,
    scope_because: str,
    cap: Cap | None,
    doubt: RuleResult | None,
) -> Outcome:
    """The outcome of one criterion. Scopes must be settled."""
    answer, scope = facts.answer(criterion.key), facts.scopes[criterion.key]
    case = _Case(
        criterion=criterion,
        answer=answer,
        recorded=recorded_rating(criterion, answer),
        seen=sight(criterion, answer, facts.today),
        cap=cap,
        doubt=doubt,
    )
    judged, because = _judged(case)
    gate, gate_because = _gate(case) if criterion.is_gateway and scope.judged else (None, ())
    return Outcome(
        criterion=criterion,
        section=section,
        answer=answer,
        scope=scope,
        scope_because=scope_because,
        recorded=case.recorded,
        judged=judged,
        because=tuple(because),
        values=recorded_values(criterion, answer),
        evidence=case.seen.pieces,
        verified=judged.rated and case.seen.enough,
        gate=gate,
        gate_because=tuple(gate_because),
    )


def _judged(case: _Case) -> tuple[Rating, list[str]]:
    rating, because = case.recorded, _disagreement(case)
    if rating is Rating.NOT_APPLICABLE:
        if accepted(case.criterion, case.answer):
            return rating, because
        return Rating.CANNOT_TELL, [*because, _not_accepted(case)]
    missing = lacks_a_value(case.criterion, case.answer)
    if rating is Rating.MET and missing:
        # Not lower than partly: a better rating must never lead to a lower score.
        rating = Rating.PARTLY
        because.append(f"Counts as partly met until this is recorded: {' '.join(spec.ask for spec in missing)}")
    if case.cap is not None and lower(case.cap.rating, rating) is not rating:
        rating = case.cap.rating
        because.append(f"Counts as {rating.title}: {case.cap.rule.rule.says}")
    return rating, because


def _disagreement(case: _Case) -> list[str]:
    other = case.answer.other
    if other is None or case.answer.moderated is not None or other.rating is case.answer.rating:
        return []
    return [f"Two auditors differ, so the lower rating counts until it is settled: {other.by or 'the other'} found it {other.rating.title}."]


def _not_accepted(case: _Case) -> str:
    allowed = case.criterion.not_applicable
    if allowed == "never":
        return "This question always applies."
    if allowed == "with-reason":
        return "No reason is given why it does not apply."
    return f"It is only left out for one of these reasons: {', '.join(allowed)}."


def _gate(case: _Case) -> tuple[Gate, list[str]]:
    if case.recorded is Rating.NOT_APPLICABLE:
        if accepted(case.criterion, case.answer):
            return Gate.EXCUSED, []
        return Gate.NOT_SHOWN, [_not_accepted(case)]
    if case.cap is not None:
        return Gate.FAILED, [case.cap.rule.rule.says, case.cap.rule.because]
    if case.recorded in (Rating.NOT_MET, Rating.PARTLY):
        return Gate.FAILED, [f"Found {case.recorded.title}."]
    if case.recorded.unknown:
        return Gate.NOT_SHOWN, ["It could not be told." if case.recorded is Rating.CANNOT_TELL else "Nobody has checked this yet."]
    because = [f"Not recorded: {spec.ask}" for spec in lacks_a_value(case.criterion, case.answer)]
    because += case.seen.because
    if case.doubt is not None and not because:
        because = [f"It cannot be told whether this holds: {case.doubt.rule.title}. {case.doubt.because}"]
    return (Gate.NOT_SHOWN, because) if because else (Gate.OPEN, [])
