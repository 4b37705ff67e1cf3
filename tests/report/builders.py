"""Builders of the report tests: a fictional checklist of forty criteria, and audits on it."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from ap_audit.model.audit import (
    Action,
    Answer,
    Audit,
    Decision,
    Evidence,
    Moderation,
    OtherAnswer,
    SchoolException,
    Signature,
)
from ap_audit.model.checklist import (
    Checklist,
    Criterion,
    EvidenceNeed,
    Rule,
    RungWords,
    Section,
    ValueSpec,
    ValueType,
)
from ap_audit.model.condition import Check, Literal, OneOf, TestName, Today
from ap_audit.model.names import CriterionId
from ap_audit.model.provider import Provider
from ap_audit.model.source import Citation, Source, SourceRegister
from ap_audit.model.words import (
    CriterionClass,
    Depth,
    LegalWeight,
    Part,
    Rating,
    Rung,
    Seen,
    Severity,
    Subject,
    Verification,
)
from ap_audit.report.audit_report import AuditReport
from ap_audit.report.audit_view import audit_view
from ap_audit.report.judged import NOTHING_EARLIER, Earlier, Judged
from ap_audit.report.view import Audience
from ap_audit.rules.assess import assess
from tests.builders import CALENDAR

TEMPLATES = Path(__file__).parents[2] / "templates"
DAY = date(2026, 11, 23)
DIGEST = "sha256:" + "0" * 64
GATE, KEY, STANDARD, RECORD = (
    CriterionClass.GATEWAY,
    CriterionClass.KEY,
    CriterionClass.STANDARD,
    CriterionClass.RECORD,
)
GATEWAYS = (
    (
        "Has the provider confirmed in writing that every adult there has been checked?",
        "safeguarding",
    ),
    ("Has the provider agreed to tell us of changes that may put a child at risk?", "safeguarding"),
    ("Do we hold the address of every site our pupils may attend?", "safeguarding"),
    ("Can we say, in school hours, where each of our pupils there is?", "safeguarding"),
    ("Is there a child protection policy, reviewed within the past year?", "safeguarding"),
    ("Is a trained safeguarding lead on duty whenever our pupils are there?", "safeguarding"),
    ("Do staff know how to report a concern to our safeguarding lead that day?", "safeguarding"),
    ("Is there a written procedure for allegations about adults who work there?", "safeguarding"),
    ("Does each of our pupils have a risk assessment for this site?", "safeguarding"),
    ("Are there written steps for a pupil who does not arrive, or leaves?", "safeguarding"),
    ("Have we asked the council about past concerns, with nothing unresolved?", "safeguarding"),
    ("Do our pupils say that they know whom to tell?", "safeguarding"),
    ("Has everyone in regulated activity had the enhanced check?", "staffing"),
    ("Has every regular volunteer had the enhanced check?", "staffing"),
    ("Are identity, references and work history checked before anyone starts?", "staffing"),
    ("Has it been shown what kind of setting this is in law?", "registration"),
    ("Have we looked the provider up on the national register ourselves?", "registration"),
    ("Has the provider stated how many pupils it has for over 18 hours a week?", "registration"),
    ("Is the provider free of live regulatory action?", "registration"),
    ("Is there a written risk assessment for every site?", "health"),
    ("Is each activity risk-assessed with our pupils' inexperience in mind?", "health"),
    ("Is there a written fire risk assessment, within its own review date?", "health"),
    ("Is employers' liability insurance in force?", "health"),
    ("Has someone from our school been to every site?", "health"),
    ("Have subcontractors been checked on the same terms?", "health"),
)
OTHERS = (
    ("What is taught, and does it fit each pupil's plan?", KEY),
    ("Does attendance reach us the same day?", KEY),
    ("Is there one up-to-date record of staff checks?", KEY),
    ("Are entry, exit and visitors controlled?", KEY),
    ("Does each pupil have written aims, agreed with us?", KEY),
    ("Do we review each placement at least half-termly?", KEY),
    ("Is behaviour managed by a written policy?", KEY),
    ("Do reports on progress reach us each term?", STANDARD),
    ("Are parents told what their child does there?", STANDARD),
    ("Is there a written agreement with us?", STANDARD),
    ("Are pupils' views asked for and acted on?", STANDARD),
    ("Have we told the council about every placement?", STANDARD),
)
TITLES = {
    "about": "About this provider",
    "registration": "Registration and legal status",
    "safeguarding": "Safeguarding",
    "staffing": "Staffing and recruitment",
    "health": "Health and safety",
    "education": "Education and reviews",
}
INSURANCE, CHECKS, SUBCONTRACTED, VOLUNTEERS = (
    "health-4",
    "safeguarding-1",
    "health-6",
    "staffing-2",
)
FORK = "about-use"
VERDICTS: dict[str, RungWords] = {
    Rung.STOP: RungWords(title="Do not place", says="A gateway has failed. The school decides."),
    Rung.NOT_SHOWN: RungWords(
        title="Not yet shown to be suitable",
        says="A gateway has not been shown. The school decides.",
    ),
    Rung.CONDITIONS: RungWords(
        title="Place only with conditions", says="Meet each condition first."
    ),
    Rung.CLEAR: RungWords(title="Suitable to use", says="What this audit asks has been shown."),
}
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
            in_force_from="1 September 2025",
            in_force_to="about 1 September 2026",
            superseded_by="KCSIE26",
            url="https://www.example.org/kcsie",
            review_by=date(2026, 9, 30),
            note="Only the part on alternative provision was read.",
        ),
        "KCSIE26": Source(
            title="Keeping children safe in education 2026",
            short="Keeping children safe in education 2026",
            publisher="Department for Education",
            edition="2026",
            weight=LegalWeight.STATUTORY_GUIDANCE,
            verification=Verification.UNVERIFIED,
            in_force_to="current, as far as known",
            url="javascript:alert(1)",
        ),
        "ELCI": Source(
            title="Employers' Liability (Compulsory Insurance) Act 1969",
            short="Employers' Liability Act 1969",
            publisher="Parliament",
            edition="1969 c. 57",
            weight=LegalWeight.LAW,
            verification=Verification.SECONDARY,
            in_force_to="in force",
            checked_on=date(2026, 10, 1),
        ),
    },
)
RULES = {
    "R16": Rule(
        title="Employers' liability insurance",
        severity=Severity.STOP,
        when=Check(CriterionId(INSURANCE), "expires", TestName.BEFORE, Today()),
        says="Employers' liability insurance has run out. Make no new placement until renewed.",
        caps={INSURANCE: Rating.NOT_MET},
        sources=(Citation(source="ELCI", heading="section 1"),),
    ),
    "R20": Rule(
        title="The letter on staff checks is old",
        severity=Severity.URGENT,
        when=Check(CriterionId(CHECKS), "confirmed-on", TestName.OLDER_THAN, Literal("12 months")),
        says="The letter on staff checks is over a year old. Ask for a new one.",
        sources=(Citation(source="KCSIE"),),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An audit and its checklist, ready to be seen."""

    audit: Audit
    checklist: Checklist
    provider: Provider

    def judged(self, today: date = DAY) -> Judged:
        """With what follows from it on one day."""
        assessment = assess(self.checklist, self.audit, today, CALENDAR)
        return Judged(audit=self.audit, checklist=self.checklist, assessment=assessment)

    def view(
        self,
        audience: Audience = "full",
        *,
        today: date = DAY,
        now: date | None = None,
        earlier: Earlier = NOTHING_EARLIER,
    ) -> AuditReport:
        """The view-model, judged on *today*; *now* judges again as if it had not been signed."""
        unsigned = replace(self.audit, decision=Decision(state="open"))
        return audit_view(
            self.judged(today),
            self.provider,
            REGISTER,
            "Northgate Academy",
            audience=audience,
            now=assess(self.checklist, unsigned, now, CALENDAR) if now else None,
            earlier=earlier,
        )

    def changed(self, criterion: str, answer: Answer) -> "Case":
        """With one answer replaced."""
        return Case(
            audit=self.audit.with_answer(CriterionId(criterion), answer),
            checklist=self.checklist,
            provider=self.provider,
        )


