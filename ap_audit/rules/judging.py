"""One criterion judged: what its answer counts as, and whether a gateway is open."""

from fractions import Fraction

from ap_audit.model.audit import Answer, OtherAnswer
from ap_audit.model.base import Value
from ap_audit.model.checklist import Criterion, Grade, Section
from ap_audit.model.wording import capital
from ap_audit.model.words import Rating
from ap_audit.rules.assessment import Gate, Outcome, RuleResult
from ap_audit.rules.backing import lacking
from ap_audit.rules.computed import Cap
from ap_audit.rules.evidence import Sight, sight
from ap_audit.rules.facts import Facts, Given
from ap_audit.rules.grades import grade_of, worth
from ap_audit.rules.standing import lower, reason_accepted
from ap_audit.rules.values import lacks_a_value

_MET = Rating.MET
"""On its own, since looking a member up in its class is slow before Python 3.12."""
_NOTHING = Fraction(0)
NOT_AGAIN = "Answered last time, and not checked since."


class _Case(Value, frozen=True, kw_only=True):
    """What is needed to judge one criterion."""

    criterion: Criterion
    answer: Answer
    recorded: Rating
    standing: Rating
    scale: dict[str, Grade]
    seen: Sight
    cap: Cap | None
    doubt: RuleResult | None
    """A rule that might cap it and cannot tell."""
    carried: Answer | None


def judge(
    given: Given,
    section: Section,
    facts: Facts,
    *,
    scope_because: str,
    cap: Cap | None,
    doubt: RuleResult | None,
    last: Answer,
) -> Outcome:
    """The outcome of one criterion. Scopes must be settled. *last* is its answer of last time."""
    criterion, answer, scope = given.criterion, given.answer, given.scope
    carried = last if scope.judged and answer.blank and not last.blank else None
    case = _Case(
        criterion=criterion,
        answer=answer,
        recorded=given.recorded,
        standing=given.standing,
        scale=facts.checklist.scale,
        seen=sight(criterion, answer, facts.today),
        cap=cap,
        doubt=doubt,
        carried=carried,
    )
    judged, because = _judged(case)
    scale = facts.checklist.scale
    grade = grade_of(scale, answer, judged) if judged.rated else None
    gate, gate_because = _gate(case) if criterion.is_gateway and scope.judged else (None, ())
    return Outcome(
        criterion=criterion,
        section=section,
        answer=answer,
        scope=scope,
        scope_because=scope_because,
        recorded=case.recorded,
        judged=judged,
        worth=worth(scale, answer, judged) if judged.rated else _NOTHING,
        grade=grade,
        because=tuple(because),
        evidence=case.seen.pieces,
        verified=judged.rated and case.seen.enough,
        gate=gate,
        gate_because=tuple(gate_because),
        carried=carried if carried is not None and judged is Rating.NOT_CHECKED else None,
    )


def _judged(case: _Case) -> tuple[Rating, list[str]]:
    rating, because = case.standing, _disagreement(case)
    if rating is not case.recorded:
        because.append(_not_accepted(case))
    missing = _missing(case, seen=case.seen.enough) if rating is _MET else []
    if missing:
        # Not lower than partly: a better rating must never lead to a lower score.
        rating = Rating.PARTLY
        because.append(f"Counts as partly met until this is recorded: {' '.join(missing)}")
    # A fact beats a tick, and "does not apply" is one: what the rule looked at does apply.
    if case.cap is not None and (rating.excused or lower(case.cap.rating, rating) is not rating):
        rating = case.cap.rating
        because.append(f"Counts as {rating.title}: {case.cap.rule.rule.says}")
    return rating, because


def _missing(case: _Case, *, seen: bool) -> list[str]:
    """What `met` needs and the answer does not have: values, and what the criterion requires."""
    asked = [spec.ask for spec in lacks_a_value(case.criterion, case.answer)]
    lacks = lacking(case.criterion, case.answer, _MET, seen=seen)
    return [*asked, *(f"{capital(one.title)}." for one in lacks)]


def _disagreement(case: _Case) -> list[str]:
    own, other = case.answer, case.answer.other
    if other is None or own.moderated is not None:
        return []
    if (other.rating, other.grade) == (own.rating or Rating.MET, own.grade):
        return []
    said, others = _word(case, own) or "recorded", _word(case, other)
    return [
        (
            f'Two auditors differ: {own.by or "one"} answered "{said}", {other.by or "the other"}'
            f' "{others}". Until that is settled, the more cautious answer counts.'
        )
    ]


def _word(case: _Case, given: Answer | OtherAnswer) -> str:
    """What an auditor answered, in the checklist's own word where one is given."""
    grade = case.scale.get(given.grade or "")
    if grade is not None:
        return grade.title
    return given.rating.title if given.rating else ""


def _not_accepted(case: _Case) -> str:
    allowed = case.criterion.not_applicable
    if reason_accepted(case.criterion, case.answer):
        return "It is only left out with a note."
    if allowed == "never":
        return "This question always applies."
    if allowed == "with-reason":
        return "No reason is given why it does not apply."
    return f"It is only left out for one of these reasons: {', '.join(allowed)}."


def _gate(case: _Case) -> tuple[Gate, list[str]]:
    if case.cap is not None:
        return Gate.FAILED, [case.cap.rule.rule.says, case.cap.rule.because]
    if case.standing.rated and case.standing is not _MET:
        return Gate.FAILED, [f"Found {case.standing.title}."]
    because = _not_shown(case)
    if because:
        return Gate.NOT_SHOWN, because
    return (Gate.EXCUSED if case.standing.excused else Gate.OPEN), []


def _not_shown(case: _Case) -> list[str]:
    if case.standing.unknown:
        return _left_open(case)
    because: list[str] = []
    if case.standing is _MET:
        because += [f"Not recorded: {asked}" for asked in _missing(case, seen=True)]
        because += case.seen.because
    if case.doubt is not None and not because:
        doubt = case.doubt
        because = [f"It cannot be told whether this holds: {doubt.rule.title}. {doubt.because}"]
    return because


def _left_open(case: _Case) -> list[str]:
    if case.recorded is not case.standing:
        return [_not_accepted(case)]
    differ = _disagreement(case)
    if differ:
        return differ
    if case.standing is Rating.NOT_CHECKED:
        return [_not_checked(case.carried)]
    return ["It could not be told."]


def _not_checked(last: Answer | None) -> str:
    """A renewal that is only begun must not make what fell short last time look merely open."""
    if last is None:
        return "Nobody has checked this yet."
    if last.rating in (Rating.NOT_MET, Rating.PARTLY):
        return f"{capital(last.rating.title)} last time, and not checked since."
    return NOT_AGAIN
