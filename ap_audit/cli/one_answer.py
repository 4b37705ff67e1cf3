"""One answer given in words on the command line, checked like one in a file."""

from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ap_audit.cli.asked import known_criterion
from ap_audit.cli.keeping import kept
from ap_audit.cli.opening import OpenAudit
from ap_audit.cli.options import as_date
from ap_audit.errors import BadUsage
from ap_audit.files.events import hidden_in
from ap_audit.model.audit import Answer, Evidence
from ap_audit.model.checklist import Criterion
from ap_audit.model.clean import clean
from ap_audit.model.words import RECORDED, Rating, Seen
from ap_audit.rules.conformity import answer_flaws
from ap_audit.rules.grades import grade_flaws
from ap_audit.rules.moderation import second_standing, settled, unsettled
from ap_audit.rules.section_words import section_flaws

Word = TypeVar("Word", bound=StrEnum)


class OneAnswer(Struct, frozen=True, kw_only=True):
    """What was typed."""

    criterion: str
    rating: str
    note: str
    reason: str
    values: tuple[str, ...]
    seen: str
    what: str
    dated: str
    keep: str
    settle: str
    by: str
    today: date


def record(opened: OpenAudit, given: OneAnswer) -> str:
    """Save the answer and say so; raises BadUsage with every way in which it does not fit."""
    refuse_hidden(given)
    criterion = known_criterion(opened, given.criterion)
    scale = opened.edition.checklist.scale
    grade = given.rating if given.rating in scale else None
    if grade is not None:
        given = replace(given, rating=scale[grade].counts_as.value)
    before = opened.audit.answer(criterion.key)
    answer = replace(_answer(criterion, before, given), grade=grade)
    if given.settle:
        answer = _settled(criterion, before, answer, given)
    flaws = [*answer_flaws(criterion, answer, (criterion.id,))]
    flaws += grade_flaws(scale, answer, (criterion.id,))
    audit = opened.audit.with_answer(criterion.key, answer)
    flaws += section_flaws(opened.edition.checklist, audit)
    wrong = [flaw for flaw in flaws if not flaw.warning]
    if wrong:
        named = (f"{criterion.id}: {flaw.what}.\n  {flaw.hint}".rstrip() for flaw in wrong)
        raise BadUsage("\n".join(named))
    answer = kept(before, answer, given.keep)
    opened.saver()(audit.with_answer(criterion.key, answer))
    said = answer.rating.title if answer.rating else RECORDED
    return f"Saved: {criterion.id}, {said}."


def _answer(criterion: Criterion, before: Answer, given: OneAnswer) -> Answer:
    rating = None if given.rating == RECORDED else _word(Rating, given.rating, "rating")
    if rating is None and not criterion.is_record:
        raise BadUsage(
            f"'{criterion.id}' needs a rating.", hint=f"Use one of: {', '.join(Rating)}."
        )
    if criterion.is_record and rating is not None and rating.rated:
        values = " ".join(f"--value {name}=…" for name in criterion.record)
        raise BadUsage(
            f"'{criterion.id}' records a fact, so it is not rated.",
            hint=f"In the place of {rating}, write: {RECORDED} {values}",
        )
    evidence = dict(before.evidence)
    if given.seen or given.what:
        if not (given.seen and given.what):
            raise BadUsage("Evidence needs both --seen and --what.")
        evidence[_free_key(evidence)] = Evidence(
            what=given.what,
            seen=_word(Seen, given.seen, "way of seeing"),
            dated=as_date(given.dated) if given.dated else None,
            date=given.today,
            by=given.by,
        )
    return replace(
        before,
        rating=rating,
        note=given.note or before.note,
        reason=given.reason or (before.reason if rating is Rating.NOT_APPLICABLE else None),
        values={**before.values, **_values(given.values)},
        evidence=evidence,
        date=given.today,
        by=given.by,
    )


def _settled(criterion: Criterion, before: Answer, answer: Answer, given: OneAnswer) -> Answer:
    """The answer that stands between two; of one that was given already, whose it was is kept."""
    if not unsettled(before) or before.other is None:
        raise BadUsage(
            f"Nothing is to be settled in '{criterion.id}'.",
            hint="--settle is for answers in which two auditors differ.",
        )
    chosen = (answer.rating, answer.grade)
    if (*chosen, answer.values) == (before.rating, before.grade, before.values):
        answer = replace(answer, by=before.by, date=before.date)
    elif chosen == (before.other.rating, before.other.grade):
        second = second_standing(before)
        note = given.note or second.note
        answer = replace(answer, by=second.by, date=second.date, other=second.other, note=note)
    return settled(answer, before, by=given.by, today=given.today, reason=given.settle)


def refuse_hidden(given: OneAnswer) -> None:
    """Raise BadUsage where a text has a character that a file may not hold."""
    texts = {
        "note": given.note,
        "reason": given.reason,
        "evidence": given.what,
        "reason to keep": given.keep,
        "reason why it stands": given.settle,
    }
    for what, text in (*texts.items(), *(("value", text) for text in given.values)):
        if hidden_in(text):
            raise BadUsage(
                f"The {what} has hidden characters in it: '{clean(text)}'.",
                hint="Type it again instead of pasting it.",
            )


def _values(given: tuple[str, ...]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    wrong = [name for name, equals, text in pairs if not (equals and name and text)]
    if wrong:
        raise BadUsage(f"'{wrong[0]}' is not a value.", hint="Write --value name=value.")
    return {name: text for name, _, text in pairs}


def _word(kind: type[Word], text: str, what: str) -> Word:
    words = [member.value for member in kind]
    if text not in words:
        close = get_close_matches(text, words, n=1)
        raise BadUsage(
            f"'{text}' is not a {what}.",
            hint=f"Did you mean '{close[0]}'?" if close else f"Use one of: {', '.join(words)}.",
        )
    return kind(text)


def _free_key(evidence: dict[str, Evidence]) -> str:
    number = 1
    while f"e{number}" in evidence:
        number += 1
    return f"e{number}"
