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
from ap_audit.rules.standing import left_open, recorded_rating, standing_rating
from ap_audit.rules.values import said, typed


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


class Given(Struct, kw_only=True):
    """A criterion with its answer, and what of it counts before anything is computed from it."""

    criterion: Criterion
    answer: Answer
    recorded: Rating
    """As answered."""
    standing: Rating
    """As it counts."""
    left_open: bool
    """Whether the answer leaves its question open, although a value may stand with it."""
    scope: Scope = Scope.IN
    """In, until it is settled."""
    values: dict[str, Found] = field(default_factory=dict)
    """Those looked at so far. A condition looks at settled scopes only."""

    def value(self, name: str) -> Found:
        """A recorded value. It does not apply where its question is out of scope or excused."""
        found = self.values.get(name)
        if found is None:
            found = self.values[name] = self._value(name)
        return found

    def _value(self, name: str) -> Found:
        spec, text = self.criterion.record[name], self.answer.values.get(name)
        value = typed(spec, text) if text is not None else None
        return Found(
            label=spec.ask,
            value=value,
            shown="" if value is None else said(spec, value),
            moot=not self.scope.judged or self.standing.excused,
            doubtful=self.scope is Scope.UNSETTLED or self.left_open,
        )


class Facts(Struct):
    """What is known of an audit while it is judged: answers, and the scopes settled so far."""

    checklist: Checklist
    today: date
    calendar: SchoolCalendar
    given: dict[CriterionId, Given]
    """Every criterion, in order."""
    derived: dict[str, Found] = field(default_factory=dict)
    """The derived inputs computed so far."""

    def changed(self, answers: Mapping[CriterionId, Answer]) -> "Facts":
        """The same with other answers to some criteria, in the scopes that are settled."""
        known = dict(self.given)
        for key, answer in answers.items():
            known[key] = given(known[key].criterion, answer, known[key].scope)
        return Facts(self.checklist, self.today, self.calendar, known)


def facts_of(
    checklist: Checklist, answers: Mapping[str, Answer], today: date, calendar: SchoolCalendar
) -> Facts:
    """What is known before any scope is settled."""
    known = {
        key: given(criterion, answers.get(key, UNANSWERED))
        for key, criterion in checklist.by_id().items()
    }
    return Facts(checklist, today, calendar, known)


def given(criterion: Criterion, answer: Answer, scope: Scope = Scope.IN) -> Given:
    """A criterion with its answer."""
    recorded = recorded_rating(criterion, answer)
    standing = standing_rating(criterion, answer, recorded)
    return Given(
        criterion=criterion,
        answer=answer,
        recorded=recorded,
        standing=standing,
        left_open=left_open(criterion, answer, standing),
        scope=scope,
    )


def only_value(criterion: Criterion) -> str:
    """What a test without a name looks at: a record's only value, else the rating."""
    return (
        next(iter(criterion.record))
        if criterion.is_record and len(criterion.record) == 1
        else RATING
    )


def number_kind(spec: ValueSpec) -> bool:
    """Whether values of this kind can be compared as numbers."""
    return spec.type in (ValueType.MONEY, ValueType.NUMBER, ValueType.INTEGER)