def checklist(*, copies: int = 1) -> Checklist:
    """The fictional checklist; *copies* repeats its questions to make a large one."""
    sections = tuple(_section(name, copies) for name in TITLES)
    return Checklist(
        format="ap-audit/checklist@1",
        id="ap-example",
        version="2026.1",
        title="Alternative provision provider audit",
        subject=Subject.PROVIDER,
        published=DAY,
        sections=sections,
        verdicts=VERDICTS,
        rules=RULES,
        about="A fictional checklist, for tests.",
    )


def blank(*, copies: int = 1) -> Case:
    """Nothing answered yet."""
    made = checklist(copies=copies)
    answers = {criterion.id: Answer(rating=Rating.NOT_CHECKED) for criterion in made.criteria()}
    return _case(made, answers)


def all_met(*, copies: int = 1) -> Case:
    """Everything met, seen and in date."""
    made = checklist(copies=copies)
    return _case(made, {criterion.id: _met(criterion) for criterion in made.criteria()})


def typical() -> Case:
    """What a real audit looks like half-way: some failed, some not shown, some never asked."""
    case = all_met()
    for criterion, answer in _TYPICAL.items():
        case = case.changed(criterion, answer)
    return case


def stopped() -> Case:
    """Everything failed that can, and nothing else looked at."""
    case = blank()
    failed = [c.id for c in case.checklist.criteria() if c.is_gateway]
    for criterion in failed:
        case = case.changed(criterion, Answer(rating=Rating.NOT_MET, note="Nothing in writing."))
    return case


