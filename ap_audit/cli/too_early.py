"""A day that is over before what an audit holds was done: nothing was recorded on it."""

from datetime import date

from ap_audit.errors import BadUsage
from ap_audit.files.document import Document
from ap_audit.model.audit import Audit
from ap_audit.model.wording import day
from ap_audit.rules.ahead import latest_ahead


def refuse_too_early(document: Document[Audit], on: date) -> None:
    """Raise BadUsage where something in an audit was done after a day, or it was not yet begun.

    Either the day is wrong or the file is, and an answer dated by a wrong day would hide which.
    """
    found = latest_ahead(document.value, on)
    if found is None:
        return
    latest, flaw = found
    begun = flaw.path == ("date",)
    (problem,) = document.problems((flaw,))
    raise BadUsage(
        f"The audit in {document.shown_path} "
        + (f"began on {day(latest)}" if begun else f"holds what was done on {day(latest)}")
        + f", so nothing is recorded in it on {day(on)}.",
        hint="See whether this computer's clock is right, or the day after --today."
        f" If the day in the file is wrong, mend it there: line {problem.place.line}.",
    )
