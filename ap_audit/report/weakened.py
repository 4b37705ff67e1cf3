"""What an overlay asks less strictly than the edition it extends: never hidden from a reader."""

from ap_audit.model.checklist import Checklist
from ap_audit.model.overlay import Change, Extended
from ap_audit.model.wording import count, day
from ap_audit.report.wording import ended


def weakened_lines(checklist: Checklist) -> tuple[str, ...]:
    """Each weakening with who decided it, when and why; none of a checklist that extends none."""
    if not isinstance(checklist, Extended):
        return ()
    return tuple(change_line(change) for change in checklist.weakenings)


def weakened_say(checklist: Checklist) -> tuple[str, ...]:
    """That there are such, in a sentence for page 1; nothing where there are none."""
    if not isinstance(checklist, Extended) or not checklist.weakenings:
        return ()
    how_many = count(len(checklist.weakenings), "change", "changes")
    said = (
        f"{how_many} by the overlay {checklist.reference} may ask less than {checklist.extends}"
        " does. Each is listed with the checklist at the end."
    )
    return (said,)


def change_line(change: Change) -> str:
    """One change of an overlay, and why where it weakens."""
    what = f"{change.about}: {ended(change.what)}"
    if change.because is None:
        return what
    why = change.because
    return f"{what} {why.role}, {day(why.date)}: {ended(' '.join(why.reason.split()))}"