def signed(outcome: str = "Do not place until the letter is complete") -> Case:
    """The typical audit, decided on and signed."""
    return decided(typical(), outcome)


def decided(case: Case, outcome: str = "Do not place until the letter is complete") -> Case:
    """An audit decided on and signed."""
    decision = Decision(
        state="signed",
        outcome=outcome,
        by="J. Okafor",
        role="Headteacher",
        date=date(2026, 11, 25),
        reason="The letter on staff checks leaves out two tutors.",
        advice_shown="Do not place",
        as_at=DAY,
    )
    prepared = Signature(name="A. Silva", role="AP lead", date=date(2026, 11, 24), digest=DIGEST)
    audit = replace(case.audit, decision=decision, signatures={Part.PREPARED: prepared})
    return Case(audit=audit, checklist=case.checklist, provider=case.provider)


def unstyled(page: str) -> str:
    """A page without its style, which is kept with the audit report already."""
    return re.sub(r"(?s)<style>.*?</style>\n", "", page)


def _section(name: str, copies: int) -> Section:
    asks = [(ask, GATE) for ask, where in GATEWAYS if where == name]
    asks += list(OTHERS) if name == "education" else []
    criteria = [
        _criterion(f"{name}-{number}", ask, kind)
        for number, (ask, kind) in enumerate(asks * copies, start=1)
    ]
    if name == "about":
        criteria = [_fork()]
    return Section(id=name, title=TITLES[name], criteria=tuple(criteria), floor=60)


def _fork() -> Criterion:
    use = ValueSpec(
        type=ValueType.CHOICE,
        ask="Does anyone else deliver any of it for the provider?",
        choices={"none": "No, the provider delivers all of it", "some": "Yes, some of it"},
    )
    return Criterion(
        id=FORK, ask="Does the provider pass work on to others?", class_=RECORD, record={"use": use}
    )


def _criterion(name: str, ask: str, kind: CriterionClass) -> Criterion:
    record = {}
    if name == INSURANCE:
        record["expires"] = ValueSpec(type=ValueType.DATE, ask="When does it run out?")
        record["amount"] = ValueSpec(type=ValueType.MONEY, ask="For how much?")
    if name == CHECKS:
        record["confirmed-on"] = ValueSpec(type=ValueType.DATE, ask="What is the letter's date?")
    passed_on = Check(CriterionId(FORK), "use", TestName.IN, OneOf(("some",)))
    return Criterion(
        id=name,
        ask=ask,
        class_=kind,
        hard=kind is GATE,
        ratings={Rating.MET: "Seen, current and complete.", Rating.PARTLY: "Seen, with gaps."},
        not_applicable=("no volunteers",) if name == VOLUNTEERS else "never",
        evidence=EvidenceNeed(
            needs=(Seen.COPY,) if kind is GATE else (),
            expires_after="12 months" if kind is GATE else None,
        ),
        record=record,
        when=passed_on if name == SUBCONTRACTED else None,
        sources=(Citation(source="KCSIE", heading="Part two"), Citation(source="ELCI")),
    )


