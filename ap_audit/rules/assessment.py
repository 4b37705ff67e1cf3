"""Everything derived from one audit on one date. Opinions: never stored, always explained."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction

from ap_audit.model.audit import Action, Answer, Evidence, SectionAnswer
from ap_audit.model.base import Value
from ap_audit.model.checklist import Criterion, Grade, Rule, Section, SectionWord
from ap_audit.model.governors import Sign
from ap_audit.model.names import CriterionId
from ap_audit.model.words import Rating, Rung, Severity

CARRIED = "carried over"
TypedValue = date | Fraction | str


class Scope(StrEnum):
    """Whether a criterion is judged in this audit."""

    IN = "in"
    UNSETTLED = "unsettled"
    """Its condition cannot be told yet, so it is asked and judged."""
    OUT = "out"
    """Its condition does not hold here."""
    LEFT_OUT = "left-out"
    """Its whole section was said not to apply."""
    DEEPER = "deeper"
    """Only an audit of full depth judges it."""

    def __init__(self, word: str) -> None:
        self.judged = word in ("in", "unsettled")
        """Whether the criterion counts."""


class Gate(StrEnum):
    """The state of a gateway."""

    OPEN = "open"
    FAILED = "failed"
    NOT_SHOWN = "not-shown"
    EXCUSED = "excused"
    """Does not apply, for one of its accepted reasons. Counts as open."""

    @property
    def is_open(self) -> bool:
        """Whether it stands in nobody's way."""
        return self in (Gate.OPEN, Gate.EXCUSED)


class Truth(StrEnum):
    """What can be said of a condition."""

    HOLDS = "holds"
    FAILS = "does-not-hold"
    UNKNOWN = "cannot-tell"
    """Something it needs, in scope, has not been recorded."""
    MOOT = "does-not-apply"
    """What it is about is out of scope, or not in force."""


class RecordedValue(Value, frozen=True, kw_only=True):
    """A value as it was recorded, or that it was not."""

    name: str
    ask: str
    shown: str
    """For a person: ``7 December 2026``, ``£5,000,000``; empty where nothing is recorded."""
    required: bool

    @property
    def missing(self) -> bool:
        """Whether a value that `met` needs is not there."""
        return self.required and not self.shown


class Piece(Value, frozen=True, kw_only=True):
    """One piece of evidence, and whether it counts on the date of judging."""

    key: str
    evidence: Evidence
    counts_until: date | None
    """The last day it counts, where that is known and it ends at all."""
    counts: bool
    """Seen by the school and in date."""
    because: str
    """Why it does not count; empty where it does."""


class Outcome(Value, frozen=True, kw_only=True):
    """One criterion, as judged."""

    criterion: Criterion
    section: Section
    answer: Answer
    scope: Scope
    scope_because: str
    """Which recorded value put it out of scope or left it unsettled; empty where plainly in."""
    recorded: Rating
    """As answered; a record criterion counts as met once its values are there."""
    judged: Rating
    """As it counts: after caps, missing values and reasons that are not accepted."""
    worth: Fraction = Fraction(0)
    """Of its weight, from 0 to 1; 0 where it is not rated."""
    grade: Grade | None = None
    """The word of the checklist's own scale, where it stands as it was given."""
    because: tuple[str, ...] = ()
    """Why *judged* differs from *recorded*, in sentences."""
    evidence: tuple[Piece, ...] = ()
    verified: bool = False
    """Rests on evidence that was seen by the school and is in date."""
    gate: Gate | None = None
    """For a gateway in scope."""
    gate_because: tuple[str, ...] = ()
    """Why it is not open, in sentences."""
    carried: Answer | None = None
    """The answer in the audit that this one follows, where nobody has checked here. It counts as
    not checked.
    """

    @property
    def title(self) -> str:
        """The judged rating as a person reads it, or that it is carried over."""
        return self.judged.title if self.carried is None else CARRIED

    @property
    def id(self) -> CriterionId:
        """The criterion's id."""
        return self.criterion.key


