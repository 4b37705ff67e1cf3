"""The state of one interview: the audit as it stands, who is asked, and the saving in between."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from msgspec.structs import replace

from ap_audit.errors import Unfinished
from ap_audit.interview.consequences import against, consequences, new_holding, snapshot
from ap_audit.interview.documents import Documents
from ap_audit.interview.lines import fitted
from ap_audit.interview.person import Person
from ap_audit.interview.pupils import cleared
from ap_audit.interview.question import UNSEEN, Question, Standing
from ap_audit.interview.replies import Command
from ap_audit.interview.said import questions
from ap_audit.interview.saving import Saving
from ap_audit.model.audit import Answer, Audit, SectionAnswer
from ap_audit.model.calendar import SchoolCalendar
from ap_audit.model.checklist import Checklist, Criterion, Section
from ap_audit.model.glossary import NO_WORDS, Glossary
from ap_audit.model.names import CriterionId
from ap_audit.model.source import SourceRegister
from ap_audit.model.words import Stage
from ap_audit.model.workspace import Hints
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Assessment, Outcome
from ap_audit.rules.moderation import unsettled

PROMPT = "> "
Beside = Callable[["Conversation", Criterion], None]
FULL_AT_FIRST = 3
"""Questions of a session at which the letters are spelt out where the hints are `auto`."""


@dataclass(slots=True, kw_only=True)
class Conversation:
    """The one thing here that changes: each answer makes a new audit; this holds the newest."""

    audit: Audit
    checklist: Checklist
    register: SourceRegister
    person: Person
    saving: Saving
    today: date
    calendar: SchoolCalendar
    by: str
    previous: Audit | None = None
    glossary: Glossary = NO_WORDS
    stages: frozenset[Stage] = frozenset()
    """What is asked now; empty: all of it. Never what is judged."""
    assessment: Assessment = field(init=False)
    beside: Mapping[Command, Beside] = field(default_factory=dict)
    """What is done at any question beside its answer: adding evidence, adding an action."""
    documents: Documents | None = None
    """Where a file given as evidence is looked for; None where there are no files."""
    hints: Hints = "auto"
    shown: list[bool] = field(default_factory=list)
    """The questions put in this session, by whether they ask for a fact: its letters are others."""
    explaining: bool = False
    """Whether the letters of this question are to be spelt out, whatever the hints."""
    explained: bool = False
    """Whether the guidance on this question was shown, so that `?` shows the rest of it."""
    adding: Command | None = None
    """What is being added beside the answer just now."""
    chosen: bool = False
    """Whether the person went to this question on purpose; then all of it is asked."""
    heard: list[str] = field(default_factory=list)
    """What was said at this question of rules that hold; it is not said twice."""
    done: set[CriterionId] = field(default_factory=set)
    """Answered or put aside in this session; not asked again unless the person goes there."""
    whole: set[str] = field(default_factory=set)
    """Sections of which the person was asked in this session if they apply at all."""

    def __post_init__(self) -> None:
        self.assessment = self._assessed()

    def tell(self, text: str, first: str = "") -> None:
        """Say a sentence, wrapped to the person's width."""
        self.person.say(fitted(text, self.person.width, first))

    @property
    def brief(self) -> bool:
        """Whether the letters that may be typed are named without what they mean."""
        if self.explaining or self.hints == "full":
            return False
        alike = self.shown.count(self.shown[-1]) if self.shown else 0
        return self.hints == "short" or alike > FULL_AT_FIRST

    def put(self, criterion: Criterion) -> None:
        """A question begins."""
        self.shown.append(criterion.is_record)
        self.explaining = self.explained = False
        self.heard.clear()

    @contextmanager
    def busy(self, adding: Command) -> Iterator[None]:
        """While something is added, another of its kind is not begun in the middle of it."""
        before, self.adding = self.adding, adding
        try:
            yield
        finally:
            self.adding = before

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

    def differing(self) -> list[Outcome]:
        """The criteria asked now that two auditors answered otherwise, and nobody has settled."""
        return [outcome for outcome in self.asked() if unsettled(outcome.answer)]

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
            against=against(self.assessment, self.outcome(criterion)),
        )

    def record(self, criterion: Criterion, answer: Answer, says: str) -> None:
        """Save an answer, then say so. Nothing is said to be saved before it is.

        Raises Again where it looked like pupil data and the person discarded it.
        """
        wanted, answer = answer, cleared(self.person, criterion, self.answer(criterion), answer)
        if replace(answer, kept=wanted.kept) != wanted:
            says = "Saved, in the words as changed."
        self._keep(self.audit.with_answer(criterion.key, answer), says, criterion.key)

    def record_section(self, section: Section, said: SectionAnswer, says: str) -> None:
        """Save what is said of a whole section, then say so."""
        self._keep(self.audit.with_section(section.id, said), says)

    def _keep(self, audit: Audit, says: str, criterion: CriterionId | None = None) -> None:
        before = snapshot(self.assessment, self.asked())
        self.audit = self.saving.keep(audit, criterion)
        self.assessment = self._assessed()
        after = snapshot(self.assessment, self.asked())
        self.heard += new_holding(before, after)
        for said in (says, *consequences(before, after, self.audit)):
            self.tell(said)

    def not_understood(self, criterion: Criterion, says: str) -> None:
        """Refuse a line and the rest of a paste; on a pipe, end here, naming the question."""
        if not self.person.present:
            raise Unfinished(
                f"The line given for {criterion.id} was not understood. {says}",
                hint=f"Nothing after it was read. {self.still_left()}",
            )
        self.tell(says)
        self.person.discard()
        self.explaining = True

    def still_left(self) -> str:
        """How many questions are left, and that the answers are saved."""
        left = len(self.left())
        verb = "is" if left == 1 else "are"
        return f"{questions(left)} {verb} left. Every answer before it is saved."

    def _due(self, outcome: Outcome) -> bool:
        return not self.stages or not self.stages.isdisjoint(outcome.criterion.stage)

    def _assessed(self) -> Assessment:
        return assess(self.checklist, self.audit, self.today, self.calendar, previous=self.previous)
