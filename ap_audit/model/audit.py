"""An audit: what was answered about one subject, on one checklist edition, from one date."""

from typing import Annotated, Literal

from msgspec import Meta, field
from msgspec.structs import replace

from ap_audit.model.about import About
from ap_audit.model.base import Day, Value
from ap_audit.model.names import (
    REFERENCE_PATTERN,
    CriterionId,
    Id,
    Kept,
    Line,
    Name,
    Sha256,
    Slug,
    Words,
)
from ap_audit.model.placement import PlacementReference
from ap_audit.model.words import Depth, Part, Rating, Seen, Subject

Reference = Annotated[
    str, Meta(pattern=REFERENCE_PATTERN, description="a checklist id, @ and its version")
]


class Evidence(Value, frozen=True, kw_only=True):
    """What was seen, and how."""

    what: Line
    seen: Seen
    dated: Day | None = None
    """The date of the document itself."""
    date: Day | None = None
    """When it was seen."""
    by: Line | None = None
    until: Day | None = None
    """The last day it counts."""
    file: Line | None = None
    """Of a document: its path from the folder of what the audit is about, such as
    `evidence/letter.pdf`; or its name alone, where it is kept elsewhere.
    """
    sha256: Sha256 | None = None
    """The hash of that file, by which a change in it shows."""
    note: Words | None = None


class Action(Value, frozen=True, kw_only=True):
    """What someone will do about an answer."""

    what: Line
    owner: Line
    due: Day | None = None
    done: Day | None = None
    """When it was closed."""
    note: Words | None = None
    closed_by: Line | None = None
    closing_note: Words | None = None
    """What was done, or why it is needed no more."""
    closing_evidence: Line | None = None
    """What shows that it was done. It says nothing of the answer: that is answered again."""

    @property
    def as_agreed(self) -> "Action":
        """The action as it was agreed, without how it was closed: what a signature covers."""
        return replace(self, done=None, closed_by=None, closing_note=None, closing_evidence=None)

    def overdue(self, today: Day) -> bool:
        """Whether it is past its date and was not done on this day."""
        undone = self.done is None or self.done > today
        return undone and self.due is not None and self.due < today


class OtherAnswer(Value, frozen=True, kw_only=True):
    """A second auditor's rating, or the provider's own claim."""

    rating: Rating
    grade: Name | None = None
    """A word of the checklist's own scale, as in an answer."""
    note: Words | None = None
    by: Line | None = None
    date: Day | None = None


class Moderation(Value, frozen=True, kw_only=True):
    """Who settled a difference between two auditors, and why."""

    by: Line
    date: Day
    reason: Words


class SchoolException(Value, frozen=True, kw_only=True):
    """A departure that the school has decided on. It is listed; it never turns a gateway green."""

    role: Line
    reason: Words
    until: Day


class Answer(Value, frozen=True, kw_only=True):
    """What was recorded for one criterion."""

    rating: Rating | None = None
    """None only for a record criterion whose values are recorded."""
    grade: Name | None = None
    """A word of the checklist's own scale; what it counts as stands in `rating`."""
    reason: Line | None = None
    """Why it does not apply; where the checklist lists reasons, one of them."""
    date: Day | None = None
    by: Line | None = None
    note: Words | None = None
    private: Words | None = None
    """Never leaves the file."""
    values: dict[Name, Line] = field(default_factory=dict)
    evidence: dict[Name, Evidence] = field(default_factory=dict)
    actions: dict[Name, Action] = field(default_factory=dict)
    claim: OtherAnswer | None = None
    """The provider's own answer: kept, never judged."""
    other: OtherAnswer | None = None
    moderated: Moderation | None = None
    exception: SchoolException | None = None
    kept: Kept = field(default_factory=dict)
    """Why words that look like pupil data were kept, by what they look like, such as `name`."""

    @property
    def blank(self) -> bool:
        """Whether nobody has answered yet."""
        return not self.values and self.rating in _NOBODY_YET


_NOBODY_YET = (None, Rating.NOT_CHECKED)
UNANSWERED = Answer(rating=Rating.NOT_CHECKED)