class Sums(Value, frozen=True, kw_only=True):
    """Weights added up over criteria, never averages of averages. Exact: integers and fractions."""

    points: Fraction = Fraction(0)
    """P: weight times value."""
    rated: int = 0
    """R: the weight of met, partly and not met."""
    applicable: int = 0
    """A: R and the weight of what could not be told or is not checked."""
    verified: int = 0
    """The part of R that rests on in-date evidence that was seen."""
    counts: tuple[tuple[Rating, int], ...] = ()
    """How many criteria, by judged rating; records are in none."""
    carried: int = 0
    """How many of those that are not checked are carried over."""

    @property
    def score(self) -> Fraction | None:
        """P / R; None where nothing is rated, which is neither 0 nor 100 %."""
        return self.points / self.rated if self.rated else None

    @property
    def coverage(self) -> Fraction | None:
        """R / A; None where nothing applies."""
        return Fraction(self.rated, self.applicable) if self.applicable else None

    @property
    def worst(self) -> Fraction | None:
        """P / A: if everything unknown turned out not met."""
        return self.points / self.applicable if self.applicable else None

    @property
    def best(self) -> Fraction | None:
        """(P + A - R) / A: if everything unknown turned out met."""
        if not self.applicable:
            return None
        return (self.points + self.applicable - self.rated) / self.applicable

    @property
    def verified_share(self) -> Fraction | None:
        """The part of R that rests on evidence; None where nothing is rated."""
        return Fraction(self.verified, self.rated) if self.rated else None

    def count(self, rating: Rating) -> int:
        """How many criteria have this judged rating."""
        return dict(self.counts).get(rating, 0)


class SectionResult(Value, frozen=True, kw_only=True):
    """The sums of one section, and its floor."""

    section: Section
    sums: Sums
    below_floor: bool
    least: Fraction | None = None
    """The worst case that is held against the floor: that of the edition's own criteria where an
    overlay's criteria would lift it."""
    said: SectionAnswer = SectionAnswer()
    """What people said of it as a whole."""
    by_figures: SectionWord | None = None
    """The word by which the figures alone would judge it."""
    left_out: int = 0
    """How many of its criteria do not apply because all of it does not."""


class RuleResult(Value, frozen=True, kw_only=True):
    """One computed rule on one date."""

    id: str
    rule: Rule
    truth: Truth
    because: str
    """Why it holds, does not, or cannot be told: a sentence over the inputs."""
    inputs: tuple[tuple[str, str], ...]
    """Each input as a label and its value in words."""


class OpenAction(Value, frozen=True, kw_only=True):
    """An action that is not done, with what it is about."""

    key: str
    action: Action
    criterion: Criterion
    severity: Severity
    overdue: bool


class Finding(Value, frozen=True, kw_only=True):
    """A criterion or a rule that falls short, or cannot be told."""

    id: str
    title: str
    """The criterion's question or the rule's title."""
    severity: Severity
    state: str
    """In words: "not met", "could not tell", "holds", "cannot tell"."""
    because: tuple[str, ...]
    about: tuple[CriterionId, ...]
    """The criterion, or those a rule looked at."""
    is_rule: bool = False


class Verdict(Value, frozen=True, kw_only=True):
    """The tool's advice: a rung of the ladder, and everything that put it there."""

    rung: Rung
    title: str
    says: str
    because: tuple[str, ...]
    """What holds it at this rung, a sentence each; empty on the best rung."""
    conditions: tuple[str, ...]
    """What rung 3 asks for, listed whatever the rung: what else would have to be put right."""
    band: str = ""
    """A further rung of the checklist's own below the best; empty where none holds."""

    @property
    def best(self) -> bool:
        """Whether nothing at all stands in the way."""
        return self.rung is Rung.CLEAR and not self.band


class Suggested(Value, frozen=True, kw_only=True):
    """A question that governors may ask, as far as answers and rules say so."""

    id: str
    ask: str
    because: tuple[str, ...]
    signs: tuple[Sign, ...]
    """Any of these must be so as well; empty where nothing more is needed."""


class Assessment(Value, frozen=True, kw_only=True):
    """Everything derived from one audit on one date."""

    as_at: date
    outcomes: tuple[Outcome, ...]
    """Every criterion of the checklist, in order, in scope or not."""
    sections: tuple[SectionResult, ...]
    total: Sums
    rules: tuple[RuleResult, ...]
    findings: tuple[Finding, ...]
    """Most serious first."""
    actions: tuple[OpenAction, ...]
    """Overdue first, then by due date."""
    questions: tuple[Suggested, ...]
    """In the order of the checklist."""
    verdict: Verdict

    def judged(self) -> Iterator[Outcome]:
        """The criteria that count."""
        return (outcome for outcome in self.outcomes if outcome.scope.judged)

    def gateways(self) -> tuple[Outcome, ...]:
        """The gateways in scope, in order."""
        return tuple(outcome for outcome in self.outcomes if outcome.gate is not None)

    def outcome(self, criterion: CriterionId) -> Outcome:
        """The outcome of one criterion."""
        return next(outcome for outcome in self.outcomes if outcome.id == criterion)

    def unanswered(self) -> tuple[Outcome, ...]:
        """The criteria in scope that nobody has looked at yet, in order."""
        return tuple(o for o in self.judged() if o.recorded is Rating.NOT_CHECKED)
