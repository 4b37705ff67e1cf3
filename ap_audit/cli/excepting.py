"""An exception recorded, ended early, and found again."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from msgspec.structs import replace

from ap_audit.cli.keeping import kept
from ap_audit.cli.one_line import one_line
from ap_audit.cli.opening import OpenAudit
from ap_audit.cli.survey import Survey
from ap_audit.cli.typed_day import typed_day
from ap_audit.errors import BadUsage, Refused
from ap_audit.files.events import hidden_in
from ap_audit.files.finding import shortest_name
from ap_audit.interview.dates import Likely
from ap_audit.model.audit import Answer, SchoolException
from ap_audit.model.clean import clean
from ap_audit.model.names import CriterionId
from ap_audit.model.wording import capital, day
from ap_audit.report.exception_rows import ExceptionListed, exceptions_of, state_word
from ap_audit.rules.assessment import Outcome
from ap_audit.rules.exceptions import NEVER, falls_short, has_run_out


def add_exception(
    opened: OpenAudit,
    criterion: str,
    *,
    until: str,
    reason: str,
    by: str,
    keep: str,
    today: date,
) -> str:
    """Save an exception, and say so; raises BadUsage or Refused where there can be none."""
    outcome = _outcome(opened.changeable(today), criterion, today)
    if outcome.criterion.hard:
        raise Refused(
            f"{capital(NEVER)}.",
            hint="Nothing was written. Record what will be done about it as an action.",
        )
    if not falls_short(outcome):
        raise BadUsage(f"'{criterion}' is {state_word(outcome)}, so it needs no exception.")
    before = outcome.answer.exception
    if before is not None and not has_run_out(before, today):
        raise BadUsage(
            f"'{criterion}' has an exception already, until {day(before.until)}.",
            hint=f"End it first: ap-audit exception end {opened.called()} {criterion}",
        )
    last = typed_day(until, today, likely=Likely.COMING, what="last day")
    if last < today:
        raise BadUsage(
            f"Its last day, {day(last)}, is over: today is {day(today)}.",
            hint="Give a day to come.",
        )
    why = " ".join(reason.split())
    if not why:
        raise BadUsage("The reason is empty.", hint="Say in a sentence why: --reason")
    if hidden_in(why):
        raise BadUsage(
            f"The reason has hidden characters in it: '{clean(why)}'.",
            hint="Type it again instead of pasting it.",
        )
    role = one_line(by or opened.audit.auditor, "role")
    made = SchoolException(role=role, reason=why, until=last)
    _save(opened, outcome, kept(outcome.answer, replace(outcome.answer, exception=made), keep))
    return f"Saved: an exception from {criterion} until {day(last)}, decided by {role}."


def end_exception(opened: OpenAudit, criterion: str, today: date) -> str:
    """Make today an exception's last day; raises BadUsage where there is none in force."""
    outcome = _outcome(opened.changeable(today), criterion, today)
    made = outcome.answer.exception
    if made is None:
        raise BadUsage(f"'{criterion}' has no exception.")
    if made.until <= today:
        raise BadUsage(f"The exception from '{criterion}' ends on {day(made.until)} already.")
    _save(opened, outcome, replace(outcome.answer, exception=replace(made, until=today)))
    return f"Saved: the exception from {criterion} ends today, {day(today)}. It stays on record."


def exceptions_found(survey: Survey) -> Iterator[ExceptionListed]:
    """The exceptions in the newest audits of everything, and in those before one only begun."""
    owners = [slug for slug, _ in survey.providers()]
    for about in (about for owner in (*owners, "") for about in survey.abouts(owner)):
        for found in survey.recent(about):
            if found.judged is not None:
                path = survey.workspace.root / found.address.path
                name = shortest_name(survey.workspace, path)
                yield from exceptions_of(found.judged, name, survey.today)


def _outcome(opened: OpenAudit, criterion: str, today: date) -> Outcome:
    """The question as it stands; raises BadUsage where the audit does not ask it."""
    found = {str(outcome.id): outcome for outcome in opened.assessed(today).judged()}
    if criterion not in found:
        close = get_close_matches(criterion, found, n=1)
        raise BadUsage(
            f"'{clean(criterion)[:80]}' is not asked in this audit.",
            hint=f"Did you mean '{close[0]}'?"
            if close
            else f"See: ap-audit show {opened.called()} --skipped",
        )
    return found[criterion]


def _save(opened: OpenAudit, outcome: Outcome, answer: Answer) -> None:
    opened.saver()(opened.audit.with_answer(CriterionId(outcome.id), answer))
