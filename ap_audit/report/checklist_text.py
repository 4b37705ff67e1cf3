"""A checklist as plain lines: every question, what it decides, and where it comes from."""

from ap_audit.model.checklist import Checklist, Criterion
from ap_audit.model.source import SourceRegister
from ap_audit.model.wording import count, day
from ap_audit.model.words import CriterionClass

_DECIDES = {
    CriterionClass.GATEWAY: "gateway",
    CriterionClass.KEY: "key",
    CriterionClass.STANDARD: "standard",
    CriterionClass.RECORD: "fact",
}


def checklist_lines(checklist: Checklist, register: SourceRegister) -> list[str]:
    """The lines that `checklist show` prints."""
    criteria = count(len(checklist.by_id()), "criterion", "criteria")
    rules = count(len(checklist.rules), "computed rule")
    lines = [
        f"{checklist.title}, {checklist.reference}",
        f"Published {day(checklist.published)}. {criteria}, {rules}.",
    ]
    for section in checklist.sections:
        lines += ["", section.title]
        for criterion in section.criteria:
            lines += [f"  {criterion.id}  [{_DECIDES[criterion.class_]}]", f"    {criterion.ask}"]
            lines += _cited(criterion, register)
    lines += ["", "Computed rules"]
    lines += [
        f"  {name}  [{rule.severity}]  {rule.title}" for name, rule in checklist.rules.items()
    ]
    return lines


def _cited(criterion: Criterion, register: SourceRegister) -> list[str]:
    known = [
        (citation, register.sources[citation.source])
        for citation in criterion.sources
        if citation.source in register.sources
    ]
    return [
        f"    Source: {source.short}"
        f" ({(citation.weight or source.weight).title}; {source.verification.title})"
        for citation, source in known
    ]