class SectionJudgement(Value, frozen=True, kw_only=True):
    """A person's own judgement of a section. It stands beside the figures and moves none."""

    word: Name
    """One of those that the checklist lists."""
    reason: Words
    by: Line
    date: Day


class LeftOut(Value, frozen=True, kw_only=True):
    """That a whole section does not apply, and why."""

    reason: Line
    by: Line
    date: Day


class SectionAnswer(Value, frozen=True, kw_only=True):
    """What was said of a section as a whole; empty where nothing was."""

    not_applicable: LeftOut | None = None
    judgement: SectionJudgement | None = None
    kept: Kept = field(default_factory=dict)
    """As in an answer."""


NOTHING_SAID = SectionAnswer()


class Decision(Value, frozen=True, kw_only=True):
    """What the school decided, beside the verdict and never over it."""

    state: Literal["open", "signed"]
    outcome: Line | None = None
    by: Line | None = None
    role: Line | None = None
    date: Day | None = None
    reason: Words | None = None
    advice_shown: Line | None = None
    """What the signers saw; never an input."""
    as_at: Day | None = None
    engine: Line | None = None


class Signature(Value, frozen=True, kw_only=True):
    """A name under the audit as it then stood."""

    name: Line
    role: Line
    date: Day
    digest: Sha256


class Reopening(Value, frozen=True, kw_only=True):
    """Why signed answers may be changed again, and what was signed until then."""

    name: Line
    role: Line
    date: Day
    reason: Words
    decision: Decision
    """As it stood; it is not in force any more."""
    signatures: dict[Part, Signature] = field(default_factory=dict)


class Audit(Value, frozen=True, kw_only=True):
    """One file: one subject, one checklist edition, one date. Facts; every opinion is derived."""

    format: Literal["ap-audit/audit@1"]
    subject: Subject
    provider: Slug | None = None
    placement: PlacementReference | None = None
    checklist: Reference
    digest: Sha256
    """Of the checklist's meaning when the audit began."""
    depth: Depth
    date: Day
    auditor: Line
    follows: Line | None = None
    answers: dict[Id, Answer]
    sections: dict[Id, SectionAnswer] = field(default_factory=dict)
    """What was said of sections as a whole, where the checklist asks for it."""
    decision: Decision
    signatures: dict[Part, Signature] = field(default_factory=dict)
    reopened: dict[Name, Reopening] = field(default_factory=dict)
    """Each time that it was opened again after it had been signed."""
    kept: Kept = field(default_factory=dict)
    """The same for what stands neither in an answer nor in what is said of a section."""

    @property
    def sealed(self) -> bool:
        """Whether somebody stands for the answers as they are, so that they stay as they are."""
        return bool(self.signatures) or self.decision.state == "signed"

    @property
    def state(self) -> str:
        """How far it is: `open`, `prepared`, `checked` or, once it is decided, `signed`."""
        if self.decision.state == "signed":
            return "signed"
        return self.signers()[-1][0].value if self.signatures else "open"

    def signers(self) -> tuple[tuple[Part, Signature], ...]:
        """Who signed it, in the order of signing."""
        made = self.signatures
        return tuple((part, made[part]) for part in Part if part in made)

    @property
    def about(self) -> About:
        """What it is about."""
        return About(self.subject, self.provider or "", self.placement or "")

    def answer(self, criterion: CriterionId) -> Answer:
        """The answer to a criterion; one that has no block is not yet checked."""
        return self.answers.get(criterion, UNANSWERED)

    def said_of(self, section: str) -> SectionAnswer:
        """What was said of a section as a whole."""
        return self.sections.get(section, NOTHING_SAID)

    def with_section(self, section: str, said: SectionAnswer) -> "Audit":
        """This audit with what is said of one section changed."""
        return replace(self, sections={**self.sections, section: said})

    def with_answer(self, criterion: CriterionId, answer: Answer) -> "Audit":
        """This audit with one answer changed."""
        return replace(self, answers={**self.answers, criterion: answer})


class AnswersFile(Value, frozen=True, kw_only=True):
    """Answers given all at once, instead of in an interview."""

    format: Literal["ap-audit/answers@1"]
    answers: dict[Id, Answer]
