"""Two audits that may be merged, and the plan in words."""

from collections.abc import Iterator
from pathlib import Path

from ap_audit.cli.opening import OpenAudit, open_file, workspace_at
from ap_audit.errors import BadUsage
from ap_audit.files.finding import find_audit
from ap_audit.interview.said import answer_said
from ap_audit.model.audit import Audit
from ap_audit.model.wording import count
from ap_audit.rules.merge import Fate, Item

_TITLES = {
    Fate.TAKEN: "Answered by the second auditor alone, and taken over",
    Fate.AGREED: "The same in both; evidence and actions of both are kept",
    Fate.DIFFERS: "Different: both are kept, and the lower stands until it is settled",
    Fate.STUCK: "Left as it is: it holds another auditor's answer already. Settle it first",
}


def mergeable(folder: Path, first: str, second: str) -> tuple[OpenAudit, OpenAudit]:
    """The two audits; raises BadUsage where they are not of one subject on one edition."""
    workspace = workspace_at(folder)
    one = open_file(workspace, find_audit(workspace, first))
    other = open_file(workspace, find_audit(workspace, second))
    if one.document.path == other.document.path:
        raise BadUsage("Both names mean the same audit.", hint="Name two files.")
    if one.audit.about != other.audit.about:
        raise BadUsage("The two audits are not about the same, so they cannot be merged.")
    if one.audit.checklist != other.audit.checklist:
        raise BadUsage(
            f"The two audits are on {one.audit.checklist} and {other.audit.checklist}.",
            hint="Only audits on one edition can be merged.",
        )
    one.changeable()
    other.changeable()
    if apart := _apart(one.audit, other.audit):
        raise BadUsage(
            f"The two audits do not say the same of whole sections: {', '.join(apart)}.",
            hint="Say it in both: ap-audit answer AUDIT and the section's id. Then merge.",
        )
    return one, other


def _apart(first: Audit, second: Audit) -> list[str]:
    """Sections of which the second says what the first does not, or that one of them leaves out."""
    found = []
    for name in dict.fromkeys((*first.sections, *second.sections)):
        ours, theirs = first.said_of(name), second.said_of(name)
        out = (ours.not_applicable is None) is not (theirs.not_applicable is None)
        if out or theirs.judgement not in (None, ours.judgement):
            found.append(name)
    return found


def plan_lines(opened: OpenAudit, items: tuple[Item, ...]) -> Iterator[str]:
    """What becomes of each answer, in groups."""
    if not items:
        yield "The second audit holds nothing that the first does not."
        return
    known = {str(key): one for key, one in opened.edition.checklist.by_id().items()}
    for fate, title in _TITLES.items():
        of_fate = [item for item in items if item.fate is fate]
        if of_fate:
            yield f"{title}: {count(len(of_fate), 'answer')}."
        for item in of_fate:
            criterion = known[item.criterion]
            yield f"  {item.criterion}"
            if fate in (Fate.DIFFERS, Fate.STUCK):
                yield f"    first:  {answer_said(criterion, item.first)}"
                yield f"    second: {answer_said(criterion, item.second)}"
