"""A person who answers every question of a checklist well, and the facts as they are told."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date

from ap_audit.files.library import Edition
from ap_audit.interview.dialogue import Ended, interview
from ap_audit.model.audit import Answer, Audit, Decision
from ap_audit.model.checklist import Checklist, Criterion, ValueType
from ap_audit.model.words import Depth, Rating
from tests.builders import CALENDAR

TODAY = date(2026, 11, 25)
Facts = Mapping[str, Mapping[str, str]]
"""What is chosen, by criterion and name; the first choice where nothing is said."""

_BY_TYPE = {
    ValueType.DATE: "2026-11-20",
    ValueType.MONEY: "10000000",
    ValueType.NUMBER: "10",
    ValueType.INTEGER: "3",
    ValueType.TEXT: "as it was found",
    ValueType.URN: "123456",
}


@dataclass
class Obliging:
    """Reads what is said and replies to it, as a person would who has everything to hand."""

    checklist: Checklist
    facts: Facts
    known: Container[str] = ()
    """What others were asked before: it could not be told, which is quicker said.

    Everything else is met, and was seen.
    """
    asked: dict[str, int] = field(default_factory=dict)
    """Every question that was put, with how often."""
    width: int = 100_000
    """Nothing is wrapped, so that it can be recognised."""
    present: bool = True
    heard: list[str] = field(default_factory=list)

    def say(self, text: str = "") -> None:
        self.heard += text.split("\n")

    def ask(self, prompt: str) -> str:
        lines, self.heard = self.heard, []
        for name in {*lines} & self.checklist.by_id().keys():
            self.asked[name] = self.asked.get(name, 0) + 1
        return self._reply("\n".join([*lines, prompt]), self._question())

    def edit(self, text: str) -> str:
        """The text as it is: nobody here changes any."""
        return text

    def discard(self) -> None:
        """Nothing is ever pasted."""

    def _question(self) -> Criterion:
        return next(one for one in self.checklist.criteria() if one.id == [*self.asked][-1])

    def _reply(self, said: str, criterion: Criterion) -> str:
        if "How was it seen?" in said:
            return "v seen on the visit"
        if "When was it seen?" in said:
            return "2026-11-20"
        for name, spec in criterion.record.items():
            asked = rf"^(?:\d+ of \d+: )?{re.escape(spec.ask)}( \(.*\))?$"
            if re.search(asked, said, re.MULTILINE):
                if spec.type is ValueType.CHOICE:
                    wanted = self.facts.get(criterion.id, {}).get(name)
                    return str([*spec.choices].index(wanted) + 1) if wanted else "1"
                return self.facts.get(criterion.id, {}).get(name) or _BY_TYPE[spec.type]
        if criterion.id in self.known and criterion.id not in self.facts:
            return "u"
        return "n" if criterion.polarity == "reversed" else "y"


@dataclass(frozen=True)
class Held:
    """An interview that was held to its end."""

    ended: Ended
    person: Obliging

    @property
    def asked(self) -> set[str]:
        """The ids of what was asked."""
        return set(self.person.asked)


def held(
    edition: Edition,
    facts: Facts,
    *,
    known: Container[str] = (),
) -> Held:
    """Hold the real interview over a shipped checklist, from the first question to the last."""
    checklist = edition.checklist
    person = Obliging(checklist, facts, known)
    ended = interview(
        audit=Audit(
            format="ap-audit/audit@1",
            subject=checklist.subject,
            provider="acme",
            checklist=checklist.reference,
            digest=edition.digest,
            depth=Depth.CORE,
            date=TODAY,
            auditor="AP lead",
            answers={str(key): Answer(rating=Rating.NOT_CHECKED) for key in checklist.by_id()},
            decision=Decision(state="open"),
        ),
        checklist=checklist,
        register=edition.register,
        person=person,
        save=lambda audit: audit,
        today=TODAY,
        calendar=CALENDAR,
        by="AP lead",
    )
    return Held(ended, person)
