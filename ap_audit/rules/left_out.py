"""A whole section that does not apply: what goes with it, and what stays all the same.

Gateways stay: they are left out by a fact or for a reason of their own, never by the section. So
does whatever a rule looks at that stops, presses or holds an answer down, and whatever decides
whether a question is asked that stays or stands in another section. The rest goes. That something
in it was rated cannot stand beside it: what could be rated does apply, and what falls short must
not be hidden so.
"""

from collections.abc import Iterator, Mapping

from ap_audit.errors import Flaw
from ap_audit.model.audit import Audit, LeftOut, SectionAnswer
from ap_audit.model.checklist import Checklist, Criterion, Section
from ap_audit.model.condition import Condition, checks_in
from ap_audit.model.names import CriterionId
from ap_audit.model.wording import count, day
from ap_audit.model.words import Severity
from ap_audit.rules.derived import criteria_behind


def left_out(checklist: Checklist, sections: Mapping[str, SectionAnswer]) -> dict[CriterionId, str]:
    """The criteria that go with their section, each with a sentence that says why."""
    found: dict[CriterionId, str] = {}
    for section in checklist.sections:
        said = sections.get(section.id, SectionAnswer()).not_applicable
        if said is not None and reason_fits(section, said):
            who = f"{said.by}, {day(said.date)}"
            because = f"The whole section does not apply: {said.reason.rstrip('.')} ({who})."
            found |= {one.key: because for one in goes(checklist, section)}
    return found


def goes(checklist: Checklist, section: Section) -> tuple[Criterion, ...]:
    """The criteria that would go with a section; empty where all of it stays."""
    stays = _staying(checklist)
    return tuple(one for one in section.criteria if one.key not in stays)


def reason_fits(section: Section, said: LeftOut) -> bool:
    """Whether a section may be left out for this reason."""
    allowed = section.not_applicable
    return allowed == "with-reason" or (isinstance(allowed, tuple) and said.reason in allowed)


def left_out_flaws(checklist: Checklist, section: Section, audit: Audit) -> Iterator[Flaw]:
    """What is wrong with leaving a section out, or deserves a second look."""
    said = audit.said_of(section.id).not_applicable
    if said is None:
        return
    at = ("sections", section.id, "not_applicable")
    if not reason_fits(section, said):
        until = "until then every question in it counts"
        yield Flaw(path=(*at, "reason"), what=_why_not(section), hint=until, warning=True)
        return
    gone = [(one.id, audit.answer(one.key)) for one in goes(checklist, section)]
    found = [(name, given.rating) for name, given in gone if given.rating is not None]
    rated = next(((name, rating) for name, rating in found if rating.rated), None)
    if rated is not None:
        yield Flaw(
            path=at,
            what=f"'{section.id}' does apply: '{rated[0]}' in it was found {rated[1].title}",
            hint=f"bring it back: ap-audit answer AUDIT {section.id} not-checked",
            at_key=True,
        )
    elif answered := sum(not given.blank for _, given in gone):
        what = f"{count(answered, 'answer')} in it {'is' if answered == 1 else 'are'} not counted"
        yield Flaw(path=at, what=what, warning=True, at_key=True)


def _why_not(section: Section) -> str:
    if isinstance(section.not_applicable, tuple):
        reasons = ", ".join(section.not_applicable)
        return f"the section is left out only for one of these reasons: {reasons}"
    return "this section always applies"


def _staying(checklist: Checklist) -> set[CriterionId]:
    home = {one.key: section.id for section in checklist.sections for one in section.criteria}
    stays = {one.key for one in checklist.criteria() if one.is_gateway}
    for rule in checklist.rules.values():
        if rule.severity in (Severity.STOP, Severity.URGENT):
            stays |= {*_behind(rule.when, checklist), *map(CriterionId, rule.caps)}
    # A condition names earlier criteria only, so one way back through them is enough.
    for one in reversed(tuple(checklist.criteria())):
        for asked in _behind(one.when, checklist) if one.when is not None else ():
            if one.key in stays or home[asked] != home[one.key]:
                stays.add(asked)
    return stays


def _behind(when: Condition, checklist: Checklist) -> set[CriterionId]:
    return {one for check in checks_in(when) for one in criteria_behind(check, checklist)}
