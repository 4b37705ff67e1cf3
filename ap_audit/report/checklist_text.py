"""A checklist as plain lines: every question, what it decides, and where it comes from."""

from ap_audit.model.checklist import Checklist, Criterion
from ap_audit.model.glossary import NO_WORDS, Glossary
from ap_audit.model.overlay import Extended
from ap_audit.model.source import SourceRegister
from ap_audit.model.wording import capital, count
from ap_audit.model.words import CriterionClass
from ap_audit.report.weakened import change_line, weakened_lines
from ap_audit.report.wording import issued
from ap_audit.rules.terms import criterion_texts, explained, terms_in

_DECIDES = {
    CriterionClass.GATEWAY: "gateway",
    CriterionClass.KEY: "key",
    CriterionClass.STANDARD: "standard",
    CriterionClass.RECORD: "fact",
}


def checklist_lines(
    checklist: Checklist, register: SourceRegister, glossary: Glossary = NO_WORDS
) -> list[str]:
    """The lines that `checklist show` prints."""
    criteria = count(len(checklist.by_id()), "criterion", "criteria")
    rules = count(len(checklist.rules), "computed rule")
    lines = [
        f"{checklist.title}, {checklist.reference}",
        f"{capital(issued(checklist))}. {criteria}, {rules}.",
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
    lines += [f"Weakened: {line}" for line in weakened_lines(checklist)]
    texts = [text for criterion in checklist.criteria() for text in criterion_texts(criterion)]
    if used := terms_in(texts, glossary):
        lines += ["", "Words used", *(f"  {explained(word, term)}" for word, term in used)]
    return lines


def overlay_lines(checklist: Extended) -> list[str]:
    """The lines that `checklist show` prints of an overlay: what is different from its edition."""
    free = [change for change in checklist.differences if change.because is None]
    lines = [
        f"{checklist.title}, {checklist.reference}",
        f"{capital(issued(checklist))}. Extends {checklist.extends}.",
        "",
        "Adds and raises",
    ]
    lines += [f"  {change_line(change)}" for change in free] or ["  nothing"]
    lines += ["", "Weakens, as every report says"]
    lines += [f"  {line}" for line in weakened_lines(checklist)] or ["  nothing"]
    lines += ["", f"All of it: ap-audit checklist show {checklist.reference} --resolved"]
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