def _met(criterion: Criterion) -> Answer:
    values = {name: _VALUES[name] for name in criterion.record}
    if criterion.is_record:
        return Answer(values=values, date=DAY, by="AP lead")
    seen = Evidence(
        what=f"{criterion.id}.pdf",
        seen=Seen.COPY,
        dated=date(2026, 10, 2),
        date=DAY,
        sha256=DIGEST if criterion.id == CHECKS else None,
    )
    return Answer(rating=Rating.MET, date=DAY, by="AP lead", values=values, evidence={"file": seen})


def _case(made: Checklist, answers: dict[str, Answer]) -> Case:
    audit = Audit(
        format="ap-audit/audit@1",
        subject=Subject.PROVIDER,
        provider="hillside-skills",
        checklist=made.reference,
        digest=DIGEST,
        depth=Depth.CORE,
        date=DAY,
        auditor="AP lead",
        answers=answers,
        decision=Decision(state="open"),
    )
    provider = Provider(format="ap-audit/provider@1", name="Hillside Skills Centre")
    return Case(audit=audit, checklist=made, provider=provider)


_VALUES = {
    "use": "none",
    "expires": "2027-08-31",
    "amount": "10000000",
    "confirmed-on": "2026-10-02",
}
_TYPICAL = {
    CHECKS: Answer(
        rating=Rating.PARTLY,
        date=DAY,
        by="AP lead",
        note="Letter dated 3 November.\nTwo sessional tutors are missing.",
        private="She sounded unsure on the telephone.",
        values={"confirmed-on": "2026-11-03"},
        evidence={
            "letter": Evidence(
                what="letter-of-assurance.pdf", seen=Seen.COPY, dated=date(2026, 11, 3), date=DAY
            )
        },
        actions={
            "full-letter": Action(
                what="Get an updated letter naming every adult",
                owner="AP lead",
                due=date(2026, 11, 16),
            ),
            "ask": Action(
                what="Ask for the letter", owner="AP lead", done=date(2026, 11, 1), note="By email"
            ),
        },
    ),
    "safeguarding-4": Answer(
        rating=Rating.MET,
        date=DAY,
        by="AP lead",
        evidence={"call": Evidence(what="Call with the manager", seen=Seen.TOLD, date=DAY)},
        actions={
            "log": Action(
                what="See the log on the visit", owner="Safeguarding lead", due=date(2026, 12, 7)
            )
        },
    ),
    "safeguarding-8": Answer(
        rating=Rating.CANNOT_TELL, date=DAY, by="AP lead", note="Not on site."
    ),
    "safeguarding-10": Answer(rating=Rating.NOT_CHECKED),
    VOLUNTEERS: Answer(
        rating=Rating.NOT_APPLICABLE, reason="no volunteers", date=DAY, by="AP lead"
    ),
    "health-3": Answer(
        rating=Rating.MET,
        date=DAY,
        by="AP lead",
        evidence={
            "old": Evidence(what="fire-2024.pdf", seen=Seen.COPY, dated=date(2024, 9, 1), date=DAY)
        },
    ),
    "education-2": Answer(
        rating=Rating.NOT_MET,
        date=DAY,
        by="AP lead",
        note="Reports come weekly.",
        claim=OtherAnswer(
            rating=Rating.MET, note="Sent daily", by="Centre manager", date=date(2026, 11, 10)
        ),
        actions={"daily": Action(what="Agree a daily report", owner="Attendance officer")},
    ),
    "education-4": Answer(rating=Rating.CANNOT_TELL, date=DAY, by="AP lead"),
    "education-5": Answer(rating=Rating.NOT_CHECKED),
    "education-8": Answer(
        rating=Rating.PARTLY,
        date=DAY,
        by="AP lead",
        other=OtherAnswer(rating=Rating.NOT_MET, by="Trust adviser", date=DAY, note="Only one."),
        exception=SchoolException(
            role="Headteacher", reason="New reports start in January", until=date(2027, 1, 31)
        ),
    ),
    "education-9": Answer(
        rating=Rating.MET,
        date=DAY,
        by="AP lead",
        other=OtherAnswer(rating=Rating.PARTLY, by="Trust adviser", date=DAY),
        moderated=Moderation(by="Headteacher", date=DAY, reason="A second letter was found"),
    ),
    "education-10": Answer(rating=Rating.NOT_CHECKED),
}
