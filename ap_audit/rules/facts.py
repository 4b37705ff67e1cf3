"""What is known of an audit while it is judged, and one recorded value of it."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from ap_audit.model.audit import UNANSWERED, Answer
from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.checklist import Checklist, Criterion, ValueSpec, ValueType
from ap_audit.model.condition import RATING
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating
from ap_audit.rules.assessment import Scope, TypedValue
from ap_audit.rules.standing import left_open, standing_rating
from ap_audit.rules.values import said, typed


class Facts(Struct):
    """What is known of an audit while it is judged: answers, and the scopes settled so far."""

    checklist: Checklist
    answers: dict[str, Answer]
    today: date
    calendar: SchoolCalendar
    scopes: dict[CriterionId, Scope] = field(default_factory=dict)
    criteria: Mapping[CriterionId, Criterion] = field(default_factory=dict)
    recorded: "dict[tuple[CriterionId, str], Found]" = field(default_factory=dict)
    """The recorded values looked at so far. A condition looks at settled scopes only."""
    derived: "dict[str, Found]" = field(default_factory=dict)
    """The derived inputs computed so far."""
    standings: dict[CriterionId, Rating] = field(default_factory=dict)
    """The ratings that count, as far as they were asked for."""

    def __post_init__(self) -> None:
        self.criteria = self.checklist.by_id()

    def answer(self, criterion: CriterionId) -> Answer:
        """The answer to a criterion."""
        return self.answers.get(criterion, UNANSWERED)

    def standing(self, criterion: Criterion) -> Rating:
        """The rating of a criterion that counts, before anything is computed from it."""
        found = self.standings.get(criterion.key)
        if found is None:
            found = standing_rating(criterion, self.answer(criterion.key))
            self.standings[criterion.key] = found
        return found

    def left_open(self, criterion: Criterion) -> bool:
        """Whether an answer leaves its question open, although a value may stand with it."""
        if criterion.is_record:
            return left_open(criterion, self.answer(criterion.key))
        return self.standing(criterion).unknown

    def moot(self, criterion: CriterionId) -> bool:
        """Whether a criterion is out of scope."""
        return not self.scopes.get(criterion, Scope.IN).judged


class Found(Struct, frozen=True, kw_only=True):
    """One input: its value, or that it is missing or moot."""

    label: str
    value: TypedValue | None = None
    shown: str = ""
    moot: bool = False
    left_open: bool = False
    """A rating that says nothing yet."""
    doubtful: bool = False
    """A value under a question that was left open, or of which it is not settled if it applies."""
    because: tuple[str, ...] = ()
    """Of a derived input: what it was made from, or why it cannot be told, in sentences."""
    made_from: tuple[tuple[str, str], ...] = ()
    """Of a derived input: each thing it was made from, as a label and its value in words."""

    @property
    def inputs(self) -> tuple[tuple[str, str], ...]:
        """This input and what it was made from, for a person."""
        missing = "cannot be told" if self.because else "not recorded"
        return ((self.label, self.shown or missing), *self.made_from)


def only_value(criterion: Criterion) -> str:
    """What a test without a name looks at: a record's only value, else the rating."""
    return (
        next(iter(criterion.record))
        if criterion.is_record and len(criterion.record) == 1
        else RATING
    )


def recorded(criterion: Criterion, name: str, facts: Facts) -> Found:
    """A value of an answer. It does not apply where its question is out of scope or excused."""
    found = facts.recorded.get((criterion.key, name))
    if found is None:
        found = _recorded(criterion, name, facts)
        facts.recorded[criterion.key, name] = found
    return found


def _recorded(criterion: Criterion, name: str, facts: Facts) -> Found:
    spec, answer = criterion.record[name], facts.answer(criterion.key)
    text = answer.values.get(name)
    value = typed(spec, text) if text is not None else None
    excused = facts.standing(criterion) is Rating.NOT_APPLICABLE
    unsettled = facts.scopes.get(criterion.key) is Scope.UNSETTLED
    return Found(
        label=spec.ask,
        value=value,
        shown="" if value is None else said(spec, value),
        moot=facts.moot(criterion.key) or excused,
        doubtful=unsettled or facts.left_open(criterion),
    )


def number_kind(spec: ValueSpec) -> bool:
    """Whether values of this kind can be compared as numbers."""
    return spec.type in (ValueType.MONEY, ValueType.NUMBER, ValueType.INTEGER)
