"""The state of one interview: the audit as it stands, who is asked, and the saving in between."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from ap_audit.errors import ApAuditError, Unfinished
from ap_audit.interview.lines import fitted
from ap_audit.interview.person import Person
from ap_audit.interview.question import UNSEEN, Question, Standing
from ap_audit.interview.said import questions
from ap_audit.interview.tidy import tidy
from ap_audit.model.audit import Answer, Audit
from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.checklist import Checklist, Criterion
from ap_audit.model.names import CriterionId
from ap_audit.model.source import SourceRegister
from ap_audit.model.words import Stage
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Assessment, Outcome

PROMPT = "> "
Save = Callable[[Audit], Audit]


@dataclass(slots=True, kw_only=True)
class Conversation:
    """The one thing here that changes: each answer makes a new audit; this holds the newest."""

    audit: Audit
    checklist: Checklist
    register: SourceRegister
    person: Person
    save: Save
    today: date
    calendar: SchoolCalendar
    by: str
    previous: Audit | None = None
    stages: frozenset[Stage] = frozenset()
    """What is asked now; empty: all of it. Never what is judged."""
    assessment: Assessment = field(init=False)
    done: set[CriterionId] = field(default_factory=set)
    """Answered or put aside in this session; not asked again unless the person goes there."""

    def __post_init__(self) -> None:
        self.assessment = self._assessed()

    def tell(self, text: str, first: str = "") -> None:
        """Say a sentence, wrapped to the person's width."""
        self.person.say(fitted(text, self.person.width, first))

    def answer(self, criterion: Criterion) -> Answer:
        """The answer as it stands now."""
        return self.audit.answer(criterion.key)

    def outcome(self, criterion: Criterion) -> Outcome:
        """The criterion as judged now."""
        return self.assessment.outcome(criterion.key)

    def asked(self) -> list[Outcome]:
        """The criteria that are asked now, in order."""
        return [outcome for outcome in self.assessment.judged() if self._due(outcome)]

    def left(self) -> tuple[Outcome, ...]:
        """The criteria asked now that nobody has answered yet."""
        return tuple(outcome for outcome in self.assessment.unanswered() if self._due(outcome))

    def left_for_later(self) -> tuple[Outcome, ...]:
        """The criteria that nobody has answered yet, and that belong to another stage."""
        return tuple(o for o in self.assessment.unanswered() if not self._due(o))

    def question(self, criterion: Criterion) -> Question:
        """The question with where it stands, and the answers there are."""
        asked = self.asked()
        sections = list(dict.fromkeys(outcome.section.id for outcome in asked))
        here = self.outcome(criterion).section
        keys = [outcome.id for outcome in asked]
        return Question(
            criterion=criterion,
            standing=Standing(
                number=keys.index(criterion.key) + 1 if criterion.key in keys else len(keys),
                of=len(keys),
                section=sections.index(here.id) + 1 if here.id in sections else len(sections),
                sections=len(sections),
                title=here.title,
                answered=len(keys) - len(self.left()),
            ),
            register=self.register,
            subject=self.audit.subject,
            today=self.today,
            answer=self.answer(criterion),
            last=self.previous.answer(criterion.key) if self.previous else UNSEEN,
        )

    def record(self, criterion: Criterion, answer: Answer, says: str) -> None:
        """Save an answer, then say so. Nothing is said to be saved before it is."""
        before = {outcome.id for outcome in self.asked()}
        self.audit = self._saved(self.audit.with_answer(criterion.key, answer))
        self.assessment = self._assessed()
        self.tell(says)
        after = {outcome.id for outcome in self.asked()}
        if added := len(after - before):
            self.tell(f"Because of this answer, {questions(added)} {_is(added)} added.")
        if gone := before - after:
            self.tell(f"Because of this answer, {questions(len(gone))} {_fall(len(gone))} away.")
            self._tell_kept(gone)

    def not_understood(self, criterion: Criterion, says: str) -> None:
        """Refuse a line and the rest of a paste; on a pipe, end here, naming the question."""
        if not self.person.present:
            raise Unfinished(
                f"The line given for {criterion.id} was not understood. {says}",
                hint=f"Nothing after it was read. {self.still_left()}",
            )
        self.tell(says)
        self.person.discard()

    def still_left(self) -> str:
        """How many questions are left, and that the answers are saved."""
        left = len(self.left())
        return f"{questions(left)} {_is(left)} left. Every answer before it is saved."

    def _due(self, outcome: Outcome) -> bool:
        return not self.stages or not self.stages.isdisjoint(outcome.criterion.stage)

    def _assessed(self) -> Assessment:
        return assess(self.checklist, self.audit, self.today, self.calendar, previous=self.previous)

    def _tell_kept(self, gone: set[CriterionId]) -> None:
        kept = sum(not self.audit.answer(key).blank for key in gone)
        if kept:
            verb = "was" if kept == 1 else "were"
            self.tell(
                f"{kept} of them {verb} answered; what was recorded is kept, and not counted."
            )

    def _saved(self, audit: Audit) -> Audit:
        while True:
            try:
                return self.save(audit)
            except ApAuditError as error:
                self.tell(f"Not saved. {error.message}")
                if error.hint:
                    self.tell(error.hint)
                if not self.person.present:
                    raise
                self._again_or_stop(error)

    def _again_or_stop(self, error: ApAuditError) -> None:
        self.tell("Your answer is kept here until it is saved. Leaving now loses it.")
        while True:
            self.person.discard()
            self.person.say("  r try again   q leave without it")
            typed = tidy(self.person.ask(PROMPT)).lower()
            if typed == "r":
                return
            if typed == "q":
                raise error


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _fall(number: int) -> str:
    return "falls" if number == 1 else "fall"
