"""Two audits of the same on one day, as two auditors make them: one of them counts until merged."""

from datetime import date

from ap_audit.cli.opening import OpenAudit
from ap_audit.files.folders import inside_or_itself


def of_one_day(opened: OpenAudit, today: date) -> tuple[str, ...]:
    """That there is another of its day, and which counts; nothing where neither does."""
    if opened.elsewhere:
        return ()
    path = opened.document.path
    own = opened.workspace.address(path)
    twins = [
        one
        for one in map(opened.workspace.address, inside_or_itself(path.parent))
        if (one.about, one.checklist, one.date) == (own.about, own.checklist, own.date)
        and one.path != own.path
    ]
    if not twins:
        return ()
    from ap_audit.cli.survey import Survey, standing

    says = standing(Survey(opened.workspace, today).recent(own.about)).says
    counts = says.address.path if says else None
    if counts not in (own.path, *(one.path for one in twins)):
        return ()
    which = "this one" if counts == own.path else "that one" if len(twins) == 1 else counts.stem
    names = ", ".join(one.path.stem for one in twins)
    return (f"Another audit is of the same day: {names}. Until they are made one, {which} counts.",)
