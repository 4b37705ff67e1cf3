"""A short checklist, and the talks held over it."""

from dataclasses import dataclass, field
from datetime import date

from ap_audit.errors import Refused
from ap_audit.interview.dialogue import Ended, interview
from ap_audit.interview.documents import Documents
from ap_audit.interview.saving import Rescue
from ap_audit.model.audit import Answer, Audit, Decision
from ap_audit.model.checklist import (
    Checklist,
    Criterion,
    EvidenceNeed,
    Grade,
    RungWords,
    Section,
    ValueSpec,
    ValueType,
)
from ap_audit.model.condition import Check, Literal, TestName
from ap_audit.model.names import CriterionId
from ap_audit.model.source import Citation, Source, SourceRegister
from ap_audit.model.words import (
    CriterionClass,
    Depth,
    LegalWeight,
    Rating,
    Rung,
    Seen,
    Stage,
    Subject,
    Verification,
)
from ap_audit.model.workspace import Hints
from ap_audit.rules.assess import assess
from ap_audit.rules.assessment import Outcome
from tests.builders import CALENDAR
from tests.fakes import Scripted

TODAY = date(2026, 11, 23)

KIND = Criterion(
    id="kind",
    ask="What kind of setting is it?",
    class_=CriterionClass.RECORD,
    record={
        "setting": ValueSpec(
            type=ValueType.CHOICE,
            ask="Which of these?",
            choices={"school": "Registered school", "centre": "Centre that is not a school"},
        )
    },
)
PUPILS = Criterion(
    id="pupils",
    ask="How many of our pupils attend?",
    class_=CriterionClass.RECORD,
    not_applicable="with-reason",
    record={
        "number": ValueSpec(type=ValueType.INTEGER, ask="How many?", unit="pupils"),
        "since": ValueSpec(type=ValueType.DATE, ask="Since when?", optional=True),
    },
)
CHECKS = Criterion(
    id="saf-checks-written",
    ask=(
        "Has the provider confirmed in writing that everyone working there has had the checks"
        " a school would make on its own staff?"
    ),
    class_=CriterionClass.GATEWAY,
    why="A school must know that the adults are checked.",
    look_for=("a letter or form dated within the year, listing the kinds of check",),
    ratings={Rating.MET: "A letter names every kind of check."},
    evidence=EvidenceNeed(needs=(Seen.COPY,), expires_after="12 months"),
    record={"confirmed-on": ValueSpec(type=ValueType.DATE, ask="What is the letter's date?")},
    sources=(Citation(source="KCSIE", heading="Part three"),),
)
LEAD = Criterion(
    id="saf-lead",
    ask="Is there a safeguarding lead?",
    class_=CriterionClass.KEY,
    not_applicable="with-reason",
)
SITE = Criterion(
    id="saf-site",
    ask="Are our pupils kept apart from adults whom nobody has checked?",
    class_=CriterionClass.GATEWAY,
    not_applicable=("the site is not shared", "our pupils attend no site"),
    evidence=EvidenceNeed(needs=(Seen.COPY, Seen.ON_SITE), expires_after="12 months"),
    carry="never",
)
LOCKS = Criterion(
    id="saf-locks",
    ask="Is any child ever locked in?",
    class_=CriterionClass.STANDARD,
    polarity="reversed",
)
URN = Criterion(
    id="saf-urn",
    ask="Is it on the register?",
    class_=CriterionClass.STANDARD,
    record={"urn": ValueSpec(type=ValueType.URN, ask="Which number?")},
    when=Check(CriterionId("kind"), "setting", TestName.IS, Literal("school")),
)
SCALE = {
    "poor": Grade(value="0", counts_as=Rating.NOT_MET, title="Poor"),
    "fair": Grade(value="1/2", counts_as=Rating.PARTLY, title="Fair"),
    "good": Grade(value="9/10", counts_as=Rating.MET, title="Good"),
    "excellent": Grade(value="1", counts_as=Rating.MET, title="Excellent"),
}
CHECKLIST = Checklist(
    format="ap-audit/checklist@1",
    id="short",
    version="1",
    title="Short",
    subject=Subject.PROVIDER,
    published=date(2026, 9, 1),
    sections=(
        Section(id="about", title="About this provider", criteria=(KIND, PUPILS)),
        Section(id="safeguarding", title="Safeguarding", criteria=(CHECKS, LEAD, SITE, LOCKS, URN)),
    ),
    verdicts={
        rung: RungWords(title=title, says=f"To do when {title}.")
        for rung, title in zip(
            Rung,
            ("Do not place", "Not yet shown to be suitable", "Only with conditions", "Suitable"),
            strict=True,
        )
    },
)
REGISTER = SourceRegister(
    format="ap-audit/sources@1",
    sources={
        "KCSIE": Source(
            title="Keeping children safe in education",
            short="Keeping children safe in education 2025",
            publisher="Department for Education",
            edition="2025",
            weight=LegalWeight.STATUTORY_GUIDANCE,
            verification=Verification.READ_IN_PART,
        )
    },
)


