"""An action recorded or closed from the command line."""

from datetime import date
from difflib import get_close_matches

from msgspec import Struct
from msgspec.structs import replace

from ap_audit.cli.asked import known_criterion
from ap_audit.cli.keeping import kept
from ap_audit.cli.one_line import LONGEST_LINE, one_line, some_words
from ap_audit.cli.opening import OpenAudit
from ap_audit.cli.typed_day import day_done, typed_day
from ap_audit.errors import BadUsage
from ap_audit.interview.dates import Likely
from ap_audit.interview.keys import key_for
from ap_audit.model.audit import Action, Audit
from ap_audit.model.checklist import Criterion
from ap_audit.model.names import CriterionId
from ap_audit.model.wording import count, day
from ap_audit.model.words import Rating
from ap_audit.rules.usual_day import usual_day, weight_of

NO_DAY = "none"
"""What is typed where an action is to have no day."""


class Closing(Struct, frozen=True, kw_only=True):
    """How actions were closed, as it was typed."""

    on: str
    note: str
    evidence: str
    by: str
    keep: str
    today: date | None
    """The day of `--today`, where that was given."""


def add_action(
    opened: OpenAudit, criterion: str, action: tuple[str, str, str], *, keep: str, today: date
) -> str:
    """Record an action (what, owner, due day) and say so.

    Raises BadUsage where it cannot be, Refused where the audit is signed.
    """
    asked = known_criterion(opened.changeable(today), criterion)
    what = one_line(action[0], "action", longest=LONGEST_LINE)
    owner = one_line(action[1], "owner")
    due = _due(opened, asked, action[2], today)
    before = opened.audit.answer(asked.key)
    same = [one for one in before.actions.values() if one.what.casefold() == what.casefold()]
    if any(one.done is None for one in same):
        raise BadUsage(
            f"'{what}' is an open action of {asked.id} already.",
            hint="Say how this one differs; or close the other: ap-audit action list",
        )
    key = key_for(what, dict.fromkeys(before.actions, ""), "action")
    made = Action(what=what, owner=owner, due=due)
    answer = replace(before, actions={**before.actions, key: made})
    opened.saver()(opened.audit.with_answer(asked.key, kept(before, answer, keep)))
    usual = "" if action[2] else ", the usual day; --due sets another"
    by_when = f", by {day(due)}{usual}" if due else ", with no date set"
    return f"Saved: {asked.id}/{key}. {owner}{by_when}."


def _due(opened: OpenAudit, asked: Criterion, typed: str, today: date) -> date | None:
    """The day that was typed, none where that was, else the usual one for what is found."""
    if typed.strip().casefold() == NO_DAY:
        return None
    if typed:
        due = typed_day(typed, today, likely=Likely.COMING, what="due day")
        began = opened.audit.date
        if due < began:
            raise BadUsage(
                f"The due day, {day(due)}, is before the audit, which is of {day(began)}.",
                hint="Give the year too, or a later day.",
            )
        return due
    weight = weight_of(opened.assessed(today), asked.key)
    return usual_day(weight, opened.audit.subject, today)


def close_actions(opened: OpenAudit, ids: list[str], closing: Closing) -> tuple[str, ...]:
    """Close actions of an audit, all or none, and say what stays as it is.

    Raises BadUsage where one is unknown or closed already, or the day cannot be.
    """
    note = some_words(closing.note, "note")
    if not (note or closing.evidence.strip()):
        raise BadUsage(
            "Say how it was done: --note, or what shows it: --evidence.",
            hint="Also where it is needed no more: --note 'the provider has moved'",
        )
    on = day_done(opened.workspace, closing.on, closing.today, what="closing day")
    if on < opened.audit.date:
        raise BadUsage(
            f"The closing day, {day(on)}, is before the audit, which is of"
            f" {day(opened.audit.date)}.",
            hint="Give the day on which it was done.",
        )
    evidence = closing.evidence.strip()
    closed = {
        "done": on,
        "closed_by": closing.by or opened.audit.auditor,
        "closing_note": note,
        "closing_evidence": one_line(evidence, "evidence", longest=LONGEST_LINE)
        if evidence
        else None,
    }
    audit = opened.audit
    chosen = [_chosen(audit, typed, opened.called()) for typed in dict.fromkeys(ids)]
    for criterion, key in dict.fromkeys(chosen):
        answer = audit.answer(criterion)
        actions = {**answer.actions, key: replace(answer.actions[key], **closed)}
        after = kept(answer, replace(answer, actions=actions), closing.keep)
        audit = audit.with_answer(criterion, after)
    opened.saver()(audit)
    names = ", ".join(f"{criterion}/{key}" for criterion, key in dict.fromkeys(chosen))
    return (f"Closed on {day(on)}: {names}.", *_stays(audit, [one for one, _ in chosen]))


def _stays(audit: Audit, criteria: list[CriterionId]) -> tuple[str, ...]:
    """Closing an action answers no question, and whoever closes one should know."""
    short = (Rating.PARTLY, Rating.NOT_MET, Rating.CANNOT_TELL, Rating.NOT_CHECKED)
    left = [one for one in dict.fromkeys(criteria) if audit.answer(one).rating in short]
    if not left:
        return ()
    rating = audit.answer(left[0]).rating
    said = rating.title if len(left) == 1 and rating else "as they are"
    noun = "The answer stays" if len(left) == 1 else f"{count(len(left), 'answer')} stay"
    return (f"{noun} {said}: closing an action answers no question.",)


def _chosen(audit: Audit, typed: str, called: str) -> tuple[CriterionId, str]:
    """The action that is meant: by criterion/key, by its key, or as a criterion's only open one."""
    every = {
        f"{criterion}/{key}": (CriterionId(criterion), key)
        for criterion, answer in audit.answers.items()
        for key in answer.actions
    }
    if typed in every:
        found = [typed]
    else:
        found = [name for name, (_, key) in every.items() if key == typed]
    if not found:
        ours = [name for name, (criterion, _) in every.items() if criterion == typed]
        undone = [n for n in ours if audit.answer(every[n][0]).actions[every[n][1]].done is None]
        found = undone or ours[:1]
    if not found:
        words = {key: name for name, (_, key) in every.items()} | {name: name for name in every}
        close = get_close_matches(typed, words, n=1)
        raise BadUsage(
            f"'{typed}' is no action of this audit.",
            hint=f"Did you mean '{words[close[0]]}'?"
            if close
            else f"See which there are: ap-audit show {called}",
        )
    if len(found) > 1:
        raise BadUsage(f"'{typed}' could mean: {', '.join(found)}.", hint="Give one of these.")
    criterion, key = every[found[0]]
    done = audit.answer(criterion).actions[key].done
    if done is not None:
        raise BadUsage(
            f"'{found[0]}' was closed on {day(done)}.",
            hint="Nothing was changed. If that was a mistake, mend the file by hand.",
        )
    return criterion, key
