"""Dates on the command line as people in Britain type them, and the day something was done."""

from datetime import date

from ap_audit.cli.options import today_or
from ap_audit.errors import BadUsage
from ap_audit.files.contacts import contact_paths
from ap_audit.files.workspace import Workspace
from ap_audit.interview.dates import Likely, date_from
from ap_audit.model.wording import day


def typed_day(text: str, today: date, *, likely: Likely, what: str) -> date:
    """The date that was typed for *what*; raises BadUsage where it is none."""
    found = date_from(text, today, likely)
    if isinstance(found, str):
        raise BadUsage(f"The {what}, '{text}', is no date.", hint=found.replace("Type", "Give"))
    return found


def day_done(workspace: Workspace, typed: str, given: date | None, *, what: str) -> date:
    """The day on which something was done; today where none was typed.

    *given* is the day of `--today`. Raises BadUsage for a day still to come, and where only this
    computer's clock says that it is today and its files say that it is later.
    """
    today = today_or(given)
    if not typed:
        if given is None:
            _refuse_wrong_clock(workspace, today)
        return today
    found = typed_day(typed, today, likely=Likely.PAST, what=what)
    if found > today:
        raise BadUsage(
            f"The {what}, {day(found)}, is still to come: today is {day(today)}.",
            hint="Record it once it has been. If this computer's clock is wrong, give --today.",
        )
    return found


def _refuse_wrong_clock(workspace: Workspace, today: date) -> None:
    """By the names of files alone, which are at hand."""
    known = [(address.date, address.path.name) for address in workspace.addresses()]
    known += [(one.date, one.path.name) for one in contact_paths(workspace)]
    newest, name = max(known, default=("", ""))
    if newest > today.isoformat():
        raise BadUsage(
            f"By this computer's clock today is {day(today)}, but '{name}' is of a later day.",
            hint="Set the clock, or give the day with --today."
            " If the day of that file is wrong, mend it there and in its name.",
        )