def checklist_of(*criteria: Criterion) -> Checklist:
    """The short checklist with one section of these criteria."""
    section = Section(id="safeguarding", title="Safeguarding", criteria=criteria)
    return Checklist(
        format="ap-audit/checklist@1",
        id="short",
        version="1",
        title="Short",
        subject=Subject.PROVIDER,
        published=date(2026, 9, 1),
        sections=(section,),
        verdicts=CHECKLIST.verdicts,
    )


def audit_of(answers: dict[str, Answer] | None = None, checklist: Checklist = CHECKLIST) -> Audit:
    """An audit in which only these are answered."""
    blank = {str(key): Answer(rating=Rating.NOT_CHECKED) for key in checklist.by_id()}
    return Audit(
        format="ap-audit/audit@1",
        subject=Subject.PROVIDER,
        provider="hillside",
        checklist="short@1",
        digest=f"sha256:{'0' * 64}",
        depth=Depth.CORE,
        date=TODAY,
        auditor="AP lead",
        answers={**blank, **(answers or {})},
        decision=Decision(state="open"),
    )


@dataclass
class Disk:
    """Keeps what was saved; says no as often as it is told to."""

    saved: list[Audit] = field(default_factory=list)
    refusals: int = 0

    def __call__(self, audit: Audit) -> Audit:
        if self.refusals:
            self.refusals -= 1
            raise Refused("The disk is full.", hint="Make room first.")
        self.saved.append(audit)
        return audit


@dataclass
class Talk:
    """One interview that has been held."""

    person: Scripted
    disk: Disk
    ended: Ended | None = None
    error: Exception | None = None

    @property
    def audit(self) -> Audit:
        """The audit as it was last saved."""
        return self.disk.saved[-1]

    @property
    def text(self) -> str:
        """Everything said and typed."""
        return "\n".join(self.person.transcript)

    def after(self, typed: str) -> list[str]:
        """The lines that follow something typed, up to the next prompt or empty line."""
        lines = self.person.transcript
        at = lines.index(f"> {typed}") + 1
        end = next((i for i in range(at, len(lines)) if not lines[i] or lines[i][0] == ">"), at)
        return lines[at:end]


def hold(  # noqa: PLR0913 -- all by name
    *replies: str,
    checklist: Checklist = CHECKLIST,
    audit: Audit | None = None,
    previous: Audit | None = None,
    start: str = "",
    only: frozenset[CriterionId] | None = None,
    stages: frozenset[Stage] = frozenset(),
    hints: Hints = "full",
    rescue: Rescue = lambda *_: "",
    disk: Disk | None = None,
    person: Scripted | None = None,
    documents: Documents | None = None,
) -> Talk:
    """Hold an interview with these replies, typed one line each; ends where they run out."""
    talk = Talk(person or Scripted(list(replies)), disk or Disk())
    try:
        talk.ended = interview(
            audit=audit or audit_of(checklist=checklist),
            checklist=checklist,
            register=REGISTER,
            person=talk.person,
            save=talk.disk,
            today=TODAY,
            calendar=CALENDAR,
            by="AP lead",
            previous=previous,
            start=start,
            only=only,
            stages=stages,
            hints=hints,
            rescue=rescue,
            documents=documents,
        )
    except Exception as error:  # noqa: BLE001 - which error it was is for the test to say
        talk.error = error
    return talk


def judged(audit: Audit, checklist: Checklist = CHECKLIST) -> list[Outcome]:
    """What of an audit counts."""
    return list(assess(checklist, audit, TODAY, CALENDAR).judged())


def hold_over(
    criterion: Criterion,
    *replies: str,
    answer: Answer | None = None,
    last: Answer | None = None,
) -> Talk:
    """Hold an interview over one criterion, which may have an answer now and one of last time."""
    checklist = checklist_of(criterion)
    return hold(
        *replies,
        checklist=checklist,
        audit=audit_of({criterion.id: answer} if answer else None, checklist),
        previous=audit_of({criterion.id: last}, checklist) if last else None,
        start=criterion.id,
    )
